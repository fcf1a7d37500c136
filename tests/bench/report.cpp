#include "report.h"

#include "desk/figures/dayreport.h"
#include "desk/figures/reportpaper.h"
#include "store/figurerows.h"

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

struct Timings
{
    Samples ours = {};
    Samples limit = {};
    qsizetype bytes = 0;
};

/// What the sheet is made of, summed by the database and nothing else.
double bareSums(const ReadTx &tx)
{
    const FigureScope day{.from = reportDate(), .to = reportDate()};
    return timed([&] {
        const auto sums = milestoneSums(tx, day, FigureGroup::Window);
        const auto hours = milestoneSums(tx, day, FigureGroup::Hour);
        const auto fees = feeSums(tx, day, FigureGroup::Window);
        const auto open = casesInHand(tx, {});
        Q_UNUSED(sums)
        Q_UNUSED(hours)
        Q_UNUSED(fees)
        Q_UNUSED(open)
    });
}

Result<qsizetype> reportToPdf(const ReadTx &tx, const QDateTime &now)
{
    const Result<DayReport> report = dayReportOf(tx, {.day = reportDate()}, now);
    if (!report.ok())
        return report.error();
    const Result<Document> paper = composeReport(report.value(), tx.reference(),
                                                 {.printedAt = now, .preparedBy = u"制表人"_s});
    if (!paper.ok())
        return paper.error();
    const Result<QByteArray> pdf = paper.value().toPdf();
    if (!pdf.ok())
        return pdf.error();
    return pdf.value().size();
}

Result<Timings> measure(const ReadTx &tx, const QDateTime &now)
{
    Timings timings;
    constexpr int turns = 7;
    for (int turn = 0; turn < turns; ++turn) {
        Result<qsizetype> bytes = qsizetype(0);
        timings.ours.add(timed([&] { bytes = reportToPdf(tx, now); }));
        if (!bytes.ok())
            return bytes.error();
        timings.bytes = bytes.value();
        timings.limit.add(bareSums(tx));
    }
    return timings;
}

} // namespace

QList<Row> measureReport(Store &store)
{
    QFuture<Result<Timings>> done
        = store.report([now = store.clock().now()](ReadTx &tx) { return measure(tx, now); });
    done.waitForFinished();
    if (!done.result().ok())
        return {{.name = u"report: failed with kind %1"_s.arg(int(done.result().error().kind))}};
    const Timings timings = done.result().value();
    return {ratioRow(u"daily report to PDF, %1 kB"_s.arg(timings.bytes / 1024), timings.ours,
                     timings.limit, u"< 2000 ms"_s)};
}

} // namespace hall::bench
