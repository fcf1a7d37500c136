#pragma once

#include "desk/cashier/cashierdesk.h"
#include "desk/papers/paperdesk.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/pageregistry.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class ReceiptsBox;
}

/// Receipts of this window's till: another print (marked as one), and taking a payment back.
class ReceiptsBox : public QWidget
{
    Q_OBJECT
public:
    ReceiptsBox(const PageContext &context, MessageStrip &strip, QWidget *parent = nullptr);
    ~ReceiptsBox() override;

    void showTill(const Result<TillView> &till);
    void takeFocus();
    void takeBack();
    void reprint();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<RowColumn<PaymentRow>> columns() const;
    [[nodiscard]] QString stateText(const PaymentRow &row) const;
    [[nodiscard]] bool hasRow() const;
    void print(const StreamId &stream, const CasePaper &paper);
    void inHand(const StreamId &stream, const CasePaper &paper);

    PageContext m_context;
    MessageStrip &m_strip;
    std::unique_ptr<Ui::ReceiptsBox> m_ui;
    CashierDesk m_desk;
    std::shared_ptr<PaperDesk> m_papers;
    RowModel<PaymentRow> m_rows;
};

} // namespace hall
