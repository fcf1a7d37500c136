#pragma once

#include "desk/cashier/cashierdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/pageregistry.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class TakeBox;
}

/// Taking a fee: find the slip, choose how it is paid, take it, print the receipt, confirm it.
class TakeBox : public QWidget
{
    Q_OBJECT
public:
    TakeBox(const PageContext &context, MessageStrip &strip, QWidget *parent = nullptr);
    ~TakeBox() override;

    /// Reads the open slips again; what is on the screen stays.
    void refresh();
    /// To the field where the next payer begins; an unconfirmed receipt or a slip that is shown
    /// stays where it is.
    void takeFocus();
    /// Leaves the slip that is shown.
    void clear();
    void choose(Instrument instrument);
    void take();
    void printAgain();

Q_SIGNALS:
    void taken();
    void openCountChanged(int count);

private:
    void connectAll();
    void find();
    void found(const QString &text, const Result<SlipView> &slip);
    void preview(int row);
    void openRow();
    void showSlip(const SlipView &slip);
    void fitLines();
    void showPaid(const SlipView &slip);
    void startPayment();
    void goToAmount();
    void showChange();
    void amountEntered();
    [[nodiscard]] std::optional<TakePayment> typedPayment();
    void committed(const Result<ActResult> &result, const TakePayment &payment);
    void showReceipt(const CasePaper &paper, const TakePayment &payment);
    void print();
    void confirm();

    struct Pending
    {
        StreamId stream = {};
        CasePaper paper = {};
        Money change = {};
        bool isPrinting = false;
        bool isPrinted = false;
    };

    PageContext m_context;
    MessageStrip &m_strip;
    std::unique_ptr<Ui::TakeBox> m_ui;
    CashierDesk m_desk;
    CaseFeed m_feed;
    std::shared_ptr<PaperDesk> m_papers; ///< outlives this while a job is on its way
    RowModel<SlipRow> m_open;
    RowModel<SlipLine> m_lines;
    std::optional<SlipView> m_slip;
    std::optional<Pending> m_pending; ///< a receipt that is not confirmed yet
    Instrument m_instrument = Instrument::Cash;
    int m_asked = 0;          ///< an older answer is dropped
    bool m_isFinding = false; ///< between a scan and its slip
    bool m_isBusy = false;
};

} // namespace hall
