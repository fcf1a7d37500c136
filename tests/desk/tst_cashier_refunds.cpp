#include "desk/cashier/cashierdesk.h"
#include "desk/setup/shipped.h"
#include "store/figurerows.h"
#include "takings.h"
#include "testmain.h"

#include <QGuiApplication>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCashierRefunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void voidNeedsReasonAndASecondPerson();
    void aClosedShiftKeepsItsSums();
    void aRefundOpensItsShift();
    void paidTwiceComesIntoTheTray();
};

void TestCashierRefunds::voidNeedsReasonAndASecondPerson()
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

void TestCashierRefunds::aClosedShiftKeepsItsSums()
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

void TestCashierRefunds::aRefundOpensItsShift()
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

void TestCashierRefunds::paidTwiceComesIntoTheTray()
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

HALL_TEST_MAIN(QGuiApplication, TestCashierRefunds)
#include "tst_cashier_refunds.moc"
