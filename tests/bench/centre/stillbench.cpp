#include "tests/bench/centre/stillbench.h"

#include "store/ownrows.h"
#include "sync/engine/syncrunner.h"
#include "sync/postgres/postgrescentre.h"
#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/rawstore.h"

#include <QEventLoop>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>

#include <unistd.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int promises = 60;
constexpr int watched = 4000; // ms

Row promise(const QString &scratch)
{
    const QString name = u"local promise (commit + second file) / commit + fdatasync"_s;
    const QTemporaryDir folder(scratch + u"/promise-XXXXXX"_s);
    const SystemClock clock;
    const Result<std::unique_ptr<Store>> opened
        = Store::open({.folder = folder.path(), .station = u"A01"_s}, clock);
    if (!opened.ok())
        return {.name = name, .ours = u"failed"_s};
    RawStore raw(folder.filePath(u"raw.sqlite"_s), folder.filePath(u"hall.sqlite"_s), "full");
    QFile file(folder.filePath(u"raw.log"_s));
    bool isGood = file.open(QIODevice::ReadWrite) && file.resize(64 * 1024 * 1024);
    const QByteArray bytes(1500, 'x');
    Samples ours;
    Samples limit;
    for (int i = 0; i < promises && isGood; ++i) {
        ours.add(timed([&] {
            isGood = awaited(opened.value()->write([&bytes, i](WriteTx &tx) {
                         return putRow(tx, u"draft"_s, {{u"id"_s, QString::number(i)}},
                                       {{u"station"_s, u"A01"_s},
                                        {u"staff"_s, u"cz01"_s},
                                        {u"kind"_s, u"bench"_s},
                                        {u"json"_s, QString::fromLatin1(bytes)},
                                        {u"updated_at"_s, i}});
                     })).ok();
        }));
        limit.add(timed([&] {
            raw.commitOne(bytes);
            file.write(bytes);
            file.flush();
            ::fdatasync(file.handle());
        }));
    }
    return isGood ? ratioRow(name, ours, limit, u"≤ 1.1"_s)
                  : Row{.name = name, .ours = u"failed"_s};
}

/// The longest time for which this thread's event loop did not come round.
double longestGap(int ms, const std::function<void(int)> &eachTurn)
{
    QEventLoop loop;
    QElapsedTimer sinceTurn;
    double longest = 0;
    int turn = 0;
    QTimer timer;
    sinceTurn.start();
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, static_cast<double>(sinceTurn.nsecsElapsed()) / 1e6 - 1);
        sinceTurn.start();
        eachTurn(turn++);
    });
    timer.start(1);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
    return longest;
}

Row stall(const QString &scratch)
{
    const QTemporaryDir folder(scratch + u"/stall-XXXXXX"_s);
    const SystemClock clock;
    CorrectedClock corrected(clock);
    RandomIds ids;
    const Result<std::unique_ptr<Store>> opened
        = Store::open({.folder = folder.path(), .station = u"A01"_s}, clock);
    QTcpServer silent; // takes every connection and never says a word
    if (!opened.ok() || !silent.listen(QHostAddress::LocalHost))
        return {.name = u"GUI stall under a dead network"_s, .ours = u"failed"_s};
    silent.pauseAccepting();
    const PageStore pages(folder.filePath(u"pages"_s));
    const ConnectionFile file{.host = u"localhost"_s,
                              .address = u"127.0.0.1"_s,
                              .port = silent.serverPort(),
                              .database = u"onehall"_s,
                              .town = u"441900113"_s,
                              .station = u"A01"_s,
                              .secret = u"x"_s};
    Samples alone;
    alone.add(longestGap(watched, [](int) {}));
    double longestCall = 0;
    Samples ours;
    {
        SyncRunner runner({.store = *opened.value(),
                           .pages = pages,
                           .clock = corrected,
                           .ids = ids,
                           .connect =
                               [&file] {
                                   auto line = std::make_unique<PostgresCentre>(file);
                                   CentreLine made{.services = line.get()};
                                   made.interrupt = [inner = line.get()] { inner->interrupt(); };
                                   made.centre = std::move(line);
                                   return made;
                               },
                           .program = u"bench"_s});
        ours.add(longestGap(watched, [&](int turn) {
            if (turn % 50 != 0)
                return;
            longestCall = std::max(longestCall, timed([&] {
                                       runner.wantPage(QByteArray(32, 'p'));
                                       runner.find({.kind = FindKind::Name, .text = u"王"_s});
                                       runner.attention();
                                       Q_UNUSED(runner.status())
                                   }));
        }));
    }
    Row row = ratioRow(u"GUI stall, dead network / without one"_s, ours, alone, u"≤ 16 ms"_s);
    row.ours = u"%1 ms (a call %2 ms)"_s.arg(ours.median(), 0, 'f', 1).arg(longestCall, 0, 'f', 1);
    return row;
}

} // namespace

QList<Row> measureStill(const QString &scratch)
{
    return {promise(scratch), stall(scratch)};
}

} // namespace hall::bench
