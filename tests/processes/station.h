#pragma once

#include "blockmeter.h"
#include "deskwork.h"
#include "stationclock.h"
#include "sync/engine/syncrunner.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QStringList>

#include <memory>

namespace hall::test {

/// Everybody's in the towns of these tests (CentreTown::password).
inline const QString stationPassword = QStringLiteral("dalang2026");

struct StationSetting
{
    QString folder = {};     ///< of the store
    QString connection = {}; ///< connection file
    QString promises = {};
    QString staff = {};
    QString program = {};
    int patience = 1500;  ///< ms that the link waits for a silent centre
    int dieAtOpening = 0; ///< access of the store at which the first opening is killed; 0 = none
};

/// A workstation without windows: store, runner and link as in the program. Everything is made on
/// the thread of the application; commands come from another one, so calls of the runner are timed
/// where a window would make them.
class Station
{
public:
    explicit Station(const StationSetting &setting);
    ~Station();
    Q_DISABLE_COPY_MOVE(Station)

    /// Opens the store (after a damage: recovers it) and starts the runner.
    [[nodiscard]] Result<Done> open();
    /// One line of the protocol (README.md) → one line of answer; on the thread of commands.
    [[nodiscard]] QString obey(const QString &line);

private:
    using Words = QStringList;
    [[nodiscard]] QString obeyWork(const Words &words);
    [[nodiscard]] QString obeyLink(const Words &words);
    [[nodiscard]] QString obeyTamper(const Words &words);
    [[nodiscard]] QString work(int steps, quint32 seed);
    [[nodiscard]] Result<Done> signIn();
    [[nodiscard]] QString settle(qint64 pos, int ms);
    [[nodiscard]] QString troubles();
    [[nodiscard]] QString awaitPos(qint64 pos);
    [[nodiscard]] QString resolve(const QString &how);
    [[nodiscard]] QString spoilPage();
    [[nodiscard]] bool isQuiet(qint64 pos);
    [[nodiscard]] bool isAt(qint64 pos);
    [[nodiscard]] Result<Done> report(const QString &path);
    [[nodiscard]] CentreStatus status();
    /// Waits for `reached`, looking again whenever something changed here.
    [[nodiscard]] bool waitUntil(const std::function<bool()> &reached, int ms);
    /// On the runner's own thread, timed.
    template <class F> void call(const char *what, F f)
    {
        QMetaObject::invokeMethod(
            m_runner.get(), [&] { m_meter.time(what, f); }, Qt::BlockingQueuedConnection);
    }

    StationSetting m_setting;
    StationClock m_machine;
    CorrectedClock m_clock{m_machine};
    RandomIds m_ids;
    Tamper m_tamper;
    PromiseFile m_promises;
    BlockMeter m_meter;
    QSemaphore m_bell;
    QElapsedTimer m_steady;
    std::atomic<qint64> m_skipped{0}; ///< ms of pauses between attempts that were passed over
    std::unique_ptr<PageStore> m_pages;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncRunner> m_runner;
    std::unique_ptr<DeskWork> m_desk;
};

} // namespace hall::test
