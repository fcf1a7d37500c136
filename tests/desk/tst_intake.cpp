#include "desk/intake/intakeplan.h"
#include "intakefixture.h"

#include "../support/testmain.h"

#include <QGuiApplication>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

QStringList kindsOf(const ActResult &result)
{
    QStringList kinds;
    for (const CasePaper &paper : result.wanted)
        kinds.append(paper.kind);
    return kinds;
}

QStringList fieldsOf(const QList<FieldProblem> &problems)
{
    QStringList fields;
    for (const FieldProblem &problem : problems)
        fields.append(problem.field);
    return fields;
}

} // namespace

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAndDecidesOnTheSpot();
    void acceptsForUpstairs();
    void chargesTheQuantity();
    void severalItemsOfAVisit();
    void takesInAndDecidesLater();
    void asksForCorrectionsOnce();
    void refusesWithTheRightBody();
    void withdrawsAndLapses();
    void nothingIsWrittenWhenSomebodyWasFaster();
    void handsOverWhenNothingIsOwed();
    void saysWhatIsMissing();
    void organisationAndAgent();
    void regionCanBeOverridden();
};

void TestIntake::acceptsAndDecidesOnTheSpot()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto results = hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept);
    VERIFY_OK(results);
    const ActResult &result = results.value().first();
    QCOMPARE(result.file.phase, Phase::Delivery);
    QCOMPARE(result.file.verdict, Verdict::Grant);
    QCOMPARE(result.file.acceptedBy, u"clerk1"_s);
    QVERIFY(kindsOf(result).contains(u"intake-receipt"_s));
    QVERIFY(!result.file.visit.isNull());
    const auto stored = await(hall.desk->load(result.file.id));
    VERIFY_OK(stored);
    QCOMPARE(stored.value().state(), result.file.state());
}

void TestIntake::acceptsForUpstairs()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto results = hall.commit(hall.visitWith({u"W2"_s}), IntakeWish::Accept);
    VERIFY_OK(results);
    QCOMPARE(results.value().first().file.phase, Phase::Review);
    QCOMPARE(kindsOf(results.value().first()),
             (QStringList{u"intake-receipt"_s, u"acceptance-notice"_s}));
}

void TestIntake::chargesTheQuantity()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    CounterWork work = hall.visitWith({IntakeFixture::threeItem});
    work.items[0].feeQuantities = {2500};
    const auto results = hall.commit(work, IntakeWish::Accept);
    VERIFY_OK(results);
    QCOMPARE(results.value().first().file.owed(), Money(1500));
    QVERIFY(kindsOf(results.value().first()).contains(u"payment-notice"_s));
}

void TestIntake::severalItemsOfAVisit()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto results = hall.commit(
        {.work = hall.visitWith({u"W1"_s, u"W2"_s}), .items = {0, 1}, .wish = IntakeWish::Accept});
    VERIFY_OK(results);
    QCOMPARE(results.value().size(), 2);
    const CaseFile &one = results.value().at(0).file;
    const CaseFile &two = results.value().at(1).file;
    QVERIFY(one.number != two.number);
    QCOMPARE(one.visit, two.visit);
    QCOMPARE(one.applicant.id, two.applicant.id);
    // One of two that cannot be accepted keeps the other one out as well.
    CounterWork broken = hall.visitWith({u"W1"_s, u"W2"_s});
    broken.items[1].lines[0].verdict = LineVerdict::Wrong;
    const qsizetype before = hall.allEvents().size();
    const auto refused = hall.commit({.work = broken, .items = {0, 1}, .wish = IntakeWish::Accept});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::MaterialsIncomplete);
    QCOMPARE(hall.allEvents().size(), before);
}

void TestIntake::takesInAndDecidesLater()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    CounterWork work = hall.visitWith({u"W2"_s});
    work.items[0].lines[0] = {.line = 1};
    const auto taken = hall.commit(work, IntakeWish::TakeIn);
    VERIFY_OK(taken);
    const CaseFile file = taken.value().first().file;
    QCOMPARE(file.phase, Phase::Received);
    QCOMPARE(kindsOf(taken.value().first()), QStringList{u"intake-receipt"_s});

    CounterWork loaded = IntakeDesk::workOf(file);
    QCOMPARE(loaded.items.first().loaded, file.id);
    QVERIFY(!hall.commit(loaded, IntakeWish::Accept).ok());
    loaded.items[0].lines[0] = {.line = 1, .originals = 1, .verdict = LineVerdict::Right};
    const auto kept = hall.commit(loaded, IntakeWish::Check);
    VERIFY_OK(kept);
    QCOMPARE(kept.value().first().file.materials.first().verdict, LineVerdict::Right);
    const auto accepted
        = hall.commit(IntakeDesk::workOf(kept.value().first().file), IntakeWish::Accept);
    VERIFY_OK(accepted);
    QCOMPARE(accepted.value().first().file.number, file.number);
    QCOMPARE(accepted.value().first().file.phase, Phase::Review);
}

