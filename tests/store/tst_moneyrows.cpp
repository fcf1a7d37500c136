#include "playedcases.h"

#include "store/moneyrows.h"

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestMoneyRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void slipOpensAndIsPaid();
    void secondPaymentGoesToTheRefundTray();
    void voidedPaymentStaysInTheRows();
    void slipOfAnEndedCaseIsVoid();
    void tillOpensAndCloses();
    void sumsEqualTheRows();

private:
    template <class F> auto read(F fn)
    {
        return await(m_fixture->store().read([fn](ReadTx &tx) { return fn(tx); }));
    }
    /// An accepted case with an open slip of 20 yuan.
    FeeSlip demanded(StreamId *stream);
    Result<Done> pay(const StreamId &stream, const QString &slip,
                     Instrument instrument = Instrument::Cash);
    Result<SlipRow> slip(const QString &number)
    {
        return read([number](ReadTx &tx) { return slipByNumber(tx, number); });
    }
    Result<Done> tillEvent(const QString &type, const QJsonObject &body);

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<PlayedCases> m_cases;
};

void TestMoneyRows::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    VERIFY_OK(m_fixture->open());
    m_cases = std::make_unique<PlayedCases>(*m_fixture, 5);
    VERIFY_OK(m_cases->publish());
}

FeeSlip TestMoneyRows::demanded(StreamId *stream)
{
    const auto id = m_cases->open(u"W2"_s);
    if (!id.ok() || !m_cases->act(id.value(), u"clerk1"_s, u"accept"_s).ok())
        return {};
    *stream = id.value();
    const auto file = read([&id](ReadTx &tx) { return tx.caseFile(id.value()); });
    return file.ok() ? file.value().slips.value(0) : FeeSlip{};
}

