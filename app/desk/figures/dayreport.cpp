#include "desk/figures/dayreport.h"

#include "domain/clock.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int allRows = std::numeric_limits<int>::max();

/// A light of a day that is over is that of its last minute.
QDateTime momentOf(const QDate &day, const QDateTime &now)
{
    return day < hallDate(now) ? hallInstant(day, QTime(23, 59, 59)) : now;
}

using RowKey = std::pair<QString, QString>; // department, window

/// Fills the rows of the sheet from sums; each sum is read once.
class ReportMaker
{
public:
    ReportMaker(const ReadTx &tx, const ReportScope &scope, const QDateTime &now)
        : m_tx(tx)
        , m_now(now)
        , m_report({.scope = scope, .asOf = now})
    {
    }

    Result<DayReport> make()
    {
        for (const auto step :
             {&ReportMaker::countMilestones, &ReportMaker::countStock, &ReportMaker::countMoney,
              &ReportMaker::countHours, &ReportMaker::findRates}) {
            const Result<Done> done = (this->*step)();
            if (!done.ok())
                return done.error();
        }
        addUp();
        return m_report;
    }

private:
    Result<Done> countMilestones()
    {
        const auto sums = milestoneSums(m_tx, m_report.scope.figures(), FigureGroup::Window);
        if (!sums.ok())
            return sums.error();
        m_sums = sums.value();
        for (const MilestoneSum &sum : std::as_const(m_sums)) {
            count(m_rows[{sum.dept, sum.group}], sum);
            if (sum.kind == Milestone::Ended)
                m_report.finishes[sum.finish] += sum.count;
        }
        return Done{};
    }

    Result<Done> countStock()
    {
        const auto open = casesInHandAt(m_tx, m_report.scope.figures(), m_report.scope.day);
        if (!open.ok())
            return open.error();
        const QDateTime moment = momentOf(m_report.scope.day, m_now);
        for (const InHand &hand : open.value()) {
            const Light light = lightOf(hand.light, moment, m_tx.reference());
            FigureSet &figures = m_rows[{hand.dept, hand.window}];
            for (const Figure figure :
                 {Figure::InHand, Figure::Paused, Figure::DueSoon, Figure::Overdue})
                figures.add(figure, countsInHand(figure, light, hand.light.isStopped) ? 1 : 0);
        }
        return Done{};
    }

    Result<Done> countMoney()
    {
        const auto fees = feeSums(m_tx, m_report.scope.figures(), FigureGroup::Window);
        if (!fees.ok())
            return fees.error();
        for (const FeeSum &fee : fees.value()) {
            FigureSet &figures = m_rows[{fee.dept, fee.group}];
            figures.add(Figure::Payments, fee.sum.count);
            figures.add(Figure::Amount, fee.sum.amount.fen());
        }
        return Done{};
    }

    Result<Done> countHours()
    {
        const auto sums = milestoneSums(m_tx, m_report.scope.figures(), FigureGroup::Hour);
        if (!sums.ok())
            return sums.error();
        QMap<int, HourCount> hours;
        for (const MilestoneSum &sum : sums.value()) {
            HourCount &hour = hours[sum.group.toInt()];
            hour.hour = sum.group.toInt();
            hour.received += sum.kind == Milestone::Received ? sum.count : 0;
            hour.closed += isClosing(sum) ? sum.count : 0;
        }
        m_report.hours = hours.values();
        return Done{};
    }

    Result<Done> findRates()
    {
        const Result<QList<int>> days
            = netDays(m_tx, {.kind = Milestone::Ended, .finishes = closingFinishes()},
                      m_report.scope.figures());
        if (!days.ok())
            return days.error();
        m_report.rates = ratesOf(m_sums, days.value());
        return Done{};
    }

