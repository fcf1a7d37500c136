#pragma once

#include "desk/figures/figuresdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/rowmodel.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QTimer>

#include <memory>

class QPushButton;

namespace hall {

namespace Ui {
class OverviewPage;
}

/// The hall now: in hand by light, department and window, today's figures, and what nobody can
/// move. Every figure opens exactly its cases.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    [[nodiscard]] QList<RowColumn<LightRow>> lightColumns(bool hasWindow) const;
    [[nodiscard]] QList<RowColumn<StuckBranch>> stuckColumns() const;
    void connectAll();
    void connectTiles();
    void setLightTable(RowTable *table, RowModel<LightRow> &model, const QString &name);
    void refresh();
    void present(const Overview &overview);
    void setTile(QPushButton *button, const QString &caption, int count);
    void openToday(Figure figure, const QString &title);
    void openHand(const HandChoice &choice, const QString &title);
    void openCell(RowTable *table, const RowModel<LightRow> &model);
    void open(const QString &title, const FiguresDesk::Lines &lines);

    PageContext m_context;
    std::unique_ptr<Ui::OverviewPage> m_ui;
    FiguresDesk m_desk;
    CaseFeed m_feed;
    RowModel<LightRow> m_departments;
    RowModel<LightRow> m_windows;
    RowModel<StuckBranch> m_stuck;
    QTimer m_soon;  ///< many changes, one count
    QTimer m_clock; ///< lights change with time alone
};

} // namespace hall
