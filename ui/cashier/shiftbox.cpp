#include "ui/cashier/shiftbox.h"

#include "desk/routing/casefeed.h"
#include "domain/whendone.h"
#include "ui/cashier/cashiertext.h"
#include "ui/shared/decision.h"
#include "ui/shared/moneyedit.h"
#include "ui/shared/theme.h"
#include "ui_shiftbox.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString backText(const InstrumentSum &sum)
{
    return sum.refundCount == 0 ? u"—"_s : u"− "_s + sum.refundAmount.text();
}

} // namespace

ShiftBox::ShiftBox(const PageContext &context, MessageStrip &strip, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_strip(strip)
    , m_ui(std::make_unique<Ui::ShiftBox>())
    , m_desk(context.place)
{
    m_ui->setupUi(this);
    m_lines = {{Instrument::Cash, m_ui->cashCountLabel, m_ui->cashVoidLabel, m_ui->cashBackLabel,
                m_ui->cashSumLabel, m_ui->cashCountedEdit, m_ui->cashDiffLabel},
               {Instrument::Card, m_ui->cardCountLabel, m_ui->cardVoidLabel, m_ui->cardBackLabel,
                m_ui->cardSumLabel, m_ui->cardCountedEdit, m_ui->cardDiffLabel},
               {Instrument::Transfer, m_ui->transferCountLabel, m_ui->transferVoidLabel,
                m_ui->transferBackLabel, m_ui->transferSumLabel, m_ui->transferCountedEdit,
                m_ui->transferDiffLabel},
               {Instrument::Qr, m_ui->qrCountLabel, m_ui->qrVoidLabel, m_ui->qrBackLabel,
                m_ui->qrSumLabel, m_ui->qrCountedEdit, m_ui->qrDiffLabel}};
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        MoneyEdit *edit = m_lines.at(i).counted;
        edit->setFixedWidth(150);
        m_lines.at(i).difference->setMinimumWidth(110);
        QWidget *next = i + 1 < m_lines.size() ? static_cast<QWidget *>(m_lines.at(i + 1).counted)
                                               : m_ui->noteEdit;
        connect(edit, &QLineEdit::returnPressed, next, qOverload<>(&QWidget::setFocus));
        connect(edit, &MoneyEdit::moneyChanged, this, &ShiftBox::showDifferences);
    }
    connect(m_ui->noteEdit, &QLineEdit::returnPressed, this, &ShiftBox::closeShift);
    connect(m_ui->closeShiftButton, &QPushButton::clicked, this, &ShiftBox::closeShift);
    showTill(Error{ErrorKind::NotFound, u"till"_s});
}

ShiftBox::~ShiftBox() = default;

void ShiftBox::showTill(const Result<TillView> &till)
{
    if (!till.ok()) {
        m_view.reset();
        m_ui->shiftLabel->setText(tr("No shift is open at this window"));
        m_ui->balanceLabel->setText(tr("It opens with the first payment of the day."));
        m_ui->countCard->hide();
        setEditable(false);
        return;
    }
    const TillView &view = till.value();
    const bool isOther = !m_view || m_view->till.id != view.till.id;
    const bool wasOpen = m_view && m_view->till.isOpen();
    m_view = view;
    m_ui->countCard->show();
    setEditable(view.till.isOpen());
    if (isOther || wasOpen != view.till.isOpen()) {
        for (const Line &line : std::as_const(m_lines)) {
            if (view.till.isOpen())
                line.counted->clear();
            else
                line.counted->setMoney(view.till.counted.value(line.instrument));
        }
        m_ui->noteEdit->setText(view.till.note);
    }
    showSums(view);
    showState(view);
    showDifferences();
}

void ShiftBox::showSums(const TillView &view)
{
    InstrumentSum all;
    for (const Line &line : std::as_const(m_lines)) {
        const auto sum = std::ranges::find(view.sums, line.instrument, &InstrumentSum::instrument);
        if (sum == view.sums.end())
            continue;
        line.count->setText(QString::number(sum->count));
        line.voids->setText(sum->voidCount == 0 ? u"—"_s : QString::number(sum->voidCount));
        line.back->setText(backText(*sum));
        line.sum->setText(sum->amount.text());
        // Only what was given back makes a drawer end below what it began with.
        line.counted->setMayBeNegative(sum->refundCount > 0);
        // Nothing was taken this way, so there is nothing to count.
        if (view.till.isOpen() && sum->count == 0 && sum->refundCount == 0
            && line.counted->text().isEmpty())
            line.counted->setMoney(Money());
        all.count += sum->count;
        all.voidCount += sum->voidCount;
        all.refundCount += sum->refundCount;
        all.refundAmount += sum->refundAmount;
        all.amount += sum->amount;
    }
    m_ui->allCountLabel->setText(QString::number(all.count));
    m_ui->allVoidLabel->setText(all.voidCount == 0 ? u"—"_s : QString::number(all.voidCount));
    m_ui->allBackLabel->setText(backText(all));
    m_ui->allSumLabel->setText(all.amount.text());
}