    void addUp()
    {
        QSet<QString> busy;
        for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
            if (row.value().isIdle())
                continue;
            const auto &[dept, window] = row.key();
            m_report.windows.append({.dept = dept, .window = window, .figures = row.value()});
            if (!busy.contains(dept))
                m_report.departments.append({.dept = dept});
            busy.insert(dept);
            m_report.departments.last().figures.add(row.value());
            m_report.total.add(row.value());
        }
        for (const Department &dept : m_tx.reference().departments) {
            const bool isMeant = m_report.scope.dept.isEmpty() || m_report.scope.dept == dept.code;
            if (isMeant && m_report.scope.window.isEmpty() && !busy.contains(dept.code))
                m_report.idleDepts.append(dept.code);
        }
    }

    const ReadTx &m_tx;
    QDateTime m_now;
    DayReport m_report;
    QMap<RowKey, FigureSet> m_rows;
    QList<MilestoneSum> m_sums;
};

Result<QList<CaseRow>> stockRows(const ReadTx &tx, const ReportCell &cell, const QDateTime &now)
{
    const auto open = casesInHandAt(tx, cell.scope.figures(), cell.scope.day);
    if (!open.ok())
        return open.error();
    const QDateTime moment = momentOf(cell.scope.day, now);
    QList<qint64> keys;
    for (const InHand &hand : open.value()) {
        const Light light = lightOf(hand.light, moment, tx.reference());
        if (countsInHand(cell.figure, light, hand.light.isStopped))
            keys.append(hand.key);
    }
    return rowsOfKeys(tx, keys);
}

Result<QList<CaseRow>> moneyRows(const ReadTx &tx, const ReportCell &cell)
{
    const auto payments = paymentsBehind(tx, cell.scope.figures());
    if (!payments.ok())
        return payments.error();
    QList<PaymentRow> counted = payments.value();
    counted.removeIf([](const PaymentRow &payment) { return !payment.isTaken(); });
    if (cell.figure == Figure::Amount) {
        const auto refunds = refundsBehind(tx, cell.scope.figures());
        if (!refunds.ok())
            return refunds.error();
        counted += refunds.value();
    }
    QList<CaseRow> rows;
    for (const PaymentRow &payment : std::as_const(counted)) {
        const Result<CaseRow> row = caseRow(tx, payment.caseId);
        if (!row.ok())
            return row.error();
        rows.append(row.value());
    }
    return rows;
}

} // namespace

QList<Figure> DayReport::missing() const
{
    QList<Figure> none;
    for (const FigureDef &def : figureDefs()) {
        if (!total.value(def.figure))
            none.append(def.figure);
    }
    return none;
}

Result<DayReport> dayReportOf(const ReadTx &tx, const ReportScope &scope, const QDateTime &now)
{
    return ReportMaker(tx, scope, now).make();
}

Result<QList<CaseRow>> rowsOf(const ReadTx &tx, const ReportCell &cell, const QDateTime &now)
{
    Result<QList<CaseRow>> rows = QList<CaseRow>();
    if (isStock(cell.figure))
        rows = stockRows(tx, cell, now);
    else if (isMoney(cell.figure))
        rows = moneyRows(tx, cell);
    else if (const std::optional<MilestoneChoice> choice = choiceOf(cell.figure))
        rows = rowsBehind(tx, *choice, cell.scope.figures(), allRows);
    if (rows.ok() && cell.isOneWindow)
        rows.value().removeIf(
            [&cell](const CaseRow &row) { return row.window != cell.scope.window; });
    return rows;
}

Result<QList<CaseRow>> rowsOfFinish(const ReadTx &tx, const ReportScope &scope,
                                    const QString &finish)
{
    return rowsBehind(tx, {.kind = Milestone::Ended, .finishes = {finish}}, scope.figures(),
                      allRows);
}

Result<QList<CaseRow>> rowsOfRates(const ReadTx &tx, const ReportScope &scope)
{
    return rowsBehind(tx, {.kind = Milestone::Ended, .finishes = closingFinishes()},
                      scope.figures(), allRows);
}

} // namespace hall
