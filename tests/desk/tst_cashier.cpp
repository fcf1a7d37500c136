#include "desk/cashier/cashierdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/setup/shipped.h"
#include "store/figurerows.h"
#include "testmain.h"
#include "tillfixture.h"

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
    void cashWithChange();
    void otherInstrumentsNeedTheirVoucher();
    void payingTwiceIsRefused();
    void whoAcceptedTakesNoMoney();
    void aClosedCasePaysNothing();
    void receiptPrintsAndIsMarkedAgain();
    void voidNeedsReasonAndASecondPerson();
    void aClosedShiftKeepsItsSums();
    void aRefundOpensItsShift();
    void shiftCloses();
    void shiftWithDifference();
    void onlyTheOwnTillIsClosed();
    void paidTwiceComesIntoTheTray();

private:
    /// Taken in cash, exactly.
    static Result<ActResult> takeCash(TillFixture &hall, const CaseFile &file);
    static PaymentRow firstPayment(TillFixture &hall);
    static QMap<Instrument, Money> counted(qint64 cash, qint64 card = 0);
};

Result<ActResult> TestCashier::takeCash(TillFixture &hall, const CaseFile &file)
{
    const CashierDesk desk(*hall.place);
    const Result<SlipView> slip = await(desk.find(file.slips.first().number));
    if (!slip.ok())
        return slip.error();
    return await(desk.take(slip.value(), {.tendered = slip.value().slip.total}, hall.cashier()));
}

PaymentRow TestCashier::firstPayment(TillFixture &hall)
{
    const Result<TillView> till = await(CashierDesk(*hall.place).till(hall.cashier()));
    return till.ok() ? till.value().payments.value(0) : PaymentRow{};
}

QMap<Instrument, Money> TestCashier::counted(qint64 cash, qint64 card)
{
    return {{Instrument::Cash, Money(cash)},
            {Instrument::Card, Money(card)},
            {Instrument::Transfer, Money()},
            {Instrument::Qr, Money()}};
}

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

void TestCashier::voidNeedsReasonAndASecondPerson()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    VoidRequest request{
        .payment = firstPayment(hall), .witness = u"sf03"_s, .password = samplePassword()};
    QCOMPARE(await(desk.takeBack(request, hall.cashier())).error().kind, ErrorKind::ReasonMissing);
    request.reason = u"金额开错"_s;
    request.password = u"wrong word"_s;
    QCOMPARE(await(desk.takeBack(request, hall.cashier())).error().kind, ErrorKind::WrongPassword);
    request.password = samplePassword();
    request.witness = u"sf02"_s; // the cashier herself
    QCOMPARE(await(desk.takeBack(request, hall.cashier())).error().kind,
             ErrorKind::SecondPersonMissing);
    request.witness = u"nobody"_s;
    QCOMPARE(await(desk.takeBack(request, hall.cashier())).error().kind, ErrorKind::WrongPassword);
    QVERIFY(hall.load(file.value().id).value().isPaid());

    request.witness = u"sf03"_s;
    const auto done = await(desk.takeBack(request, hall.cashier()));
    VERIFY_OK(done);
    QVERIFY(!done.value().file.isPaid());
    const TillView till = await(desk.till(hall.cashier())).value();
    QCOMPARE(till.payments.first().voidWitness, u"sf03"_s);
    QCOMPARE(till.payments.first().voidReason, u"金额开错"_s);
    QCOMPARE(till.sums.first().amount, Money());
    QCOMPARE(till.sums.first().voidCount, 1);
    QVERIFY(till.isBalanced());
    // The slip is open again and may be paid by a new receipt.
    QCOMPARE(await(desk.openSlips()).value().size(), 1);
    const QString before = request.payment.receipt;
    VERIFY_OK(takeCash(hall, file.value()));
    QVERIFY(await(desk.find(file.value().number)).value().payment()->receipt != before);
}

