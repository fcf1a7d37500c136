#include "store/storewriter.h"

#include "store/diagnostics.h"
#include "store/durable.h"
#include "store/forgetting.h"
#include "store/freshgrams.h"
#include "store/integrity.h"
#include "store/migrations.h"
#include "store/movingdates.h"
#include "store/ownrows.h"
#include "store/referencerows.h"
#include "store/settings.h"
#include "store/store.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// Up to this size the whole file is checked at every start (some ten milliseconds); a bigger one
// is checked by the daily backup.
constexpr qint64 smallStore = 8 * 1024 * 1024;
// A writer that waits for a checkpoint makes somebody wait: Store does it while nobody writes, and
// only a log of 64 MB is worked off at once.
const QString latePragma = u"pragma wal_autocheckpoint = 16000"_s;
// More cases in one transaction are no acceptance: their search entries are sorted in with it.
constexpr qsizetype manyCases = 64;

} // namespace

StoreWriter::StoreWriter(StorePaths paths, const StoreOptions &options, const Clock &clock)
    : m_paths(std::move(paths))
    , m_options(options)
    , m_clock(clock)
{
}

Result<std::unique_ptr<StoreWriter>>
StoreWriter::open(const StorePaths &paths, const StoreOptions &options, const Clock &clock)
{
    std::unique_ptr<StoreWriter> writer(new StoreWriter(paths, options, clock));
    Result<Done> done = writer->openDatabase();
    if (done.ok())
        done = writer->prepareSchema();
    if (done.ok())
        done = writer->checkSmall();
    if (done.ok())
        done = writer->nameStore();
    if (!done.ok())
        return done.error();
    const Result<ReferencePtr> reference = loadReference(*writer->m_connection);
    if (!reference.ok())
        return reference.error();
    writer->m_reference = reference.value();
    done = writer->rebuildIfAsked();
    if (done.ok())
        done = writer->openSafety();
    if (!done.ok())
        return done.error();
    return writer;
}

bool StoreWriter::hasPast() const
{
    return QFile::exists(m_paths.safety()) || QFile::exists(m_paths.previousSafety())
        || !listBackups(m_paths.backupFolder).isEmpty();
}

Result<Done> StoreWriter::openDatabase()
{
    // A missing database beside its own backups is a loss, not a first start.
    if (!QFile::exists(m_paths.database()) && hasPast())
        return Error{ErrorKind::StoreDamaged, u"database file is missing"_s};
    Result<std::unique_ptr<Connection>> opened
        = Connection::open(m_paths.database(), Connection::Sync::Full, m_options.faults);
    if (!opened.ok())
        return opened.error();
    m_connection = std::move(opened).value();
    return m_connection->script(latePragma);
}

Result<Done> StoreWriter::prepareSchema()
{
    const Result<int> version = storeVersion(*m_connection);
    if (!version.ok())
        return version.error();
    const Result<bool> isOurs = isHallStore(*m_connection);
    if (!isOurs.ok())
        return isOurs.error();
    if (version.value() != 0 && (!isOurs.value() || version.value() > maxMigration))
        return Error{ErrorKind::StoreDamaged, u"file header"_s};
    if (version.value() == 0 && hasPast())
        return Error{ErrorKind::StoreDamaged, u"database file is empty"_s};
    if (version.value() > newestMigration())
        return Error{ErrorKind::StoreNewer, QString::number(version.value())};
    if (version.value() > 0 && version.value() < newestMigration()) {
        const Result<BackupReport> backup = makeBackup(m_paths, m_clock, m_options.faults);
        if (!backup.ok())
            return backup.error();
    }
    return migrate(*m_connection, m_clock);
}

Result<Done> StoreWriter::checkSmall()
{
    if (QFileInfo(m_paths.database()).size() > smallStore)
        return Done{};
    const Result<Done> file = checkFile(*m_connection);
    if (!file.ok())
        return file.error();
    const Result<JournalFacts> journal = checkJournal(*m_connection);
    if (!journal.ok())
        return journal.error();
    return Done{};
}

