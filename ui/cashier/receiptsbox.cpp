#include "ui/cashier/receiptsbox.h"

#include "domain/whendone.h"
#include "ui/cashier/cashiertext.h"
#include "ui/cashier/voiddialog.h"
#include "ui/shared/casewords.h"
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
    , m_feed(context.place)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_rows(columns())
    , m_till(Error{ErrorKind::NotFound, u"till"_s})
{
    m_ui->setupUi(this);
    m_ui->receiptTable->setRowModel(&m_rows);
    m_ui->receiptTable->setEmptyText(tr("No receipt in this shift yet"),
                                     tr("What you take appears here."));
    connect(m_ui->voidButton, &QPushButton::clicked, this, &ReceiptsBox::takeBack);
    connect(m_ui->reprintButton, &QPushButton::clicked, this, &ReceiptsBox::reprint);
    connect(m_ui->earlierEdit, &QLineEdit::returnPressed, this, &ReceiptsBox::findEarlier);
    connect(m_ui->backToShiftButton, &QPushButton::clicked, this, [this] {
        m_ui->earlierEdit->clear();
        showShift();
        takeFocus();
    });
    m_ui->backToShiftButton->hide();
}

ReceiptsBox::~ReceiptsBox() = default;

QList<RowColumn<ReceiptsBox::Line>> ReceiptsBox::columns() const
{
    const auto struck = [](const Line &line, int role) -> QVariant {
        if (role != Qt::FontRole || !line.payment.isVoid || line.isRefund)
            return {};
        QFont font;
        font.setStrikeOut(true);
        return font;
    };
    const auto time
        = [this](const Line &line) { return CashierText::moment(line.at(), m_isEarlier); };
    return {
        {.title = tr("Time"), .text = time, .shape = {.characters = 16}, .extra = {}},
        {.title = tr("Receipt"),
         .text = [](const Line &line) { return line.payment.receipt; },
         .shape = {.characters = 34, .isWhole = true},
         .extra = struck},
        {.title = tr("Payer"),
         .text = [](const Line &line) { return line.payment.applicantName; },
         .shape = {.characters = 14, .takesRest = true},
         .extra = {}},
        {.title = tr("Item"),
         .text =
             [this](const Line &line) {
                 return CaseWords::item(line.payment.itemCode, line.payment.itemName,
                                        *m_feed.reference());
             },
         .shape = {.characters = 16, .takesRest = true},
         .extra = {}},
        {.title = tr("Paid by"),
         .text = [](const Line &line) { return CashierText::instrument(line.payment.instrument); },
         .shape = {.characters = 10},
         .extra = {}},
        {.title = tr("State"),
         .text = [this](const Line &line) { return stateText(line); },
         .shape = {.characters = 20, .takesRest = true},
         .extra = [this](const Line &line, int role) -> QVariant {
             return role == Qt::ToolTipRole ? stateText(line) : QVariant();
         }},
        {.title = tr("Amount"),
         .text = [](const Line &line) { return line.amount().text(); },
         .shape = {.characters = 10, .isRightAligned = true},
         .extra = struck}};
}

QString ReceiptsBox::stateText(const Line &line) const
{
    const PaymentRow &row = line.payment;
    if (!row.isVoid)
        return tr("stands", "a receipt that counts");
    const QString witness = m_feed.reference()->staffName(row.voidWitness);
    if (line.isRefund)
        return tr("given back, taken on %1, with %2: %3", "moment, second person, reason")
            .arg(CashierText::moment(row.at, true), witness, row.voidReason);
    if (row.isTaken())
        return tr("given back later, on %1, with %2: %3", "moment, second person, reason")
            .arg(CashierText::moment(row.refundedAt, true), witness, row.voidReason);
    return tr("taken back with %1: %2", "second person, reason").arg(witness, row.voidReason);
}

void ReceiptsBox::showTill(const Result<TillView> &till)
{
    m_till = till;
    if (m_isEarlier)
        findEarlier(); // what is listed may have changed
    else
        showShift();
}

