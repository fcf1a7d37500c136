// The floors above over a real store: piles, acts and their rules, and signing several.
#include "desk/signoff/signoffdesk.h"
#include "playedhall.h"
#include "testmain.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSignoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void urgentFirst();
    void fourEyesStayOut();
    void opensEverything();
    void missingPageStopsTheSignature();
    void returnGoesThroughTheStepsAgain();
    void returnMayGoOnWhereItStood();
    void twoOfficersOnSite();
    void jointDepartments();
    void certificateIsNeeded();
    void sentUpAndAnswered();
    void stopAndStart();
    void somebodyWasFaster();
    void batchStandsRowByRow();
    void batchNeverGuesses();
    void phrasesOfThePost();

private:
    [[nodiscard]] StreamId accepted(const QString &item)
    {
        m_hall->fixture.clock.advance(60);
        const StreamId id = m_hall->cases.open(item).valueOr(StreamId());
        played(id, u"clerk1"_s, u"accept"_s);
        return id;
    }
    void played(const StreamId &id, const QString &who, const QString &action,
                const QString &branch = u"main"_s)
    {
        const Result<Done> done = m_hall->cases.act(id, who,
                                                    Act{.action = action,
                                                        .branch = branch,
                                                        .opinion = u"同意"_s,
                                                        .details = {.ground = u"检测"_s},
                                                        .manifest = "{}"});
        if (!done.ok())
            QTest::qFail(qPrintable(action + u' ' + errorLine(done)), __FILE__, __LINE__);
    }
    [[nodiscard]] QList<PileLine> pile(const QString &who)
    {
        return await(m_desk->pile(m_hall->session(who))).valueOr({});
    }
    [[nodiscard]] QStringList pileStates(const QString &who)
    {
        QStringList states;
        for (const PileLine &line : pile(who))
            states.append(line.pile.branch + u':' + line.pile.state);
        return states;
    }
    [[nodiscard]] Result<OpenFile> open(const StreamId &id, const QString &who,
                                        const QString &branch = u"main"_s)
    {
        return await(m_desk->open(id, branch, m_hall->session(who)));
    }
    [[nodiscard]] Result<ActResult> act(const StreamId &id, const QString &who, const Act &act)
    {
        return await(m_desk->act(id, act, m_hall->session(who)));
    }
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return m_hall->read([id](ReadTx &tx) { return tx.caseFile(id); }).value();
    }
    static QStringList names(const OpenFile &open)
    {
        QStringList ids;
        for (const ActionDef &action : open.actions)
            ids.append(action.id);
        return ids;
    }
    static BatchItem itemOf(const PileLine &line)
    {
        return {
            .stream = line.pile.row.id, .branch = line.pile.branch, .expects = line.pile.expects};
    }

    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<SignoffDesk> m_desk;
};

void TestSignoff::init()
{
    m_desk.reset();
    m_hall = std::make_unique<PlayedHall>();
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<SignoffDesk>(*m_hall->place);
}

void TestSignoff::urgentFirst()
{
    const StreamId old = accepted(u"W2"_s);
    m_hall->fixture.clock.advance(30LL * 24 * 3600); // past promise and law
    const StreamId young = accepted(u"W2"_s);
    m_hall->fixture.clock.advance(24 * 3600);
    const StreamId younger = accepted(u"W3"_s);
    const QList<PileLine> lines = pile(u"rev1"_s);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).pile.row.id, old);
    QVERIFY(lines.at(0).light >= Light::Red);
    QVERIFY(lines.at(0).daysLeft < 0);
    QCOMPARE(lines.at(1).pile.row.id, young);
    QCOMPARE(lines.at(2).pile.row.id, younger);
    QCOMPARE(lines.at(2).light, Light::Green);
    QVERIFY(pile(u"head1"_s).isEmpty());
}

void TestSignoff::fourEyesStayOut()
{
    const StreamId id = accepted(u"W2"_s);
    QCOMPARE(pile(u"rev1"_s).size(), 1);
    // clerk1 accepted; in the second post of reviewer the same person may not review it.
    QVERIFY(pile(u"clerk1r"_s).isEmpty());
    const Result<ActResult> done
        = act(id, u"clerk1r"_s, {.action = u"review"_s, .opinion = u"同意"_s});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::SamePersonTwice);
    const Result<OpenFile> opened = open(id, u"clerk1r"_s);
    VERIFY_OK(opened);
    QVERIFY(!names(opened.value()).contains(u"review"_s));
}

