#include "desk/search/searchdesk.h"

#include "playedhall.h"
#include "testmain.h"

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newestComeAtOnce();
    void saysWhichFieldMatched();
    void caseHasEverything();
    void noteStandsInTheHistory();
    void everyPostActsWithinItsRights();
    void staleDecisionIsRefused();
    void coldRowHasNoJournal();
    void unknownCaseIsNotFound();

private:
    [[nodiscard]] Result<CaseView> open(const StreamId &id, const QString &who)
    {
        return await(m_desk->open(id, m_hall->session(who)));
    }

    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<SearchDesk> m_desk;
};

void TestSearch::init()
{
    m_desk.reset();
    m_hall = std::make_unique<PlayedHall>();
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<SearchDesk>(*m_hall->place);
}

void TestSearch::newestComeAtOnce()
{
    StreamId last;
    for (int i = 0; i < 60; ++i) {
        m_hall->fixture.clock.advance(60);
        const auto id = m_hall->cases.open(u"W2"_s);
        VERIFY_OK(id);
        last = id.value();
    }
    const auto found = await(m_desk->find({}));
    VERIFY_OK(found);
    QCOMPARE(found.value().size(), 50);
    QCOMPARE(found.value().constFirst().line.row.id, last);
    QVERIFY(found.value().constFirst().field == MatchField::Newest);
    QVERIFY(!found.value().constFirst().line.stateName.zh.isEmpty());
    QVERIFY(found.value().constFirst().line.stateName.zh
            != found.value().constFirst().line.row.state);
}

void TestSearch::saysWhichFieldMatched()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    const auto view = open(id.value(), u"clerk1"_s);
    VERIFY_OK(view);
    const Applicant &who = view.value().file.applicant;
    const auto fieldOf = [&](const QString &text) -> std::optional<MatchField> {
        const auto found = await(m_desk->find(text));
        if (!found.ok() || found.value().isEmpty())
            return {};
        return found.value().constFirst().field;
    };
    QVERIFY(fieldOf(who.name) == MatchField::Name);
    QVERIFY(fieldOf(view.value().file.number) == MatchField::CaseNumber);
    QVERIFY(!who.idNumber.isEmpty());
    QVERIFY(fieldOf(who.idNumber.right(6)) == MatchField::Number);
    QVERIFY(await(m_desk->find(u"没有这个人"_s)).value().isEmpty());
}

void TestSearch::caseHasEverything()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    VERIFY_OK(m_hall->cases.act(id.value(), u"clerk1"_s, u"accept"_s));
    const auto view = open(id.value(), u"cert1"_s);
    VERIFY_OK(view);
    QVERIFY(view.value().hasJournal);
    QVERIFY(view.value().file.acceptedAt != 0);
    QVERIFY(view.value().dates.promise.date.isValid());
    QVERIFY(view.value().file.history.size() >= 2);
    QVERIFY(!view.value().file.papers.isEmpty());
    QVERIFY(std::ranges::any_of(view.value().applicantCases,
                                [&](const CaseLine &line) { return line.row.id == id.value(); }));
}

void TestSearch::noteStandsInTheHistory()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    VERIFY_OK(
        await(m_desk->addNote(id.value(), u" 申请人来电询问 "_s, m_hall->session(u"rev1"_s))));
    const auto view = open(id.value(), u"clerk1"_s);
    VERIFY_OK(view);
    const HistoryLine &last = view.value().file.history.constLast();
    QCOMPARE(last.actor, u"rev1"_s);
    QVERIFY(last.text.contains(u"申请人来电询问"_s));
    QVERIFY(view.value().file.phase == Phase::Received);
}

