#include "store/recovery.h"

#include "domain/casenumber.h"
#include "store/durable.h"
#include "store/harvest.h"
#include "store/integrity.h"
#include "store/journal.h"
#include "store/migrations.h"
#include "store/numbers.h"
#include "store/ownrows.h"
#include "store/referencerows.h"
#include "store/refolding.h"
#include "store/safetyfile.h"
#include "store/salvage.h"
#include "store/settings.h"
#include "store/storelock.h"
#include "store/withdrawn.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView sidecars[] = {"-wal"_L1, "-shm"_L1};
constexpr qsizetype batch = 200;

QStringList safetyFiles(const StorePaths &paths)
{
    return {paths.previousSafety(), paths.newSafety(), paths.safety()};
}

QString requestFile(const QString &storeFolder)
{
    return storeFolder + u"/restore.request"_s;
}

/// Builds the new store beside the old one and puts it in place at the end.
class Recovery
{
public:
    Recovery(const StoreOptions &options, const Clock &clock)
        : m_options(options)
        , m_paths(storePaths(options.folder, options.backupFolder))
        , m_clock(clock)
        , m_file(m_paths.file("hall.recovering.sqlite"_L1))
    {
    }

    Result<RecoveryReport> run(const QString &chosenBackup)
    {
        if (!QDir().mkpath(m_options.folder))
            return Error{ErrorKind::StoreOpen, m_options.folder};
        const Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(m_paths.lock());
        if (!lock.ok())
            return lock.error();
        Result<Done> done = chosenBackup.isEmpty() ? copyNewestBackup() : copyBackup(chosenBackup);
        if (done.ok())
            done = collect();
        if (done.ok())
            done = fill();
        if (done.ok())
            done = putInPlace();
        if (!done.ok())
            return done.error();
        restorePages();
        return m_report;
    }

private:
    void clear() const
    {
        QFile::remove(m_file);
        for (const QLatin1StringView sidecar : sidecars)
            QFile::remove(m_file + sidecar);
    }

    Result<Done> copyBackup(const QString &backup)
    {
        clear();
        const Result<BackupReport> verified = verifyBackup(backup);
        if (!verified.ok())
            return verified.error();
        if (!QFile::copy(backup, m_file))
            return Error{ErrorKind::DiskFull, u"copy of the backup"_s};
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        m_report.backup = backup;
        m_report.eventsInBackup = verified.value().events;
        m_backupPos = verified.value().newestPos;
        return Done{};
    }

    Result<Done> copyNewestBackup()
    {
        clear();
        for (const BackupInfo &info : listBackups(m_paths.backupFolder)) {
            const Result<Done> copied = copyBackup(info.file);
            if (copied.ok() || copied.error().kind == ErrorKind::DiskFull)
                return copied;
        }
        return Done{};
    }

    Result<Done> collect()
    {
        for (const QString &path : safetyFiles(m_paths)) {
            const Result<SafetyFile::Reading> reading = SafetyFile::read(path);
            if (!reading.ok())
                return reading.error();
            m_harvest.take(reading.value().events);
            m_rows += reading.value().rows;
            m_report.eventsUnread += reading.value().damaged;
            if (m_storeId.isEmpty())
                m_storeId = reading.value().storeId;
        }
        const Salvage salvage = salvageStore(damagedFile(), m_paths.file("hall.salvage.sqlite"_L1));
        m_harvest.take(salvage.events);
        takeSalvagedRows(salvage.rows);
        return Done{};
    }

    // Rows of the safety file carry a hash, those of the damaged file may be rubbish: they only
    // fill what the safety file does not know.
    void takeSalvagedRows(const QList<OwnRow> &salvaged)
    {
        const auto name = [](const OwnRow &row) {
            return row.table.toUtf8() + QJsonDocument(row.key).toJson(QJsonDocument::Compact);
        };
        QSet<QByteArray> known;
        for (const OwnRow &row : std::as_const(m_rows))
            known.insert(name(row));
        for (const OwnRow &row : salvaged) {
            if (!known.contains(name(row)))
                m_rows.append(row);
        }
    }