void TestSignoff::opensEverything()
{
    const StreamId id = accepted(u"W2"_s);
    played(id, u"rev1"_s, u"review"_s);
    const Result<OpenFile> opened = open(id, u"head1"_s);
    VERIFY_OK(opened);
    QCOMPARE(names(opened.value()), (QStringList{u"headApprove"_s, u"headDeny"_s, u"return"_s}));
    QVERIFY(opened.value().returnStates.contains(u"review"_s));
    QVERIFY(!opened.value().returnStates.contains(u"head"_s));
    QCOMPARE(opened.value().file.opinions.size(), 1);
    QVERIFY(opened.value().dates.step.date.isValid());
    QVERIFY(opened.value().dates.promise.date.isValid());
    QVERIFY(opened.value().missingPages.isEmpty());
    const QList<CaseRow> &others = opened.value().applicantCases;
    QVERIFY(std::ranges::any_of(others, [&id](const CaseRow &row) { return row.id == id; }));
    const Result<OpenFile> none = open(m_hall->fixture.ids.make<StreamId>(), u"head1"_s);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestSignoff::missingPageStopsTheSignature()
{
    const StreamId id = accepted(u"W2"_s);
    const QByteArray bytes = "a page that is not here yet";
    const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const PageId page = m_hall->fixture.ids.make<PageId>();
    VERIFY_OK(m_hall->cases.act(
        id, u"clerk1"_s, AttachPages{.pages = {{.id = page, .sha = sha, .format = u"png"_s}}}));
    QCOMPARE(open(id, u"rev1"_s).value().missingPages, QSet<PageId>{page});
    const Act review{.action = u"review"_s, .opinion = u"同意"_s};
    const Result<ActResult> refused = act(id, u"rev1"_s, review);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::PageNotHere);
    QCOMPARE(file(id).state(), u"review"_s);
    VERIFY_OK(m_hall->pages->put(bytes));
    const Result<ActResult> signedNow = act(id, u"rev1"_s, review);
    VERIFY_OK(signedNow);
    const CaseFile after = file(id);
    QVERIFY(!after.opinions.last().manifest.isEmpty());
    // A page taken off later makes the signature void; it stays on the file.
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, RemovePage{.page = page, .reason = u"重扫"_s}));
    QVERIFY(file(id).opinions.last().isVoid);
}

