#include "desk/intake/applicantlookup.h"
#include "desk/intake/intakelists.h"
#include "desk/intake/itemchoice.h"
#include "desk/intake/timers.h"
#include "desk/papers/paperdesk.h"
#include "intakefixture.h"

#include "../support/testmain.h"

#include <QGuiApplication>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What stands around an act at the counter: finding, drafts, timers, lists, papers.
class TestIntakeAround : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsApplicants();
    void findsDuplicates();
    void offersItems();
    void draftsSurvive();
    void draftLeavesWithItsCase();
    void deemsAcceptedOnTheSixthDay();
    void endsWhatNobodyCorrected();
    void editsWithAReason();
    void previewsANoticeWithoutANumber();
    void listsWhatLiesAtTheCounter();
    void printsAndMarksReprints();
};

void TestIntakeAround::findsApplicants()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const ApplicantLookup lookup(*hall.place);
    QVERIFY(await(lookup.find(u"王建国"_s)).value().isEmpty());
    VERIFY_OK(hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept));
    for (const QString &text :
         {u"王建"_s, u"wjg"_s, u"441900199001019997"_s, u"9997"_s, u"13812345678"_s}) {
        const auto found = await(lookup.find(text));
        VERIFY_OK(found);
        QVERIFY2(found.value().size() == 1, qPrintable(text));
        QCOMPARE(found.value().first().applicant.name, u"王建国"_s);
        QCOMPARE(found.value().first().cases, 1);
        QVERIFY(found.value().first().lastItem.startsWith(u"事项"_s));
        QVERIFY(found.value().first().maskedNumber.contains(u'*'));
    }
    QVERIFY(await(lookup.find(u"李"_s)).value().isEmpty());
}

void TestIntakeAround::findsDuplicates()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    VERIFY_OK(hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept));
    const ApplicantLookup lookup(*hall.place);
    const auto same = await(lookup.duplicates(IntakeFixture::person()));
    VERIFY_OK(same);
    QCOMPARE(same.value().size(), 1);
    QCOMPARE(same.value().first().grounds.first(), SameGround::Number);
    Applicant other = IntakeFixture::person();
    other.idNumber = u"441900198505059998"_s;
    const auto byPhone = await(lookup.duplicates(other));
    VERIFY_OK(byPhone);
    QCOMPARE(byPhone.value().first().grounds.first(), SameGround::NameAndPhone);
}

void TestIntakeAround::offersItems()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const ItemChoice choice(hall.store().reference(), hall.clerk());
    QCOMPARE(choice.find({}, true).size(), 3);
    QCOMPARE(choice.find(u"w2"_s, true).first().code, u"W2"_s);
    QCOMPARE(choice.find(u"sclj"_s, true).first().code, IntakeFixture::threeItem);
    QCOMPARE(choice.find(u"三材料"_s, true).first().code, IntakeFixture::threeItem);
    QCOMPARE(choice.find(u"环保"_s, true).size(), 3);
    QVERIFY(choice.find(u"没有"_s, true).isEmpty());
    const QList<OfferedItem> firm = choice.find(u"sclj"_s, false);
    QCOMPARE(firm.first().bar, ItemBar::PersonsOnly);
    Actor elsewhere = hall.clerk();
    elsewhere.post = *Post::fromCode(u"AJ/clerk"_s);
    elsewhere.window.clear();
    const ItemChoice other(hall.store().reference(), elsewhere);
    QVERIFY(other.find({}, true).isEmpty());
    QCOMPARE(other.find(u"sclj"_s, true).first().bar, ItemBar::OtherWindow);
    QCOMPARE(other.find(u"sclj"_s, true).first().window, u"A01"_s);
}

void TestIntakeAround::draftsSurvive()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    CounterWork work = hall.visitWith({IntakeFixture::threeItem});
    work.isRegistering = true;
    work.applicant.address = u"大朗镇长富西路"_s;
    work.agent = {.name = u"赵六"_s, .idKind = u"111"_s, .authority = u"委托书"_s};
    work.items[0].summary = u"测量"_s;
    work.items[0].feeQuantities = {2500};
    work.items[0].lines[2]
        = {.line = 3, .copies = 1, .verdict = LineVerdict::Wrong, .problem = u"不清晰"_s};
    work.items[0].pages.append(PageRef{.id = hall.ids.make<PageId>(),
                                       .sha = QByteArray(32, 'a'),
                                       .format = u"jpeg"_s,
                                       .line = 3,
                                       .rotation = 90});
    const QString id = hall.shelf->newId();
    VERIFY_OK(await(hall.shelf->put(id, work, hall.session())));
    VERIFY_OK(hall.restart());
    const auto kept = await(hall.shelf->list(hall.session()));
    VERIFY_OK(kept);
    QCOMPARE(kept.value().size(), 1);
    QCOMPARE(kept.value().first().id, id);
    QCOMPARE(kept.value().first().work.json(), work.json());
    // Of nobody else.
    Session other = hall.session();
    other.member.code = u"clerk2"_s;
    QVERIFY(await(hall.shelf->list(other)).value().isEmpty());
    VERIFY_OK(await(hall.shelf->put(id, {}, hall.session())));
    QVERIFY(await(hall.shelf->list(hall.session())).value().isEmpty());
}

