#include "store/diagnostics.h"

#include "store/freshgrams.h"
#include "store/integrity.h"
#include "store/journal.h"
#include "store/movingdates.h"
#include "store/projection.h"
#include "store/referencerows.h"

#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownDifferences = 20;
const QString streamsSql
    = u"select key, kind, id, count, chain from stream where count > 0 order by key"_s;
const QString columnsSql = u"select name from pragma_table_info(:table)"_s;

Result<QList<StreamHead>> allStreams(Connection &connection)
{
    QList<StreamHead> heads;
    Query query(connection, streamsSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        heads.append({query.number("key"_L1), StreamKind(int(query.number("kind"_L1))),
                      StreamId::fromBytes(query.bytes("id"_L1)), query.number("count"_L1),
                      query.bytes("chain"_L1)});
    if (!more.ok())
        return more.error();
    return heads;
}

Result<Done> replayStream(WriteTx &tx, const StreamHead &head)
{
    const Result<QList<Event>> events = readJournal(tx.connection(), head);
    if (!events.ok())
        return events.error();
    if (head.kind == StreamKind::Case)
        return project(tx, fold(events.value(), tx.reference().definitions), head.key, true);
    if (head.kind != StreamKind::Till && head.kind != StreamKind::Stock)
        return Done{};
    for (const Event &event : events.value()) {
        const Result<Done> done = projectTill(tx, event);
        if (!done.ok())
            return done;
    }
    return Done{};
}

/// Two copies of one snapshot: one to replay in, one to compare with.
class Replay
{
public:
    explicit Replay(const StorePaths &paths)
        : m_paths(paths)
        , m_replayed(paths.file("hall.replay.sqlite"_L1))
        , m_kept(paths.file("hall.compare.sqlite"_L1))
    {
        clear();
    }
    ~Replay()
    {
        m_connection.reset();
        clear();
    }
    Replay(const Replay &) = delete;
    Replay &operator=(const Replay &) = delete;

    Result<ReplayReport> run(const Clock &clock)
    {
        Result<Done> done = copy(clock);
        if (!done.ok())
            return done.error();
        const Result<JournalFacts> facts = checkJournal(*m_connection);
        if (facts.ok()) {
            m_report.streams = facts.value().streams;
            m_report.events = facts.value().events;
        } else if (facts.error().kind == ErrorKind::StoreDamaged) {
            m_report.damage = facts.error().detail;
            return m_report;
        } else {
            return facts.error();
        }
        done = rebuild(clock);
        for (const QString &table : projectionTables()) {
            if (done.ok())
                done = compare(table);
        }
        if (!done.ok())
            return done.error();
        return m_report;
    }

private:
    void clear() const
    {
        for (const QString &file : {m_replayed, m_kept}) {
            for (const QLatin1StringView end : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
                QFile::remove(file + end);
        }
    }

    /// What is still being worked off is no difference: a change of the calendar, search entries
    /// that wait to be sorted in.
    Result<Done> finishDates(const Clock &clock) const
    {
        Result<std::unique_ptr<Connection>> kept
            = Connection::open(m_kept, Connection::Sync::Normal);
        if (!kept.ok())
            return kept.error();
        const Result<ReferencePtr> reference = loadReference(*kept.value());
        if (!reference.ok())
            return reference.error();
        Result<Done> done = kept.value()->begin();
        if (!done.ok())
            return done;
        WriteTx tx(*kept.value(), reference.value(), clock, {});
        done = finishMoving(tx);
        if (done.ok())
            done = sortInAll(*kept.value());
        return done.ok() ? kept.value()->commit() : done;
    }

    Result<Done> copy(const Clock &clock)
    {
        Result<std::unique_ptr<Connection>> source
            = Connection::open(m_paths.database(), Connection::Sync::Normal);
        if (!source.ok())
            return source.error();
        const Result<Done> copied
            = source.value()->script(u"vacuum into '%1'"_s.arg(quoted(m_kept)));
        if (!copied.ok())
            return copied;
        const Result<Done> moved = finishDates(clock);
        if (!moved.ok())
            return moved;
        if (!QFile::copy(m_kept, m_replayed))
            return Error{ErrorKind::DiskFull, u"copy for the replay"_s};
        Result<std::unique_ptr<Connection>> opened
            = Connection::open(m_replayed, Connection::Sync::Normal);
        if (!opened.ok())
            return opened.error();
        m_connection = std::move(opened).value();
        return m_connection->script(u"attach '%1' as kept"_s.arg(quoted(m_kept)));
    }

    static QString quoted(QString text) { return text.replace(u'\'', u"''"_s); }

    Result<Done> rebuild(const Clock &clock)
    {
        const Result<ReferencePtr> reference = loadReference(*m_connection);
        if (!reference.ok())
            return reference.error();
        Result<Done> done = m_connection->begin();
        if (!done.ok())
            return done;
        WriteTx tx(*m_connection, reference.value(), clock, {});
        done = rebuildProjections(tx);
        return done.ok() ? m_connection->commit() : done;
    }

    Result<Done> compare(const QString &table)
    {
        const Result<QString> key = firstColumn(table);
        if (!key.ok())
            return key.error();
        Query count(*m_connection, u"select count(*) as n from kept."_s + table);
        const Result<bool> row = count.next();
        if (!row.ok())
            return row.error();
        m_report.rows += count.number("n"_L1);
        Result<Done> done = minus(table, key.value(), {u"kept"_s, u"main"_s});
        if (done.ok())
            done = minus(table, key.value(), {u"main"_s, u"kept"_s});
        return done;
    }

    Result<QString> firstColumn(const QString &table)
    {
        Query query(*m_connection, columnsSql);
        query.bind(":table"_L1, table);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return Error{ErrorKind::StoreFailed, u"no table "_s + table};
        return query.text("name"_L1);
    }

    /// Rows of one side that the other has not, or has otherwise.
    Result<Done> minus(const QString &table, const QString &key,
                       const std::pair<QString, QString> &sides)
    {
        Query query(*m_connection,
                    u"select %3 as key from (select * from %1.%2 except select * from %4.%2)"_s.arg(
                        sides.first, table, key, sides.second));
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            ++m_report.differences;
            if (m_report.first.size() < shownDifferences)
                m_report.first.append(u"%1: %2 only %3"_s.arg(
                    table, keyText(query.value("key"_L1)),
                    sides.first == "kept"_L1 ? u"stored"_s : u"replayed"_s));
        }
        if (!more.ok())
            return more.error();
        return Done{};
    }

    static QString keyText(const QVariant &value)
    {
        return value.typeId() == QMetaType::QByteArray
            ? QString::fromLatin1(value.toByteArray().toHex())
            : QString::number(value.toLongLong());
    }

    const StorePaths &m_paths;
    QString m_replayed;
    QString m_kept;
    std::unique_ptr<Connection> m_connection;
    ReplayReport m_report;
};

} // namespace

Result<Done> rebuildProjections(WriteTx &tx)
{
    const Result<QList<StreamHead>> heads = allStreams(tx.connection());
    if (!heads.ok())
        return heads.error();
    Result<Done> done = clearProjections(tx);
    for (const StreamHead &head : heads.value()) {
        if (done.ok())
            done = replayStream(tx, head);
    }
    if (done.ok())
        done = sortInAll(tx.connection());
    return done.ok() ? forgetMoving(tx) : done;
}

Result<ReplayReport> replayCheck(const StorePaths &paths, const Clock &clock)
{
    return Replay(paths).run(clock);
}

} // namespace hall
