// What happens to a station's disk.
#include "scenarios.h"

#include "store/connection.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

/// Only what was forced to the disk is left (powercut.cpp).
void powerCut(Run &run)
{
    StationProcess &third = run.add(u"A03"_s, u"clerk2"_s);
    const QString shadow = third.path(u"shadow"_s);
    const QProcessEnvironment usual = third.environment;
    third.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(HALL_BIN_DIR "/libhall_powercut.so"));
    third.environment.insert(u"HALL_POWER_FOLDER"_s, third.storeFolder());
    third.environment.insert(u"HALL_POWER_SHADOW"_s, shadow);
    // Without the hall's data nobody could promise anything behind a silent line.
    if (!run.bringUp(third) || !run.settleAll())
        return;
    if (run.below(2) == 0)
        third.line().arm({.phase = LineFault::Phase::Now});
    const qsizetype wanted = 4 + run.below(12);
    third.send(u"work 400 %1"_s.arg(run.roll()));
    const QDeadlineTimer until(30'000);
    while (run.promised(third) < wanted && !until.hasExpired() && third.isRunning())
        QThread::yieldCurrentThread();
    third.kill();
    if (run.promised(third) < wanted)
        run.problem(u"too little was promised"_s);
    third.environment = usual;
    QDir(third.storeFolder()).removeRecursively();
    if (!copyFolder(shadow, third.storeFolder()))
        run.problem(u"no shadow"_s);
}

/// A limit of file size stands for the disk: what is open may not grow.
void diskFull(Run &run)
{
    qint64 largest = 0;
    for (const QString &name : {u"/hall.sqlite"_s, u"/hall.sqlite-wal"_s, u"/safety.log"_s})
        largest = qMax(largest, QFileInfo(run.counter().storeFolder() + name).size());
    run.counter().ask(u"limit %1"_s.arg(largest * (4 + run.below(5)) / 8));
    run.work(run.counter(), 25);
    run.work(run.upstairs(), 2);
    run.counter().ask(u"settle 0 1"_s); // what comes down finds no room either
    run.counter().ask(u"limit"_s);
}

void truncated(Run &run)
{
    if (run.below(2) == 0)
        run.expect(run.counter().ask(u"backup"_s), u"backup"_s);
    run.work(run.counter(), 3);
    if (run.below(2) == 0)
        run.counter().kill();
    else
        run.counter().quit();
    QFile file(run.counter().storeFolder() + u"/hall.sqlite"_s);
    if (!file.resize(file.size() * run.below(9) / 10))
        run.problem(u"not truncated"_s);
    run.expect(run.counter().start(), u"the store comes back from its second file"_s);
    run.work(run.counter(), 3);
}

/// As a virus scanner or a copying program does it.
void locked(Run &run)
{
    const auto other = Connection::open(run.counter().storeFolder() + u"/hall.sqlite"_s,
                                        Connection::Sync::Normal);
    if (!other.ok() || !other.value()->begin().ok()) {
        run.problem(u"the store could not be locked"_s);
        return;
    }
    run.upstairs().send(u"work 2 %1"_s.arg(run.roll()));
    run.counter().send(u"work 3 %1"_s.arg(run.roll()));
    run.expect(run.upstairs().answer(), u"A02"_s);
    if (run.below(2) == 0)
        other.value()->rollback(); // while the act waits
    run.expect(run.counter().answer(), u"A01"_s);
    other.value()->rollback();
}

/// The same store opened by a second program: it is told so, the first one goes on.
void secondClient(Run &run)
{
    StationProcess second(run.town(), u"A01"_s, u"clerk1"_s);
    second.extra = {u"--folder"_s, run.counter().storeFolder()};
    const QString answer = second.start();
    if (!answer.startsWith(u"no %1"_s.arg(int(ErrorKind::StoreBusy))))
        run.problem(u"two programs on one store: "_s + answer);
    run.work(run.counter(), 4);
}

/// Both copies of a disk work; one before the centre hears of the other, or both at once.
void clonedDisk(Run &run)
{
    run.counter().quit();
    StationProcess &twin = run.add(u"A01"_s, u"clerk1"_s);
    twin.cloneFrom(run.counter());
    for (StationProcess *station : {&run.counter(), &twin}) {
        if (run.below(2) == 0)
            station->line().arm({.phase = LineFault::Phase::Now});
        run.expect(station->start(), u"a copy starts"_s);
        station->ask(u"signin"_s);
        run.work(*station, 5);
    }
}

} // namespace

QList<Scenario> storeScenarios()
{
    return {{.name = "power_cut", .trouble = powerCut},
            {.name = "pc_disk_full", .trouble = diskFull},
            {.name = "store_truncated", .trouble = truncated},
            {.name = "store_locked", .trouble = locked},
            {.name = "second_client", .trouble = secondClient},
            {.name = "cloned_disk", .trouble = clonedDisk}};
}

} // namespace hall::test