void TestIntakeAround::draftLeavesWithItsCase()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const CounterWork work = hall.visitWith({u"W1"_s, u"W2"_s});
    const QString id = hall.shelf->newId();
    VERIFY_OK(await(hall.shelf->put(id, work, hall.session())));
    CounterWork rest = work;
    rest.items.removeFirst();
    VERIFY_OK(hall.commit(
        {.work = work, .items = {0}, .wish = IntakeWish::Accept, .draft = id, .rest = rest}));
    auto kept = await(hall.shelf->list(hall.session()));
    QCOMPARE(kept.value().size(), 1);
    QCOMPARE(kept.value().first().work.items.size(), 1);
    QVERIFY(!kept.value().first().work.applicant.id.isNull());
    VERIFY_OK(hall.commit({.work = kept.value().first().work,
                           .items = {0},
                           .wish = IntakeWish::Accept,
                           .draft = id}));
    QVERIFY(await(hall.shelf->list(hall.session())).value().isEmpty());
}

void TestIntakeAround::deemsAcceptedOnTheSixthDay()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto taken = hall.commit(hall.visitWith({u"W2"_s}), IntakeWish::TakeIn);
    VERIFY_OK(taken);
    const StreamId id = taken.value().first().file.id;
    hall.clock.set(hallInstant(QDate(2026, 11, 30), QTime(17, 0)));
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().deemed, 0);
    hall.clock.set(hallInstant(QDate(2026, 12, 1), QTime(8, 0)));
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().deemed, 1);
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().deemed, 0);
    QCOMPARE(await(giveDeemedNotices(*hall.place, hall.session())).value(), 1);
    QCOMPARE(await(giveDeemedNotices(*hall.place, hall.session())).value(), 0);
    const CaseFile file = await(hall.desk->load(id)).value();
    QVERIFY(file.isDeemedAccepted);
    QCOMPARE(file.phase, Phase::Review);
    // The clerk's window owes what an acceptance gives: once, however often the timers run.
    const auto of = [&file](QLatin1StringView kind) {
        return std::ranges::count_if(file.papers,
                                     [kind](const CasePaper &paper) { return paper.kind == kind; });
    };
    QCOMPARE(of("acceptance-notice"_L1), 1);
    QCOMPARE(of("payment-notice"_L1), qsizetype(file.slips.size()));
    QCOMPARE(!file.slips.isEmpty(), file.item.hasFee);
    QCOMPARE(hallDate(instantOf(file.acceptedAt)), QDate(2026, 11, 23));
}

/// Told on 23 November, fifteen working days to correct: the case ends on 15 December, unless
/// nobody ever confirmed that the notice was printed.
void TestIntakeAround::endsWhatNobodyCorrected()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    QList<CaseFile> files;
    for (int i = 0; i < 2; ++i) {
        CounterWork work = hall.visitWith({u"W2"_s});
        work.items.first().lines.first().verdict = LineVerdict::Wrong;
        work.items.first().lines.first().problem = u"缺页"_s;
        const auto asked = hall.commit(work, IntakeWish::Correct);
        VERIFY_OK(asked);
        files.append(asked.value().first().file);
        QCOMPARE(files.last().phase, Phase::Correction);
    }
    const auto notice
        = std::ranges::find(files.first().papers, u"correction-notice"_s, &CasePaper::kind);
    QVERIFY(notice != files.first().papers.end());
    VERIFY_OK(
        await(hall.desk->change(files.first().id, hall.session(), MarkPaper{.paper = notice->id})));
    const QDate due
        = deadlinesOf(files.first(), hall.clock.now(), *hall.store().reference()).correction.date;
    hall.clock.set(hallInstant(due, QTime(17, 0)));
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().lapsed, 0);
    hall.clock.set(hallInstant(due.addDays(1), QTime(8, 0)));
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().lapsed, 1);
    QCOMPARE(await(runIntakeTimers(*hall.place, hall.session())).value().lapsed, 0);
    const CaseFile ended = await(hall.desk->load(files.first().id)).value();
    QCOMPARE(ended.phase, Phase::Lapsed);
    QCOMPARE(ended.finish, u"5"_s);
    QVERIFY(ended.history.last().actor.isEmpty()); // nobody is its author
    // Who was not told is not late: that case stays in the list, red, for a clerk to look at.
    QCOMPARE(await(hall.desk->load(files.last().id)).value().phase, Phase::Correction);
}

