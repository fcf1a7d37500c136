#include "store/journal.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QStringList stringList(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

EventId idFrom(const QString &text)
{
    return text.isEmpty() ? EventId() : EventId::fromText(text);
}

std::optional<StreamKind> kindFromWord(const QString &word)
{
    for (int kind = int(StreamKind::Case); kind <= int(StreamKind::Hall); ++kind) {
        if (streamWord(StreamKind(kind)) == word)
            return StreamKind(kind);
    }
    return {};
}

} // namespace

QList<QByteArray> pagesNamedBy(const Event &event)
{
    QList<QByteArray> shas;
    if (event.type != "page"_L1)
        return shas;
    for (const QJsonValue &page : event.bodyObject().value("pages"_L1).toArray()) {
        const QByteArray sha
            = QByteArray::fromHex(page.toObject().value("sha"_L1).toString().toLatin1());
        if (sha.size() == 32 && !shas.contains(sha))
            shas.append(sha);
    }
    return shas;
}

std::optional<Event> eventFromCanonical(const QByteArray &envelope, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(envelope).object();
    const std::optional<StreamKind> kind = kindFromWord(object.value("kind"_L1).toString());
    if (!kind)
        return {};
    Event event;
    event.kind = *kind;
    event.id = EventId::fromText(object.value("id"_L1).toString());
    event.stream = StreamId::fromText(object.value("stream"_L1).toString());
    event.type = object.value("type"_L1).toString();
    event.version = object.value("version"_L1).toInt();
    event.branch = object.value("branch"_L1).toString();
    event.action = object.value("action"_L1).toString();
    event.from = object.value("from"_L1).toString();
    event.to = object.value("to"_L1).toString();
    event.expects = idFrom(object.value("expects"_L1).toString());
    event.actor = object.value("actor"_L1).toString();
    event.post = object.value("post"_L1).toString();
    event.station = object.value("station"_L1).toString();
    event.actedAt = object.value("actedAt"_L1).toInteger();
    event.scopesGained = stringList(object.value("gained"_L1).toArray());
    event.scopesLost = stringList(object.value("lost"_L1).toArray());
    event.replaces = idFrom(object.value("replaces"_L1).toString());
    for (const QJsonValue &id : object.value("saw"_L1).toArray())
        event.saw.append(EventId::fromText(id.toString()));
    event.head = object.value("head"_L1).toObject();
    event.body = body;
    event.bodyHash = QByteArray::fromHex(object.value("bodyHash"_L1).toString().toLatin1());
    event.hash = QCryptographicHash::hash(envelope, QCryptographicHash::Sha256);
    if (!isIntact(event))
        return {};
    return event;
}

} // namespace hall
