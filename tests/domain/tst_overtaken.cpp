#include "domain/deadlines.h"
#include "domain/decide.h"
#include "smallhall.h"

#include <QTest>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// A case that the timer accepted, its notice and slip given at the window; and what a clerk
/// without a network did on day four.
struct Overtaken
{
    explicit Overtaken(const SmallHall &hall)
        : here(hall)
        , away(hall, 7)
    {
        here.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0));
        isGood = here.open(u"W2"_s).ok();
        away.file = here.file;
        away.now = hallInstant(QDate(2026, 3, 5), QTime(15, 0));
        const auto due = dueTimer(here.file, hallInstant(QDate(2026, 3, 10)), hall.reference);
        isGood = isGood && due && here.run(*due, u"clerk1"_s).ok();
        here.now = hallInstant(QDate(2026, 3, 10), QTime(9, 0));
        isGood = isGood && due && here.run(*due, u"clerk1"_s).ok() && here.file.slips.size() == 1;
    }
    [[nodiscard]] bool accept() { return away.run(Act{.action = u"accept"_s}, u"clerk1"_s).ok(); }
    void join(const SmallHall &hall)
    {
        for (const Event &event : away.journal)
            apply(here.file, event, hall.reference.definitions);
    }
    [[nodiscard]] bool pay(const QString &slip, const QString &who)
    {
        return here
            .run(TakePayment{.slip = slip,
                             .instrument = Instrument::Cash,
                             .tendered = Money(2000),
                             .till = StreamId(QUuid::createUuidV5(QUuid(), u"till"_s))},
                 who)
            .ok();
    }

    DrivenCase here;
    DrivenCase away;
    bool isGood = false;
};

} // namespace

/// A deemed acceptance that an earlier act overtakes after its notice was given: of the papers and
/// slips of both, one each counts.
class TestOvertaken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOvertakenNoticeLeavesOneSlip();
    void moneyOnAnOvertakenSlipCounts();

private:
    SmallHall m_hall;
};

void TestOvertaken::anOvertakenNoticeLeavesOneSlip()
{
    Overtaken both(m_hall);
    QVERIFY(both.isGood && both.accept());
    const QString first = both.here.file.slips.first().number;
    const QList<CasePaper> given = both.here.file.papers;
    both.join(m_hall);
    const CaseFile &file = both.here.file;
    QCOMPARE(file.slips.size(), 2);
    QCOMPARE(file.slips.first().standing, SlipStanding::Void);
    QVERIFY(file.slips.last().isOwed());
    QCOMPARE(file.owed(), Money(2000)); // once
    QVERIFY(!both.pay(first, u"cash1"_s));
    // Notice and payment notice of the timer are void; nobody had printed them, so nobody does.
    for (const CasePaper &paper : file.papers) {
        const bool isOld = std::ranges::any_of(given, [&paper](const CasePaper &old) {
            return old.id == paper.id && !old.about.isNull()
                && (old.kind == "acceptance-notice"_L1 || old.kind == "payment-notice"_L1);
        });
        QCOMPARE(paper.isSuperseded, isOld);
        QCOMPARE(paper.state == PaperState::Spoiled, isOld);
    }
    QVERIFY(both.pay(file.slips.last().number, u"cash1"_s));
    QVERIFY(file.isPaid());
    // A refusal that overtakes leaves nothing to pay at all.
    Overtaken refused(m_hall);
    QVERIFY(refused.isGood
            && refused.away
                   .run(Act{.action = u"refuse"_s, .details = {.ground = u"不属于本机关"_s}},
                        u"clerk1"_s)
                   .ok());
    refused.join(m_hall);
    QCOMPARE(refused.here.file.phase, Phase::Refused);
    QVERIFY(refused.here.file.isPaid());
    QCOMPARE(refused.here.file.owed(), Money());
}

void TestOvertaken::moneyOnAnOvertakenSlipCounts()
{
    Overtaken paid(m_hall);
    QVERIFY(paid.isGood && paid.accept());
    const QString first = paid.here.file.slips.first().number;
    QVERIFY(paid.pay(first, u"cash1"_s));
    paid.join(m_hall);
    const CaseFile &file = paid.here.file;
    // The applicant has paid: the second slip asks for nothing.
    QVERIFY(file.isPaid());
    QCOMPARE(file.slips.first().standing, SlipStanding::Due);
    QCOMPARE(file.slips.last().standing, SlipStanding::Void);
    QVERIFY(!paid.pay(file.slips.last().number, u"cash2"_s));
    // Another till, without a network, took the money for the second one: the first goes back.
    DrivenCase till(m_hall, 11);
    till.file = file;
    till.file.slips.last().standing = SlipStanding::Due;
    const auto taken = till.run(TakePayment{.slip = file.slips.last().number,
                                            .instrument = Instrument::Cash,
                                            .tendered = Money(2000)},
                                u"cash2"_s);
    QVERIFY(taken.ok());
    apply(paid.here.file, taken.value().first(), m_hall.reference.definitions);
    QCOMPARE(file.slips.first().standing, SlipStanding::Refund);
    QVERIFY(file.isPaid());
}

QTEST_GUILESS_MAIN(TestOvertaken)
#include "tst_overtaken.moc"