void TestIntake::asksForCorrectionsOnce()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    CounterWork work = hall.visitWith({u"W2"_s});
    QCOMPARE(hall.commit(work, IntakeWish::Correct).error().kind, ErrorKind::NothingToCorrect);
    work.items[0].lines[0].verdict = LineVerdict::Wrong;
    work.items[0].lines[0].problem = u"未签名。"_s;
    const auto asked = hall.commit(work, IntakeWish::Correct);
    VERIFY_OK(asked);
    const CaseFile file = asked.value().first().file;
    QCOMPARE(file.phase, Phase::Correction);
    QVERIFY(kindsOf(asked.value().first()).contains(u"correction-notice"_s));
    // Only one notice: the definition has no second one for a clerk.
    QVERIFY(!hall.commit(IntakeDesk::workOf(file), IntakeWish::Correct).ok());
    CounterWork supplied = IntakeDesk::workOf(file);
    supplied.items[0].lines[0] = {.line = 1, .originals = 1, .verdict = LineVerdict::Right};
    const auto accepted = hall.commit(supplied, IntakeWish::Accept);
    VERIFY_OK(accepted);
    QCOMPARE(accepted.value().first().file.phase, Phase::Review);
}

void TestIntake::refusesWithTheRightBody()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const ReferencePtr reference = hall.store().reference();
    const IntakePlan plan = planOf(*reference->item(u"W2"_s), 0, *reference);
    QCOMPARE(plan.refusals.size(), 2);
    IntakeOrder order{.work = hall.visitWith({u"W2"_s}),
                      .items = {0},
                      .wish = IntakeWish::Refuse,
                      .refusal = plan.refusals.first().action};
    QCOMPARE(hall.commit(order).error().kind, ErrorKind::ReasonMissing);
    order.ground = u"不属于本机关职权范围。"_s;
    order.rightBody = u"市住房和城乡建设局"_s;
    const auto refused = hall.commit(order);
    VERIFY_OK(refused);
    QCOMPARE(refused.value().first().file.phase, Phase::Refused);
    QVERIFY(kindsOf(refused.value().first()).contains(u"refusal-notice"_s));
}

void TestIntake::withdrawsAndLapses()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    for (const IntakeWish wish : {IntakeWish::Withdraw, IntakeWish::Lapse}) {
        CounterWork work = hall.visitWith({u"W2"_s});
        work.items[0].lines[0].verdict = LineVerdict::Wrong;
        work.items[0].lines[0].problem = u"缺"_s;
        const auto asked = hall.commit(work, IntakeWish::Correct);
        VERIFY_OK(asked);
        const auto ended = hall.commit({.work = IntakeDesk::workOf(asked.value().first().file),
                                        .items = {0},
                                        .wish = wish,
                                        .ground = u"申请人要求"_s});
        VERIFY_OK(ended);
        QCOMPARE(ended.value().first().file.phase,
                 wish == IntakeWish::Withdraw ? Phase::Withdrawn : Phase::Lapsed);
    }
}

void TestIntake::nothingIsWrittenWhenSomebodyWasFaster()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto taken = hall.commit(hall.visitWith({u"W2"_s}), IntakeWish::TakeIn);
    VERIFY_OK(taken);
    const CounterWork mine = IntakeDesk::workOf(taken.value().first().file);
    VERIFY_OK(hall.commit(mine, IntakeWish::Accept));
    const qsizetype before = hall.allEvents().size();
    const auto late = hall.commit(mine, IntakeWish::Accept);
    QVERIFY(!late.ok());
    QCOMPARE(late.error().kind, ErrorKind::StateMoved);
    QCOMPARE(hall.allEvents().size(), before);
}

