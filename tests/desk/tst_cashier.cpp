#include "desk/cashier/cashierdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/setup/shipped.h"
#include "store/connection.h"
#include "store/leases.h"
#include "takings.h"
#include "testmain.h"

#include <QGuiApplication>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCashier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsBySlipCaseAndCode();
    void findsNothing();
    void aWindowHasANumberBeforeSomebodyPays();
    void cashWithChange();
    void otherInstrumentsNeedTheirVoucher();
    void payingTwiceIsRefused();
    void whoAcceptedTakesNoMoney();
    void aClosedCasePaysNothing();
    void receiptPrintsAndIsMarkedAgain();
    void shiftCloses();
    void aForgottenShiftIsClosedFirst();
    void shiftWithDifference();
    void onlyTheOwnTillIsClosed();
};

void TestCashier::findsBySlipCaseAndCode()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const CashierDesk desk(*hall.place);
    const QString slip = file.value().slips.first().number;
    const QString code = TillFixture::noticeCode(file.value());
    for (const QString &typed :
         {slip, u"  "_s + slip + u' ', file.value().number, code, code.toUpper()}) {
        const Result<SlipView> found = await(desk.find(typed));
        VERIFY_OK(found);
        QCOMPARE(found.value().slip.number, slip);
        QCOMPARE(found.value().slip.total, Money(10'000));
        QCOMPARE(found.value().row.applicantName, u"王建国"_s);
        QCOMPARE(found.value().acceptedBy, u"邓华洪"_s);
        QVERIFY(!found.value().payment());
    }
    QCOMPARE(await(desk.openSlips()).value().size(), 1);
}

namespace {

/// A centre that is out of reach: remembers what was asked for in vain.
class NoLeases final : public LeaseSource
{
public:
    QStringList asked;
    Result<NumberBlock> lease(WriteTx &, const NumberSequence &sequence) override
    {
        asked.append(sequence.series);
        return Error{ErrorKind::OnlineOnly, u"number"_s};
    }
};

} // namespace

void TestCashier::aWindowHasANumberBeforeSomebodyPays()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const CashierDesk desk(*hall.place);
    const Session session = hall.session(u"sf01"_s, u"F01"_s);
    VERIFY_OK(await(desk.prepare(session)));
    VERIFY_OK(await(desk.prepare(session))); // takes none away
    const auto leases = std::make_shared<NoLeases>();
    hall.store.store().setHooks({.leases = leases});
    VERIFY_OK(await(hall.store.store().write(
        [](WriteTx &tx) { return Query(tx.connection(), u"delete from number_lease"_s).run(); })));
    QCOMPARE(await(desk.prepare(session)).error().kind, ErrorKind::OnlineOnly);
    QCOMPARE(leases->asked, QStringList{u"receipt/F01"_s});
}

void TestCashier::findsNothing()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const CashierDesk desk(*hall.place);
    const Result<SlipView> unknown = await(desk.find(u"样例〔2026〕999号"_s));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    const Result<CaseFile> free = hall.accepted(u"李娜"_s, TillFixture::freeItem);
    VERIFY_OK(free);
    const Result<SlipView> none = await(desk.find(free.value().number));
    QVERIFY(!none.ok());
    QCOMPARE(none.error(), (Error{ErrorKind::NotFound, u"noSlip"_s}));
}