Result<Done> StoreWriter::nameStore()
{
    Result<QString> id = setting(*m_connection, u"store.id"_s);
    Result<QString> station = setting(*m_connection, u"store.station"_s);
    if (!id.ok())
        return id.error();
    if (!station.ok())
        return station.error();
    m_storeId = id.value();
    m_station = station.value();
    if (m_storeId.isEmpty()) {
        m_storeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Result<Done> done = setOwnSetting(*m_connection, u"store.id"_s, m_storeId);
        if (!done.ok())
            return done.error();
    }
    // The station belongs to the installation: it is set once.
    if (m_station.isEmpty() && !m_options.station.isEmpty()) {
        m_station = m_options.station;
        return setOwnSetting(*m_connection, u"store.station"_s, m_station);
    }
    return Done{};
}

Result<Done> StoreWriter::rebuildIfAsked()
{
    const QString key = u"store.rebuild"_s;
    const Result<QString> asked = setting(*m_connection, key);
    if (!asked.ok())
        return asked.error();
    if (asked.value() != "1"_L1)
        return Done{};
    Result<Done> done = m_connection->begin();
    if (!done.ok())
        return done;
    WriteTx tx(*m_connection, m_reference, m_clock, m_station);
    done = rebuildProjections(tx);
    if (done.ok())
        done = setOwnSetting(*m_connection, key, u"0"_s);
    if (done.ok())
        done = m_connection->commit();
    if (!done.ok())
        m_connection->rollback();
    return done;
}

std::optional<Error> StoreWriter::refusal()
{
    const qint64 free = m_options.freeBytes ? m_options.freeBytes() : freeBytes(m_paths.folder);
    if (free < storeReserve)
        return Error{ErrorKind::DiskFull, QString::number(free)};
    if (m_isRelaxed) {
        const Result<Done> strict = m_connection->script(u"pragma synchronous = full"_s);
        if (!strict.ok())
            return strict.error();
        m_isRelaxed = false;
    }
    const Result<Done> repaired = repairSafety();
    if (!repaired.ok())
        return repaired.error();
    return {};
}

StoreWriter::Outcome StoreWriter::run(const std::function<bool(WriteTx &)> &work)
{
    if (const std::optional<Error> refused = refusal())
        return {.failure = *refused};
    Result<Done> done = m_connection->begin();
    if (!done.ok())
        return {.failure = done.error()};
    WriteTx tx(*m_connection, m_reference, m_clock, m_station);
    tx.setHooks(m_hooks);
    if (!work(tx)) {
        m_connection->rollback();
        return {};
    }
    if (tx.changes().cases.size() >= manyCases)
        done = sortInAll(*m_connection);
    if (done.ok())
        done = m_connection->commit();
    if (!done.ok()) {
        m_connection->rollback();
        return {.failure = done.error()};
    }
    m_reference = tx.referencePtr();
    m_unsafeEvents = tx.appended();
    m_unsafeRows = tx.ownRows();
    m_hasToForget = m_hasToForget || asksToForget(m_unsafeRows);
    Outcome outcome{.isCommitted = true, .changes = tx.changes()};
    const Result<Done> safe = repairSafety();
    if (!safe.ok())
        outcome.trouble = safe.error();
    return outcome;
}

StoreWriter::Outcome StoreWriter::runPulled(const std::function<bool(WriteTx &)> &work)
{
    const Result<Done> relaxed = m_connection->script(u"pragma synchronous = normal"_s);
    if (!relaxed.ok())
        return {.failure = relaxed.error()};
    const Outcome outcome = run(work);
    // A promise waits for the disk: without FULL nothing more is accepted.
    const Result<Done> strict = m_connection->script(u"pragma synchronous = full"_s);
    m_isRelaxed = !strict.ok();
    return outcome;
}

bool StoreWriter::hasMovingDates() const
{
    const Result<std::optional<MovingDates>> left = movingDates(*m_connection);
    return !left.ok() || left.value();
}

Result<Done> StoreWriter::renameStation(const QString &station)
{
    const Result<Done> done = setOwnSetting(*m_connection, u"store.station"_s, station);
    if (!done.ok())
        return done;
    m_station = station;
    m_unsafeRows.append(stationRow(station));
    const Result<Done> kept = repairSafety(); // or with the next write
    Q_UNUSED(kept)
    return Done{};
}

} // namespace hall