void TestCashier::aClosedShiftKeepsItsSums()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> first = hall.accepted(u"王建国"_s);
    const Result<CaseFile> second = hall.accepted(u"李娜"_s);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK(takeCash(hall, first.value()));
    const CashierDesk desk(*hall.place);
    const PaymentRow payment = firstPayment(hall);
    QVERIFY(!await(desk.isRefund(payment, hall.cashier())).value());
    VERIFY_OK(await(desk.close(payment.till, counted(10'000), {}, hall.cashier())));
    hall.store.clock.advance(24 * 3600); // the person comes back on the next day
    VERIFY_OK(takeCash(hall, second.value()));
    QVERIFY(await(desk.isRefund(payment, hall.cashier())).value());
    const Result<QList<PaymentRow>> found = await(desk.receipts(payment.receipt));
    VERIFY_OK(found);
    QCOMPARE(found.value().size(), 1);

    VoidRequest request{.payment = found.value().first(),
                        .reason = u"退费"_s,
                        .witness = u"sf03"_s,
                        .password = samplePassword()};
    const auto colleague = await(desk.takeBack(request, hall.cashier()));
    QCOMPARE(colleague.error(), (Error{ErrorKind::SecondPersonMissing, u"manager"_s}));
    QVERIFY(hall.load(first.value().id).value().isPaid());
    request.witness = u"gl02"_s;
    VERIFY_OK(await(desk.takeBack(request, hall.cashier())));
    QVERIFY(!hall.load(first.value().id).value().isPaid());

    const auto sumsOf = [&hall](const StreamId &till) {
        return await(hall.store.store().read([till](ReadTx &tx) { return tillSums(tx, till); }));
    };
    const InstrumentSum before = sumsOf(payment.till).value().first();
    QCOMPARE(before.amount, Money(10'000)); // as it was counted and signed for
    QCOMPARE(before.count, 1);
    QCOMPARE(before.voidCount, 0);
    const TillView open = await(desk.till(hall.cashier())).value();
    QVERIFY(open.till.id != payment.till);
    QCOMPARE(open.payments.size(), 1);
    QCOMPARE(open.refunds.size(), 1);
    QCOMPARE(open.refunds.first().voidWitness, u"gl02"_s);
    QCOMPARE(open.sums.first().count, 1);
    QCOMPARE(open.sums.first().refundCount, 1);
    QCOMPARE(open.sums.first().refundAmount, Money(10'000));
    QCOMPARE(open.sums.first().amount, Money());
    QVERIFY(open.isBalanced());
    VERIFY_OK(await(desk.close(open.till.id, counted(0), {}, hall.cashier())));
}

void TestCashier::aRefundOpensItsShift()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    const PaymentRow payment = firstPayment(hall);
    VERIFY_OK(await(desk.close(payment.till, counted(10'000), {}, hall.cashier())));
    VERIFY_OK(await(desk.takeBack({.payment = payment,
                                   .reason = u"退费"_s,
                                   .witness = u"gl02"_s,
                                   .password = samplePassword()},
                                  hall.cashier())));
    const TillView open = await(desk.till(hall.cashier())).value();
    QVERIFY(open.till.isOpen());
    QVERIFY(open.payments.isEmpty());
    // The drawer began with its float: it now holds less than that.
    QCOMPARE(open.sums.first().amount, Money(-10'000));
    QVERIFY(open.isBalanced());
    const auto figures = [&hall](const QDate &day) {
        return await(hall.store.store().read([day](ReadTx &tx) {
                   return feeSums(tx, {.from = day, .to = day}, FigureGroup::Hall);
               }))
            .value();
    };
    const QDate today = hall.store.clock.today();
    QCOMPARE(figures(today).first().sum.amount, Money());
    QCOMPARE(figures(today).first().sum.count, 1);
    const auto twice = await(desk.takeBack({.payment = payment,
                                            .reason = u"退费"_s,
                                            .witness = u"gl02"_s,
                                            .password = samplePassword()},
                                           hall.cashier()));
    QCOMPARE(twice.error().kind, ErrorKind::NotFound);
    // Money that another day took is given back on this one: that day's figure stays.
    VERIFY_OK(takeCash(hall, file.value()));
    const PaymentRow again = firstPayment(hall);
    hall.store.clock.advance(24 * 3600);
    VERIFY_OK(await(desk.takeBack(
        {.payment = again, .reason = u"退费"_s, .witness = u"gl02"_s, .password = samplePassword()},
        hall.cashier())));
    QCOMPARE(figures(today).first().sum.amount, Money(10'000));
    QCOMPARE(figures(hall.store.clock.today()).first().sum.amount, Money(-10'000));
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

void TestCashier::paidTwiceComesIntoTheTray()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    VERIFY_OK(takeCash(hall, file.value()));
    const CashierDesk desk(*hall.place);
    QVERIFY(await(desk.paidTwice()).value().isEmpty());
    VERIFY_OK(hall.payElsewhere(file.value()));
    const Result<QList<SlipRow>> tray = await(desk.paidTwice());
    VERIFY_OK(tray);
    QCOMPARE(tray.value().size(), 1);
    QCOMPARE(tray.value().first().paid - tray.value().first().total, Money(10'000));
    // Taking one of them back clears the tray; the case stays paid.
    VERIFY_OK(await(desk.takeBack({.payment = firstPayment(hall),
                                   .reason = u"重复缴费"_s,
                                   .witness = u"sf03"_s,
                                   .password = samplePassword()},
                                  hall.cashier())));
    QVERIFY(await(desk.paidTwice()).value().isEmpty());
    QVERIFY(hall.load(file.value().id).value().isPaid());
}

HALL_TEST_MAIN(QGuiApplication, TestCashier)
#include "tst_cashier.moc"
