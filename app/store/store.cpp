#include "store/store.h"

#include "store/forgetting.h"
#include "store/memory.h"
#include "store/movingdates.h"
#include "store/storelock.h"
#include "store/storetidy.h"
#include "store/storewriter.h"
#include "store/worker.h"

#include <QCoreApplication>
#include <QDir>

#include <array>
#include <atomic>
#include <mutex>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int readers = 2;
constexpr int staleTerm = 4 * 3600; // seconds that backups may hold what has left this machine

template <class T> void finish(const std::shared_ptr<QPromise<T>> &promise, T value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

} // namespace

struct Store::Private
{
    Private(StoreOptions chosen, const Clock &time)
        : options(std::move(chosen))
        , paths(storePaths(options.folder, options.backupFolder))
        , clock(time)
    {
    }

    Result<Done> open();
    Result<Done> openReader(int reader);
    void close();
    void finishWrite(const StoreWriter::Outcome &outcome,
                     const std::function<void(const std::optional<Error> &)> &done);
    void postDates();
    void moveDates();
    Result<BackupReport> runBackup();
    void checkSafety();
    void forgetLeft();
    void report(const Error &error);
    void setReference(const ReferencePtr &value)
    {
        const std::lock_guard guard(referenceMutex);
        reference = value;
    }
    void setStation(const QString &value)
    {
        const std::lock_guard guard(referenceMutex);
        station = value;
    }
    QString currentStation() const
    {
        const std::lock_guard guard(referenceMutex);
        return station;
    }
    StorePaths currentPaths() const
    {
        const std::lock_guard guard(pathsMutex);
        return paths;
    }
    ReferencePtr currentReference() const
    {
        const std::lock_guard guard(referenceMutex);
        return reference;
    }

    StoreOptions options;
    mutable std::mutex pathsMutex; ///< the backup folder may be chosen while a backup runs
    StorePaths paths;
    const Clock &clock;
    QString station;
    Store *owner = nullptr;
    std::unique_ptr<StoreLock> lock;
    mutable std::mutex referenceMutex; ///< of station and reference
    ReferencePtr reference;
    // Each used on its own worker only.
    std::unique_ptr<StoreWriter> writer;
    bool areDatesPosted = false; ///< a slice of movingdates.h is in the queue
    bool hasDatesLeft = false;   ///< a crash left some
    std::array<std::unique_ptr<Connection>, readers> connections;
    std::atomic<bool> isEnding{false};
    std::atomic<bool> hasStaleBackups{false}; ///< they hold what has left (forgetting.h)
    Worker writing;
    std::array<Worker, readers> reading;
    Worker keeping;  ///< backups: may wait for the writer
    std::mutex turn; ///< of writing: the writer's or what is done in quiet moments
    StoreTidy tidy{paths.database(), turn};
};

Result<Done> Store::Private::open()
{
    if (!QDir().mkpath(options.folder))
        return Error{ErrorKind::StoreOpen, options.folder};
    Result<std::unique_ptr<StoreLock>> taken = StoreLock::take(paths.lock());
    if (!taken.ok())
        return taken.error();
    lock = std::move(taken).value();
    Result<Done> result = Done{};
    writing.call([this, &result] {
        Result<std::unique_ptr<StoreWriter>> opened = StoreWriter::open(paths, options, clock);
        if (opened.ok())
            writer = std::move(opened).value();
        else
            result = opened.error();
        hasDatesLeft = writer && writer->hasMovingDates();
        hasStaleBackups = writer && !writer->staleBackups().valueOr({}).isEmpty();
    });
    if (!result.ok())
        return result;
    station = writer->station();
    reference = writer->reference();
    for (int i = 0; i < readers && result.ok(); ++i)
        result = openReader(i);
    return result;
}

