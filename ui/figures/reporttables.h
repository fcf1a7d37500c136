#pragma once

#include "desk/figures/dayreport.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/rowmodel.h"

#include <QCoreApplication>

#include <optional>

namespace hall {

namespace Ui {
class ReportPage;
}

/// The tables of the report page as models over the report.
class ReportTables
{
    Q_DECLARE_TR_FUNCTIONS(ReportTables)
public:
    struct FinishCount
    {
        QString code = {};
        int count = 0;
    };

    ReportTables(Ui::ReportPage &ui, const CaseFeed &feed);

    void show(const DayReport &report);
    /// What a cell of the figures' table counts; nothing for a name or a figure without a source.
    [[nodiscard]] std::optional<ReportCell> cell(int row, int column) const;
    [[nodiscard]] QString cellTitle(const ReportCell &cell) const;
    [[nodiscard]] const RowModel<FinishCount> &finishes() const { return m_finishes; }

private:
    /// A line of the figures' table: a window, a subtotal or the total.
    struct Line
    {
        enum class Sort { Window, Department, Total };
        Sort sort = Sort::Window;
        ReportRow row = {};
    };

    [[nodiscard]] QList<RowColumn<Line>> figureColumns() const;
    [[nodiscard]] static QList<RowColumn<RateValue>> rateColumns();
    [[nodiscard]] static QList<RowColumn<FinishCount>> finishColumns();
    [[nodiscard]] static QList<RowColumn<FigureDef>> definitionColumns();
    [[nodiscard]] QString windowText(const Line &line) const;

    Ui::ReportPage &m_ui;
    const CaseFeed &m_feed;
    ReportScope m_scope;
    RowModel<Line> m_figures;
    RowModel<RateValue> m_rates;
    RowModel<FinishCount> m_finishes;
    RowModel<FigureDef> m_definitions;
};

} // namespace hall