    /// A recovery that was killed may have renamed it already.
    QString damagedFile() const
    {
        if (QFile::exists(m_paths.database()))
            return m_paths.database();
        const QStringList older = QDir(m_options.folder)
                                      .entryList({u"hall.damaged-*.sqlite"_s}, QDir::Files,
                                                 QDir::Name | QDir::Reversed);
        return older.isEmpty() ? m_paths.database() : m_options.folder + u'/' + older.first();
    }

    Result<Done> fill()
    {
        Result<std::unique_ptr<Connection>> opened
            = Connection::open(m_file, Connection::Sync::Full, m_options.faults);
        if (!opened.ok())
            return opened.error();
        m_connection = std::move(opened).value();
        Result<Done> done = migrate(*m_connection, m_clock);
        if (done.ok())
            done = nameStore();
        if (!done.ok())
            return done.error();
        const Result<ReferencePtr> reference = loadReference(*m_connection);
        if (!reference.ok())
            return reference.error();
        m_reference = reference.value();
        const Result<JournalFacts> before = checkJournal(*m_connection);
        if (!before.ok())
            return before.error();
        done = applyAll();
        if (done.ok())
            done = applyRows();
        if (done.ok())
            done = noteToRefold(*m_connection, m_harvest.cases());
        if (!done.ok())
            return done.error();
        const Result<JournalFacts> after = checkJournal(*m_connection);
        if (!after.ok())
            return after.error();
        m_report.eventsRestored = after.value().events - before.value().events;
        return Done{};
    }

    Result<Done> nameStore()
    {
        const Result<QString> id = setting(*m_connection, u"store.id"_s);
        if (!id.ok())
            return id.error();
        if (id.value().isEmpty() && !m_storeId.isEmpty())
            return setOwnSetting(*m_connection, u"store.id"_s, m_storeId);
        return Done{};
    }

    Result<Done> applyAll()
    {
        QList<Event> waiting;
        const QSet<EventId> withdrawn = withdrawnIn(m_rows);
        const Result<Done> raised = raiseSerials();
        if (!raised.ok())
            return raised;
        const QList<QList<PlacedEvent>> streams = m_harvest.inOrder();
        for (const QList<PlacedEvent> &stream : streams) {
            const Result<Done> counted = countLost(stream);
            if (!counted.ok())
                return counted.error();
            for (const PlacedEvent &placed : stream) {
                if (!withdrawn.contains(placed.event.id))
                    waiting.append(placed.event);
            }
            if (waiting.size() < batch && stream.first().event.kind != StreamKind::Hall)
                continue;
            const Result<Done> done
                = inTransaction([&waiting](WriteTx &tx) { return tx.append(waiting); });
            if (!done.ok())
                return done.error();
            waiting.clear();
        }
        return inTransaction([&waiting](WriteTx &tx) { return tx.append(waiting); });
    }

    /// A serial that the centre may have seen is not used for another event.
    Result<Done> raiseSerials()
    {
        qint64 newest = toldSerial(m_rows);
        for (const QList<PlacedEvent> &stream : m_harvest.inOrder()) {
            for (const PlacedEvent &placed : stream)
                newest = qMax(newest, placed.pos);
        }
        return raiseOutbox(*m_connection, newest);
    }

    /// What a stream's numbers say is missing between the backup and the newest event known.
    Result<Done> countLost(const QList<PlacedEvent> &stream)
    {
        qint64 here = 0;
        const Result<StreamHead> head = streamHead(*m_connection, stream.first().event.stream);
        if (head.ok())
            here = head.value().count;
        else if (head.error().kind != ErrorKind::NotFound)
            return head.error();
        const qint64 newest = stream.last().seq;
        const auto behind = std::ranges::count_if(
            stream, [here](const PlacedEvent &placed) { return placed.seq > here; });
        m_report.eventsLost += qMax<qint64>(0, newest - here - behind);
        return Done{};
    }

    Result<Done> applyRows()
    {
        return inTransaction([this](WriteTx &tx) -> Result<Done> {
            for (const OwnRow &row : std::as_const(m_rows)) {
                const Result<Done> done = replayRow(tx.connection(), row);
                if (!done.ok())
                    return done;
            }
            return raiseSerials(tx);
        });
    }