void TestCashier::cashWithChange()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const CashierDesk desk(*hall.place);
    const SlipView slip = await(desk.find(file.value().number)).value();
    const auto less = await(desk.take(slip, {.tendered = Money(9'999)}, hall.cashier()));
    QCOMPARE(less.error().kind, ErrorKind::AmountMismatch);
    QVERIFY(!await(desk.till(hall.cashier())).ok()); // nothing half-done: no till was opened

    const auto taken = await(desk.take(slip, {.tendered = Money(15'000)}, hall.cashier()));
    VERIFY_OK(taken);
    QCOMPARE(taken.value().wanted.size(), 1);
    QCOMPARE(taken.value().wanted.first().kind, u"fee-receipt"_s);
    QVERIFY(taken.value().file.isPaid());
    const Result<TillView> till = await(desk.till(hall.cashier()));
    VERIFY_OK(till);
    QCOMPARE(till.value().payments.size(), 1);
    const PaymentRow row = till.value().payments.first();
    QCOMPARE(row.amount, Money(10'000));
    QCOMPARE(row.tendered - row.amount, Money(5'000));
    QCOMPARE(row.receipt, taken.value().wanted.first().number);
    QVERIFY(till.value().isBalanced());
    QVERIFY(await(desk.openSlips()).value().isEmpty());
    const SlipView after = await(desk.find(file.value().number)).value();
    QCOMPARE(after.row.state, SlipState::Paid);
    QVERIFY(after.payment());
    QCOMPARE(after.payment()->receipt, row.receipt);
    QCOMPARE(after.paidBy, u"迪丽努尔·艾合买提江"_s);
}

void TestCashier::otherInstrumentsNeedTheirVoucher()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const CashierDesk desk(*hall.place);
    for (const Instrument way : {Instrument::Card, Instrument::Transfer, Instrument::Qr}) {
        const Result<CaseFile> file = hall.accepted(u"王建国"_s);
        VERIFY_OK(file);
        const SlipView slip = await(desk.find(file.value().number)).value();
        const auto bare
            = await(desk.take(slip, {.instrument = way, .reference = u" "_s}, hall.cashier()));
        QCOMPARE(bare.error(), (Error{ErrorKind::FieldMissing, u"reference"_s}));
        VERIFY_OK(
            await(desk.take(slip, {.instrument = way, .reference = u"P0001"_s}, hall.cashier())));
    }
    const TillView till = await(desk.till(hall.cashier())).value();
    for (const InstrumentSum &sum : till.sums) {
        QCOMPARE(sum.amount, sum.instrument == Instrument::Cash ? Money() : Money(10'000));
        QCOMPARE(sum.count, sum.instrument == Instrument::Cash ? 0 : 1);
    }
    QVERIFY(till.isBalanced());
}

void TestCashier::payingTwiceIsRefused()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const CashierDesk desk(*hall.place);
    const SlipView slip = await(desk.find(file.value().number)).value();
    VERIFY_OK(await(desk.take(slip, {.tendered = Money(10'000)}, hall.cashier())));
    const auto again = await(desk.take(slip, {.tendered = Money(10'000)}, hall.cashier()));
    QCOMPARE(again.error().kind, ErrorKind::AlreadyPaid);
    QCOMPARE(await(desk.till(hall.cashier())).value().payments.size(), 1);
}

void TestCashier::whoAcceptedTakesNoMoney()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const CashierDesk desk(*hall.place);
    const SlipView slip = await(desk.find(file.value().number)).value();
    // The clerk stands in at the cashier's window.
    Session both = hall.clerk();
    both.post = *Post::fromCode(u"FG/cashier"_s);
    both.window = u"B02"_s;
    const auto taken = await(desk.take(slip, {.tendered = Money(10'000)}, both));
    QCOMPARE(taken.error().kind, ErrorKind::SamePersonTwice);
    const auto asClerk = await(desk.take(slip, {.tendered = Money(10'000)}, hall.clerk()));
    QCOMPARE(asClerk.error().kind, ErrorKind::NotYourPost);
    QCOMPARE(await(desk.openSlips()).value().size(), 1);
}

void TestCashier::aClosedCasePaysNothing()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const CashierDesk desk(*hall.place);
    const SlipView slip = await(desk.find(file.value().number)).value();
    VERIFY_OK(hall.run(file.value().id, hall.session(u"gl02"_s),
                       Act{.action = u"void"_s, .details = {.ground = u"误收件"_s}}));
    QCOMPARE(await(desk.find(file.value().number)).value().row.state, SlipState::Void);
    const auto taken = await(desk.take(slip, {.tendered = Money(10'000)}, hall.cashier()));
    QCOMPARE(taken.error().kind, ErrorKind::CaseClosed);
}

void TestCashier::receiptPrintsAndIsMarkedAgain()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    const PaperDesk papers(*hall.place);
    const Result<CasePaper> paper = await(desk.receiptPaper(firstPayment(hall)));
    VERIFY_OK(paper);
    QCOMPARE(paper.value().copies, 0);
    for (int copy = 1; copy <= 2; ++copy) {
        VERIFY_OK(await(papers.print(file.value().id, paper.value().id, hall.cashier(), {})));
        const auto marked = await(
            papers.mark(file.value().id, {paper.value().id}, PaperState::Printed, hall.cashier()));
        VERIFY_OK(marked);
        const QList<CasePaper> all = marked.value().file.papers;
        const auto now = std::ranges::find(all, paper.value().id, &CasePaper::id);
        QVERIFY(now != all.end());
        QCOMPARE(now->copies, copy);
    }
    QCOMPARE(hall.printer.titles.size(), 2);
}

void TestCashier::aForgottenShiftIsClosedFirst()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> first = hall.accepted(u"王建国"_s);
    const Result<CaseFile> second = hall.accepted(u"李娜"_s);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK(takeCash(hall, first.value()));
    const CashierDesk desk(*hall.place);
    const StreamId forgotten = await(desk.till(hall.cashier())).value().till.id;
    hall.store.clock.advance(3 * 24 * 3600);
    VERIFY_OK(takeCash(hall, second.value()));
    const TillView shown = await(desk.till(hall.cashier())).value();
    QCOMPARE(shown.till.id, forgotten);
    QCOMPARE(shown.payments.size(), 1); // today's money is not mixed with it
    VERIFY_OK(await(desk.close(forgotten, counted(10'000), {}, hall.cashier())));
    const TillView today = await(desk.till(hall.cashier())).value();
    QVERIFY(today.till.isOpen());
    QCOMPARE(today.till.day, hall.store.clock.today());
    QCOMPARE(today.payments.size(), 1);
}

void TestCashier::shiftCloses()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const CashierDesk desk(*hall.place);
    QCOMPARE(await(desk.till(hall.cashier())).error().kind, ErrorKind::NotFound);
    const Result<CaseFile> first = hall.accepted(u"王建国"_s);
    const Result<CaseFile> second = hall.accepted(u"李娜"_s);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK(takeCash(hall, first.value()));
    const TillView till = await(desk.till(hall.cashier())).value();
    QVERIFY(till.till.isOpen());
    const auto closed = await(desk.close(till.till.id, counted(10'000), {}, hall.cashier()));
    VERIFY_OK(closed);
    QVERIFY(!closed.value().till.isOpen());
    QCOMPARE(closed.value().till.closedBy, u"sf02"_s);
    QCOMPARE(closed.value().till.counted.value(Instrument::Cash), Money(10'000));
    const auto again = await(desk.close(till.till.id, counted(10'000), {}, hall.cashier()));
    QCOMPARE(again.error(), (Error{ErrorKind::StateMoved, u"till"_s}));
    // The next payment of the day opens a new shift.
    VERIFY_OK(takeCash(hall, second.value()));
    const TillView next = await(desk.till(hall.cashier())).value();
    QVERIFY(next.till.isOpen());
    QVERIFY(next.till.id != till.till.id);
    QCOMPARE(next.payments.size(), 1);
}

void TestCashier::shiftWithDifference()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    const StreamId till = await(desk.till(hall.cashier())).value().till.id;
    const auto silent = await(desk.close(till, counted(9'500), u"  "_s, hall.cashier()));
    QCOMPARE(silent.error().kind, ErrorKind::ReasonMissing);
    // What is right together may still be wrong by instrument (features.md, complaint 7).
    const auto swapped = await(desk.close(till, counted(5'000, 5'000), {}, hall.cashier()));
    QCOMPARE(swapped.error().kind, ErrorKind::ReasonMissing);
    QVERIFY(await(desk.till(hall.cashier())).value().till.isOpen());
    const auto said = await(desk.close(till, counted(9'500), u"少找零五元"_s, hall.cashier()));
    VERIFY_OK(said);
    QCOMPARE(said.value().till.note, u"少找零五元"_s);
}

void TestCashier::onlyTheOwnTillIsClosed()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    const StreamId till = await(desk.till(hall.cashier())).value().till.id;
    const auto other = await(desk.close(till, counted(10'000), {}, hall.session(u"sf03"_s)));
    QCOMPARE(other.error().kind, ErrorKind::NotYourPost);
}

HALL_TEST_MAIN(QGuiApplication, TestCashier)
#include "tst_cashier.moc"
