#include "domain/event.h"

#include "domain/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString idText(const EventId &id)
{
    return id.isNull() ? QString() : id.text();
}

} // namespace

QString streamWord(StreamKind kind)
{
    switch (kind) {
    case StreamKind::Case:
        return u"case"_s;
    case StreamKind::Applicant:
        return u"applicant"_s;
    case StreamKind::Till:
        return u"till"_s;
    case StreamKind::Stock:
        return u"stock"_s;
    case StreamKind::Seal:
        return u"seal"_s;
    case StreamKind::Post:
        return u"post"_s;
    case StreamKind::Hall:
        return u"hall"_s;
    }
    return {};
}

QJsonObject Event::bodyObject() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray canonicalEnvelope(const Event &event)
{
    QJsonArray saw;
    for (const EventId &id : event.saw)
        saw.append(id.text());
    // Every field stands in the text, empty or not: absence has one form only.
    return canonicalJson({{u"id"_s, event.id.text()},
                          {u"kind"_s, streamWord(event.kind)},
                          {u"stream"_s, event.stream.text()},
                          {u"type"_s, event.type},
                          {u"version"_s, event.version},
                          {u"branch"_s, event.branch},
                          {u"action"_s, event.action},
                          {u"from"_s, event.from},
                          {u"to"_s, event.to},
                          {u"expects"_s, idText(event.expects)},
                          {u"actor"_s, event.actor},
                          {u"post"_s, event.post},
                          {u"station"_s, event.station},
                          {u"actedAt"_s, event.actedAt},
                          {u"gained"_s, QJsonArray::fromStringList(event.scopesGained)},
                          {u"lost"_s, QJsonArray::fromStringList(event.scopesLost)},
                          {u"replaces"_s, idText(event.replaces)},
                          {u"saw"_s, saw},
                          {u"head"_s, event.head},
                          {u"bodyHash"_s, QString::fromLatin1(event.bodyHash.toHex())}});
}

Event sealed(Event event, const QJsonObject &body)
{
    event.body = canonicalJson(body);
    event.bodyHash = sha256(event.body);
    event.hash = sha256(canonicalEnvelope(event));
    return event;
}

bool isIntact(const Event &event)
{
    const bool bodyHolds = event.body.isEmpty() || sha256(event.body) == event.bodyHash;
    return bodyHolds && sha256(canonicalEnvelope(event)) == event.hash;
}

QByteArray chainAfter(const QByteArray &before, const QByteArray &hash)
{
    const QByteArray start = before.isEmpty() ? QByteArray(32, '\0') : before;
    return sha256(start + hash);
}

EventId timerEventId(const StreamId &stream, const QString &rule, qint64 dueMs)
{
    return EventId(QUuid::createUuidV5(stream.uuid(), rule + u'|' + QString::number(dueMs)));
}

} // namespace hall
