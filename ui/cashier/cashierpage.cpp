#include "ui/cashier/cashierpage.h"

#include "domain/whendone.h"
#include "ui/cashier/receiptsbox.h"
#include "ui/cashier/shiftbox.h"
#include "ui/cashier/takebox.h"
#include "ui/routing/waitingpapersbutton.h"
#include "ui/shared/casewords.h"
#include "ui_cashierpage.h"
#include "ui_refundsbox.h"

#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

CashierPage::CashierPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::CashierPage>())
    , m_refundsUi(std::make_unique<Ui::RefundsBox>())
    , m_desk(context.place)
    , m_feed(context.place)
    , m_refunds(refundColumns())
{
    m_ui->setupUi(this);
    buildTabs();
    connectAll();
    m_desk.prepare(m_context.session);
}

CashierPage::~CashierPage() = default;

QString CashierPage::pageTitle() const
{
    return tr("Cashier");
}

QList<HelpKey> CashierPage::keys() const
{
    return {{u"F3"_s, tr("To the field for slip, case number or scan")},
            {u"Enter"_s, tr("Find; on to the amount; take; receipt in hand")},
            {u"↓"_s, tr("From the field to the open slips")},
            {u"F5 F6 F7 F8"_s, tr("Cash, card, transfer, QR code")},
            {u"F9"_s, tr("Take the fee, or close the shift")},
            {u"F10"_s, tr("Receipt spoiled: print it again")},
            {u"F4"_s, tr("Take a payment back, with a second person")},
            {u"Ctrl+F"_s, tr("Find the receipt of an earlier shift")},
            {u"Ctrl+P"_s, tr("Print a receipt of the list again")},
            {u"Ctrl+Shift+P"_s, tr("Papers that this window has not in hand")},
            {u"Alt+1 … Alt+4"_s, tr("Take, receipts, shift, paid twice")},
            {u"Esc"_s, tr("Leave the slip; back to taking")}};
}

