#include "store/salvage.h"

#include "store/journal.h"
#include "store/ownrows.h"

#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString eventsSql = u"select"_s + eventColumns()
    + u"from event e join stream s on s.key = (e.key >> 20) where e.key > :after order by e.key"_s;
const QString streamKeysSql = u"select key from stream where key > :after order by key limit 1"_s;

constexpr QLatin1StringView sidecars[] = {"-wal"_L1, "-shm"_L1};

void removeCopy(const QString &scratch)
{
    QFile::remove(scratch);
    for (const QLatin1StringView sidecar : sidecars)
        QFile::remove(scratch + sidecar);
}

/// Reads events from `after` on until the file gives up; answers the last key that was read.
qint64 readRun(Connection &connection, qint64 after, QList<PlacedEvent> &events)
{
    Query query(connection, eventsSql);
    query.bind(":after"_L1, after);
    qint64 last = after;
    for (Result<bool> more = query.next(); more.ok() && more.value(); more = query.next()) {
        last = query.number("event_key"_L1);
        const Event event = eventFromRow(query);
        if (isIntact(event) && !event.id.isNull())
            events.append({event, 0, seqOf(last)});
    }
    return last;
}

// A damaged page ends a run: the next one begins behind it, at the next stream.
void readEvents(Connection &connection, QList<PlacedEvent> &events)
{
    qint64 after = readRun(connection, 0, events);
    for (;;) {
        Query next(connection, streamKeysSql);
        next.bind(":after"_L1, streamKeyOf(after));
        const Result<bool> row = next.next();
        if (!row.ok() || !row.value())
            return;
        const qint64 from = eventKey(next.number("key"_L1), 0);
        after = qMax(from, readRun(connection, from, events));
    }
}

} // namespace

Salvage salvageStore(const QString &damaged, const QString &scratch)
{
    Salvage salvage;
    if (!QFile::exists(damaged))
        return salvage;
    removeCopy(scratch);
    if (QFile::copy(damaged, scratch)) {
        QFile::copy(damaged + "-wal"_L1, scratch + "-wal"_L1);
        const Result<std::unique_ptr<Connection>> opened
            = Connection::open(scratch, Connection::Sync::Normal);
        if (opened.ok()) {
            readEvents(*opened.value(), salvage.events);
            const Result<QList<OwnRow>> rows = allOwnRows(*opened.value());
            if (rows.ok())
                salvage.rows = rows.value();
        }
    }
    removeCopy(scratch);
    return salvage;
}

} // namespace hall
