#pragma once

#include "domain/casefile.h"
#include "domain/clock.h"
#include "domain/decide.h"
#include "domain/event.h"
#include "domain/reference.h"
#include "domain/result.h"
#include "store/connection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>

namespace hall {

/// Where a store lives and how it behaves.
struct StoreOptions
{
    QString folder = {};        ///< hall.sqlite, safety.log, pages/, backups/ stand in it
    QString backupFolder = {};  ///< chosen by the administrator; empty = backups/ inside `folder`
    QString station = {};       ///< three characters; empty = the one the store already has
    FaultPlan *faults = nullptr;
};

/// What a committed transaction changed; sent after the commit, on the thread of the Store object.
struct Changes
{
    QSet<StreamId> cases = {};
    bool hasReference = false;  ///< reference data were published: reference() is a new value
    bool hasDrafts = false;
    bool hasPayments = false;
};

/// What reads may see. Repositories (caserows.h, search.h, …) take it as their first argument.
class ReadTx
{
public:
    ReadTx(Connection &connection, ReferencePtr reference);
    [[nodiscard]] Connection &connection() const { return m_connection; }
    [[nodiscard]] const Reference &reference() const { return *m_reference; }
    [[nodiscard]] const ReferencePtr &referencePtr() const { return m_reference; }

    /// Events of a stream in order; NotFound when there are none here.
    [[nodiscard]] Result<QList<Event>> journal(const StreamId &stream) const;
    /// journal() folded.
    [[nodiscard]] Result<CaseFile> caseFile(const StreamId &stream) const;

protected:
    Connection &m_connection;
    ReferencePtr m_reference;
};

/// One transaction of the writer thread. Everything in it is committed together or not at all.
class WriteTx : public ReadTx
{
public:
    WriteTx(Connection &connection, ReferencePtr reference, const Clock &clock, QString station);

    /// The only way events get into the store, from here or from the centre: journal row, provisional
    /// chain, outbox, projections. Events of several streams may be mixed; each stream's in order.
    [[nodiscard]] Result<Done> append(const QList<Event> &events);
    [[nodiscard]] NumberGiver &numbers();
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const QString &station() const { return m_station; }
    [[nodiscard]] Changes &changes() { return m_changes; }
    /// Events appended in this transaction: they go to the safety file after the commit.
    [[nodiscard]] const QList<Event> &appended() const { return m_appended; }

private:
    const Clock &m_clock;
    QString m_station;
    Changes m_changes;
    QList<Event> m_appended;
    std::unique_ptr<NumberGiver> m_numbers;
};

/// The local store: one writer thread, two readers (typing; reports). No call blocks the caller.
class Store : public QObject
{
    Q_OBJECT
public:
    /// Opens, migrates (with a backup before), recovers what the safety file holds beyond the database,
    /// and loads the reference data. Errors: StoreBusy, StoreNewer, StoreDamaged, StoreOpen, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const Clock &clock);
    ~Store() override;

    /// Runs `fn(WriteTx &) → Result<T>` in a transaction on the writer thread. A failed Result rolls
    /// back. The future is ready after commit and safety file.
    template <class F>
    auto write(F fn) -> QFuture<std::invoke_result_t<F, WriteTx &>>
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
            });
        return future;
    }

    /// Runs `fn(ReadTx &) → Result<T>` on the typing reader.
    template <class F>
    auto read(F fn) -> QFuture<std::invoke_result_t<F, ReadTx &>>
    {
        return onReader(Reader::Typing, std::move(fn));
    }
    /// The same on the reader for reports and long lists.
    template <class F>
    auto report(F fn) -> QFuture<std::invoke_result_t<F, ReadTx &>>
    {
        return onReader(Reader::Reports, std::move(fn));
    }

    [[nodiscard]] ReferencePtr reference() const; ///< any thread
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString station() const;
    [[nodiscard]] const Clock &clock() const;

Q_SIGNALS:
    void changed(const hall::Changes &changes);
    /// Something a person must know that is no answer to a call (backup failed, safety file refused).
    void troubled(const hall::Error &error);

private:
    enum class Reader { Typing, Reports };
    struct Private;

    explicit Store(std::unique_ptr<Private> d);
    void enqueueWrite(std::function<bool(WriteTx &)> work,
                      std::function<void(const std::optional<Error> &)> done);
    void enqueueRead(Reader reader, std::function<void(ReadTx &)> work);

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
