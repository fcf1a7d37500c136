#pragma once

#include "domain/result.h"
#include "store/backup.h"
#include "store/safetyfile.h"
#include "store/storepaths.h"
#include "store/transaction.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace hall {

struct StoreOptions;

/// The writing half of a store; lives on the writer thread. Database first, then the safety file:
/// a crash between leaves the database right, and the next start writes what the file lacks.
class StoreWriter
{
public:
    struct Outcome
    {
        std::optional<Error> failure = {}; ///< nothing was committed
        bool isCommitted = false;
        Changes changes = {};
        std::optional<Error> trouble = {}; ///< committed, but a person must know
    };

    [[nodiscard]] static Result<std::unique_ptr<StoreWriter>>
    open(const StorePaths &paths, const StoreOptions &options, const Clock &clock);

    /// One transaction. When the last safety write failed, that file is made whole first, or the
    /// work is refused with SafetyFile or DiskFull before anything of it is committed.
    [[nodiscard]] Outcome run(const std::function<bool(WriteTx &)> &work);
    /// The same for what can be had again: the commit waits for no disk (synchronous = NORMAL).
    [[nodiscard]] Outcome runPulled(const std::function<bool(WriteTx &)> &work);
    void setHooks(const WriteHooks &hooks) { m_hooks = hooks; }
    /// A clone or a reinstallation goes on under another code (PROTOCOL.md, renew_station).
    [[nodiscard]] Result<Done> renameStation(const QString &station);
    /// After a verified backup: a new safety file begins behind it, the old one stays as previous.
    [[nodiscard]] Result<Done> rotateSafety(const BackupReport &backup);
    /// End of the records that the start did not look at one by one; 0 = it looked at all.
    [[nodiscard]] qint64 uncheckedSafety() const { return m_uncheckedSafety; }
    /// One of those turned out to be damaged: a new file is written from the database.
    [[nodiscard]] Result<Done> rewriteSafety();
    /// A transaction has asked for it (forgetting.h).
    [[nodiscard]] bool hasToForget() const { return m_hasToForget; }
    /// The safety file from the database as it is now, the previous one erased.
    [[nodiscard]] Result<Done> forgetLeft();
    [[nodiscard]] Result<QString> staleBackups() const;
    /// Those that held it are erased: true, unless more has left since `stale` was asked for.
    [[nodiscard]] bool backupsAreFresh(const QString &stale);

    /// Due dates wait to be moved (movingdates.h), or that could not be read.
    [[nodiscard]] bool hasMovingDates() const;
    [[nodiscard]] const QString &station() const { return m_station; }
    [[nodiscard]] const ReferencePtr &reference() const { return m_reference; }

private:
    StoreWriter(StorePaths paths, const StoreOptions &options, const Clock &clock);
    [[nodiscard]] Result<Done> openDatabase();
    [[nodiscard]] Result<Done> prepareSchema();
    [[nodiscard]] Result<Done> checkSmall();
    [[nodiscard]] Result<Done> nameStore();
    /// After an upgrade with a new projection (the migration asks for it by a setting): all
    /// projections from the journals, once.
    [[nodiscard]] Result<Done> rebuildIfAsked();
    [[nodiscard]] Result<Done> openSafety();
    /// Events that only the safety file has: an older copy of the database was put in place.
    [[nodiscard]] Result<bool> takeOver(const EventId &newest);
    [[nodiscard]] Result<bool> takeOver(const SafetyFile::Reading &reading);
    [[nodiscard]] Result<bool> hasOrWithdrew(const EventId &id);
    /// Events that only the database has.
    [[nodiscard]] Result<Done> catchUp(qint64 fromPos);
    [[nodiscard]] std::optional<Error> refusal();
    [[nodiscard]] Result<Done> repairSafety();
    [[nodiscard]] Result<Done> restartSafety(const QString &aside, qint64 afterPos);
    [[nodiscard]] Result<Done> putOwnRows();
    [[nodiscard]] bool hasPast() const;

    StorePaths m_paths;
    const StoreOptions &m_options;
    const Clock &m_clock;
    QString m_station;
    QString m_storeId;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<SafetyFile> m_safety;
    qint64 m_uncheckedSafety = 0;
    ReferencePtr m_reference;
    WriteHooks m_hooks;
    bool m_hasToForget = false;
    bool m_isRelaxed = false; ///< the pragma of runPulled() could not be taken back
    // Committed, but not yet in the safety file.
    QList<PlacedEvent> m_unsafeEvents;
    QList<OwnRow> m_unsafeRows;
};

} // namespace hall
