#include "ui/cashier/takebox.h"

#include "domain/whendone.h"
#include "ui/cashier/cashiertext.h"
#include "ui/cashier/slipcolumns.h"
#include "ui/shared/casewords.h"
#include "ui/shared/theme.h"
#include "ui_takebox.h"

#include <QHeaderView>
#include <QShortcut>

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

void onEnter(QWidget *widget, QObject *context, const std::function<void()> &run)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(key, widget, nullptr, nullptr, Qt::WidgetShortcut),
                         &QShortcut::activated, context, run);
}

} // namespace

TakeBox::TakeBox(const PageContext &context, MessageStrip &strip, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_strip(strip)
    , m_ui(std::make_unique<Ui::TakeBox>())
    , m_desk(context.place)
    , m_feed(context.place)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_open(openSlipColumns(m_feed))
    , m_lines(slipLineColumns())
{
    m_ui->setupUi(this);
    m_ui->takeSplitter->setSizes({480, 760});
    m_ui->takeSplitter->setStretchFactor(0, 2);
    m_ui->takeSplitter->setStretchFactor(1, 3);
    m_ui->openTable->setRowModel(&m_open);
    m_ui->openTable->setEmptyText(tr("No slip is waiting to be paid"),
                                  tr("A slip appears here when a case with a fee is accepted."));
    m_ui->lineTable->setRowModel(&m_lines);
    m_ui->lineTable->setFocusPolicy(Qt::ClickFocus);
    m_ui->emptyState->setText(u"barcode"_s, tr("Scan the payment notice"),
                              tr("Or type the slip or case number, or choose a slip on the left."));
    m_ui->tenderedEdit->setMaximumWidth(180);
    m_ui->voucherEdit->setMinimumWidth(260);
    for (QLabel *label : {m_ui->changeLabel, m_ui->totalLabel})
        label->setMinimumWidth(120);
    m_ui->totalLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connectAll();
    clear();
}

TakeBox::~TakeBox() = default;

void TakeBox::connectAll()
{
    connect(m_ui->findEdit, &QLineEdit::returnPressed, this, &TakeBox::find);
    connect(new QShortcut(Qt::Key_Down, m_ui->findEdit, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, [this] {
                m_ui->openTable->setFocus();
                if (m_ui->openTable->currentRow() < 0)
                    m_ui->openTable->goToRow(0);
            });
    connect(m_ui->openTable, &RowTable::rowChanged, this, &TakeBox::preview);
    connect(m_ui->openTable, &RowTable::rowOpened, this, &TakeBox::openRow);
    const std::array buttons{m_ui->cashButton, m_ui->cardButton, m_ui->transferButton,
                             m_ui->qrButton};
    for (size_t i = 0; i < buttons.size(); ++i) {
        connect(buttons[i], &QPushButton::clicked, this,
                [this, i] { choose(static_cast<Instrument>(i)); });
    }
    connect(m_ui->tenderedEdit, &MoneyEdit::moneyChanged, this, &TakeBox::showChange);
    connect(m_ui->tenderedEdit, &QLineEdit::returnPressed, this, &TakeBox::amountEntered);
    connect(m_ui->voucherEdit, &QLineEdit::returnPressed, this, &TakeBox::amountEntered);
    connect(m_ui->takeButton, &QPushButton::clicked, this, &TakeBox::take);
    connect(m_ui->inHandButton, &QPushButton::clicked, this, &TakeBox::confirm);
    connect(m_ui->printAgainButton, &QPushButton::clicked, this, &TakeBox::printAgain);
    onEnter(m_ui->takeButton, this, [this] { take(); });
    onEnter(m_ui->inHandButton, this, [this] { confirm(); });
}

void TakeBox::refresh()
{
    whenDone(m_desk.openSlips(), this, [this](const Result<QList<SlipRow>> &slips) {
        if (!slips.ok()) {
            m_strip.say(slips.error());
            return;
        }
        // A list that changes by itself leaves the person where he stands in it.
        const int row = m_ui->openTable->currentRow();
        const QString current = row >= 0 && row < m_open.rowCount() ? m_open.at(row).number
            : m_slip                                                ? m_slip->slip.number
                                                                    : QString();
        m_open.setRows(slips.value());
        const int count = static_cast<int>(slips.value().size());
        m_ui->openLabel->setText(tr("%n slip(s) to be paid", nullptr, count));
        Q_EMIT openCountChanged(count);
        const auto shown = std::ranges::find(m_open.rows(), current, &SlipRow::number);
        if (shown != m_open.rows().end())
            m_ui->openTable->goToRow(static_cast<int>(shown - m_open.rows().begin()));
    });
}

void TakeBox::takeFocus()
{
    if (m_pending)
        m_ui->inHandButton->setFocus();
    else
        m_ui->findEdit->setFocus();
}

void TakeBox::clear()
{
    ++m_asked;
    m_slip.reset();
    m_pending.reset();
    m_lines.setRows({});
    m_ui->openTable->clearSelection();
    m_ui->openTable->setCurrentIndex({});
    m_ui->slipStack->setCurrentWidget(m_ui->emptyState);
    m_ui->findEdit->clear();
    m_ui->findEdit->setFocus();
}

void TakeBox::find()
{
    const QString text = m_ui->findEdit->text().trimmed();
    if (text.isEmpty())
        return;
    const int asked = ++m_asked;
    m_isFinding = true;
    whenDone(m_desk.find(text), this, [this, asked, text](const Result<SlipView> &slip) {
        m_isFinding = false;
        if (asked == m_asked)
            found(text, slip);
    });
}

void TakeBox::found(const QString &text, const Result<SlipView> &slip)
{
    m_ui->findEdit->selectAll(); // the next scan replaces it
    if (slip.ok()) {
        m_pending.reset();
        showSlip(slip.value());
        goToAmount();
        return;
    }
    if (slip.error().kind != ErrorKind::NotFound)
        m_strip.say(slip.error());
    else if (slip.error().detail == "noSlip"_L1)
        m_strip.say(Tone::Info, tr("This case owes no fee; there is nothing to take."));
    else
        m_strip.say(Tone::Warning,
                    tr("No slip and no case here has the number “%1”. Compare it with the payment "
                       "notice, or scan its code.")
                        .arg(text.left(60)));
}

void TakeBox::preview(int row)
{
    // What was scanned is on its way: a list that fills meanwhile must not take its place.
    if (row < 0 || row >= m_open.rowCount() || m_pending || m_isFinding)
        return;
    const SlipRow slip = m_open.at(row);
    if (m_slip && m_slip->slip.number == slip.number)
        return;
    const int asked = ++m_asked;
    whenDone(m_desk.find(slip.number), this, [this, asked](const Result<SlipView> &view) {
        if (asked != m_asked)
            return;
        if (view.ok())
            showSlip(view.value());
        else
            m_strip.say(view.error());
    });
}

void TakeBox::openRow()
{
    if (m_pending) {
        m_ui->inHandButton->setFocus();
        return;
    }
    if (m_slip)
        goToAmount();
}

void TakeBox::showSlip(const SlipView &slip)
{
    m_slip = slip;
    m_strip.dismiss();
    m_ui->slipStack->setCurrentWidget(m_ui->slipPanel);
    m_ui->slipTitleLabel->setText(slip.row.applicantName);
    m_ui->slipFactsLabel->setFacts(
        {tr("Slip: %1").arg(slip.row.number.toHtmlEscaped()),
         tr("Case: %1").arg(slip.row.caseNumber.toHtmlEscaped()),
         tr("Accepted by: %1").arg(slip.acceptedBy.toHtmlEscaped())},
        CaseWords::item(slip.row.itemCode, slip.row.itemName, *m_feed.reference()).toHtmlEscaped());
    m_lines.setRows(slip.slip.lines);
    fitLines();
    m_ui->totalLabel->setText(slip.slip.total.text());
    const bool isOpen = slip.row.state == SlipState::Open;
    m_ui->totalWordLabel->setText(isOpen ? tr("To pay (yuan)") : tr("Total (yuan)"));
    if (isOpen)
        startPayment();
    else
        showPaid(slip);
}

/// The table is as high as its lines, within reason, so that the amount stands right below.
void TakeBox::fitLines()
{
    constexpr int mostLines = 6;
    const int lines = std::clamp(m_lines.rowCount(), 2, mostLines);
    m_ui->lineTable->setFixedHeight(m_ui->lineTable->horizontalHeader()->sizeHint().height()
                                    + lines
                                        * m_ui->lineTable->verticalHeader()->defaultSectionSize()
                                    + 2 * m_ui->lineTable->frameWidth());
}

void TakeBox::showPaid(const SlipView &slip)
{
    m_ui->payStack->setCurrentWidget(m_ui->paidPanel);
    const Payment *payment = slip.payment();
    if (!payment) {
        const bool isOvertaken = slip.slip.standing == SlipStanding::Void;
        m_ui->paidLabel->setText(isOvertaken ? tr("This slip is void")
                                             : tr("The case ended before this slip was paid"));
        m_ui->paidHintLabel->setText(
            isOvertaken ? tr("The clerk had decided before the case was deemed accepted. Find the "
                             "case by its number to see what is owed.")
                        : tr("Nothing may be taken for it any more."));
        return;
    }
    m_ui->paidLabel->setText(slip.slip.isPaidTwice() ? tr("This slip was paid twice")
                                                     : tr("This slip is paid"));
    m_ui->paidHintLabel->setText(
        tr("Paid on %1 by %2, taken by %3, receipt %4. Take no money again.",
           "moment, instrument, cashier, receipt number")
            .arg(CashierText::moment(payment->at, true),
                 CashierText::instrument(payment->instrument), slip.paidBy, payment->receipt));
}

void TakeBox::startPayment()
{
    m_ui->payStack->setCurrentWidget(m_ui->payPanel);
    m_ui->tenderedEdit->clear();
    m_ui->voucherEdit->clear();
    m_instrument = Instrument::Cash;
    choose(Instrument::Cash);
}

void TakeBox::choose(Instrument instrument)
{
    const bool isHere = m_slip && m_ui->payStack->currentWidget() == m_ui->payPanel;
    const bool hadFocus = m_ui->slipPanel->isAncestorOf(focusWidget());
    const bool isSame = instrument == m_instrument;
    m_instrument = instrument;
    const std::array buttons{m_ui->cashButton, m_ui->cardButton, m_ui->transferButton,
                             m_ui->qrButton};
    for (size_t i = 0; i < buttons.size(); ++i)
        buttons[i]->setChecked(static_cast<Instrument>(i) == instrument);
    const bool isCash = instrument == Instrument::Cash;
    m_ui->tenderStack->setCurrentWidget(isCash ? m_ui->cashPanel : m_ui->voucherPanel);
    m_ui->takeHintLabel->setText(
        isCash ? tr("Enter in the empty field means: exactly the amount.")
               : tr("The voucher number stands on the slip of the machine or of the bank."));
    showChange();
    if (isHere && (hadFocus || !isSame))
        goToAmount();
}

void TakeBox::goToAmount()
{
    if (m_ui->payStack->currentWidget() != m_ui->payPanel)
        return;
    QLineEdit *edit = m_instrument == Instrument::Cash ? m_ui->tenderedEdit : m_ui->voucherEdit;
    edit->setFocus();
    edit->selectAll();
}

void TakeBox::showChange()
{
    m_ui->changeLabel->clear();
    m_ui->changeWordLabel->clear();
    const Result<Money> given = m_ui->tenderedEdit->money();
    if (!m_slip || !given.ok())
        return;
    const Money change = given.value() - m_slip->slip.total;
    const bool isShort = change < Money();
    m_ui->changeWordLabel->setText(isShort ? tr("Still missing") : tr("Change"));
    m_ui->changeLabel->setText((isShort ? Money(-change.fen()) : change).text());
    const ThemeColours colours = themeColours(palette());
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, isShort ? colours.bad : colours.text);
    m_ui->changeLabel->setPalette(tinted);
}

void TakeBox::amountEntered()
{
    if (!m_slip)
        return;
    if (m_instrument == Instrument::Cash && m_ui->tenderedEdit->text().trimmed().isEmpty())
        m_ui->tenderedEdit->setMoney(m_slip->slip.total);
    m_ui->takeButton->setFocus();
}

std::optional<TakePayment> TakeBox::typedPayment()
{
    TakePayment payment{.slip = m_slip->slip.number, .instrument = m_instrument};
    if (m_instrument != Instrument::Cash) {
        payment.reference = m_ui->voucherEdit->text().trimmed();
        if (!payment.reference.isEmpty())
            return payment;
        m_strip.say(Tone::Warning, tr("Type the voucher number of this payment first."));
        m_ui->voucherEdit->setFocus();
        return {};
    }
    const Result<Money> given = m_ui->tenderedEdit->money();
    const Money total = m_slip->slip.total;
    if (given.ok() && given.value() >= total) {
        payment.tendered = given.value();
        return payment;
    }
    m_strip.say(Tone::Warning,
                given.ok()
                    ? tr("%1 are still missing. The amount is the published one and cannot be "
                         "changed here.")
                          .arg(CashierText::yuan(total - given.value()))
                    : tr("Type what the payer gives, or press Enter in the empty field for exactly "
                         "the amount."));
    m_ui->tenderedEdit->setFocus();
    return {};
}

void TakeBox::take()
{
    if (m_isBusy || m_pending)
        return;
    if (!m_slip || m_ui->payStack->currentWidget() != m_ui->payPanel) {
        m_strip.say(Tone::Info, tr("Find a slip that is still to be paid first."));
        return;
    }
    const std::optional<TakePayment> payment = typedPayment();
    if (!payment)
        return;
    m_isBusy = true;
    m_ui->takeButton->setEnabled(false);
    whenDone(m_desk.take(*m_slip, *payment, m_context.session), this,
             [this, payment = *payment](const Result<ActResult> &result) {
                 committed(result, payment);
             });
}

void TakeBox::committed(const Result<ActResult> &result, const TakePayment &payment)
{
    m_isBusy = false;
    m_ui->takeButton->setEnabled(true);
    if (!result.ok()) {
        const QString number = m_slip->slip.number;
        m_strip.say(result.error());
        if (result.error().kind == ErrorKind::AlreadyPaid)
            whenDone(m_desk.find(number), this, [this](const Result<SlipView> &slip) {
                if (slip.ok())
                    showSlip(slip.value());
            });
        return;
    }
    m_pending = Pending{.stream = m_slip->row.caseId,
                        .change = payment.instrument == Instrument::Cash
                            ? payment.tendered - m_slip->slip.total
                            : Money()};
    for (const CasePaper &paper : result.value().wanted)
        showReceipt(paper, payment);
    refresh();
    Q_EMIT taken();
}

} // namespace hall
