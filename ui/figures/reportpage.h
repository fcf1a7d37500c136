#pragma once

#include "desk/figures/figuresdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/figures/reporttables.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class ReportPage;
}

/// The daily workload report: any day, department and window; sheet, figures with their cases,
/// charts, ratios; print, PDF and spreadsheet of the same figures.
class ReportPage : public Page
{
    Q_OBJECT
public:
    explicit ReportPage(const PageContext &context, QWidget *parent = nullptr);
    ~ReportPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    void connectAll();
    void connectTables();
    void fillDepartments();
    void fillWindows();
    [[nodiscard]] ReportScope scope() const;
    void make();
    void present(const DayReport &report);
    void compose();
    void print();
    void savePdf();
    void askSpreadsheet();
    void saveSpreadsheet(const QString &path);
    void openFigure();
    void open(const QString &title, const FiguresDesk::Lines &lines);
    void setReady(bool isReady);

    PageContext m_context;
    std::unique_ptr<Ui::ReportPage> m_ui;
    FiguresDesk m_desk;
    PaperDesk m_papers;
    CaseFeed m_feed;
    ReportTables m_tables;
    std::optional<DayReport> m_report;
    int m_asked = 0; ///< reports begun: an older answer is dropped
};

} // namespace hall