void ReceiptsBox::showShift()
{
    m_isEarlier = false;
    m_ui->backToShiftButton->hide();
    if (!m_till.ok()) {
        m_rows.setRows({});
        m_ui->receiptsLabel->setText(tr("The till is not open yet"));
        m_ui->receiptsHintLabel->setText(tr("It opens with the first payment."));
        return;
    }
    const int before = m_ui->receiptTable->currentRow();
    QList<Line> lines;
    for (const PaymentRow &payment : m_till.value().payments)
        lines.append({.payment = payment});
    for (const PaymentRow &refund : m_till.value().refunds)
        lines.append({.payment = refund, .isRefund = true});
    std::ranges::stable_sort(lines, std::greater(), &Line::at); // the newest on top
    m_rows.setRows(lines);
    m_ui->receiptTable->goToRow(before < 0 ? 0 : before);
    InstrumentSum all;
    for (const InstrumentSum &one : m_till.value().sums) {
        all.amount += one.amount + one.refundAmount; // without what was given back
        all.count += one.count;
        all.refundAmount += one.refundAmount;
        all.refundCount += one.refundCount;
    }
    QString text = tr("%n receipt(s) that stand, %1 together", nullptr, all.count)
                       .arg(CashierText::yuan(all.amount));
    if (all.refundCount > 0)
        text += tr("; %n given back, %1", nullptr, all.refundCount)
                    .arg(CashierText::yuan(all.refundAmount));
    m_ui->receiptsLabel->setText(text);
    m_ui->receiptsHintLabel->setText(
        m_till.value().till.isOpen()
            ? tr("Another print is marked as one and counted.")
            : tr("The shift is closed: taking one of its receipts back gives the money out of the "
                 "next shift, with a manager."));
}

void ReceiptsBox::findEarlier()
{
    const QString text = m_ui->earlierEdit->text().trimmed();
    if (text.isEmpty()) {
        showShift();
        return;
    }
    whenDone(m_desk.receipts(text), this, [this](const Result<QList<PaymentRow>> &payments) {
        if (payments.ok()) {
            showEarlier(payments.value());
            return;
        }
        m_ui->earlierEdit->selectAll();
        if (payments.error().kind == ErrorKind::NotFound)
            m_strip.say(Tone::Warning,
                        tr("No receipt is found under this number. Read it again from the paper."));
        else
            m_strip.say(payments.error());
    });
}

void ReceiptsBox::showEarlier(const QList<PaymentRow> &payments)
{
    m_isEarlier = true;
    m_ui->backToShiftButton->show();
    QList<Line> lines;
    for (const PaymentRow &payment : payments)
        lines.append({.payment = payment});
    m_rows.setRows(lines);
    m_ui->receiptsLabel->setText(tr("%n receipt(s) found", nullptr, int(lines.size())));
    m_ui->receiptsHintLabel->setText(
        tr("A receipt of a closed shift is given back out of the open one, with a manager; the "
           "closed shift keeps its sums."));
    m_ui->receiptTable->goToRow(0);
    m_ui->receiptTable->setFocus();
}

void ReceiptsBox::takeFocus()
{
    m_ui->receiptTable->setFocus();
}

void ReceiptsBox::focusEarlier()
{
    m_ui->earlierEdit->setFocus();
    m_ui->earlierEdit->selectAll();
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
    const PaymentRow payment = m_rows.at(m_ui->receiptTable->currentRow()).payment;
    if (payment.isVoid) {
        m_strip.say(Tone::Info, tr("This payment is taken back already."));
        return;
    }
    whenDone(m_desk.isRefund(payment, m_context.session), this,
             [this, payment](const Result<bool> &isRefund) {
                 if (isRefund.ok())
                     askTakeBack(payment, isRefund.value());
                 else
                     m_strip.say(isRefund.error());
             });
}

void ReceiptsBox::askTakeBack(const PaymentRow &payment, bool isRefund)
{
    auto *dialog = new VoidDialog(m_desk, m_context.session,
                                  {.payment = payment, .isRefund = isRefund}, this);
    connect(dialog, &QDialog::accepted, this, [this, payment, isRefund] {
        m_strip.say(
            Tone::Success,
            isRefund
                ? tr("Give %1 back now. Receipt %2 is taken back; the open shift carries it.",
                     "amount, number")
                      .arg(CashierText::yuan(payment.amount), payment.receipt)
                : tr("Receipt %1 is taken back; its slip is open again.").arg(payment.receipt));
        if (m_isEarlier) {
            m_ui->earlierEdit->clear();
            showShift();
        }
        Q_EMIT changed();
    });
    dialog->open();
}

void ReceiptsBox::reprint()
{
    if (!hasRow())
        return;
    const PaymentRow payment = m_rows.at(m_ui->receiptTable->currentRow()).payment;
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