Result<Done> Store::Private::openReader(int reader)
{
    Result<Done> result = Done{};
    const auto place = std::size_t(reader);
    reading[place].call([this, place, &result] {
        Result<std::unique_ptr<Connection>> opened
            = Connection::open(paths.database(), Connection::Sync::ReadOnly, options.faults);
        if (opened.ok())
            connections[place] = std::move(opened).value();
        else
            result = opened.error();
    });
    return result;
}

// Connections end on the thread that used them, and after everything queued before.
void Store::Private::close()
{
    isEnding = true;
    tidy.stop();
    keeping.call([] {});
    for (std::size_t i = 0; i < reading.size(); ++i)
        reading[i].call([this, i] { connections[i].reset(); });
    writing.call([this] { writer.reset(); });
    lock.reset();
}

void Store::Private::report(const Error &error)
{
    Store *store = owner;
    if (store)
        QMetaObject::invokeMethod(
            store, [store, error] { Q_EMIT store->troubled(error); }, Qt::QueuedConnection);
}

void Store::Private::finishWrite(const StoreWriter::Outcome &outcome,
                                 const std::function<void(const std::optional<Error> &)> &done)
{
    if (outcome.isCommitted) {
        tidy.touch();
        setReference(writer->reference());
        Store *store = owner;
        const Changes changes = outcome.changes;
        QMetaObject::invokeMethod(
            store, [store, changes] { Q_EMIT store->changed(changes); }, Qt::QueuedConnection);
        if (outcome.trouble)
            report(*outcome.trouble);
        if (outcome.changes.hasReference)
            postDates();
        if (writer->hasToForget())
            writing.post([this] { forgetLeft(); });
    }
    done(outcome.failure);
}

/// Behind what is queued already: a window's write waits for one slice at most.
void Store::Private::postDates()
{
    if (areDatesPosted || !writer->hasMovingDates())
        return;
    areDatesPosted = true;
    writing.post([this] { moveDates(); });
}

/// The dates can be reckoned again from the journal: no commit of theirs waits for the disk. What
/// fails is tried again after the next publication, or at the next start.
void Store::Private::moveDates()
{
    areDatesPosted = false;
    if (!writer)
        return; // the store is closed
    Result<bool> more = false;
    const StoreWriter::Outcome outcome = writer->runPulled([&more](WriteTx &tx) {
        more = moveSlice(tx);
        return more.ok();
    });
    finishWrite(outcome, [](const std::optional<Error> &) {});
    if (outcome.isCommitted && more.value())
        postDates();
    else if (!outcome.isCommitted)
        report(more.ok() ? outcome.failure.value_or(Error{}) : more.error());
}

/// What fails is done with the next purge, or after the next start.
void Store::Private::forgetLeft()
{
    if (!writer || !writer->hasToForget())
        return;
    const Result<Done> forgotten = writer->forgetLeft();
    hasStaleBackups = true;
    if (!forgotten.ok())
        report(forgotten.error());
}

Result<BackupReport> Store::Private::runBackup()
{
    Result<QString> stale = QString();
    writing.call([this, &stale] { stale = writer->staleBackups(); });
    const StorePaths where = currentPaths();
    const Result<BackupReport> backup = makeBackup(where, clock, options.faults);
    if (!backup.ok())
        return backup;
    Result<Done> rotated = Done{};
    writing.call([this, &backup, &rotated] { rotated = writer->rotateSafety(backup.value()); });
    if (!rotated.ok())
        return rotated.error();
    if (stale.valueOr({}).isEmpty())
        return backup;
    if (eraseOlder(where, backup.value().file, turn))
        writing.call([this, &stale] { hasStaleBackups = !writer->backupsAreFresh(stale.value()); });
    return backup;
}

