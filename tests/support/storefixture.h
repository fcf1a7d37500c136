#pragma once

#include "domain/clock.h"
#include "domain/decide.h"
#include "domain/id.h"
#include "store/store.h"
#include "sync/api/alonelink.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace hall::test {

/// "kind 33: detail" of a failed result, for the line that a test prints.
template <class T> QString errorLine(const Result<T> &result)
{
    return result.ok()
        ? QStringLiteral("ok")
        : QStringLiteral("kind %1: %2").arg(int(result.error().kind)).arg(result.error().detail);
}

/// The value of a future: waits for the store's thread, never for time.
template <class T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// A store in a folder of its own, with a clock that stands still and ids that repeat.
class StoreFixture
{
public:
    StoreFixture();
    /// In a folder that somebody else keeps (a child process, a second look at the same files).
    /// Another seed gives other ids.
    explicit StoreFixture(const QString &folder, quint64 seed = 7);

    StoreOptions options;
    FaultPlan faults;
    FixedClock clock;
    SeededIds ids;
    AloneLink centre; ///< none

    /// Opens (again); the first call makes the store.
    [[nodiscard]] Result<Done> open();
    void close();
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] QString path(const QString &name) const { return options.folder + u'/' + name; }

    /// Hall, department HB, window A01, person clerk1, items of the kinds W1 and W2 with their
    /// definitions, all published.
    [[nodiscard]] Result<Done> publishSmallHall();
    [[nodiscard]] Actor clerk() const;
    /// A case of an item ("W1" or "W2") for a person of that name.
    [[nodiscard]] Registration registration(const QString &name,
                                            const QString &item = QStringLiteral("W1"));
    /// Registers it; answers the stream.
    [[nodiscard]] Result<StreamId> registerCase(const QString &name);
    /// A command on a case by the clerk.
    [[nodiscard]] Result<Done> act(const StreamId &stream, const Command &command);

    /// Ids of all events in the store, sorted, as texts.
    [[nodiscard]] QStringList allEvents();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

} // namespace hall::test

/// QVERIFY for a Result: says which error it was.
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &resultOfCall = (expression);                                                   \
        QVERIFY2(resultOfCall.ok(), qPrintable(hall::test::errorLine(resultOfCall)));              \
    } while (false)
