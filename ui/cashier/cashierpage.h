#pragma once

#include "desk/cashier/cashierdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>

namespace hall {

namespace Ui {
class CashierPage;
class RefundsBox;
} // namespace Ui

class ReceiptsBox;
class ShiftBox;
class TakeBox;

/// The cashier's window: taking fees, the receipts of the shift, closing it, and the refund tray.
class CashierPage : public Page
{
    Q_OBJECT
public:
    explicit CashierPage(const PageContext &context, QWidget *parent = nullptr);
    ~CashierPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    enum Tab { Take, Receipts, Shift, Refunds };

    [[nodiscard]] QList<RowColumn<SlipRow>> refundColumns() const;
    void buildTabs();
    void connectAll();
    void addKey(const QKeySequence &keys, const std::function<void()> &run);
    void goTo(Tab tab);
    void takeFocus();
    void refreshTill();
    void refreshRefunds();
    void chooseInstrument(Instrument instrument);
    void goOn(); ///< F9: takes, or closes the shift

    PageContext m_context;
    std::unique_ptr<Ui::CashierPage> m_ui;
    std::unique_ptr<Ui::RefundsBox> m_refundsUi;
    CashierDesk m_desk;
    CaseFeed m_feed;
    RowModel<SlipRow> m_refunds;
    TakeBox *m_take = nullptr;
    ReceiptsBox *m_receipts = nullptr;
    ShiftBox *m_shift = nullptr;
};

} // namespace hall
