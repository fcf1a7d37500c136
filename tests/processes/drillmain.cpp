// onehall-drill: 33 windows cut off for a whole day of 4,500 cases, then joined again (issue 3,
// Q15). The windows are simulated in this process, each with a real store, engine and TLS line to a
// real PostgreSQL; four threads step them.
#include "drillreport.h"
#include "drillwindow.h"
#include "sync/admin/centredatabase.h"
#include "sync/admin/verification.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int threads = 4;
using Windows = std::vector<std::unique_ptr<DrillWindow>>;

void print(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

/// Each window once, four at a time; false when one of them says no.
template <class F> bool forAll(const Windows &windows, F work)
{
    std::atomic_size_t next = 0;
    std::atomic_bool isGood = true;
    std::vector<std::thread> pool;
    for (int i = 0; i < threads; ++i) {
        pool.emplace_back([&] {
            for (size_t at = next++; at < windows.size(); at = next++) {
                if (!work(*windows[at], at))
                    isGood = false;
            }
        });
    }
    for (std::thread &thread : pool)
        thread.join();
    return isGood;
}

qint64 headOf(const DrillHall &hall)
{
    return hall.root()->run("select pos from app.town").value().toLongLong();
}

/// What the centre has: root → how often, case → events, pages.
struct CentreView
{
    QHash<QString, int> roots = {};
    QHash<StreamId, QStringList> streams = {};
    QSet<QByteArray> pages = {};
    qint64 events = 0;
};

bool readCentre(CentreDatabase &centre, CentreView &view)
{
    qint64 after = 0;
    for (;;) {
        const Result<QList<JournalRow>> rows = centre.events(after, 2000);
        if (!rows.ok())
            return false;
        if (rows.value().isEmpty())
            break;
        for (const JournalRow &row : rows.value()) {
            const QJsonObject envelope = QJsonDocument::fromJson(row.envelope).object();
            const QString id = envelope.value("id"_L1).toString();
            const QString replaces = envelope.value("replaces"_L1).toString();
            ++view.roots[replaces.isEmpty() ? id : replaces];
            if (row.kind == StreamKind::Case)
                view.streams[row.stream].append(id);
            ++view.events;
            after = row.pos;
        }
    }
    QByteArray sha = "";
    for (;;) {
        const Result<QList<PageRow>> pages = centre.pages(sha, 1000);
        if (!pages.ok() || pages.value().isEmpty())
            return pages.ok();
        for (const PageRow &page : pages.value()) {
            if (page.isComplete)
                view.pages.insert(page.sha);
            sha = page.sha;
        }
    }
}

/// True when every case here has the centre's events in the centre's order, and the lists follow.
bool isLike(DrillWindow &window, const CentreView &view)
{
    auto read = window.store().report([&view](ReadTx &tx) -> Result<bool> {
        QList<StreamId> here;
        {
            Query query(tx.connection(), u"select id from stream where kind = 1"_s);
            Result<bool> more = query.next();
            for (; more.ok() && more.value(); more = query.next())
                here.append(StreamId::fromBytes(query.bytes("id"_L1)));
        }
        for (const StreamId &stream : std::as_const(here)) {
            const Result<QList<Event>> events = tx.journal(stream);
            QStringList ids;
            for (const Event &event : events.valueOr({}))
                ids.append(event.id.text());
            if (ids != view.streams.value(stream))
                return false;
        }
        return !here.isEmpty();
    });
    read.waitForFinished();
    auto replay = window.store().replay();
    replay.waitForFinished();
    return read.result().valueOr(false) && replay.result().ok()
        && replay.result().value().isEqual();
}

void judgePromises(const Windows &windows, const CentreView &view, DrillResult &result)
{
    QHash<QString, int> numbers;
    for (const auto &window : windows) {
        const DrillTally &tally = window->tally();
        result.cases += tally.cases;
        result.receipts += tally.receipts;
        result.pages += int(tally.pages.size());
        result.rekeyed += tally.refusedHere + window->status().attention;
        for (const QString &event : tally.promised)
            result.lostActs += view.roots.value(event) == 1 ? 0 : 1;
        for (const QString &number : tally.numbers)
            ++numbers[number];
        for (const QByteArray &sha : tally.pages)
            result.lostPages += view.pages.contains(sha) && window->pages().read(sha).ok() ? 0 : 1;
        result.largestFile = qMax(result.largestFile, window->largestFile());
        if (tally.refusedHere > 0)
            result.notes.append(
                u"%1: %2 acts refused at the window, first: %3"_s.arg(window->seat().window)
                    .arg(tally.refusedHere)
                    .arg(tally.firstRefusal));
    }
    for (auto number = numbers.cbegin(); number != numbers.cend(); ++number) {
        if (*number > 1 && result.doubleNumbers++ == 0)
            result.notes.append(u"first double number: "_s + number.key());
    }
}

void judge(DrillHall &hall, const Windows &windows, DrillResult &result)
{
    CentreDatabase centre;
    CentreView view;
    if (!centre.open(hall.access()).ok() || !readCentre(centre, view)) {
        result.faults = 1;
        result.notes.append(u"the centre could not be read"_s);
        return;
    }
    result.events = view.events;
    judgePromises(windows, view, result);
    std::atomic_int unlike = 0;
    forAll(windows, [&](DrillWindow &window, size_t) {
        unlike += isLike(window, view) ? 0 : 1;
        return true;
    });
    result.unlikeWindows = unlike;
    const Result<Verification> found = verifyCentre(centre, PageCheck::Bytes, [](qint64) {});
    result.faults = found.ok() ? int(found.value().faults.size() + found.value().pagesWaiting) : 1;
}

/// Morning, the day without the centre, and the evening.
bool play(DrillHall &hall, const Windows &windows, int cases, DrillResult &result)
{
    result.windows = int(windows.size());
    print(u"%1 windows open and sign in …"_s.arg(windows.size()));
    const bool isOpen = forAll(windows, [](DrillWindow &window, size_t) {
        const Result<Done> begun = window.begin();
        if (!begun.ok())
            print(u"  %1 %2: %3 %4"_s.arg(window.seat().window, window.seat().staff)
                      .arg(int(begun.error().kind))
                      .arg(begun.error().detail));
        return begun.ok();
    });
    if (!isOpen || !hall.cutOff())
        return false;
    print(u"The centre is gone; a day of %1 cases …"_s.arg(cases));
    QElapsedTimer timer;
    timer.start();
    const size_t count = windows.size();
    const bool hasWorked = forAll(windows, [&](DrillWindow &window, size_t at) {
        const int share = int((size_t(cases) * (at + 1)) / count - (size_t(cases) * at) / count);
        const Result<Done> done = window.workCutOff(share);
        if (!done.ok())
            print(u"  %1: %2 %3"_s.arg(window.seat().window)
                      .arg(int(done.error().kind))
                      .arg(done.error().detail));
        return done.ok();
    });
    result.cutOffSeconds = double(timer.elapsed()) / 1000;
    if (!hasWorked || !hall.joinAgain())
        return false;
    print(u"The centre is back, all at once …"_s);
    timer.start();
    const bool hasArrived
        = forAll(windows, [](DrillWindow &window, size_t) { return window.settle(0); });
    result.arrivedSeconds = double(timer.elapsed()) / 1000;
    const qint64 head = headOf(hall);
    const bool hasMerged
        = forAll(windows, [head](DrillWindow &window, size_t) { return window.settle(head); });
    result.mergedSeconds = double(timer.elapsed()) / 1000;
    print(u"Everything is compared …"_s);
    return hasArrived && hasMerged;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"cases"_s, u"Of the whole day."_s, u"N"_s, u"4500"_s});
    parser.addOption({u"out"_s, u"Folder of the report."_s, u"DIR"_s, u"out/drill"_s});
    parser.addHelpOption();
    parser.process(application);
    DrillHall hall;
    if (!hall.begin()) {
        print(hall.problem());
        return 2;
    }
    Windows windows;
    quint32 seed = 1;
    for (const DrillSeat &seat : hall.seats())
        windows.push_back(
            std::make_unique<DrillWindow>(seat, hall.connection(seat.window), seed++));
    DrillResult result;
    if (!play(hall, windows, parser.value(u"cases"_s).toInt(), result)) {
        result.faults = 1;
        result.notes.append(u"the drill did not come to its end"_s);
    }
    judge(hall, windows, result);
    const QString report = drillReport(result);
    QDir().mkpath(parser.value(u"out"_s));
    QFile file(parser.value(u"out"_s) + u"/report.txt"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(report.toUtf8());
    print(report);
    print(u"Written to %1"_s.arg(file.fileName()));
    return result.isGood() ? 0 : 1;
}
