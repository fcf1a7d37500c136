#include "sync/engine/syncrunner.h"

#include "sync/engine/attentionrows.h"
#include "sync/local/attention.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QRandomGenerator>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestRest = 15'000;
constexpr int hintPauseMs = 200;

int percent(const CentreStatus &status)
{
    if (!status.filling)
        return -1;
    return int(status.filling->whole * 100) + (status.filling->isOpenPart ? 0 : 1000);
}

/// What the strip shows; a change of anything else is no reason to paint.
bool isSame(const CentreStatus &a, const CentreStatus &b)
{
    return a.state == b.state && a.lastContact / 1000 == b.lastContact / 1000
        && a.unsent == b.unsent && a.withoutKey == b.withoutKey && a.pagesWaiting == b.pagesWaiting
        && a.attention == b.attention && a.needsSignIn == b.needsSignIn
        && a.hasPerson == b.hasPerson && a.filling.has_value() == b.filling.has_value()
        && a.isUsable == b.isUsable && a.signInUntil == b.signInUntil && percent(a) == percent(b)
        && a.trouble == b.trouble;
}

std::function<qint64()> steadyTicks()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

} // namespace

/// Everything that lives on the sync thread.
struct SyncRunner::Core : public QObject
{
    explicit Core(const RunnerParts &parts, SyncRunner &runner)
        : m_runner(runner)
        , m_line(parts.connect())
        , engine({.store = parts.store,
                  .pages = parts.pages,
                  .centre = *m_line.centre,
                  .services = m_line.services,
                  .clock = parts.clock,
                  .ids = parts.ids,
                  .seed = QRandomGenerator::system()->generate(),
                  .program = parts.program,
                  .ticks = parts.ticks ? parts.ticks : steadyTicks()})
    {
        engine.whenNumberMissing([this] {
            QMetaObject::invokeMethod(
                this, [this] { wake(); }, Qt::QueuedConnection);
        });
        hintPause.setSingleShot(true);
        connect(&hintPause, &QTimer::timeout, this, [this] {
            if (std::exchange(isHintOwed, false))
                hinted();
        });
        m_line.centre->listen([this] { hinted(); });
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this] { step(); });
        timer.start(0);
    }

    [[nodiscard]] CentreServices *services() const { return m_line.services; }
    [[nodiscard]] std::function<void()> interrupt() const { return m_line.interrupt; }
    void resume() const
    {
        if (m_line.resume)
            m_line.resume();
    }

    void wake()
    {
        engine.nudge();
        timer.start(0);
    }

    /// Anybody may send a hint, as often as he likes: it is followed at once, then not for a while.
    void hinted()
    {
        if (hintPause.isActive()) {
            isHintOwed = true;
            return;
        }
        hintPause.start(hintPauseMs);
        engine.hinted();
        timer.start(0);
    }

    /// One round trip, then the event loop again: calls of people come in between.
    void step()
    {
        const qint64 rest = engine.step();
        timer.start(int(qMin(rest, longestRest)));
        report();
    }

    void report()
    {
        if (const std::optional<PageArrival> page = engine.takePageProgress()) {
            QMetaObject::invokeMethod(
                &m_runner,
                [&runner = m_runner, one = *page] {
                    Q_EMIT runner.pageProgress(one.sha, one.here, one.size);
                },
                Qt::QueuedConnection);
        }
        const QList<QByteArray> pages = engine.takeArrivedPages();
        if (isSame(engine.status(), m_told) && pages.isEmpty())
            return;
        m_told = engine.status();
        SyncRunner &runner = m_runner;
        QMetaObject::invokeMethod(
            &runner, [&runner, status = m_told, pages] { runner.take(status, pages); },
            Qt::QueuedConnection);
    }

private:
    SyncRunner &m_runner;
    CentreLine m_line;
    CentreStatus m_told;

public:
    Engine engine;
    QTimer timer;
    QTimer hintPause;
    bool isHintOwed = false;
};

