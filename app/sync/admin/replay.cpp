#include "sync/admin/replay.h"

#include "domain/decide.h"
#include "domain/definition.h"
#include "store/journal.h"
#include "sync/admin/centredatabase.h"
#include "sync/admin/verification.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 1000;
constexpr int hallKind = int(StreamKind::Hall);

/// One stream at work: its row, and what its events say.
class StreamReplay
{
public:
    StreamReplay(const HeadRow &row, const QList<JournalRow> &journal)
        : m_row(row)
        , m_journal(journal)
    {
    }

    [[nodiscard]] bool isSame(const Definitions &definitions)
    {
        qint64 last = 0;
        for (const JournalRow &one : m_journal) {
            if (one.pos > m_row.pos) // came while this walked
                break;
            last = one.pos;
            const std::optional<Event> event = eventFromCanonical(one.envelope, one.body);
            if (!event)
                return false;
            m_isErased = m_isErased || one.body.isEmpty();
            for (auto value = event->head.begin(); value != event->head.end(); ++value)
                m_head.insert(value.key(), value.value());
            m_events.append(*event);
        }
        return last == m_row.pos && m_head == QJsonDocument::fromJson(m_row.head).object()
            && hasSameState(definitions);
    }

private:
    [[nodiscard]] bool hasSameState(const Definitions &definitions) const
    {
        if (m_row.kind == StreamKind::Case) {
            if (m_isErased)
                return true;
            const CaseFile file = fold(m_events, definitions);
            return file.state() == m_row.state && file.isClosed() != m_row.isOpen;
        }
        if (m_row.kind != StreamKind::Till)
            return m_row.isOpen;
        return m_row.isOpen == (m_events.last().type != "tillClosed"_L1);
    }

    const HeadRow &m_row;
    const QList<JournalRow> &m_journal;
    QList<Event> m_events;
    QJsonObject m_head;
    bool m_isErased = false;
};

/// What the hall streams have published: running cases are folded with the version they began with.
Result<Done> keepDefinitions(const QList<JournalRow> &journal, Definitions &definitions)
{
    for (const JournalRow &row : journal) {
        const QJsonObject body = QJsonDocument::fromJson(row.body).object();
        if (body.value("kind"_L1) != "definition"_L1 || !body.value("data"_L1).isObject())
            continue;
        const QJsonDocument data(body.value("data"_L1).toObject());
        const Result<Definition> definition
            = Definition::fromJson(data.toJson(QJsonDocument::Compact));
        if (!definition.ok())
            return definition.error();
        definitions.add(definition.value());
    }
    return Done{};
}

template <class Visit> Result<Done> eachHead(CentreDatabase &centre, Visit visit)
{
    StreamId after;
    for (;;) {
        const Result<QList<HeadRow>> rows = centre.heads(after, batch);
        if (!rows.ok())
            return rows.error();
        for (const HeadRow &row : rows.value()) {
            after = row.stream;
            const Result<Done> visited = visit(row);
            if (!visited.ok())
                return visited;
        }
        if (rows.value().size() < batch)
            return Done{};
    }
}

} // namespace

Result<Done> replayStreams(CentreDatabase &centre, Verification &found,
                           const std::function<void(qint64)> &progress)
{
    Definitions definitions;
    const Result<Done> known = eachHead(centre, [&](const HeadRow &row) -> Result<Done> {
        if (int(row.kind) != hallKind)
            return Done{};
        const Result<QList<JournalRow>> journal = centre.stream(row.stream);
        return journal.ok() ? keepDefinitions(journal.value(), definitions) : journal.error();
    });
    if (!known.ok())
        return known;
    qint64 looked = 0;
    return eachHead(centre, [&](const HeadRow &row) -> Result<Done> {
        const Result<QList<JournalRow>> journal = centre.stream(row.stream);
        if (!journal.ok())
            return journal.error();
        if (!StreamReplay(row, journal.value()).isSame(definitions))
            found.faults.append(
                {.kind = FaultKind::Replay, .pos = row.pos, .what = row.stream.text()});
        if (++looked % batch == 0)
            progress(looked);
        return Done{};
    });
}

} // namespace hall
