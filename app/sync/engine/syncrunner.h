#pragma once

#include "store/pagestore.h"
#include "sync/api/centrelink.h"
#include "sync/engine/engine.h"

#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace hall {

/// A centre and its services over one line; made and used on the sync thread only.
struct CentreLine
{
    std::unique_ptr<Centre> centre = {};
    CentreServices *services = nullptr; ///< usually the same object
    /// Set from any thread: a blocking call gives up (the program ends, another person signs in).
    std::function<void()> interrupt = {};
    std::function<void()> resume = {}; ///< calls go through again
};

/// What a runner works with; all of it outlives the runner.
struct RunnerParts
{
    Store &store;
    const PageStore &pages;
    CorrectedClock &clock;
    IdSource &ids;
    std::function<CentreLine()> connect = {}; ///< called on the sync thread
    QString program = {};
    std::function<qint64()> ticks = {}; ///< as EngineParts; empty = a steady clock of its own
};

/// The engine in its own thread: steps it, sleeps by a timer, and passes calls and answers between
/// it and the thread of this object. The store's changes wake it, so work goes out at once.
class SyncRunner final : public CentreLink
{
    Q_OBJECT
public:
    explicit SyncRunner(const RunnerParts &parts, QObject *parent = nullptr);
    ~SyncRunner() override;

    /// Any call of notify from the centre; any thread.
    void hint();

    [[nodiscard]] CentreStatus status() const override { return m_status; }
    QFuture<Result<SignInReply>> signIn(const QString &staff, const QString &password) override;
    QFuture<Result<Done>> signInOffline(const QString &staff, const QString &password) override;
    QFuture<Result<Done>> prove(const QString &staff, const QString &password) override;
    void signOut() override;
    QFuture<Result<Done>> changePassword(const QString &password) override;
    QFuture<Result<QList<QJsonObject>>> find(const FindAsk &ask) override;
    void wantPage(const QByteArray &sha) override;
    QFuture<Result<Done>> publish(const QList<Event> &events) override;
    QFuture<Result<QList<AttentionRow>>> attention() override;
    QFuture<Result<Conflict>> conflict(const EventId &event) override;
    QFuture<Result<Done>> decideOn(const AttentionCommand &command, const Actor &actor) override;
    QFuture<Result<Done>> redo(const EventId &event, const QList<Event> &redo) override;

private:
    struct Core;
    template <class T, class F> QFuture<Result<T>> onThread(F work);
    void take(const CentreStatus &status, const QList<QByteArray> &pages);

    RunnerParts m_parts;
    CentreStatus m_status;
    QThread m_thread;
    Core *m_core = nullptr; ///< lives on m_thread
    std::function<void()> m_interrupt;
};

} // namespace hall
