#include "ui/cashier/receiptsbox.h"

#include "desk/routing/casefeed.h"
#include "domain/whendone.h"
#include "ui/cashier/cashiertext.h"
#include "ui/cashier/voiddialog.h"
#include "ui/shared/theme.h"
#include "ui_receiptsbox.h"

#include <QFont>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

ReceiptsBox::ReceiptsBox(const PageContext &context, MessageStrip &strip, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_strip(strip)
    , m_ui(std::make_unique<Ui::ReceiptsBox>())
    , m_desk(context.place)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_rows(columns())
{
    m_ui->setupUi(this);
    m_ui->receiptTable->setRowModel(&m_rows);
    m_ui->receiptTable->setEmptyText(tr("No receipt in this shift yet"),
                                     tr("What you take appears here."));
    connect(m_ui->voidButton, &QPushButton::clicked, this, &ReceiptsBox::takeBack);
    connect(m_ui->reprintButton, &QPushButton::clicked, this, &ReceiptsBox::reprint);
}

ReceiptsBox::~ReceiptsBox() = default;

QList<RowColumn<PaymentRow>> ReceiptsBox::columns() const
{
    const auto struck = [](const PaymentRow &row, int role) -> QVariant {
        if (role != Qt::FontRole || !row.isVoid)
            return {};
        QFont font;
        font.setStrikeOut(true);
        return font;
    };
    return {{.title = tr("Time"),
             .text = [](const PaymentRow &row) { return CashierText::moment(row.at, false); },
             .shape = {.characters = 7},
             .extra = {}},
            {.title = tr("Receipt"),
             .text = [](const PaymentRow &row) { return row.receipt; },
             .shape = {.characters = 34},
             .extra = struck},
            {.title = tr("Payer"),
             .text = [](const PaymentRow &row) { return row.applicantName; },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Item"),
             .text = [](const PaymentRow &row) { return row.itemName; },
             .shape = {.characters = 16, .takesRest = true},
             .extra = {}},
            {.title = tr("Paid by"),
             .text = [](const PaymentRow &row) { return CashierText::instrument(row.instrument); },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = tr("State"),
             .text = [this](const PaymentRow &row) { return stateText(row); },
             .shape = {.characters = 20, .takesRest = true},
             .extra = [this](const PaymentRow &row, int role) -> QVariant {
                 return role == Qt::ToolTipRole ? stateText(row) : QVariant();
             }},
            {.title = tr("Amount"),
             .text = [](const PaymentRow &row) { return row.amount.text(); },
             .shape = {.characters = 10, .isRightAligned = true},
             .extra = struck}};
}

QString ReceiptsBox::stateText(const PaymentRow &row) const
{
    if (!row.isVoid)
        return tr("stands", "a receipt that counts");
    const ReferencePtr reference = CaseFeed(m_context.place).reference();
    return tr("taken back with %1: %2", "second person, reason")
        .arg(reference->staffName(row.voidWitness), row.voidReason);
}

void ReceiptsBox::showTill(const Result<TillView> &till)
{
    if (!till.ok()) {
        m_rows.setRows({});
        m_ui->receiptsLabel->setText(tr("The till is not open yet"));
        m_ui->receiptsHintLabel->setText(tr("It opens with the first payment."));
        return;
    }
    const int before = m_ui->receiptTable->currentRow();
    QList<PaymentRow> rows = till.value().payments;
    std::ranges::reverse(rows); // the newest on top
    m_rows.setRows(rows);
    m_ui->receiptTable->goToRow(before < 0 ? 0 : before);
    Money sum;
    int count = 0;
    for (const InstrumentSum &one : till.value().sums) {
        sum += one.amount;
        count += one.count;
    }
    m_ui->receiptsLabel->setText(
        tr("%n receipt(s) that stand, %1 together", nullptr, count).arg(CashierText::yuan(sum)));
    m_ui->receiptsHintLabel->setText(
        till.value().till.isOpen()
            ? tr("Another print is marked as one and counted.")
            : tr("The shift is closed: receipts can be printed again, not taken back."));
    m_ui->voidButton->setEnabled(till.value().till.isOpen());
}

void ReceiptsBox::takeFocus()
{
    m_ui->receiptTable->setFocus();
}

bool ReceiptsBox::hasRow() const
{
    const int row = m_ui->receiptTable->currentRow();
    if (row >= 0 && row < m_rows.rowCount())
        return true;
    m_strip.say(Tone::Info, tr("Choose a receipt in the list first."));
    return false;
}

void ReceiptsBox::takeBack()
{
    if (!hasRow())
        return;
    const PaymentRow payment = m_rows.at(m_ui->receiptTable->currentRow());
    if (payment.isVoid) {
        m_strip.say(Tone::Info, tr("This payment is taken back already."));
        return;
    }
    auto *dialog = new VoidDialog(m_desk, m_context.session, payment, this);
    connect(dialog, &QDialog::accepted, this, [this, receipt = payment.receipt] {
        m_strip.say(Tone::Success,
                    tr("Receipt %1 is taken back; its slip is open again.").arg(receipt));
        Q_EMIT changed();
    });
    dialog->open();
}

void ReceiptsBox::reprint()
{
    if (!hasRow())
        return;
    const PaymentRow payment = m_rows.at(m_ui->receiptTable->currentRow());
    whenDone(m_desk.receiptPaper(payment), this,
             [this, stream = payment.caseId](const Result<CasePaper> &paper) {
                 if (paper.ok())
                     print(stream, paper.value());
                 else
                     m_strip.say(paper.error());
             });
}

void ReceiptsBox::print(const StreamId &stream, const CasePaper &paper)
{
    whenDone(
        m_papers->print(stream, paper.id, m_context.session,
                        m_context.shell.printerFor(paper.kind)),
        this, [this, papers = m_papers, stream, paper](const Result<ActResult> &sent) {
            if (!sent.ok()) {
                m_strip.say(sent.error());
                return;
            }
            m_strip.say(
                Tone::Info,
                tr("Receipt %1 was sent to the printer again, marked as another print.")
                    .arg(paper.number),
                {.text = tr("In hand"), .run = [this, stream, paper] { inHand(stream, paper); }});
        });
}

void ReceiptsBox::inHand(const StreamId &stream, const CasePaper &paper)
{
    whenDone(m_papers->mark(stream, {paper.id}, PaperState::Printed, m_context.session), this,
             [this, papers = m_papers](const Result<ActResult> &marked) {
                 if (marked.ok())
                     m_strip.dismiss();
                 else
                     m_strip.say(marked.error());
             });
}

} // namespace hall
