#pragma once

#include "desk/figures/figures.h"
#include "desk/figures/rates.h"

#include <QDateTime>
#include <QMap>

namespace hall {

/// What a daily report is about; empty texts = the whole hall.
struct ReportScope
{
    QDate day = {};
    QString dept = {};
    QString window = {};
    [[nodiscard]] FigureScope figures() const
    {
        return {.from = day, .to = day, .dept = dept, .window = window};
    }
};

/// A row of the sheet: a window of a department, or (`window` unused) a department's subtotal.
struct ReportRow
{
    QString dept = {};
    QString window = {};
    FigureSet figures = {};
};

struct HourCount
{
    int hour = 0; ///< of the hall's day
    int received = 0;
    int closed = 0;
};

/// The figures of a day, without names: the paper and the spreadsheet take both from here.
struct DayReport
{
    ReportScope scope = {};
    QDateTime asOf = {};
    QList<ReportRow> windows = {};     ///< by department, then window; idle ones are left out
    QList<ReportRow> departments = {}; ///< subtotals, in the same order
    FigureSet total = {};
    QList<HourCount> hours = {};      ///< hours in which something happened, ascending
    QMap<QString, int> finishes = {}; ///< ended cases by finish code
    QList<RateValue> rates = {};
    QStringList idleDepts = {}; ///< departments of the scope without a case

    /// Figures that print —, in the order of the sheet.
    [[nodiscard]] QList<Figure> missing() const;
};

[[nodiscard]] Result<DayReport> dayReportOf(const ReadTx &tx, const ReportScope &scope,
                                            const QDateTime &now);

/// One figure of one row: what a click opens.
struct ReportCell
{
    ReportScope scope = {};
    Figure figure = Figure::Received;
    bool isOneWindow = false; ///< scope.window is meant as it stands, also when it is empty
};
/// Exactly the rows that the figure counts; for money, one row for each payment,
/// for the amount also one for each that was given back on the day.
[[nodiscard]] Result<QList<CaseRow>> rowsOf(const ReadTx &tx, const ReportCell &cell,
                                            const QDateTime &now);
/// Cases of the scope that ended with a finish code.
[[nodiscard]] Result<QList<CaseRow>> rowsOfFinish(const ReadTx &tx, const ReportScope &scope,
                                                  const QString &finish);
/// Cases of the scope that the rates count.
[[nodiscard]] Result<QList<CaseRow>> rowsOfRates(const ReadTx &tx, const ReportScope &scope);

} // namespace hall
