#include "domain/event.h"

#include "domain/canonicaljson.h"
#include "domain/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Every field stands in the text, empty or not: absence has one form only.
class EnvelopeWriter
{
public:
    EnvelopeWriter() { m_out.reserve(1024); }

    void raw(const char *key, const QByteArray &value)
    {
        begin(key);
        m_out += value;
    }
    void text(const char *key, const QString &value)
    {
        begin(key);
        appendCanonical(m_out, value);
    }
    void id(const char *key, const EventId &value)
    {
        begin(key);
        m_out += '"';
        if (!value.isNull())
            m_out += value.uuid().toByteArray(QUuid::WithoutBraces);
        m_out += '"';
    }
    void list(const char *key, const QStringList &values)
    {
        begin(key);
        m_out += '[';
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i > 0)
                m_out += ',';
            appendCanonical(m_out, values.at(i));
        }
        m_out += ']';
    }
    void ids(const char *key, const QList<EventId> &values)
    {
        QStringList texts;
        for (const EventId &value : values)
            texts.append(value.text());
        list(key, texts);
    }
    [[nodiscard]] QByteArray done() { return m_out + '}'; }

private:
    void begin(const char *key)
    {
        m_out += m_out.isEmpty() ? "{\"" : ",\"";
        m_out += key;
        m_out += "\":";
    }

    QByteArray m_out;
};

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

// Put together by hand, keys in order: a journal that is read or pulled makes it for every event,
// and a QJsonObject takes ten times as long. A test compares both.
QByteArray canonicalEnvelope(const Event &event)
{
    EnvelopeWriter out;
    out.raw("actedAt", QByteArray::number(event.actedAt));
    out.text("action", event.action);
    out.text("actor", event.actor);
    out.raw("bodyHash", '"' + event.bodyHash.toHex() + '"');
    out.text("branch", event.branch);
    out.id("expects", event.expects);
    out.text("from", event.from);
    out.list("gained", event.scopesGained);
    out.raw("head", event.head.isEmpty() ? QByteArrayLiteral("{}") : canonicalJson(event.head));
    out.raw("id", '"' + event.id.uuid().toByteArray(QUuid::WithoutBraces) + '"');
    out.text("kind", streamWord(event.kind));
    out.list("lost", event.scopesLost);
    out.text("post", event.post);
    out.id("replaces", event.replaces);
    out.ids("saw", event.saw);
    out.text("station", event.station);
    out.raw("stream", '"' + event.stream.uuid().toByteArray(QUuid::WithoutBraces) + '"');
    out.text("to", event.to);
    out.text("type", event.type);
    out.raw("version", QByteArray::number(event.version));
    return out.done();
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
