#pragma once

#include "desk/cashier/cashierdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/pageregistry.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class ReceiptsBox;
}

/// Receipts of this window's till, and any earlier one by its number: another print (marked as
/// one), and taking a payment back.
class ReceiptsBox : public QWidget
{
    Q_OBJECT
public:
    ReceiptsBox(const PageContext &context, MessageStrip &strip, QWidget *parent = nullptr);
    ~ReceiptsBox() override;

    void showTill(const Result<TillView> &till);
    void takeFocus();
    void focusEarlier();
    void takeBack();
    void reprint();

Q_SIGNALS:
    void changed();

private:
    /// A payment as it was taken, or as this shift gave it back.
    struct Line
    {
        PaymentRow payment = {};
        bool isRefund = false;
        [[nodiscard]] qint64 at() const { return isRefund ? payment.refundedAt : payment.at; }
        [[nodiscard]] Money amount() const
        {
            return isRefund ? Money(-payment.amount.fen()) : payment.amount;
        }
    };

    [[nodiscard]] QList<RowColumn<Line>> columns() const;
    [[nodiscard]] QString stateText(const Line &line) const;
    [[nodiscard]] bool hasRow() const;
    void showShift();
    void findEarlier();
    void showEarlier(const QList<PaymentRow> &payments);
    void askTakeBack(const PaymentRow &payment, bool isRefund);
    void print(const StreamId &stream, const CasePaper &paper);
    void inHand(const StreamId &stream, const CasePaper &paper);

    PageContext m_context;
    MessageStrip &m_strip;
    std::unique_ptr<Ui::ReceiptsBox> m_ui;
    CashierDesk m_desk;
    CaseFeed m_feed;
    std::shared_ptr<PaperDesk> m_papers;
    RowModel<Line> m_rows;
    Result<TillView> m_till;
    bool m_isEarlier = false; ///< what is listed was asked for by its number
};

} // namespace hall