SyncRunner::SyncRunner(const RunnerParts &parts, QObject *parent)
    : CentreLink(parent)
    , m_parts(parts)
{
    m_status.state = LinkState::Connecting;
    m_thread.setObjectName(u"sync"_s);
    auto *starter = new QObject;
    starter->moveToThread(&m_thread);
    m_thread.start();
    // The connection, the timer and the engine belong to the thread that uses them.
    QMetaObject::invokeMethod(
        starter,
        [this, starter] {
            m_core = new Core(m_parts, *this);
            m_interrupt = m_core->interrupt();
            starter->deleteLater();
        },
        Qt::BlockingQueuedConnection);
    // Only what goes out: what the line itself brought must not make it ask again.
    connect(&m_parts.store, &Store::changed, this, [this] {
        Core *core = m_core;
        QMetaObject::invokeMethod(
            core, [core] { core->timer.start(0); }, Qt::QueuedConnection);
    });
}

SyncRunner::~SyncRunner()
{
    if (m_interrupt)
        m_interrupt();
    QMetaObject::invokeMethod(
        m_core, [this] { delete std::exchange(m_core, nullptr); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SyncRunner::hint()
{
    Core *core = m_core;
    QMetaObject::invokeMethod(
        core, [core] { core->wake(); }, Qt::QueuedConnection);
}

void SyncRunner::take(const CentreStatus &status, const QList<QByteArray> &pages)
{
    const bool isOther = status.attention != m_status.attention;
    m_status = status;
    Q_EMIT statusChanged(status);
    if (isOther)
        Q_EMIT attentionChanged();
    for (const QByteArray &sha : pages)
        Q_EMIT pageArrived(sha);
}

template <class T, class F> QFuture<Result<T>> SyncRunner::onThread(F work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    Core *core = m_core;
    QMetaObject::invokeMethod(
        core,
        [core, promise, work = std::move(work)] {
            Result<T> result = work(*core);
            core->report(); // whoever hears the answer finds the status that goes with it
            promise->addResult(std::move(result));
            promise->finish();
            core->wake();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<SignInReply>> SyncRunner::signIn(const QString &staff, const QString &password)
{
    // A person waits: an attempt that hangs in a dead line is cut short first.
    if (m_status.state == LinkState::Offline && m_interrupt)
        m_interrupt();
    return onThread<SignInReply>([staff, password](Core &core) {
        core.resume();
        return core.engine.signInOnline(staff, password);
    });
}

QFuture<Result<Done>> SyncRunner::prove(const QString &staff, const QString &password)
{
    return onThread<Done>(
        [staff, password](Core &core) { return core.engine.prove(staff, password); });
}

QFuture<Result<Done>> SyncRunner::signInOffline(const QString &staff, const QString &password)
{
    return onThread<Done>(
        [staff, password](Core &core) { return core.engine.signInOffline(staff, password); });
}

void SyncRunner::signOut()
{
    onThread<Done>([](Core &core) -> Result<Done> {
        core.engine.signOut();
        return Done{};
    });
}

QFuture<Result<Done>> SyncRunner::changePassword(const QString &password)
{
    return onThread<Done>([password](Core &core) { return core.engine.changePassword(password); });
}

QFuture<Result<QList<QJsonObject>>> SyncRunner::find(const FindAsk &ask)
{
    return onThread<QList<QJsonObject>>([ask](Core &core) -> Result<QList<QJsonObject>> {
        if (!core.services() || core.engine.status().state != LinkState::Online)
            return Error{ErrorKind::OnlineOnly, u"find"_s};
        return core.services()->find(ask);
    });
}

void SyncRunner::wantPage(const QByteArray &sha)
{
    onThread<Done>([sha](Core &core) -> Result<Done> {
        core.engine.wantPage(sha);
        return Done{};
    });
}

QFuture<Result<Done>> SyncRunner::publish(const QList<Event> &events)
{
    return onThread<Done>([events](Core &core) { return core.engine.publish(events); });
}

QFuture<Result<QList<AttentionRow>>> SyncRunner::attention()
{
    return m_parts.store.read([](ReadTx &tx) { return attentionRows(tx); });
}

QFuture<Result<Conflict>> SyncRunner::conflict(const EventId &event)
{
    return m_parts.store.read([event](ReadTx &tx) { return conflictOf(tx, event); });
}

QFuture<Result<Done>> SyncRunner::decideOn(const AttentionCommand &command, const Actor &actor)
{
    IdSource &ids = m_parts.ids;
    return m_parts.store.write(
        [command, actor, &ids](WriteTx &tx) { return decideOnRefused(tx, command, actor, ids); });
}

QFuture<Result<Done>> SyncRunner::redo(const EventId &event, const QList<Event> &redo)
{
    return m_parts.store.write([event, redo](WriteTx &tx) { return redoRefused(tx, event, redo); });
}

} // namespace hall
