// The second file of a StoreWriter.
#include "store/durable.h"
#include "store/forgetting.h"
#include "store/journal.h"
#include "store/ownrows.h"
#include "store/settings.h"
#include "store/store.h"
#include "store/storewriter.h"
#include "store/withdrawn.h"

#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 500;

} // namespace

Result<Done> StoreWriter::openSafety()
{
    const Result<QString> mark = setting(*m_connection, u"backup.pos"_s, u"0"_s);
    if (!mark.ok())
        return mark.error();
    m_safety = std::make_unique<SafetyFile>(m_paths.safety(), m_storeId, m_options.faults);
    const Result<SafetyFile::Found> found = m_safety->open();
    if (!found.ok())
        return found.error();
    const Result<bool> tookOver = takeOver(found.value().newest);
    if (!tookOver.ok())
        return tookOver.error();
    const qint64 markPos = mark.value().toLongLong();
    if (found.value().end == 0) // a new file
        m_unsafeRows.append(stationRow(m_station));
    if (tookOver.value() || found.value().damaged > 0)
        return restartSafety(m_paths.previousSafety(), markPos);
    m_uncheckedSafety = found.value().checkedFrom;
    const Result<Done> caughtUp = catchUp(qMax(markPos, found.value().newestPos));
    return caughtUp.ok() ? repairSafety() : caughtUp;
}

// The newest event speaks for all before it.
Result<bool> StoreWriter::takeOver(const EventId &newest)
{
    const Result<bool> isHere = newest.isNull() ? Result<bool>(true) : hasOrWithdrew(newest);
    if (!isHere.ok() || isHere.value())
        return isHere.ok() ? Result<bool>(false) : isHere;
    const Result<SafetyFile::Reading> reading = SafetyFile::read(m_paths.safety());
    return reading.ok() ? takeOver(reading.value()) : Result<bool>(reading.error());
}

Result<bool> StoreWriter::takeOver(const SafetyFile::Reading &reading)
{
    const QSet<EventId> withdrawn = withdrawnIn(reading.rows);
    QList<Event> events;
    for (const PlacedEvent &placed : reading.events) {
        if (!withdrawn.contains(placed.event.id))
            events.append(placed.event);
    }
    const Result<bool> isHere
        = events.isEmpty() ? Result<bool>(true) : hasOrWithdrew(events.last().id);
    if (!isHere.ok() || isHere.value())
        return isHere.ok() ? Result<bool>(false) : isHere;
    Result<Done> done = m_connection->begin();
    if (!done.ok())
        return done.error();
    WriteTx tx(*m_connection, m_reference, m_clock, m_station);
    done = raiseOutbox(*m_connection, reading.newestPos());
    if (done.ok())
        done = tx.append(events);
    for (const OwnRow &row : reading.rows) {
        if (done.ok())
            done = replayRow(*m_connection, row);
    }
    if (done.ok())
        done = m_connection->commit();
    if (!done.ok()) {
        m_connection->rollback();
        return done.error();
    }
    m_reference = tx.referencePtr();
    const Result<QString> station = setting(*m_connection, u"store.station"_s);
    if (!station.ok())
        return station.error();
    m_station = station.value();
    return true;
}

Result<bool> StoreWriter::hasOrWithdrew(const EventId &id)
{
    const Result<bool> isHere = hasEvent(*m_connection, id);
    if (!isHere.ok() || isHere.value())
        return isHere;
    return isWithdrawn(*m_connection, id);
}

Result<Done> StoreWriter::rewriteSafety()
{
    const Result<QString> mark = setting(*m_connection, u"backup.pos"_s, u"0"_s);
    if (!mark.ok())
        return mark.error();
    const Result<Done> repaired = repairSafety();
    if (!repaired.ok())
        return repaired;
    return restartSafety(m_paths.previousSafety(), mark.value().toLongLong());
}

Result<Done> StoreWriter::catchUp(qint64 fromPos)
{
    for (;;) {
        const Result<QList<PlacedEvent>> missing = eventsAfter(*m_connection, fromPos, batch);
        if (!missing.ok())
            return missing.error();
        if (missing.value().isEmpty())
            return Done{};
        const Result<Done> done = m_safety->append(missing.value(), {});
        if (!done.ok())
            return done.error();
        fromPos = missing.value().last().pos;
    }
}

Result<Done> StoreWriter::repairSafety()
{
    if (m_unsafeEvents.isEmpty() && m_unsafeRows.isEmpty())
        return Done{};
    const Result<Done> done = m_safety->append(m_unsafeEvents, m_unsafeRows);
    if (!done.ok())
        return done.error();
    m_unsafeEvents.clear();
    m_unsafeRows.clear();
    return Done{};
}

Result<Done> StoreWriter::rotateSafety(const BackupReport &backup)
{
    const Result<Done> repaired = repairSafety();
    if (!repaired.ok())
        return repaired.error();
    // The new file is whole before the mark moves: a crash between leaves both files good.
    const Result<Done> restarted = restartSafety(m_paths.previousSafety(), backup.newestPos);
    if (!restarted.ok())
        return restarted.error();
    Result<Done> done
        = setOwnSetting(*m_connection, u"backup.pos"_s, QString::number(backup.newestPos));
    if (done.ok())
        done = setOwnSetting(*m_connection, u"backup.at"_s,
                             QString::number(backup.at.toMSecsSinceEpoch()));
    return done;
}

Result<Done> StoreWriter::forgetLeft()
{
    m_hasToForget = false;
    const Result<Done> rewritten = rewriteSafety();
    const Result<Done> erased = rewritten.ok() ? eraseFile(m_paths.previousSafety()) : rewritten;
    return erased.ok() ? noteForgotten(*m_connection) : erased;
}

Result<QString> StoreWriter::staleBackups() const
{
    return hall::staleBackups(*m_connection);
}

bool StoreWriter::backupsAreFresh(const QString &stale)
{
    return staleBackups().valueOr({}) == stale
        && setOwnSetting(*m_connection, u"backup.left"_s, {}).ok();
}

/// Beside the rows what a recovery cannot read from events that are gone: the newest serial.
Result<Done> StoreWriter::putOwnRows()
{
    const Result<QList<OwnRow>> rows = allOwnRows(*m_connection);
    const Result<qint64> serial = rows.ok() ? newestSerial(*m_connection) : rows.error();
    if (!serial.ok())
        return serial.error();
    return m_safety->append(
        {}, rows.value() + QList<OwnRow>{stationRow(m_station), serialRow(serial.value())});
}

Result<Done> StoreWriter::restartSafety(const QString &aside, qint64 afterPos)
{
    QFile::remove(m_paths.newSafety());
    const std::unique_ptr<SafetyFile> old = std::move(m_safety);
    m_safety = std::make_unique<SafetyFile>(m_paths.newSafety(), m_storeId, m_options.faults);
    const Result<SafetyFile::Found> opened = m_safety->open();
    Result<Done> done = opened.ok() ? catchUp(afterPos) : Result<Done>(opened.error());
    if (done.ok())
        done = putOwnRows();
    if (done.ok() && QFile::exists(m_paths.safety()))
        done = moveIntoPlace(m_paths.safety(), aside);
    if (done.ok())
        done = moveIntoPlace(m_paths.newSafety(), m_paths.safety());
    // Whatever went wrong, writing goes on in the file that stands under the name.
    m_safety = std::make_unique<SafetyFile>(m_paths.safety(), m_storeId, m_options.faults);
    const Result<SafetyFile::Found> reopened = m_safety->open();
    if (done.ok() && !reopened.ok())
        return reopened.error();
    return done;
}

} // namespace hall