// The part of the safety file that open() only counted.
void Store::Private::checkSafety()
{
    const qint64 end = writer->uncheckedSafety();
    if (end == 0)
        return;
    keeping.post([this, end] {
        if (SafetyFile::allHaveTheirHash(currentPaths().safety(), end, isEnding))
            return;
        writing.post([this] {
            const Result<Done> rewritten = writer->rewriteSafety();
            if (!rewritten.ok())
                report(rewritten.error());
        });
    });
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->owner = this;
    if (d->hasDatesLeft)
        d->writing.post([parts = d.get()] { parts->postDates(); });
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, const Clock &clock)
{
    auto parts = std::make_unique<Private>(options, clock);
    const Result<Done> opened = parts->open();
    if (!opened.ok()) {
        parts->close();
        return opened.error();
    }
    std::unique_ptr<Store> store(new Store(std::move(parts)));
    if (qApp)
        store->moveToThread(qApp->thread());
    giveBackMemory();
    store->d->checkSafety();
    store->d->tidy.touch(); // what the last run left
    return store;
}

Store::~Store()
{
    d->close();
}

void Store::enqueueWrite(std::function<bool(WriteTx &)> work,
                         std::function<void(const std::optional<Error> &)> done,
                         Durability durability)
{
    d->writing.post([this, work = std::move(work), done = std::move(done), durability] {
        std::unique_lock guard(d->turn);
        const StoreWriter::Outcome outcome
            = durability == Durability::Promise ? d->writer->run(work) : d->writer->runPulled(work);
        guard.unlock();
        d->finishWrite(outcome, done);
    });
}

void Store::setHooks(const WriteHooks &hooks)
{
    d->writing.post([this, hooks] { d->writer->setHooks(hooks); });
}

QFuture<Result<Done>> Store::renameStation(const QString &station)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QFuture<Result<Done>> future = promise->future();
    d->writing.post([this, promise, station] {
        const Result<Done> renamed = d->writer->renameStation(station);
        if (renamed.ok())
            d->setStation(station);
        finish(promise, renamed);
    });
    return future;
}

void Store::enqueueRead(Reader reader, std::function<void(ReadTx &)> work)
{
    const auto place = std::size_t(reader);
    d->reading[place].post([this, place, work = std::move(work)] {
        Connection &connection = *d->connections[place];
        // Without a snapshot each query still answers for itself, or says what is wrong.
        const bool hasSnapshot = connection.begin().ok();
        ReadTx tx(connection, d->currentReference());
        work(tx);
        if (hasSnapshot)
            connection.rollback();
    });
}

QFuture<Result<BackupReport>> Store::backup()
{
    auto promise = std::make_shared<QPromise<Result<BackupReport>>>();
    promise->start();
    QFuture<Result<BackupReport>> future = promise->future();
    d->keeping.post([this, promise] {
        const Result<BackupReport> report = d->runBackup();
        if (!report.ok())
            d->report(report.error());
        finish(promise, report);
    });
    return future;
}

QFuture<Result<ReplayReport>> Store::replay()
{
    auto promise = std::make_shared<QPromise<Result<ReplayReport>>>();
    promise->start();
    QFuture<Result<ReplayReport>> future = promise->future();
    d->keeping.post([this, promise] { finish(promise, replayCheck(d->currentPaths(), d->clock)); });
    return future;
}

void Store::setBackupFolder(const QString &folder)
{
    const std::lock_guard guard(d->pathsMutex);
    d->paths = storePaths(d->options.folder, folder);
}

bool Store::isBackupDue() const
{
    const QList<BackupInfo> all = backups();
    if (all.isEmpty() || hallDate(all.first().at) != d->clock.today())
        return true;
    return d->hasStaleBackups && all.first().at.addSecs(staleTerm) < d->clock.now();
}

QList<BackupInfo> Store::backups() const
{
    return listBackups(d->currentPaths().backupFolder);
}

ReferencePtr Store::reference() const
{
    return d->currentReference();
}

QString Store::folder() const
{
    return d->options.folder;
}

QString Store::station() const
{
    return d->currentStation();
}

const Clock &Store::clock() const
{
    return d->clock;
}

} // namespace hall