void TestIntake::handsOverWhenNothingIsOwed()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto free = hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept);
    VERIFY_OK(free);
    const CaseFile file = free.value().first().file;
    QCOMPARE(IntakeDesk::usualCollector(file).relation, u"本人"_s);
    const auto over
        = await(hall.desk->handOver(file.id, IntakeDesk::usualCollector(file), hall.session()));
    VERIFY_OK(over);
    QCOMPARE(over.value().file.phase, Phase::Closed);
    QVERIFY(kindsOf(over.value()).contains(u"delivery-receipt"_s));

    const auto owed = hall.commit(hall.visitWith({IntakeFixture::threeItem}), IntakeWish::Accept);
    VERIFY_OK(owed);
    const CaseFile unpaid = owed.value().first().file;
    QCOMPARE(
        await(hall.desk->handOver(unpaid.id, IntakeDesk::usualCollector(unpaid), hall.session()))
            .error()
            .kind,
        ErrorKind::FeeUnpaid);
}

void TestIntake::saysWhatIsMissing()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const RegionTable regions = IntakeFixture::regions();
    const CheckBasis basis{regions, hall.clock.today()};
    const ReferencePtr reference = hall.store().reference();
    CounterWork empty;
    empty.applicant.idKind = u"111"_s;
    QCOMPARE(fieldsOf(missingForAcceptance(empty, -1, *reference, basis)),
             (QStringList{u"applicant.idNumber"_s, u"applicant.name"_s, u"applicant.phone"_s,
                          u"item"_s}));
    CounterWork work = hall.visitWith({IntakeFixture::threeItem});
    work.applicant.idNumber = u" 441900 19900101 9997 "_s;
    work.applicant.phone = u"138 1234 5678"_s;
    work.items[0].lines[1] = {.line = 2};
    work.items[0].lines[2].verdict = LineVerdict::Wrong;
    QCOMPARE(fieldsOf(missingForAcceptance(work, 0, *reference, basis)),
             (QStringList{u"material/2"_s, u"material/3"_s}));
    QCOMPARE(work.applicant.idNumber, u"441900199001019997"_s);
    QCOMPARE(work.applicant.phone, u"13812345678"_s);
    CounterWork firm = work;
    firm.applicant.kind = 2;
    firm.applicant.legalName = u"李娜"_s;
    QVERIFY(fieldsOf(missingForAcceptance(firm, 0, *reference, basis)).contains(u"itemKind"_s));
    work.applicant.idNumber = u"441900199001019998"_s;
    QCOMPARE(missingForRegistration(work, 0, basis).first().error.kind,
             ErrorKind::NumberCheckDigit);
}

void TestIntake::organisationAndAgent()
{
    const RegionTable regions = IntakeFixture::regions();
    const CheckBasis basis{regions, QDate(2026, 11, 23)};
    Applicant firm{.kind = 2,
                   .name = u"东莞市大朗样例有限公司"_s,
                   .idKind = u"USCC"_s,
                   .idNumber = u"11441900007331881C"_s,
                   .phone = u"0769-83312345"_s};
    QCOMPARE(fieldsOf(checkApplicant(firm, basis)), QStringList{u"applicant.legalName"_s});
    firm.legalName = u"李娜"_s;
    firm.legalIdNumber = u"123"_s;
    QCOMPARE(fieldsOf(checkApplicant(firm, basis)), QStringList{u"applicant.legalIdNumber"_s});
    Agent none{.idKind = u"111"_s, .authority = u"授权委托书"_s};
    QVERIFY(checkAgent(none, basis).isEmpty());
    QVERIFY(none.isEmpty());
    Agent half{.name = u"赵六"_s, .idKind = u"111"_s};
    QCOMPARE(fieldsOf(checkAgent(half, basis)),
             (QStringList{u"agent.idNumber"_s, u"agent.authority"_s}));
}

void TestIntake::regionCanBeOverridden()
{
    const RegionTable regions = IntakeFixture::regions();
    const CheckBasis basis{regions, QDate(2026, 11, 23)};
    Applicant who = IntakeFixture::person();
    // 00 is no province; the check digit is right.
    const QString body = u"00000019900101999"_s;
    const QList<int> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.size(); ++i)
        sum += body.at(i).digitValue() * weights.at(i);
    who.idNumber = body + u"10X98765432"_s.at(sum % 11);
    const auto refused = checkApplicant(who, basis);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().error.kind, ErrorKind::NumberRegionUnknown);
    who.overrideReason = u"已核对证件原件"_s;
    QVERIFY(checkApplicant(who, basis).isEmpty());
}

HALL_TEST_MAIN(QGuiApplication, TestIntake)
#include "tst_intake.moc"