void TestIntakeAround::editsWithAReason()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto accepted = hall.commit(hall.visitWith({u"W2"_s}), IntakeWish::Accept);
    VERIFY_OK(accepted);
    const CaseFile file = accepted.value().first().file;
    const RegionTable regions = IntakeFixture::regions();
    const CheckBasis basis{regions, hall.clock.today()};
    EditField edit{.field = u"applicant.phone"_s,
                   .oldValue = u"13812345678"_s,
                   .newValue = u"12345"_s,
                   .reason = u"录入错误"_s};
    QVERIFY(checkEdit(file, edit, basis).has_value());
    edit.newValue = u"139 1234 5678"_s;
    QVERIFY(!checkEdit(file, edit, basis).has_value());
    const auto edited = await(hall.desk->change(file.id, hall.session(), edit));
    VERIFY_OK(edited);
    QCOMPARE(edited.value().file.applicant.phone, u"13912345678"_s);
    QVERIFY(!await(hall.desk->change(file.id, hall.session(), edit)).ok());
}

void TestIntakeAround::previewsANoticeWithoutANumber()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    CounterWork work = hall.visitWith({u"W2"_s});
    work.items[0].lines[0].verdict = LineVerdict::Wrong;
    work.items[0].lines[0].problem = u"未签名。"_s;
    const qsizetype before = hall.allEvents().size();
    const auto notice = await(hall.desk->preview(
        {.work = work, .items = {0}, .wish = IntakeWish::Correct}, hall.session()));
    VERIFY_OK(notice);
    QCOMPARE(notice.value().kind(), PaperKind::CorrectionNotice);
    QCOMPARE(hall.allEvents().size(), before);
    const auto taken = hall.commit(work, IntakeWish::TakeIn);
    QVERIFY(taken.value().first().file.number.contains(u"-0001-"_s));
}

void TestIntakeAround::listsWhatLiesAtTheCounter()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    VERIFY_OK(hall.commit(hall.visitWith({u"W2"_s}), IntakeWish::TakeIn));
    CounterWork wrong = hall.visitWith({u"W2"_s});
    wrong.items[0].lines[0] = {.line = 1, .verdict = LineVerdict::Wrong, .problem = u"缺"_s};
    VERIFY_OK(hall.commit(wrong, IntakeWish::Correct));
    VERIFY_OK(hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept));
    const auto lists = await(IntakeOverview(*hall.place).lists(hall.session()));
    VERIFY_OK(lists);
    QCOMPARE(lists.value().received.size(), 1);
    QCOMPARE(lists.value().received.first().daysLeft, 5);
    QCOMPARE(lists.value().received.first().due, QDate(2026, 11, 30));
    QCOMPARE(lists.value().waiting.size(), 1);
    QCOMPARE(lists.value().waiting.first().phase, Phase::Correction);
    QCOMPARE(lists.value().accepted.size(), 1);
}

void TestIntakeAround::printsAndMarksReprints()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto accepted = hall.commit(hall.visitWith({u"W1"_s}), IntakeWish::Accept);
    VERIFY_OK(accepted);
    const ActResult &result = accepted.value().first();
    const QString paper = result.wanted.first().id;
    const PaperDesk papers(*hall.place);
    VERIFY_OK(await(papers.print(result.file.id, paper, hall.session(), {})));
    QCOMPARE(hall.printer.titles.size(), 1);
    const auto inHand
        = await(papers.mark(result.file.id, {paper}, PaperState::Printed, hall.session()));
    VERIFY_OK(inHand);
    QCOMPARE(inHand.value().file.papers.first().state, PaperState::Printed);
    QVERIFY(inHand.value().file.papers.first().copies >= 1);
}

HALL_TEST_MAIN(QGuiApplication, TestIntakeAround)
#include "tst_intake_around.moc"
