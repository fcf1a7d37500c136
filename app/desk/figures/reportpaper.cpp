#include "desk/figures/reportpaper.h"

#include "desk/papers/casepapers.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int rankingLength = 10;

void insertFigures(QJsonObject &row, const FigureSet &figures)
{
    for (const FigureDef &def : figureDefs()) {
        if (const std::optional<qint64> value = figures.value(def.figure))
            row.insert(def.key, *value);
    }
}

QJsonObject windowRow(const ReportRow &window, const QString &department,
                      const Reference &reference)
{
    const Window *found = reference.window(window.window);
    QJsonObject row{{u"departmentName"_s, department},
                    {u"windowCode"_s, window.window},
                    {u"windowName"_s, found ? found->name.zh : QString()}};
    insertFigures(row, window.figures);
    return row;
}

QJsonArray groupsOf(const DayReport &report, const Reference &reference)
{
    QJsonArray groups;
    for (const ReportRow &dept : report.departments) {
        const QString name = reference.departmentName(dept.dept);
        QJsonArray windows;
        for (const ReportRow &window : report.windows) {
            if (window.dept == dept.dept)
                windows.append(windowRow(window, name, reference));
        }
        QJsonObject group{{u"departmentName"_s, name}, {u"windows"_s, windows}};
        if (windows.size() > 1) {
            QJsonObject subtotal{{u"departmentName"_s, name}};
            insertFigures(subtotal, dept.figures);
            group.insert(u"subtotal"_s, subtotal);
        }
        groups.append(group);
    }
    return groups;
}

qint64 closedOf(const FigureSet &figures)
{
    qint64 closed = 0;
    for (const Figure figure : {Figure::SameDay, Figure::Promised, Figure::Joint, Figure::SentUp})
        closed += figures.value(figure).value_or(0);
    return closed;
}

QJsonArray rankingOf(const DayReport &report, const Reference &reference)
{
    QList<ReportRow> rows = report.windows;
    rows.removeIf(
        [](const ReportRow &row) { return row.figures.value(Figure::Received).value_or(0) == 0; });
    std::ranges::stable_sort(rows, std::ranges::greater(), [](const ReportRow &row) {
        return row.figures.value(Figure::Received).value_or(0);
    });
    QJsonArray ranking;
    for (const ReportRow &row : rows.mid(0, rankingLength)) {
        ranking.append(QJsonObject{{u"name"_s, windowLabel(row.window, reference)},
                                   {u"department"_s, reference.departmentName(row.dept)},
                                   {u"received"_s, *row.figures.value(Figure::Received)},
                                   {u"closed"_s, closedOf(row.figures)}});
    }
    return ranking;
}

QJsonObject chart(const QString &kind, const QString &title, const QJsonArray &categories,
                  const QJsonArray &series)
{
    return {{u"kind"_s, kind},
            {u"title"_s, title},
            {u"unit"_s, u"件"_s},
            {u"categories"_s, categories},
            {u"series"_s, series}};
}

QJsonObject series(const QString &name, const QJsonArray &values)
{
    return {{u"name"_s, name}, {u"values"_s, values}};
}

QJsonObject hoursChart(const DayReport &report)
{
    QJsonArray names;
    QJsonArray received;
    QJsonArray closed;
    for (const HourCount &hour : report.hours) {
        names.append(u"%1时"_s.arg(hour.hour));
        received.append(hour.received);
        closed.append(hour.closed);
    }
    return chart(u"bar"_s, u"各时段收件与办结"_s, names,
                 {series(u"收件"_s, received), series(u"办结"_s, closed)});
}

QJsonObject departmentsChart(const DayReport &report, const Reference &reference)
{
    QJsonArray names;
    QJsonArray received;
    for (const ReportRow &dept : report.departments) {
        names.append(reference.departmentName(dept.dept));
        received.append(dept.figures.value(Figure::Received).value_or(0));
    }
    return chart(u"hbar"_s, u"各部门收件"_s, names, {series(u"收件"_s, received)});
}