QList<RowColumn<SlipRow>> CashierPage::refundColumns() const
{
    return {{.title = tr("Slip"),
             .text = [](const SlipRow &row) { return row.number; },
             .shape = {.characters = 34},
             .extra = {}},
            {.title = tr("Payer"),
             .text = [](const SlipRow &row) { return row.applicantName; },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Item"),
             .text =
                 [this](const SlipRow &row) {
                     return CaseWords::item(row.itemCode, row.itemName, *m_feed.reference());
                 },
             .shape = {.characters = 18, .takesRest = true},
             .extra = {}},
            {.title = tr("Due"),
             .text = [](const SlipRow &row) { return row.total.text(); },
             .shape = {.characters = 10, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Paid"),
             .text = [](const SlipRow &row) { return row.paid.text(); },
             .shape = {.characters = 10, .isRightAligned = true},
             .extra = {}},
            {.title = tr("To give back"),
             .text = [](const SlipRow &row) { return (row.paid - row.total).text(); },
             .shape = {.characters = 12, .isRightAligned = true},
             .extra = {}}};
}

void CashierPage::buildTabs()
{
    m_take = new TakeBox(m_context, *m_ui->strip, this);
    m_receipts = new ReceiptsBox(m_context, *m_ui->strip, this);
    m_shift = new ShiftBox(m_context, *m_ui->strip, this);
    auto *refunds = new QWidget(this);
    m_refundsUi->setupUi(refunds);
    m_refundsUi->refundTable->setRowModel(&m_refunds);
    m_refundsUi->refundTable->setEmptyText(tr("No slip was paid twice"));
    m_ui->tillTabs->addTab(m_take, tr("Take a fee"));
    m_ui->tillTabs->addTab(m_receipts, tr("Receipts"));
    m_ui->tillTabs->addTab(m_shift, tr("Close the shift"));
    m_ui->tillTabs->addTab(refunds, tr("Paid twice"));
    auto *waiting = new WaitingPapersButton(this);
    waiting->setObjectName(u"waitingPapersButton"_s);
    m_ui->tillTabs->setCornerWidget(waiting);
    waiting->serve(m_context);
    connect(waiting, &WaitingPapersButton::finished, this, &CashierPage::activate);
}

void CashierPage::connectAll()
{
    connect(m_ui->tillTabs, &QTabWidget::currentChanged, this, &CashierPage::takeFocus);
    connect(m_take, &TakeBox::taken, this, &CashierPage::refreshTill);
    connect(m_take, &TakeBox::openCountChanged, this, &Page::badgeChanged);
    connect(m_receipts, &ReceiptsBox::changed, this, &CashierPage::activate);
    connect(m_shift, &ShiftBox::closed, this, &CashierPage::refreshTill);
    connect(&m_feed, &CaseFeed::casesChanged, m_take, &TakeBox::refresh);
    connect(&m_feed, &CaseFeed::paymentsChanged, this, [this] {
        refreshTill();
        refreshRefunds();
    });
    addKey(Qt::Key_F3, [this] {
        goTo(Take);
        m_take->takeFocus();
    });
    addKey(Qt::Key_F5, [this] { chooseInstrument(Instrument::Cash); });
    addKey(Qt::Key_F6, [this] { chooseInstrument(Instrument::Card); });
    addKey(Qt::Key_F7, [this] { chooseInstrument(Instrument::Transfer); });
    addKey(Qt::Key_F8, [this] { chooseInstrument(Instrument::Qr); });
    addKey(Qt::Key_F9, [this] { goOn(); });
    addKey(Qt::Key_F10, [this] { m_take->printAgain(); });
    addKey(Qt::Key_F4, [this] {
        const bool isThere = m_ui->tillTabs->currentIndex() == Receipts;
        goTo(Receipts);
        if (isThere)
            m_receipts->takeBack();
    });
    addKey(QKeySequence::Find, [this] {
        goTo(Receipts);
        m_receipts->focusEarlier();
    });
    addKey(QKeySequence::Print, [this] {
        if (m_ui->tillTabs->currentIndex() == Receipts)
            m_receipts->reprint();
    });
    addKey(Qt::Key_Escape, [this] {
        if (m_ui->tillTabs->currentIndex() == Take)
            m_take->clear();
        goTo(Take);
        m_take->takeFocus();
    });
    for (int tab = Take; tab <= Refunds; ++tab)
        addKey(QKeySequence(Qt::ALT | (Qt::Key_1 + tab)),
               [this, tab] { goTo(static_cast<Tab>(tab)); });
}

void CashierPage::addKey(const QKeySequence &keys, const std::function<void()> &run)
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
}

void CashierPage::activate()
{
    m_take->refresh();
    refreshTill();
    refreshRefunds();
    takeFocus();
}

void CashierPage::goTo(Tab tab)
{
    m_ui->tillTabs->setCurrentIndex(tab);
}

void CashierPage::takeFocus()
{
    switch (m_ui->tillTabs->currentIndex()) {
    case Take:
        m_take->takeFocus();
        break;
    case Receipts:
        m_receipts->takeFocus();
        break;
    case Shift:
        m_shift->takeFocus();
        break;
    default:
        m_refundsUi->refundTable->setFocus();
        break;
    }
}

void CashierPage::refreshTill()
{
    whenDone(m_desk.till(m_context.session), this, [this](const Result<TillView> &till) {
        if (!till.ok() && till.error().kind != ErrorKind::NotFound)
            m_ui->strip->say(till.error());
        m_receipts->showTill(till);
        m_shift->showTill(till);
    });
}

void CashierPage::refreshRefunds()
{
    whenDone(m_desk.paidTwice(), this, [this](const Result<QList<SlipRow>> &slips) {
        if (!slips.ok()) {
            m_ui->strip->say(slips.error());
            return;
        }
        m_refunds.setRows(slips.value());
        const auto count = slips.value().size();
        m_ui->tillTabs->setTabText(
            Refunds, count == 0 ? tr("Paid twice") : tr("Paid twice (%1)").arg(count));
    });
}

void CashierPage::chooseInstrument(Instrument instrument)
{
    goTo(Take);
    m_take->choose(instrument);
}

void CashierPage::goOn()
{
    if (m_ui->tillTabs->currentIndex() == Shift)
        m_shift->closeShift();
    else if (m_ui->tillTabs->currentIndex() == Take)
        m_take->take();
}

} // namespace hall
