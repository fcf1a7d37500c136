#include "ui/figures/reporttables.h"

#include "ui_reportpage.h"

#include <QFont>
#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameColumns = 2;

QLocale::Language language()
{
    return QLocale().language();
}

QString figureText(const FigureSet &figures, Figure figure)
{
    const std::optional<qint64> value = figures.value(figure);
    if (!value)
        return u"—"_s;
    return figure == Figure::Amount ? Money(*value).text() : QString::number(*value);
}

template <class Row>
RowColumn<Row> plainColumn(const QString &title, QString (*text)(const Row &), ColumnShape shape)
{
    return {.title = title,
            .text = [text](const Row &row) { return text(row); },
            .shape = shape,
            .extra =
                [text](const Row &row, int role) {
                    return role == Qt::ToolTipRole ? QVariant(text(row)) : QVariant();
                }};
}

} // namespace

ReportTables::ReportTables(Ui::ReportPage &ui, const CaseFeed &feed)
    : m_ui(ui)
    , m_feed(feed)
    , m_figures(figureColumns())
    , m_rates(rateColumns())
    , m_finishes(finishColumns())
    , m_definitions(definitionColumns())
{
    m_ui.figureTable->setRowModel(&m_figures);
    m_ui.figureTable->setEmptyText(tr("Nothing happened on this day"));
    // The figure is what is chosen here, not the row.
    m_ui.figureTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_ui.rateTable->setRowModel(&m_rates);
    m_ui.finishTable->setRowModel(&m_finishes);
    m_ui.finishTable->setEmptyText(tr("No case ended on this day"));
    m_ui.definitionTable->setRowModel(&m_definitions);
    m_definitions.setRows(figureDefs());
}

QList<RowColumn<ReportTables::Line>> ReportTables::figureColumns() const
{
    const auto bold = [](const Line &line, int role) {
        if (role != Qt::FontRole || line.sort == Line::Sort::Window)
            return QVariant();
        QFont font;
        font.setBold(true);
        return QVariant(font);
    };
    QList<RowColumn<Line>> columns{{.title = tr("Department"),
                                    .text =
                                        [this](const Line &line) {
                                            return line.sort == Line::Sort::Total
                                                ? tr("Whole report")
                                                : m_feed.reference()->departmentName(line.row.dept,
                                                                                     language());
                                        },
                                    .shape = {.characters = 16, .takesRest = true},
                                    .extra = bold},
                                   {.title = tr("Window"),
                                    .text = [this](const Line &line) { return windowText(line); },
                                    .shape = {.characters = 14},
                                    .extra = bold}};
    for (const FigureDef &def : figureDefs()) {
        columns.append(
            {.title = def.name.in(language()),
             .text = [figure = def.figure](
                         const Line &line) { return figureText(line.row.figures, figure); },
             .shape = {.characters = def.figure == Figure::Amount ? 11 : 6, .isRightAligned = true},
             .extra = bold});
    }
    return columns;
}

QString ReportTables::windowText(const Line &line) const
{
    if (line.sort == Line::Sort::Department)
        return tr("subtotal");
    const Window *window = m_feed.reference()->window(line.row.window);
    return window ? line.row.window + u' ' + window->name.in(language()) : line.row.window;
}

QList<RowColumn<RateValue>> ReportTables::rateColumns()
{
    return {plainColumn<RateValue>(
                tr("Ratio"),
                [](const RateValue &rate) { return rateDef(rate.rate).name.in(language()); },
                {.characters = 18}),
            plainColumn<RateValue>(tr("Value"), [](const RateValue &rate) { return rate.text(); },
                                   {.characters = 9, .isRightAligned = true}),
            plainColumn<RateValue>(
                tr("Unit"),
                [](const RateValue &rate) { return rateDef(rate.rate).unit.in(language()); },
                {.characters = 12}),
            plainColumn<RateValue>(
                tr("Formula"),
                [](const RateValue &rate) { return rateDef(rate.rate).formula.in(language()); },
                {.characters = 20, .takesRest = true}),
            plainColumn<RateValue>(
                tr("Counted from"),
                [](const RateValue &rate) { return rateDef(rate.rate).source.in(language()); },
                {.characters = 20, .takesRest = true})};
}

