#include "eventbook.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

EventId idOf(const QJsonObject &object, QLatin1StringView key)
{
    const QString text = object.value(key).toString();
    return text.isEmpty() ? EventId() : EventId::fromText(text);
}

QStringList listOf(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

StreamKind kindOf(const QString &word)
{
    for (int kind = 1; kind <= 7; ++kind) {
        if (streamWord(static_cast<StreamKind>(kind)) == word)
            return static_cast<StreamKind>(kind);
    }
    return StreamKind::Case;
}

Event eventOf(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    Event event;
    event.id = idOf(object, "id"_L1);
    event.kind = kindOf(text("kind"_L1));
    event.stream = StreamId::fromText(text("stream"_L1));
    event.type = text("type"_L1);
    event.version = object.value("version"_L1).toInt();
    event.branch = text("branch"_L1);
    event.action = text("action"_L1);
    event.from = text("from"_L1);
    event.to = text("to"_L1);
    event.expects = idOf(object, "expects"_L1);
    event.actor = text("actor"_L1);
    event.post = text("post"_L1);
    event.station = text("station"_L1);
    event.actedAt = object.value("actedAt"_L1).toInteger();
    event.scopesGained = listOf(object, "gained"_L1);
    event.scopesLost = listOf(object, "lost"_L1);
    event.replaces = idOf(object, "replaces"_L1);
    for (const QString &id : listOf(object, "saw"_L1))
        event.saw.append(EventId::fromText(id));
    event.head = object.value("head"_L1).toObject();
    event.bodyHash = QByteArray::fromHex(text("bodyHash"_L1).toLatin1());
    return event;
}

} // namespace

EventRef EventBook::read(const QByteArray &envelope, const QByteArray &body)
{
    if (const auto found = m_read.constFind(envelope); found != m_read.constEnd())
        return (*found)->body == body || body.isEmpty() ? *found : nullptr;
    Event event = eventOf(QJsonDocument::fromJson(envelope).object());
    event.body = body;
    event.hash = QCryptographicHash::hash(envelope, QCryptographicHash::Sha256);
    if (event.id.isNull() || !isIntact(event))
        return nullptr;
    return *m_read.insert(envelope, std::make_shared<const Event>(std::move(event)));
}

} // namespace hall::model
