#include "desk/admin/upkeepdesk.h"

#include "store/diagnostics.h"
#include "store/recovery.h"
#include "store/safetyfile.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QtConcurrent>
#include <QTemporaryFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

BackupCheck checkOf(const BackupReport &report)
{
    return {.file = report.file,
            .streams = report.streams,
            .events = report.events,
            .bytes = report.bytes};
}

Result<BackupCheck> tested(const QString &file)
{
    const Result<BackupReport> report = verifyBackup(file);
    if (!report.ok())
        return report.error();
    return checkOf(report.value());
}

QList<Fact> replayFacts(const ReplayReport &replay)
{
    return {{.kind = FactKind::ReplayEqual,
             .number = replay.differences,
             .text = replay.first.join(u"\n"_s),
             .isGood = replay.differences == 0},
            {.kind = FactKind::Chains, .text = replay.damage, .isGood = replay.damage.isEmpty()},
            {.kind = FactKind::Streams, .number = replay.streams},
            {.kind = FactKind::Events, .number = replay.events},
            {.kind = FactKind::ProjectionRows, .number = replay.rows}};
}

QList<Fact> safetyFacts(const SafetyFile::Reading &reading)
{
    return {{.kind = FactKind::SafetyEvents, .number = reading.events.size()},
            {.kind = FactKind::SafetyDamage,
             .number = reading.damaged,
             .isGood = reading.damaged == 0}};
}

Result<QList<Fact>> storeFacts(const StorePaths &paths, const Clock &clock)
{
    const Result<ReplayReport> replay = replayCheck(paths, clock);
    if (!replay.ok())
        return replay.error();
    QList<Fact> facts = replayFacts(replay.value());
    const Result<SafetyFile::Reading> safety = SafetyFile::read(paths.safety());
    if (safety.ok())
        facts += safetyFacts(safety.value());
    else
        facts.append({.kind = FactKind::SafetyDamage, .number = 1, .isGood = false});
    return facts;
}

} // namespace

UpkeepDesk::UpkeepDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QList<BackupEntry> UpkeepDesk::backups() const
{
    QList<BackupEntry> entries;
    for (const BackupInfo &info : m_publisher.place().store.backups())
        entries.append({.file = info.file, .at = info.at, .bytes = info.bytes});
    return entries;
}

QFuture<Result<BackupCheck>> UpkeepDesk::backUp() const
{
    return m_publisher.place().store.backup().then(
        [](const Result<BackupReport> &report) -> Result<BackupCheck> {
            if (!report.ok())
                return report.error();
            return checkOf(report.value());
        });
}

QFuture<Result<BackupCheck>> UpkeepDesk::test(const QString &file) const
{
    return QtConcurrent::run(&tested, file);
}

QFuture<Result<BackupCheck>> UpkeepDesk::askRestore(const QString &file) const
{
    if (!m_publisher.mayPublish())
        return answered<BackupCheck>(Error{ErrorKind::NotYourPost});
    const QString folder = m_publisher.place().store.folder();
    return QtConcurrent::run([file, folder]() -> Result<BackupCheck> {
        const Result<BackupCheck> check = tested(file);
        if (!check.ok())
            return check;
        const Result<Done> asked = requestRestore(folder, file);
        return asked.ok() ? check : Result<BackupCheck>(asked.error());
    });
}

void UpkeepDesk::useFolder(const QString &folder) const
{
    m_publisher.place().store.setBackupFolder(folder);
}

Result<Done> UpkeepDesk::checkFolder(const QString &folder)
{
    // Only writing shows whether one may write (network drives, quotas).
    QTemporaryFile probe(folder + u"/onehall-probe"_s);
    if (!QDir().mkpath(folder) || !probe.open() || probe.write("x") != 1 || !probe.flush())
        return Error{ErrorKind::StoreOpen, folder};
    return Done{};
}

QString UpkeepDesk::standardFolder() const
{
    return storePaths(m_publisher.place().store.folder(), {}).backupFolder;
}

QFuture<Result<QList<Fact>>> UpkeepDesk::diagnose() const
{
    const Store &store = m_publisher.place().store;
    const StorePaths paths = storePaths(store.folder(), {});
    QList<Fact> own{{.kind = FactKind::Station, .text = store.station()}};
    const QList<BackupEntry> entries = backups();
    const qint64 days = entries.isEmpty()
        ? -1
        : hallDate(entries.first().at).daysTo(m_publisher.place().clock.today());
    own.append({.kind = FactKind::LastBackup, .number = days, .isGood = days >= 0 && days <= 1});
    return QtConcurrent::run([paths, own, &clock = store.clock()]() -> Result<QList<Fact>> {
        const Result<QList<Fact>> facts = storeFacts(paths, clock);
        if (!facts.ok())
            return facts;
        return facts.value() + own;
    });
}

QFuture<Result<Done>> UpkeepDesk::rebuild() const
{
    if (!m_publisher.mayPublish())
        return answered<Done>(Error{ErrorKind::NotYourPost});
    return m_publisher.place().store.write([](WriteTx &tx) { return rebuildProjections(tx); });
}

} // namespace hall
