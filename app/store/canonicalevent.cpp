#include "store/journal.h"

#include "domain/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

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

/// Reads an envelope in the one form that canonicalEnvelope() writes: every key, in order. Anything
/// else is no envelope, so nothing is looked up and nothing is allowed for.
class EnvelopeReader
{
public:
    explicit EnvelopeReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isAtEnd() const { return m_isGood && m_at == m_bytes.size(); }

    void key(QByteArrayView name)
    {
        skip(m_at == 0 ? "{\"" : ",\"");
        skip(name);
        skip("\":");
    }
    void end() { skip("}"); }

    qint64 number()
    {
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && (isDigit(m_bytes.at(m_at)) || m_bytes.at(m_at) == '-'))
            ++m_at;
        bool isNumber = false;
        const qint64 value = m_bytes.mid(from, m_at - from).toLongLong(&isNumber);
        m_isGood = m_isGood && isNumber;
        return value;
    }
    QString text()
    {
        skip("\"");
        const qsizetype from = m_at;
        bool isPlain = true;
        while (m_at < m_bytes.size() && m_bytes.at(m_at) != '"') {
            isPlain = isPlain && m_bytes.at(m_at) != '\\';
            m_at += m_bytes.at(m_at) == '\\' ? 2 : 1;
        }
        skip("\"");
        if (!m_isGood)
            return {};
        if (isPlain)
            return QString::fromUtf8(m_bytes.constData() + from, m_at - 1 - from);
        const QByteArray quoted = '[' + m_bytes.mid(from - 1, m_at - from + 1) + ']';
        return QJsonDocument::fromJson(quoted).array().at(0).toString();
    }
    QStringList list()
    {
        QStringList values;
        skip("[");
        while (m_isGood && !isNext(']')) {
            if (!values.isEmpty())
                skip(",");
            values.append(text());
        }
        skip("]");
        return values;
    }
    QJsonObject object()
    {
        const qsizetype from = m_at;
        skip("{");
        for (int depth = 1; depth > 0 && m_isGood;) {
            if (isNext('"')) {
                [[maybe_unused]] const QString passed = text();
                continue;
            }
            depth += isNext('{') ? 1 : isNext('}') ? -1 : 0;
            m_isGood = m_at < m_bytes.size();
            ++m_at;
        }
        if (!m_isGood || m_at - from == 2)
            return {};
        return QJsonDocument::fromJson(m_bytes.mid(from, m_at - from)).object();
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] bool isNext(char c) const
    {
        return m_at < m_bytes.size() && m_bytes.at(m_at) == c;
    }
    void skip(QByteArrayView expected)
    {
        m_isGood = m_isGood
            && QByteArrayView(m_bytes).sliced(qMin(m_at, m_bytes.size())).startsWith(expected);
        m_at += expected.size();
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

std::optional<Event> readEnvelope(const QByteArray &envelope)
{
    EnvelopeReader in(envelope);
    const auto text = [&in](const char *name) {
        in.key(name);
        return in.text();
    };
    const auto list = [&in](const char *name) {
        in.key(name);
        return in.list();
    };
    Event event;
    in.key("actedAt");
    event.actedAt = in.number();
    event.action = text("action");
    event.actor = text("actor");
    event.bodyHash = QByteArray::fromHex(text("bodyHash").toLatin1());
    event.branch = text("branch");
    event.expects = idFrom(text("expects"));
    event.from = text("from");
    event.scopesGained = list("gained");
    in.key("head");
    event.head = in.object();
    event.id = EventId::fromText(text("id"));
    const std::optional<StreamKind> kind = kindFromWord(text("kind"));
    event.scopesLost = list("lost");
    event.post = text("post");
    event.replaces = idFrom(text("replaces"));
    for (const QString &id : list("saw"))
        event.saw.append(EventId::fromText(id));
    event.station = text("station");
    event.stream = StreamId::fromText(text("stream"));
    event.to = text("to");
    event.type = text("type");
    in.key("version");
    event.version = int(in.number());
    in.end();
    if (!kind || !in.isAtEnd())
        return {};
    event.kind = *kind;
    return event;
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
    std::optional<Event> event = readEnvelope(envelope);
    // Written once more it must be the same bytes: then the hash of these is the event's.
    if (!event || canonicalEnvelope(*event) != envelope)
        return {};
    if (!body.isEmpty() && sha256(body) != event->bodyHash)
        return {};
    event->body = body;
    event->hash = sha256(envelope);
    return event;
}

} // namespace hall
