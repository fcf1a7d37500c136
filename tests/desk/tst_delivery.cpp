#include "desk/delivery/deliverydesk.h"
#include "desk/papers/paperdesk.h"
#include "testmain.h"
#include "tillfixture.h"

#include <QGuiApplication>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatIsReady();
    void findsByNumberAndCode();
    void handsOverAndCloses();
    void unpaidStays();
    void needsACollector();
    void notTwice();
    void notBeforeItIsReady();
    void decisionGoesAlong();
    void decisionFromUpstairsIsNotPrintedAgain();

private:
    static Collector applicant()
    {
        return {.name = u"王建国"_s,
                .idKind = u"111"_s,
                .idNumber = u"44190019900101123X"_s,
                .relation = u"本人"_s,
                .signedOnPaper = true};
    }
};

void TestDelivery::listsWhatIsReady()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const DeliveryDesk desk(*hall.place);
    QVERIFY(await(desk.ready(hall.clerk())).value().isEmpty());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    VERIFY_OK(hall.accepted(u"李娜"_s));
    const Result<QList<ReadyLine>> lines = await(desk.ready(hall.clerk()));
    VERIFY_OK(lines);
    QCOMPARE(lines.value().size(), 2);
    const auto line = std::ranges::find_if(
        lines.value(), [&file](const ReadyLine &one) { return one.row.id == file.value().id; });
    QVERIFY(line != lines.value().end());
    QCOMPARE(line->daysLeft, 10); // permit law art. 44
    QVERIFY(line->row.isPaid);
    // Another department's window does not see it.
    QVERIFY(await(desk.ready(hall.session(u"hb01"_s))).value().isEmpty());
}

void TestDelivery::findsByNumberAndCode()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const DeliveryDesk desk(*hall.place);
    QCOMPARE(await(desk.find(file.value().number + u' ')).value(), file.value().id);
    QCOMPARE(await(desk.find(TillFixture::noticeCode(file.value()))).value(), file.value().id);
    QCOMPARE(await(desk.find(u"1"_s)).error().kind, ErrorKind::NotFound);
}

void TestDelivery::handsOverAndCloses()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    const DeliveryDesk desk(*hall.place);
    const auto handed = await(desk.handOver(file.value(), applicant(), hall.clerk()));
    VERIFY_OK(handed);
    QCOMPARE(handed.value().file.phase, Phase::Closed);
    QCOMPARE(handed.value().file.collector->name, u"王建国"_s);
    QCOMPARE(handed.value().file.collector->relation, u"本人"_s);
    QCOMPARE(handed.value().wanted.size(), 1);
    const CasePaper receipt = handed.value().wanted.first();
    QCOMPARE(receipt.kind, u"delivery-receipt"_s);
    const auto signedNow = await(desk.confirmSigned(file.value().id, {receipt.id}, hall.clerk()));
    VERIFY_OK(signedNow);
    const QList<CasePaper> papers = signedNow.value().file.papers;
    QCOMPARE(std::ranges::find(papers, receipt.id, &CasePaper::id)->state, PaperState::Printed);
    QVERIFY(await(desk.ready(hall.clerk())).value().isEmpty());
}

void TestDelivery::unpaidStays()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s);
    VERIFY_OK(file);
    const DeliveryDesk desk(*hall.place);
    const auto refused = await(desk.handOver(file.value(), applicant(), hall.clerk()));
    QCOMPARE(refused.error().kind, ErrorKind::FeeUnpaid);
    VERIFY_OK(hall.run(file.value().id, hall.cashier(),
                       TakePayment{.slip = file.value().slips.first().number,
                                   .tendered = Money(10'000),
                                   .till = hall.store.ids.make<StreamId>()}));
    VERIFY_OK(await(desk.handOver(file.value(), applicant(), hall.clerk())));
}

void TestDelivery::needsACollector()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    const DeliveryDesk desk(*hall.place);
    const auto nobody = await(desk.handOver(file.value(), {.name = u" "_s}, hall.clerk()));
    QCOMPARE(nobody.error(), (Error{ErrorKind::FieldMissing, u"collector"_s}));
    const auto cashier = await(desk.handOver(file.value(), applicant(), hall.cashier()));
    QCOMPARE(cashier.error().kind, ErrorKind::NotYourPost);
    const auto other = await(desk.handOver(file.value(), applicant(), hall.session(u"hb01"_s)));
    QCOMPARE(other.error().kind, ErrorKind::NotYourDepartment);
}

void TestDelivery::notTwice()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    const DeliveryDesk desk(*hall.place);
    VERIFY_OK(await(desk.handOver(file.value(), applicant(), hall.clerk())));
    const auto again = await(desk.handOver(file.value(), applicant(), hall.clerk()));
    QCOMPARE(again.error().kind, ErrorKind::StateMoved);
}

void TestDelivery::notBeforeItIsReady()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, u"DL-FG-001"_s);
    VERIFY_OK(file);
    QVERIFY(!DeliveryDesk::isReady(file.value()));
    const DeliveryDesk desk(*hall.place);
    const auto early = await(desk.handOver(file.value(), applicant(), hall.clerk()));
    QCOMPARE(early.error().kind, ErrorKind::StateMoved);
}

void TestDelivery::decisionGoesAlong()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    const auto wanted
        = hall.run(file.value().id, hall.clerk(), WantPaper{.kind = u"grant-decision"_s});
    VERIFY_OK(wanted);
    const DeliveryDesk desk(*hall.place);
    const auto handed = await(desk.handOver(wanted.value().file, applicant(), hall.clerk()));
    VERIFY_OK(handed);
    // The decision was never printed, so it is printed now, before the receipt.
    QCOMPARE(handed.value().wanted.size(), 2);
    QCOMPARE(handed.value().wanted.first().kind, u"grant-decision"_s);
    QStringList ids;
    for (const CasePaper &paper : handed.value().wanted)
        ids.append(paper.id);
    const auto done = await(desk.confirmSigned(file.value().id, ids, hall.clerk()));
    VERIFY_OK(done);
    const QList<CasePaper> decisions = DeliveryDesk::decisionsOf(done.value().file);
    QCOMPARE(decisions.size(), 1);
    QCOMPARE(decisions.first().state, PaperState::HandedOver);
}

void TestDelivery::decisionFromUpstairsIsNotPrintedAgain()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const Result<CaseFile> file = hall.accepted(u"王建国"_s, TillFixture::freeItem);
    VERIFY_OK(file);
    const auto wanted
        = hall.run(file.value().id, hall.clerk(), WantPaper{.kind = u"grant-decision"_s});
    VERIFY_OK(wanted);
    const QString decision = wanted.value().wanted.first().id;
    const PaperDesk papers(*hall.place);
    VERIFY_OK(await(papers.print(file.value().id, decision, hall.clerk(), {})));
    // Nobody upstairs said that it is in hand; it lies with the file, and goes to the collector.
    const DeliveryDesk desk(*hall.place);
    const auto handed = await(desk.handOver(wanted.value().file, applicant(), hall.clerk()));
    VERIFY_OK(handed);
    QCOMPARE(handed.value().wanted.size(), 1);
    const QString receipt = handed.value().wanted.first().id;
    const auto done = await(desk.confirmSigned(file.value().id, {receipt}, hall.clerk()));
    VERIFY_OK(done);
    const CasePaper given = DeliveryDesk::decisionsOf(done.value().file).first();
    QCOMPARE(given.state, PaperState::HandedOver);
    QCOMPARE(given.copies, 1);
}

HALL_TEST_MAIN(QGuiApplication, TestDelivery)
#include "tst_delivery.moc"
