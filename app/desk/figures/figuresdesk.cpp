#include "desk/figures/figuresdesk.h"

#include "desk/figures/reportpaper.h"
#include "desk/figures/reportsheet.h"
#include "store/store.h"

#include <QSaveFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Runs `rows(tx)` on the reader for reports and adds lights and words.
template <class Rows> FiguresDesk::Lines linesOf(Workplace &place, Rows rows)
{
    return place.store.report(
        [rows, now = place.clock.now()](ReadTx &tx) -> Result<QList<CaseLine>> {
            const Result<QList<CaseRow>> found = rows(tx, now);
            if (!found.ok())
                return found.error();
            return caseLines(found.value(), now, tx.reference());
        });
}

} // namespace

QFuture<Result<Overview>> FiguresDesk::overview() const
{
    return m_place.store.report(
        [now = m_place.clock.now()](ReadTx &tx) { return overviewOf(tx, now); });
}

FiguresDesk::Lines FiguresDesk::inHand(const HandChoice &choice) const
{
    return linesOf(m_place, [choice](const ReadTx &tx, const QDateTime &now) {
        return rowsInHand(tx, choice, now);
    });
}

QFuture<Result<DayReport>> FiguresDesk::dayReport(const ReportScope &scope) const
{
    return m_place.store.report(
        [scope, now = m_place.clock.now()](ReadTx &tx) { return dayReportOf(tx, scope, now); });
}

FiguresDesk::Lines FiguresDesk::behind(const ReportCell &cell) const
{
    return linesOf(
        m_place, [cell](const ReadTx &tx, const QDateTime &now) { return rowsOf(tx, cell, now); });
}

FiguresDesk::Lines FiguresDesk::behindFinish(const ReportScope &scope, const QString &finish) const
{
    return linesOf(m_place, [scope, finish](const ReadTx &tx, const QDateTime &) {
        return rowsOfFinish(tx, scope, finish);
    });
}

FiguresDesk::Lines FiguresDesk::behindRates(const ReportScope &scope) const
{
    return linesOf(m_place,
                   [scope](const ReadTx &tx, const QDateTime &) { return rowsOfRates(tx, scope); });
}

QFuture<Result<Document>> FiguresDesk::paper(const DayReport &report, const Session &session) const
{
    const ReportStamp stamp{.printedAt = m_place.clock.now(), .preparedBy = session.member.name};
    return m_place.store.report(
        [report, stamp](ReadTx &tx) { return composeReport(report, tx.reference(), stamp); });
}

QFuture<Result<Done>> FiguresDesk::saveXlsx(const DayReport &report, const QString &path) const
{
    return m_place.store.report([report, path](ReadTx &tx) -> Result<Done> {
        const Result<QByteArray> bytes = reportXlsx(report, tx.reference());
        if (!bytes.ok())
            return bytes.error();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size()
            || !file.commit())
            return Error{ErrorKind::FileNotWritten, u"xlsx"_s};
        return Done{};
    });
}

} // namespace hall