void TestSignoff::returnGoesThroughTheStepsAgain()
{
    const StreamId id = accepted(u"W3"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headAgree"_s);
    Act back{.action = u"return"_s, .opinion = u"请补充说明。"_s};
    QCOMPARE(act(id, u"leader1"_s, back).error().kind, ErrorKind::RuleBroken); // where to?
    back.details.returnTo = u"ready"_s;
    QCOMPARE(act(id, u"leader1"_s, back).error().kind, ErrorKind::RuleBroken); // not earlier
    back.details.returnTo = u"review"_s;
    back.opinion.clear();
    QCOMPARE(act(id, u"leader1"_s, back).error().kind, ErrorKind::OpinionMissing);
    back.opinion = u"请补充说明。"_s;
    VERIFY_OK(act(id, u"leader1"_s, back));
    QCOMPARE(file(id).state(), u"review"_s);
    played(id, u"rev1"_s, u"review"_s);
    QCOMPARE(file(id).state(), u"head"_s);
}

void TestSignoff::returnMayGoOnWhereItStood()
{
    const StreamId id = accepted(u"W3"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headAgree"_s);
    VERIFY_OK(act(id, u"leader1"_s,
                  {.action = u"return"_s,
                   .opinion = u"请补充说明。"_s,
                   .details = {.returnTo = u"review"_s, .resumesAfter = true}}));
    played(id, u"rev1"_s, u"review"_s);
    QCOMPARE(file(id).state(), u"leader"_s);
    QCOMPARE(pile(u"leader1"_s).size(), 1);
}

/// Permit law art. 34: two officers, two persons, two opinions.
void TestSignoff::twoOfficersOnSite()
{
    const StreamId id = accepted(u"W4"_s);
    played(id, u"rev1"_s, u"review"_s);
    QCOMPARE(pileStates(u"sur1"_s), (QStringList{u"survey/1:survey"_s, u"survey/2:survey"_s}));
    Act visit{.action = u"surveyPass"_s, .branch = u"survey/1"_s, .opinion = u"符合条件。"_s};
    const Result<ActResult> without = act(id, u"sur1"_s, visit);
    QCOMPARE(without.error().kind, ErrorKind::FieldMissing);
    visit.details.findings = Findings{.place = u"长富路"_s, .text = u"相符"_s};
    VERIFY_OK(act(id, u"sur1"_s, visit));
    QVERIFY(pileStates(u"sur1"_s).isEmpty()); // the other seat is another person's
    visit.branch = u"survey/2"_s;
    QCOMPARE(act(id, u"sur1"_s, visit).error().kind, ErrorKind::SamePersonTwice);
    VERIFY_OK(act(id, u"sur2"_s, visit));
    QCOMPARE(file(id).state(), u"head"_s);
    QCOMPARE(file(id).findings->place, u"长富路"_s);
}

void TestSignoff::jointDepartments()
{
    const StreamId id = accepted(u"W6"_s);
    played(id, u"rev1"_s, u"review"_s);
    QCOMPARE(pileStates(u"co1"_s), QStringList{u"joint/AJ:joint"_s});
    QCOMPARE(pileStates(u"co2"_s), QStringList{u"joint/NY:joint"_s});
    const Act wrong{.action = u"jointAgree"_s, .branch = u"joint/NY"_s, .opinion = u"同意"_s};
    QCOMPARE(act(id, u"co1"_s, wrong).error().kind, ErrorKind::NotYourDepartment);
    VERIFY_OK(act(id, u"co1"_s,
                  {.action = u"jointObject"_s,
                   .branch = u"joint/AJ"_s,
                   .opinion = u"不同意，消防间距不足。"_s}));
    QCOMPARE(file(id).state(), u"joint"_s);
    VERIFY_OK(act(id, u"co2"_s, wrong));
    // One objection is counted; the lead department sums up.
    QCOMPARE(file(id).state(), u"sum"_s);
    QCOMPARE(pileStates(u"rev1"_s), QStringList{u"main:sum"_s});
    QCOMPARE(file(id).opinions.size(), 3);
}

void TestSignoff::certificateIsNeeded()
{
    const StreamId id = accepted(u"W2"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headApprove"_s);
    Act make{.action = u"make"_s};
    const Result<ActResult> without = act(id, u"cert1"_s, make);
    QCOMPARE(without.error(), (Error{ErrorKind::FieldMissing, u"certificate"_s}));
    make.details.certificate = u"朗环证0001"_s;
    const Result<ActResult> made = act(id, u"cert1"_s, make);
    VERIFY_OK(made);
    QCOMPARE(made.value().file.certificate, u"朗环证0001"_s);
    QCOMPARE(made.value().wanted.size(), 1);
    QCOMPARE(made.value().wanted.first().kind, u"grant-decision"_s);

    // A denied case gets its decision without a certificate.
    const StreamId denied = accepted(u"W2"_s);
    played(denied, u"rev1"_s, u"review"_s);
    played(denied, u"head1"_s, u"headDeny"_s);
    const Result<ActResult> letter = act(denied, u"cert1"_s, {.action = u"make"_s});
    VERIFY_OK(letter);
    QCOMPARE(letter.value().wanted.first().kind, u"denial-decision"_s);
}

void TestSignoff::sentUpAndAnswered()
{
    const StreamId id = accepted(u"W5"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headAgree"_s);
    played(id, u"leader1"_s, u"leaderAgree"_s);
    QCOMPARE(pileStates(u"rev1"_s), QStringList{u"main:sendup"_s});
    const Result<ActResult> sent = act(id, u"rev1"_s, {.action = u"sendUp"_s});
    VERIFY_OK(sent);
    QCOMPARE(sent.value().wanted.first().kind, u"signoff-sheet"_s);
    // The city's own time is nobody's here.
    const QList<PileLine> outside = pile(u"rev1"_s);
    QCOMPARE(outside.size(), 1);
    QCOMPARE(outside.first().light, Light::Blue);
    const Act answer{.action = u"cityGrant"_s,
                     .opinion = u"市局批准"_s,
                     .details = {.certificate = u"东环〔2026〕8号"_s}};
    const Result<ActResult> answered = act(id, u"rev1"_s, answer);
    VERIFY_OK(answered);
    QCOMPARE(answered.value().file.state(), u"ready"_s);
    QCOMPARE(answered.value().file.verdict, Verdict::Grant);
    QCOMPARE(answered.value().wanted.first().kind, u"grant-decision"_s);
    QVERIFY(pile(u"rev1"_s).isEmpty());
}

void TestSignoff::stopAndStart()
{
    const StreamId id = accepted(u"W2"_s);
    const Act review{.action = u"review"_s, .opinion = u"同意"_s};
    Act stop{.action = u"suspend"_s, .opinion = u"需检测。"_s};
    QCOMPARE(act(id, u"rev1"_s, stop).error().kind, ErrorKind::ReasonMissing);
    stop.details.ground = u"检测"_s;
    VERIFY_OK(act(id, u"rev1"_s, stop));
    QCOMPARE(pile(u"rev1"_s).first().light, Light::Blue);
    QCOMPARE(act(id, u"rev1"_s, review).error().kind, ErrorKind::RuleBroken);
    VERIFY_OK(act(id, u"rev1"_s, {.action = u"resume"_s}));
    VERIFY_OK(act(id, u"rev1"_s, review));
}

void TestSignoff::somebodyWasFaster()
{
    const StreamId id = accepted(u"W2"_s);
    const EventId seen = pile(u"rev1"_s).first().pile.expects;
    played(id, u"rev2"_s, u"review"_s);
    const Result<ActResult> late
        = act(id, u"rev1"_s, {.action = u"review"_s, .expects = seen, .opinion = u"同意"_s});
    QCOMPARE(late.error().kind, ErrorKind::StateMoved);
}

void TestSignoff::batchStandsRowByRow()
{
    const StreamId first = accepted(u"W2"_s);
    const StreamId taken = accepted(u"W2"_s);
    const StreamId stopped = accepted(u"W2"_s);
    const StreamId last = accepted(u"W3"_s);
    QList<BatchItem> items;
    for (const StreamId &id : {first, taken, stopped, last}) {
        for (const PileLine &line : pile(u"rev1"_s)) {
            if (line.pile.row.id == id)
                items.append(itemOf(line));
        }
    }
    QCOMPARE(items.size(), 4);
    played(taken, u"rev2"_s, u"review"_s); // a colleague was faster
    played(stopped, u"rev2"_s, u"suspend"_s);
    const auto results
        = await(m_desk->batch(items, u"经审核，拟同意。"_s, m_hall->session(u"rev1"_s)));
    VERIFY_OK(results);
    QCOMPARE(results.value().size(), 4);
    QVERIFY(results.value().at(0).outcome.ok());
    QVERIFY(!results.value().at(1).outcome.ok());
    QCOMPARE(results.value().at(2).outcome.error().kind, ErrorKind::StateMoved);
    QVERIFY(results.value().at(3).outcome.ok());
    QCOMPARE(results.value().at(1).number, file(taken).number);
    QCOMPARE(file(first).state(), u"head"_s);
    QCOMPARE(file(first).opinions.last().text, u"经审核，拟同意。"_s);
    QVERIFY(!file(first).opinions.last().manifest.isEmpty());
    QCOMPARE(file(stopped).state(), u"review"_s);
    QCOMPARE(file(last).state(), u"head"_s);
}

/// A step that wants more than an opinion is signed by itself, and nothing is signed without words.
void TestSignoff::batchNeverGuesses()
{
    const StreamId made = accepted(u"W2"_s);
    played(made, u"rev1"_s, u"review"_s);
    played(made, u"head1"_s, u"headApprove"_s);
    const QList<PileLine> lines = pile(u"cert1"_s);
    QCOMPARE(lines.size(), 1);
    auto results
        = await(m_desk->batch({itemOf(lines.first())}, u"已制证"_s, m_hall->session(u"cert1"_s)));
    QCOMPARE(results.value().first().outcome.error().kind, ErrorKind::ActionUnknown);
    const StreamId id = accepted(u"W2"_s);
    results = await(
        m_desk->batch({itemOf(pile(u"rev1"_s).first())}, QString(), m_hall->session(u"rev1"_s)));
    QCOMPARE(results.value().first().outcome.error().kind, ErrorKind::OpinionMissing);
    QCOMPARE(file(id).state(), u"review"_s);
}

void TestSignoff::phrasesOfThePost()
{
    QVERIFY(m_desk->phrases(m_hall->session(u"rev1"_s)).isEmpty()); // this hall has none
}

HALL_TEST_MAIN(QCoreApplication, TestSignoff)
#include "tst_signoff.moc"
