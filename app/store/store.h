#pragma once

#include "domain/result.h"
#include "store/backup.h"
#include "store/diagnostics.h"
#include "store/transaction.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace hall {

/// Where a store lives and how it behaves.
struct StoreOptions
{
    QString folder = {};       ///< hall.sqlite, safety.log, pages/, backups/ stand in it
    QString backupFolder = {}; ///< chosen by the administrator; empty = backups/ inside `folder`
    QString station = {};      ///< three characters; empty = the one the store already has
    FaultPlan *faults = nullptr;
    /// Free bytes of the disk; empty = asked of the system. New work is refused below storeReserve.
    std::function<qint64()> freeBytes = {};
};

/// What stays free on the disk for what has been begun (sync.md section D3).
constexpr qint64 storeReserve = 64 * 1024 * 1024;

/// The local store: one writer thread, two readers (typing; reports). No call blocks the caller.
class Store : public QObject
{
    Q_OBJECT
public:
    /// Opens, migrates (with a backup before), takes over what the safety file holds beyond the
    /// database, and loads the reference data. May run in any thread: the Store then belongs to the
    /// thread of the application object. Errors: StoreBusy, StoreNewer, StoreDamaged (then call
    /// recoverStore()), StoreOpen, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options,
                                                             const Clock &clock);
    ~Store() override;

    /// Runs `fn(WriteTx &) → Result<T>` in a transaction on the writer thread. A failed Result
    /// rolls back. The future is ready after commit and safety file.
    template <class F> auto write(F fn) -> QFuture<std::invoke_result_t<F, WriteTx &>>
    {
        return onWriter(std::move(fn), Durability::Promise);
    }

    /// The same for what the centre can give again: durable with the next write().
    template <class F> auto writePulled(F fn) -> QFuture<std::invoke_result_t<F, WriteTx &>>
    {
        return onWriter(std::move(fn), Durability::Pulled);
    }

    /// Runs `fn(ReadTx &) → Result<T>` on the typing reader.
    template <class F> auto read(F fn) -> QFuture<std::invoke_result_t<F, ReadTx &>>
    {
        return onReader(Reader::Typing, std::move(fn));
    }
    /// The same on the reader for reports and long lists.
    template <class F> auto report(F fn) -> QFuture<std::invoke_result_t<F, ReadTx &>>
    {
        return onReader(Reader::Reports, std::move(fn));
    }

    /// Makes a verified backup with the pages, begins a new safety file, keeps the newest 14. Runs
    /// beside reads and writes.
    QFuture<Result<BackupReport>> backup();
    /// From now on backups are made there and looked for there; empty = inside the store's folder.
    void setBackupFolder(const QString &folder);
    /// No backup today (hall date).
    [[nodiscard]] bool isBackupDue() const;
    [[nodiscard]] QList<BackupInfo> backups() const; ///< newest first

    /// replayCheck() of this store, beside reads and writes.
    QFuture<Result<ReplayReport>> replay();

    /// From the next transaction on; any thread.
    void setHooks(const WriteHooks &hooks);
    /// The centre gave another code (a clone, a reinstallation); events before keep theirs.
    QFuture<Result<Done>> renameStation(const QString &station);

    [[nodiscard]] ReferencePtr reference() const; ///< any thread
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString station() const;
    [[nodiscard]] const Clock &clock() const;

Q_SIGNALS:
    void changed(const hall::Changes &changes);
    /// Something a person must know that is no answer to a call (backup failed, safety file
    /// refused).
    void troubled(const hall::Error &error);

private:
    enum class Reader { Typing, Reports };
    struct Private;

    explicit Store(std::unique_ptr<Private> d);
    enum class Durability { Promise, Pulled };
    void enqueueWrite(std::function<bool(WriteTx &)> work,
                      std::function<void(const std::optional<Error> &)> done,
                      Durability durability);
    void enqueueRead(Reader reader, std::function<void(ReadTx &)> work);

    template <class F>
    auto onWriter(F fn, Durability durability) -> QFuture<std::invoke_result_t<F, WriteTx &>>
    {
        using R = std::invoke_result_t<F, WriteTx &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        auto result = std::make_shared<std::optional<R>>();
        enqueueWrite(
            [fn = std::move(fn), result](WriteTx &tx) mutable -> bool {
                result->emplace(fn(tx));
                return (*result)->ok();
            },
            [promise, result](const std::optional<Error> &failure) {
                promise->addResult(failure ? R(*failure) : std::move(**result));
                promise->finish();
            },
            durability);
        return future;
    }

    template <class F>
    auto onReader(Reader reader, F fn) -> QFuture<std::invoke_result_t<F, ReadTx &>>
    {
        using R = std::invoke_result_t<F, ReadTx &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        enqueueRead(reader, [promise, fn = std::move(fn)](ReadTx &tx) mutable {
            promise->addResult(fn(tx));
            promise->finish();
        });
        return future;
    }

    std::unique_ptr<Private> d;
};

} // namespace hall
