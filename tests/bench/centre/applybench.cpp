#include "tests/bench/centre/applybench.h"

#include "desk/setup/setupdesk.h"
#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/rates.h"
#include "tests/bench/centre/rawstore.h"
#include "tests/bench/hallmaker.h"

#include <QTemporaryDir>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 3;

/// Milliseconds; -1 = it went wrong.
double applied(const PullReply &whole, const QString &folder, const Clock &clock)
{
    const Result<std::unique_ptr<Store>> opened
        = Store::open({.folder = folder, .station = u"A02"_s}, clock);
    RandomIds ids;
    if (!opened.ok() || !awaited(SetupDesk(*opened.value(), ids).makeSampleHall()).ok())
        return -1;
    FoldedCases folded;
    bool isGood = true;
    const double ms = worked([&] {
        for (qsizetype from = 0; from < whole.entries.size(); from += Exchange::pullLimit) {
            PullReply page{.entries = whole.entries.mid(from, Exchange::pullLimit)};
            page.upto = {.pos = page.entries.last().pos, .chain = whole.upto.chain};
            const Result<FeedReport> report
                = awaited(opened.value()->writePulled([&page, &folded](WriteTx &tx) {
                      return applyPulled(tx, page, {u"*"_s}, &folded);
                  }));
            isGood = isGood && report.ok() && report.value().events == page.entries.size();
        }
    });
    return isGood ? ms : -1;
}

Row measured(const QString &name, const QList<Event> &events, const QString &scratch,
             const QString &goal)
{
    FixedClock clock(hallInstant(reportDate(), QTime(16, 0)));
    const PullReply whole = pulledForm(events, 1000);
    Samples ours;
    Samples limit;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder(scratch + u"/apply-XXXXXX"_s);
        const double ms = applied(whole, folder.path(), clock);
        if (ms < 0)
            return {.name = name, .ours = u"failed"_s};
        ours.add(ms);
        RawStore raw(folder.filePath(u"raw.sqlite"_s), folder.filePath(u"hall.sqlite"_s));
        raw.prepare(whole.entries);
        limit.add(worked([&raw] {
            for (qsizetype from = 0; from < raw.size(); from += Exchange::pullLimit)
                raw.insert(from, Exchange::pullLimit);
        }));
    }
    return rateRow(name, double(events.size()), ours, limit, goal);
}

} // namespace

QList<Row> measureApply(const TownFeed &feed, const QString &scratch)
{
    return {measured(u"apply alone, natural order / bare inserts"_s, feed.day, scratch, u""_s),
            measured(u"apply alone, each event another case"_s, scattered(feed.day), scratch, {})};
}

} // namespace hall::bench