Result<Done> TestMoneyRows::pay(const StreamId &stream, const QString &slip, Instrument instrument)
{
    return m_cases->act(
        stream, u"cash1"_s,
        TakePayment{.slip = slip,
                    .instrument = instrument,
                    .tendered = Money(5'000),
                    .reference = instrument == Instrument::Cash ? QString() : u"凭证1"_s,
                    .till = m_cases->till});
}

Result<Done> TestMoneyRows::tillEvent(const QString &type, const QJsonObject &body)
{
    const Event event = sealed({.id = m_fixture->ids.make<EventId>(),
                                .kind = StreamKind::Till,
                                .stream = m_cases->till,
                                .type = type,
                                .actor = u"cash1"_s,
                                .post = u"/cashier"_s,
                                .station = u"A01"_s,
                                .actedAt = m_fixture->clock.now().toMSecsSinceEpoch()},
                               body);
    return await(m_fixture->store().write([event](WriteTx &tx) { return tx.append({event}); }));
}

void TestMoneyRows::slipOpensAndIsPaid()
{
    StreamId stream;
    const FeeSlip due = demanded(&stream);
    QVERIFY(!due.number.isEmpty());
    auto row = slip(due.number);
    VERIFY_OK(row);
    QVERIFY(row.value().state == SlipState::Open);
    QCOMPARE(row.value().total, due.total);
    QCOMPARE(row.value().caseId, stream);
    QCOMPARE(read([](ReadTx &tx) { return openSlips(tx, 10); }).value().size(), 1);
    VERIFY_OK(pay(stream, due.number));
    row = slip(due.number);
    QVERIFY(row.value().state == SlipState::Paid);
    QCOMPARE(row.value().paid, due.total);
    QVERIFY(read([](ReadTx &tx) { return openSlips(tx, 10); }).value().isEmpty());
    QVERIFY(!slip(u"none"_s).ok());
}

void TestMoneyRows::secondPaymentGoesToTheRefundTray()
{
    StreamId stream;
    const FeeSlip due = demanded(&stream);
    // Two cashiers, both without the other's payment: decided on the same file.
    const auto file = read([&stream](ReadTx &tx) { return tx.caseFile(stream); });
    const auto twice = await(m_fixture->store().write([&](WriteTx &tx) -> Result<Done> {
        for (const QString &who : {u"cash1"_s, u"cash2"_s}) {
            const Context context{tx.reference(), m_cases->hall().actor(who), tx.clock().now(),
                                  m_fixture->ids, tx.numbers()};
            const auto events = decide(
                file.value(),
                TakePayment{.slip = due.number, .tendered = Money(5'000), .till = m_cases->till},
                context);
            if (!events.ok())
                return events.error();
            const Result<Done> done = tx.append(events.value());
            if (!done.ok())
                return done;
        }
        return Done{};
    }));
    VERIFY_OK(twice);
    const auto tray = read([](ReadTx &tx) { return slipsPaidTwice(tx); });
    VERIFY_OK(tray);
    QCOMPARE(tray.value().size(), 1);
    QCOMPARE(tray.value().first().number, due.number);
    QCOMPARE(tray.value().first().paid, due.total + due.total);
}

void TestMoneyRows::voidedPaymentStaysInTheRows()
{
    StreamId stream;
    const FeeSlip due = demanded(&stream);
    VERIFY_OK(pay(stream, due.number));
    const auto rows = read([this](ReadTx &tx) { return paymentsOfTill(tx, m_cases->till); });
    QCOMPARE(rows.value().size(), 1);
    const QString receipt = rows.value().first().receipt;
    VERIFY_OK(
        m_cases->act(stream, u"cash1"_s,
                     VoidPayment{.receipt = receipt, .reason = u"开错"_s, .witness = u"cash2"_s}));
    QVERIFY(slip(due.number).value().state == SlipState::Open);
    const auto payment = read([receipt](ReadTx &tx) { return paymentByReceipt(tx, receipt); });
    VERIFY_OK(payment);
    QVERIFY(payment.value().isVoid);
    QCOMPARE(payment.value().voidWitness, u"cash2"_s);
    QCOMPARE(payment.value().voidReason, u"开错"_s);
    QCOMPARE(payment.value().tendered, Money(5'000));
}

void TestMoneyRows::slipOfAnEndedCaseIsVoid()
{
    StreamId stream;
    const FeeSlip due = demanded(&stream);
    VERIFY_OK(m_cases->act(stream, u"clerk1"_s, u"withdraw"_s));
    QVERIFY(slip(due.number).value().state == SlipState::Void);
    QVERIFY(read([](ReadTx &tx) { return openSlips(tx, 10); }).value().isEmpty());
}

void TestMoneyRows::tillOpensAndCloses()
{
    const auto till
        = [this] { return read([this](ReadTx &tx) { return tillRow(tx, m_cases->till); }); };
    QVERIFY(!till().ok());
    VERIFY_OK(tillEvent(u"tillOpened"_s, {{u"window"_s, u"C01"_s}, {u"day"_s, u"2026-11-23"_s}}));
    VERIFY_OK(till());
    QVERIFY(till().value().isOpen());
    QCOMPARE(till().value().cashier, u"cash1"_s);
    m_fixture->clock.advance(3600);
    VERIFY_OK(tillEvent(
        u"tillClosed"_s,
        {{u"counted"_s, QJsonObject{{u"cash"_s, 4'000}, {u"qr"_s, 0}}}, {u"note"_s, u"少一元"_s}}));
    const auto closed = read([](ReadTx &tx) { return tillsOf(tx, u"C01"_s, QDate(2026, 11, 23)); });
    QCOMPARE(closed.value().size(), 1);
    const TillRow row = closed.value().first();
    QVERIFY(!row.isOpen());
    QCOMPARE(row.counted.value(Instrument::Cash), Money(4'000));
    QVERIFY(row.counted.contains(Instrument::Qr));
    QVERIFY(!row.counted.contains(Instrument::Card));
    QCOMPARE(row.note, u"少一元"_s);
}

void TestMoneyRows::sumsEqualTheRows()
{
    int nth = 0;
    for (const Instrument instrument :
         {Instrument::Cash, Instrument::Cash, Instrument::Card, Instrument::Qr}) {
        StreamId stream;
        const FeeSlip due = demanded(&stream);
        VERIFY_OK(pay(stream, due.number, instrument));
        if (nth++ != 0)
            continue;
        const auto rows = read([this](ReadTx &tx) { return paymentsOfTill(tx, m_cases->till); });
        VERIFY_OK(m_cases->act(stream, u"cash1"_s,
                               VoidPayment{.receipt = rows.value().first().receipt,
                                           .reason = u"开错"_s,
                                           .witness = u"cash2"_s}));
    }
    const auto sums = read([this](ReadTx &tx) { return tillSums(tx, m_cases->till); });
    const auto rows = read([this](ReadTx &tx) { return paymentsOfTill(tx, m_cases->till); });
    VERIFY_OK(sums);
    QCOMPARE(sums.value().size(), 4);
    QCOMPARE(rows.value().size(), 4);
    for (const InstrumentSum &sum : sums.value()) {
        InstrumentSum counted{.instrument = sum.instrument};
        for (const PaymentRow &row : rows.value()) {
            if (row.instrument != sum.instrument)
                continue;
            (row.isVoid ? counted.voidCount : counted.count) += 1;
            (row.isVoid ? counted.voidAmount : counted.amount) += row.amount;
        }
        QCOMPARE(sum.count, counted.count);
        QCOMPARE(sum.amount, counted.amount);
        QCOMPARE(sum.voidCount, counted.voidCount);
        QCOMPARE(sum.voidAmount, counted.voidAmount);
    }
    QCOMPARE(sums.value().first().voidCount, 1);
}

QTEST_GUILESS_MAIN(TestMoneyRows)

#include "tst_moneyrows.moc"