QList<RowColumn<ReportTables::FinishCount>> ReportTables::finishColumns()
{
    return {plainColumn<FinishCount>(
                tr("Finish"),
                [](const FinishCount &finish) { return finishName(finish.code).in(language()); },
                {.characters = 20, .takesRest = true}),
            plainColumn<FinishCount>(
                tr("Cases"),
                [](const FinishCount &finish) { return QString::number(finish.count); },
                {.characters = 8, .isRightAligned = true})};
}

QList<RowColumn<FigureDef>> ReportTables::definitionColumns()
{
    return {plainColumn<FigureDef>(tr("Group"),
                                   [](const FigureDef &def) { return def.block.in(language()); },
                                   {.characters = 14}),
            plainColumn<FigureDef>(tr("Figure"),
                                   [](const FigureDef &def) { return def.name.in(language()); },
                                   {.characters = 14}),
            plainColumn<FigureDef>(tr("What is counted"),
                                   [](const FigureDef &def) { return def.formula.in(language()); },
                                   {.characters = 20, .takesRest = true}),
            plainColumn<FigureDef>(tr("Unit"),
                                   [](const FigureDef &def) { return def.unit.in(language()); },
                                   {.characters = 8}),
            plainColumn<FigureDef>(tr("Counted from"),
                                   [](const FigureDef &def) { return def.source.in(language()); },
                                   {.characters = 20, .takesRest = true})};
}

void ReportTables::show(const DayReport &report)
{
    m_scope = report.scope;
    QList<Line> lines;
    for (const ReportRow &dept : report.departments) {
        int windows = 0;
        for (const ReportRow &window : report.windows) {
            if (window.dept != dept.dept)
                continue;
            lines.append({.sort = Line::Sort::Window, .row = window});
            ++windows;
        }
        if (windows > 1)
            lines.append({.sort = Line::Sort::Department, .row = dept});
    }
    if (!lines.isEmpty())
        lines.append({.sort = Line::Sort::Total, .row = {.figures = report.total}});
    m_figures.setRows(lines);
    m_rates.setRows(report.rates);
    QList<FinishCount> finishes;
    for (auto finish = report.finishes.begin(); finish != report.finishes.end(); ++finish)
        finishes.append({.code = finish.key(), .count = finish.value()});
    m_finishes.setRows(finishes);
    const int received = nameColumns + static_cast<int>(Figure::Received);
    m_ui.figureTable->setCurrentIndex(m_figures.index(0, received));
    m_ui.finishTable->goToRow(0);
    m_ui.rateTable->goToRow(0);
}

std::optional<ReportCell> ReportTables::cell(int row, int column) const
{
    if (row < 0 || row >= m_figures.rowCount() || column < nameColumns)
        return {};
    const Line &line = m_figures.at(row);
    const auto figure = static_cast<Figure>(column - nameColumns);
    if (!line.row.figures.value(figure))
        return {};
    ReportCell cell{.scope = m_scope, .figure = figure};
    if (line.sort != Line::Sort::Total)
        cell.scope.dept = line.row.dept;
    if (line.sort == Line::Sort::Window) {
        cell.scope.window = line.row.window;
        cell.isOneWindow = true;
    }
    return cell;
}

QString ReportTables::cellTitle(const ReportCell &cell) const
{
    QStringList parts{cell.scope.day.toString(Qt::ISODate)};
    if (!cell.scope.dept.isEmpty())
        parts.append(m_feed.reference()->departmentName(cell.scope.dept, language()));
    if (!cell.scope.window.isEmpty())
        parts.append(cell.scope.window);
    parts.append(figureDef(cell.figure).name.in(language()));
    return parts.join(u" · "_s);
}

} // namespace hall