    /// A number that stands in an event was given, whatever the rows say.
    Result<Done> raiseSerials(WriteTx &tx)
    {
        for (const QList<PlacedEvent> &stream : m_harvest.inOrder()) {
            const QString text = stream.first().event.head.value("number"_L1).toString();
            const Result<CaseNumber> number = CaseNumber::fromText(text);
            if (!number.ok())
                continue;
            const Result<Done> done = raiseSerial(tx.connection(), number.value());
            if (!done.ok())
                return done;
        }
        return Done{};
    }

    template <class F> Result<Done> inTransaction(F work)
    {
        Result<Done> done = m_connection->begin();
        if (!done.ok())
            return done;
        WriteTx tx(*m_connection, m_reference, m_clock, m_options.station);
        done = work(tx);
        if (done.ok())
            done = m_connection->commit();
        if (!done.ok())
            m_connection->rollback();
        else
            m_reference = tx.referencePtr();
        return done;
    }

    /// The old files get names that tell the time; the next start writes a new safety file from all
    /// that is behind the backup's position.
    Result<Done> putInPlace()
    {
        Result<Done> done
            = setOwnSetting(*m_connection, u"backup.pos"_s, QString::number(m_backupPos));
        if (done.ok())
            done = m_connection->script(u"pragma wal_checkpoint(truncate)"_s);
        m_connection.reset();
        if (!done.ok())
            return done;
        const QString stamp = m_clock.now().toString(u"yyyyMMdd-HHmmss-zzz"_s);
        if (QFile::exists(m_paths.database())) {
            m_report.damagedFile = m_paths.file("hall.damaged-"_L1) + stamp + u".sqlite"_s;
            done = moveIntoPlace(m_paths.database(), m_report.damagedFile);
            for (const QLatin1StringView sidecar : sidecars)
                QFile::rename(m_paths.database() + sidecar, m_report.damagedFile + sidecar);
        }
        if (done.ok())
            done = moveIntoPlace(m_file, m_paths.database());
        if (!done.ok())
            return done;
        // From here on the new store holds it all; the safety files stay beside it for a person.
        int number = 0;
        for (const QString &path : safetyFiles(m_paths)) {
            if (QFile::exists(path))
                QFile::rename(path,
                              m_paths.file("safety.kept-"_L1) + stamp + u"-%1.log"_s.arg(++number));
        }
        return Done{};
    }

    // A page's name is its hash, so a copy of the same name is the same page.
    void restorePages() const
    {
        QDirIterator files(m_paths.backupPages(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            const QString to = m_paths.pages() + from.mid(m_paths.backupPages().size());
            QDir().mkpath(QFileInfo(to).absolutePath());
            if (!QFile::exists(to))
                QFile::copy(from, to);
        }
    }

    const StoreOptions &m_options;
    StorePaths m_paths;
    const Clock &m_clock;
    QString m_file;
    QString m_storeId;
    Harvest m_harvest;
    QList<OwnRow> m_rows;
    qint64 m_backupPos = 0;
    std::unique_ptr<Connection> m_connection;
    ReferencePtr m_reference;
    RecoveryReport m_report;
};

} // namespace

Result<RecoveryReport> recoverStore(const StoreOptions &options, const Clock &clock)
{
    return Recovery(options, clock).run({});
}

Result<Done> requestRestore(const QString &storeFolder, const QString &backup)
{
    QSaveFile file(requestFile(storeFolder));
    const QByteArray bytes = backup.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::FileNotWritten, u"restore request"_s};
    return Done{};
}

QString takeRestoreRequest(const QString &storeFolder)
{
    QFile file(requestFile(storeFolder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString backup = QString::fromUtf8(file.readAll());
    file.close();
    return file.remove() ? backup : QString();
}

Result<RecoveryReport> restoreBackup(const StoreOptions &options, const Clock &clock,
                                     const QString &backup)
{
    return Recovery(options, clock).run(backup);
}

} // namespace hall