void TestSearch::everyPostActsWithinItsRights()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    // A clerk ends a case for its applicant; what else a clerk does has its place at the counter.
    const CaseView counter = open(id.value(), u"clerk1"_s).value();
    QCOMPARE(counter.actions.size(), 1);
    QCOMPARE(counter.actions.first().sort, ActionSort::Withdraw);
    QVERIFY(counter.mayEdit);
    const CaseView elsewhere = open(id.value(), u"clerk9"_s).value();
    QVERIFY(elsewhere.actions.isEmpty() && !elsewhere.mayEdit);
    const CaseView upstairs = open(id.value(), u"rev1"_s).value();
    QVERIFY(upstairs.actions.isEmpty() && !upstairs.mayEdit);
    const EditField edit{.field = u"applicant.phone"_s,
                         .oldValue = counter.file.applicant.phone,
                         .newValue = u"13912345678"_s,
                         .reason = u"录入错误"_s};
    const auto notTheirs = await(m_desk->edit(id.value(), edit, m_hall->session(u"rev1"_s)));
    QCOMPARE(notTheirs.error().kind, ErrorKind::NotYourPost);
    VERIFY_OK(await(m_desk->edit(id.value(), edit, m_hall->session(u"clerk2"_s))));
    const Session manager = m_hall->session(u"man1"_s);
    const auto view = open(id.value(), u"man1"_s);
    VERIFY_OK(view);
    const auto &actions = view.value().actions;
    const auto voiding = std::ranges::find(actions, ActionSort::Void, &ActionDef::sort);
    QVERIFY(voiding != actions.end());
    const auto without = await(m_desk->decide(view.value().file, *voiding, u"  "_s, manager));
    QVERIFY(!without.ok());
    VERIFY_OK(await(m_desk->decide(view.value().file, *voiding, u"重复登记"_s, manager)));
    const auto after = open(id.value(), u"man1"_s);
    QVERIFY(after.value().file.phase == Phase::Void);
    QVERIFY(after.value().actions.isEmpty());
    QVERIFY(!open(id.value(), u"clerk1"_s).value().mayEdit);
}

void TestSearch::staleDecisionIsRefused()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    const auto view = open(id.value(), u"man1"_s);
    VERIFY_OK(view);
    const auto &actions = view.value().actions;
    const auto voiding = std::ranges::find(actions, ActionSort::Void, &ActionDef::sort);
    QVERIFY(voiding != actions.end());
    VERIFY_OK(m_hall->cases.act(id.value(), u"clerk1"_s, u"accept"_s));
    const auto late
        = await(m_desk->decide(view.value().file, *voiding, u"理由"_s, m_hall->session(u"man1"_s)));
    QVERIFY(!late.ok());
    QCOMPARE(late.error().kind, ErrorKind::StateMoved);
}

void TestSearch::coldRowHasNoJournal()
{
    CaseRow row{.id = m_hall->fixture.ids.make<StreamId>(),
                .number = u"冷-1"_s,
                .itemCode = u"W2"_s,
                .itemName = u"事项"_s,
                .dept = u"HB"_s,
                .window = u"A01"_s,
                .applicant = m_hall->fixture.ids.make<ApplicantId>(),
                .applicantName = u"李四"_s,
                .state = u"closed"_s,
                .registeredAt = m_hall->fixture.clock.now().toMSecsSinceEpoch(),
                .isFolded = false};
    row.phase = Phase::Closed;
    VERIFY_OK(await(
        m_hall->fixture.store().write([row](WriteTx &tx) { return insertColdRows(tx, {row}); })));
    const auto view = open(row.id, u"clerk1"_s);
    VERIFY_OK(view);
    QVERIFY(!view.value().hasJournal);
    QCOMPARE(view.value().line.row.applicantName, u"李四"_s);
}

void TestSearch::unknownCaseIsNotFound()
{
    const auto view = open(m_hall->fixture.ids.make<StreamId>(), u"clerk1"_s);
    QVERIFY(!view.ok());
    QCOMPARE(view.error().kind, ErrorKind::NotFound);
}

HALL_TEST_MAIN(QCoreApplication, TestSearch)
#include "tst_search.moc"