void ShiftBox::showState(const TillView &view)
{
    const ReferencePtr reference = CaseFeed(m_context.place).reference();
    const bool isForgotten = view.till.day < m_context.place.clock.today();
    m_ui->shiftLabel->setText(view.till.isOpen()
                                  ? tr("Shift open since %1, opened by %2")
                                        .arg(CashierText::moment(view.till.openedAt, isForgotten),
                                             reference->staffName(view.till.cashier))
                                  : tr("Shift closed at %1 by %2")
                                        .arg(CashierText::moment(view.till.closedAt, false),
                                             reference->staffName(view.till.closedBy)));
    const bool isBalanced = view.isBalanced();
    m_ui->balanceLabel->setText(
        isBalanced ? tr("✓ The sum of the receipts equals the sums by instrument.")
                   : tr("The sum of the receipts differs from the sums by instrument. Call the "
                        "administrator before closing."));
    const ThemeColours colours = themeColours(palette());
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, isBalanced ? colours.good : colours.bad);
    m_ui->balanceLabel->setPalette(tinted);
    m_ui->closeHintLabel->setText(
        view.till.isOpen() ? isForgotten
                ? tr("This shift of an earlier day was not closed. Close it first; what was taken "
                     "today stands in a shift of its own.")
                : tr("Count what lies in the till first; the sums stay as they are counted.")
                           : tr("The next payment at this window opens a new shift."));
}

void ShiftBox::showDifferences()
{
    if (!m_view)
        return;
    Money counted;
    Money difference;
    bool isWhole = true;
    for (const Line &line : std::as_const(m_lines)) {
        const Result<Money> typed = line.counted->money();
        const auto sum
            = std::ranges::find(m_view->sums, line.instrument, &InstrumentSum::instrument);
        isWhole = isWhole && typed.ok();
        if (!typed.ok() || sum == m_view->sums.end()) {
            showDifference(line.difference, {});
            continue;
        }
        counted += typed.value();
        difference += typed.value() - sum->amount;
        showDifference(line.difference, typed.value() - sum->amount);
    }
    m_ui->allCountedLabel->setText(isWhole ? counted.text() : u"—"_s);
    showDifference(m_ui->allDiffLabel, isWhole ? std::optional(difference) : std::nullopt);
}

void ShiftBox::showDifference(QLabel *label, std::optional<Money> difference) const
{
    const ThemeColours colours = themeColours(palette());
    QPalette tinted = palette();
    QColor colour = colours.muted;
    QString text = u"—"_s;
    if (difference) {
        const bool isNone = difference->isZero();
        colour = isNone ? colours.good : colours.bad;
        const bool isLess = *difference < Money();
        text = isNone
            ? u"✓ 0.00"_s
            : (isLess ? u"− "_s + Money(-difference->fen()).text() : u"+ "_s + difference->text());
    }
    tinted.setColor(QPalette::WindowText, colour);
    label->setPalette(tinted);
    label->setText(text);
}

void ShiftBox::setEditable(bool isEditable)
{
    for (const Line &line : std::as_const(m_lines))
        line.counted->setReadOnly(!isEditable);
    m_ui->noteEdit->setReadOnly(!isEditable);
    const bool hasTill = m_view.has_value();
    m_ui->noteEdit->setVisible(hasTill);
    m_ui->noteLabel->setVisible(hasTill);
    m_ui->closeShiftButton->setVisible(hasTill && isEditable);
    m_ui->closeHintLabel->setVisible(hasTill);
}

void ShiftBox::takeFocus()
{
    if (!m_view) {
        setFocus();
        return;
    }
    for (const Line &line : std::as_const(m_lines)) {
        if (line.counted->text().isEmpty()) {
            line.counted->setFocus();
            return;
        }
    }
    m_ui->noteEdit->setFocus();
}

std::optional<QMap<Instrument, Money>> ShiftBox::countedAll()
{
    QMap<Instrument, Money> counted;
    for (const Line &line : std::as_const(m_lines)) {
        const Result<Money> typed = line.counted->money();
        if (!typed.ok()) {
            m_strip.say(Tone::Warning,
                        tr("Count every way of payment; write 0 where there is nothing."));
            line.counted->setFocus();
            return {};
        }
        counted.insert(line.instrument, typed.value());
    }
    return counted;
}

void ShiftBox::closeShift()
{
    if (m_isBusy)
        return;
    if (!m_view || !m_view->till.isOpen()) {
        m_strip.say(Tone::Info, tr("There is no open shift to close."));
        return;
    }
    const std::optional<QMap<Instrument, Money>> counted = countedAll();
    if (!counted)
        return;
    const bool differs = std::ranges::any_of(m_view->sums, [&counted](const InstrumentSum &sum) {
        return counted->value(sum.instrument) != sum.amount;
    });
    if (differs && m_ui->noteEdit->text().trimmed().isEmpty()) {
        m_strip.say(Tone::Warning,
                    tr("What was counted differs from the receipts. Write in the note where the "
                       "difference comes from."));
        m_ui->noteEdit->setFocus();
        return;
    }
    confirm(this,
            {.title = tr("Close the shift"),
             .question = differs ? tr("Close the shift with a difference?")
                                 : tr("Close the shift? Everything agrees."),
             .consequence
             = tr("Its sums stay as they are. A receipt of it can be given back later only "
                  "out of another shift, with a manager."),
             .yes = tr("Close")},
            [this, counted = *counted](const QString &) { commit(counted); });
}

void ShiftBox::commit(const QMap<Instrument, Money> &counted)
{
    m_isBusy = true;
    whenDone(
        m_desk.close(m_view->till.id, counted, m_ui->noteEdit->text().trimmed(), m_context.session),
        this, [this](const Result<TillView> &view) {
            m_isBusy = false;
            if (!view.ok()) {
                m_strip.say(view.error());
                return;
            }
            showTill(view);
            m_strip.say(Tone::Success, tr("The shift is closed."));
            Q_EMIT closed();
        });
}

} // namespace hall