QJsonObject finishesChart(const DayReport &report)
{
    QJsonArray names;
    QJsonArray counts;
    for (auto finish = report.finishes.begin(); finish != report.finishes.end(); ++finish) {
        names.append(finishName(finish.key()).zh);
        counts.append(finish.value());
    }
    return chart(u"bar"_s, u"办结方式"_s, names, {series(u"件数"_s, counts)});
}

QJsonArray ratesRow(const DayReport &report)
{
    QJsonArray rates;
    for (const RateValue &rate : report.rates) {
        const RateDef &def = rateDef(rate.rate);
        const bool wantsUnit = rate.value && def.unit.zh != "%"_L1;
        rates.append(
            QJsonObject{{u"name"_s, def.name.zh},
                        {u"value"_s, wantsUnit ? rate.text() + u' ' + def.unit.zh : rate.text()}});
    }
    return rates;
}

} // namespace

QString windowLabel(const QString &window, const Reference &reference)
{
    const Window *found = reference.window(window);
    return found ? window + u' ' + found->name.zh : window;
}

QString scopeLabel(const ReportScope &scope, const Reference &reference)
{
    return (scope.dept.isEmpty() ? u"全部部门"_s : reference.departmentName(scope.dept)) + u"、"_s
        + (scope.window.isEmpty() ? u"全部窗口"_s : windowLabel(scope.window, reference));
}

QStringList missingLines(const DayReport &report)
{
    QStringList reasons;
    QHash<QString, QStringList> names;
    for (const Figure figure : report.missing()) {
        const FigureDef &def = figureDef(figure);
        const QString &reason = def.source.zh; // what is not connected
        if (!reasons.contains(reason))
            reasons.append(reason);
        names[reason].append(def.name.zh);
    }
    QStringList lines;
    for (const QString &reason : std::as_const(reasons))
        lines.append(names.value(reason).join(u"、"_s) + u"："_s + reason);
    return lines;
}

QJsonArray reportCharts(const DayReport &report, const Reference &reference)
{
    return {hoursChart(report), departmentsChart(report, reference), finishesChart(report)};
}

QJsonObject reportData(const DayReport &report, const Reference &reference,
                       const ReportStamp &stamp)
{
    QJsonObject total;
    insertFigures(total, report.total);
    QJsonArray idle;
    for (const QString &dept : report.idleDepts)
        idle.append(reference.departmentName(dept));
    QJsonArray finishes;
    for (auto finish = report.finishes.begin(); finish != report.finishes.end(); ++finish)
        finishes.append(
            QJsonObject{{u"name"_s, finishName(finish.key()).zh}, {u"count"_s, finish.value()}});
    return {{u"hallName"_s, reference.hall.name},
            {u"day"_s, report.scope.day.toString(Qt::ISODate)},
            {u"scope"_s, scopeLabel(report.scope, reference)},
            {u"asOf"_s, report.asOf.toUTC().toString(Qt::ISODate)},
            {u"preparedBy"_s, stamp.preparedBy},
            {u"groups"_s, groupsOf(report, reference)},
            {u"total"_s, total},
            {u"missing"_s, QJsonArray::fromStringList(missingLines(report))},
            {u"ranking"_s, rankingOf(report, reference)},
            {u"idleUnits"_s, idle},
            {u"finishes"_s, finishes},
            {u"rates"_s, ratesRow(report)},
            {u"charts"_s, reportCharts(report, reference)}};
}

Result<Document> composeReport(const DayReport &report, const Reference &reference,
                               const ReportStamp &stamp)
{
    const Result<Template> form = templateFor(PaperKind::DailyReport, reference);
    if (!form.ok())
        return form.error();
    return Document::compose(form.value(), reportData(report, reference, stamp),
                             {.sample = reference.hall.isSample,
                              .printedBy = stamp.preparedBy,
                              .printedAt = stamp.printedAt});
}

} // namespace hall
