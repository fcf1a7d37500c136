#include "desk/centre/centredesk.h"

#include "fakecentrelink.h"
#include "playedhall.h"
#include "testmain.h"

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What a person makes of refused acts, over a link that answers as it is told.
class TestCentreDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void attentionKnowsWhose();
    void bothVersionsStandSideBySide();
    void printedPapersArePointedOut();
    void redoIsDecidedOnThePresentBranch();
    void sameActKeepsItsPapers();
    void anotherActSpoilsTheOldPapers();
    void aRuleStillRefusesARedo();
    void aTakenNumberGetsAFreshOne();
    void anEditIsMadeAgainstWhatStandsThere();
    void decisionsCarryThePerson();

private:
    [[nodiscard]] StreamId newCase()
    {
        m_hall->fixture.clock.advance(60);
        return m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    }
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return m_hall->read([id](ReadTx &tx) { return tx.caseFile(id); }).valueOr({});
    }
    /// What `who` would have done on `id`, as events that never reached the store.
    [[nodiscard]] QList<Event> imagined(const StreamId &id, const QString &who,
                                        const Command &command);
    /// Puts the first of the events into the attention list, the others as parked behind it.
    void refuse(const QList<Event> &events, RefusalCause cause, const QList<Event> &now = {});
    [[nodiscard]] Result<BothVersions> versions(const Event &own, const QString &who)
    {
        return await(m_desk->versions(own.id, m_hall->session(who)));
    }
    /// A future that goes through the desk's own thread.
    template <class T> T await(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }

    FakeCentreLink m_link;
    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<CentreDesk> m_desk;
};

void TestCentreDesk::init()
{
    m_link.now = {.state = LinkState::Online, .hasPerson = true};
    m_link.rows.clear();
    m_link.conflicts.clear();
    m_link.commands.clear();
    m_link.deciders.clear();
    m_link.redone.clear();
    m_link.outcome = Done{};
    m_hall = std::make_unique<PlayedHall>();
    m_hall->link = &m_link;
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<CentreDesk>(*m_hall->place);
}

void TestCentreDesk::cleanup()
{
    m_desk.reset();
    m_hall.reset();
}

QList<Event> TestCentreDesk::imagined(const StreamId &id, const QString &who,
                                      const Command &command)
{
    const Actor actor = m_hall->cases.hall().actor(who);
    const CaseFile shown = file(id);
    CountedNumbers numbers;
    const Result<QList<Event>> events
        = decide(shown, command,
                 {*m_hall->fixture.store().reference(), actor, m_hall->fixture.clock.now(),
                  m_hall->fixture.ids, numbers});
    return events.valueOr({});
}

void TestCentreDesk::refuse(const QList<Event> &events, RefusalCause cause, const QList<Event> &now)
{
    for (const Event &event : events) {
        const AttentionRow row{.event = event.id,
                               .stream = event.stream,
                               .number = file(event.stream).number,
                               .cause
                               = &event == &events.constFirst() ? cause : RefusalCause::Parked,
                               .action = event.action,
                               .actor = event.actor,
                               .actedAt = event.actedAt};
        m_link.refuse(row, {.row = row, .own = event, .now = now});
    }
}

void TestCentreDesk::attentionKnowsWhose()
{
    const StreamId id = newCase();
    refuse({imagined(id, u"clerk1"_s, AddNote{.text = u"甲"_s}).constFirst()}, RefusalCause::Moved);
    refuse({imagined(id, u"clerk2"_s, AddNote{.text = u"乙"_s}).constFirst()},
           RefusalCause::NotAllowed);
    refuse({imagined(id, u"clerk2"_s, AddNote{.text = u"丙"_s}).constFirst()},
           RefusalCause::Parked);
    m_link.rows.last().owner = u"clerk1"_s;
    m_link.rows.swapItemsAt(0, 1);
    const auto lines = await(m_desk->attention(m_hall->session(u"clerk1"_s)));
    VERIFY_OK(lines);
    QCOMPARE(lines.value().size(), 3);
    QVERIFY(lines.value().at(0).isMine); // mine first
    QVERIFY(lines.value().at(0).isHere);
    QVERIFY(!lines.value().at(0).mayAdopt); // nobody adopts the own act
    QVERIFY(lines.value().at(1).isMine);    // handed to me
    QVERIFY(!lines.value().at(1).mayAct);   // follows the one before it
    QVERIFY(!lines.value().at(2).isMine);
    QVERIFY(lines.value().at(2).mayAdopt);
}

void TestCentreDesk::bothVersionsStandSideBySide()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    QVERIFY(!own.isEmpty());
    VERIFY_OK(m_hall->cases.act(id, u"clerk2"_s, u"accept"_s));
    const auto journal = m_hall->read([id](ReadTx &tx) { return tx.journal(id); });
    const auto moved = std::ranges::find(journal.value(), u"moved"_s, &Event::type);
    refuse(own, RefusalCause::Moved, {*moved});
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    QCOMPARE(both.value().own().id, own.constFirst().id);
    QCOMPARE(both.value().conflict.now.constLast().actor, u"clerk2"_s);
    QCOMPARE(both.value().file.id, id);
    QCOMPARE(both.value().parked, static_cast<int>(own.size()) - 1);
    // A clerk can still withdraw it for the applicant at the step where it stands.
    QVERIFY(both.value().kind == RedoKind::Act);
    QVERIFY(!both.value().actions.isEmpty());
    QVERIFY(std::ranges::none_of(both.value().actions,
                                 [](const ActionDef &a) { return a.id == "accept"_L1; }));
}

void TestCentreDesk::printedPapersArePointedOut()
{
    const StreamId id = newCase();
    QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    const auto want = std::ranges::find(own, u"want"_s, &Event::action);
    QVERIFY(want != own.end());
    const Event wanted = *want;
    own.append(sealed({.id = m_hall->fixture.ids.make<EventId>(),
                       .stream = id,
                       .type = u"paper"_s,
                       .action = u"printed"_s,
                       .actor = u"clerk1"_s},
                      {{u"paper"_s, wanted.id.text()}}));
    refuse(own, RefusalCause::NotAllowed);
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    const auto printed
        = std::ranges::find(both.value().papers, wanted.id.text(), &RefusedPaper::id);
    QVERIFY(printed != both.value().papers.end());
    QVERIFY(printed->isPrinted());
    QCOMPARE(std::ranges::count_if(both.value().papers, &RefusedPaper::isPrinted), 1);
}

void TestCentreDesk::redoIsDecidedOnThePresentBranch()
{
    const StreamId id = newCase();
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    // rev1 agreed without a network; meanwhile rev2 stopped the clock and started it again.
    const auto journal = m_hall->read([id](ReadTx &tx) { return tx.journal(id); });
    const QList<Event> agreed
        = imagined(id, u"rev1"_s, Act{.action = u"review"_s, .opinion = u"同意"_s});
    QVERIFY(!agreed.isEmpty());
    VERIFY_OK(m_hall->cases.act(id, u"rev2"_s, u"suspend"_s));
    VERIFY_OK(m_hall->cases.act(id, u"rev2"_s, u"resume"_s));
    refuse({agreed.constFirst()}, RefusalCause::Moved);
    const auto both = versions(agreed.constFirst(), u"rev1"_s);
    VERIFY_OK(both);
    QVERIFY(both.value().kind == RedoKind::Act);
    const RedoWish wish{.action = u"review"_s, .text = u"看过补页，同意"_s};
    VERIFY_OK(await(m_desk->redo(both.value(), wish, m_hall->session(u"rev1"_s))));
    QCOMPARE(m_link.redone.size(), 1);
    QCOMPARE(m_link.redone.constFirst().first, agreed.constFirst().id);
    const Event &redo = m_link.redone.constFirst().second.constFirst();
    QCOMPARE(redo.bodyObject().value("opinion"_L1).toString(), u"看过补页，同意"_s);
    QCOMPARE(redo.expects, file(id).branch(u"main"_s)->last);
    QVERIFY(redo.expects != agreed.constFirst().expects);
    QVERIFY(redo.id != agreed.constFirst().id);
    QVERIFY(isIntact(redo));
    // The manifest that it signs is what stands there now.
    QVERIFY(redo.bodyObject()
                .value("manifest"_L1)
                .toString()
                .contains(QString::fromLatin1(journal.value().constLast().hash.toHex())));
}

void TestCentreDesk::sameActKeepsItsPapers()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    QVERIFY(own.size() > 1);
    refuse(own, RefusalCause::NotAllowed);
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    const RedoWish wish{.action = u"accept"_s};
    QVERIFY(keepsPapers(both.value(), wish));
    VERIFY_OK(await(m_desk->redo(both.value(), wish, m_hall->session(u"clerk1"_s))));
    // Only the act: what was parked behind it follows with the numbers on the prints.
    QCOMPARE(m_link.redone.constFirst().second.size(), 1);
    QCOMPARE(m_link.redone.constFirst().second.constFirst().action, u"accept"_s);
}

void TestCentreDesk::anotherActSpoilsTheOldPapers()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    refuse(own, RefusalCause::Moved);
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    // The link puts the parked ones back into the journal.
    const QList<Event> parked = own.mid(1);
    VERIFY_OK(
        await(m_hall->fixture.store().write([parked](WriteTx &tx) { return tx.append(parked); })));
    const auto withdraw
        = std::ranges::find(both.value().actions, ActionSort::Withdraw, &ActionDef::sort);
    QVERIFY(withdraw != both.value().actions.end());
    const RedoWish wish{.action = withdraw->id,
                        .ground = u"申请人撤回"_s,
                        .paperReason = u"中心未接收，已另行办理"_s};
    VERIFY_OK(await(m_desk->redo(both.value(), wish, m_hall->session(u"clerk1"_s))));
    QCOMPARE(m_link.redone.constFirst().second.constFirst().action, withdraw->id);
    int spoiled = 0;
    for (const CasePaper &paper : file(id).papers)
        spoiled += paper.about == own.constFirst().id && paper.state == PaperState::Spoiled;
    QCOMPARE(spoiled, static_cast<int>(both.value().papers.size()));
    QVERIFY(spoiled > 0);
}

void TestCentreDesk::aRuleStillRefusesARedo()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    refuse({own.constFirst()}, RefusalCause::Moved);
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    // Somebody takes it meanwhile: the same act is possible no more.
    VERIFY_OK(m_hall->cases.act(id, u"clerk2"_s, u"accept"_s));
    const auto done
        = await(m_desk->redo(both.value(), {.action = u"accept"_s}, m_hall->session(u"clerk1"_s)));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, ErrorKind::StateMoved);
    QVERIFY(m_link.redone.isEmpty());
}

void TestCentreDesk::aTakenNumberGetsAFreshOne()
{
    const StreamId id = newCase();
    const auto journal = m_hall->read([id](ReadTx &tx) { return tx.journal(id); });
    Event registered = journal.value().constFirst();
    registered.stream = m_hall->fixture.ids.make<StreamId>(); // of a case that is nowhere
    registered.id = m_hall->fixture.ids.make<EventId>();
    registered = sealed(registered, registered.bodyObject());
    refuse({registered}, RefusalCause::Number);
    const auto both = versions(registered, u"clerk1"_s);
    VERIFY_OK(both);
    QVERIFY(both.value().kind == RedoKind::Number);
    QVERIFY(!both.value().hasCase());
    VERIFY_OK(await(m_desk->redo(both.value(), {}, m_hall->session(u"clerk1"_s))));
    const Event &redo = m_link.redone.constFirst().second.constFirst();
    const QString fresh = redo.bodyObject().value("number"_L1).toString();
    QVERIFY(!fresh.isEmpty());
    QVERIFY(fresh != registered.bodyObject().value("number"_L1).toString());
    QCOMPARE(redo.head.value("number"_L1).toString(), fresh);
    QCOMPARE(redo.stream, registered.stream);
    QVERIFY(isIntact(redo));
}

void TestCentreDesk::anEditIsMadeAgainstWhatStandsThere()
{
    const StreamId id = newCase();
    const QString before = file(id).applicant.phone;
    const QList<Event> own = imagined(id, u"clerk1"_s,
                                      EditField{.field = u"applicant.phone"_s,
                                                .oldValue = before,
                                                .newValue = u"13911111111"_s,
                                                .reason = u"笔误"_s});
    VERIFY_OK(m_hall->cases.act(id, u"clerk2"_s,
                                EditField{.field = u"applicant.phone"_s,
                                          .oldValue = before,
                                          .newValue = u"13922222222"_s,
                                          .reason = u"笔误"_s}));
    refuse(own, RefusalCause::Moved);
    const auto both = versions(own.constFirst(), u"clerk1"_s);
    VERIFY_OK(both);
    QVERIFY(both.value().kind == RedoKind::Edit);
    QCOMPARE(both.value().valueNow, u"13922222222"_s);
    VERIFY_OK(await(m_desk->redo(both.value(), {.text = u"13933333333"_s, .ground = u"已核对"_s},
                                 m_hall->session(u"clerk1"_s))));
    const QJsonObject body = m_link.redone.constFirst().second.constFirst().bodyObject();
    QCOMPARE(body.value("old"_L1).toString(), u"13922222222"_s);
    QCOMPARE(body.value("new"_L1).toString(), u"13933333333"_s);
}

void TestCentreDesk::decisionsCarryThePerson()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, AddNote{.text = u"甲"_s});
    refuse(own, RefusalCause::NotAllowed);
    VERIFY_OK(await(m_desk->decideOn(
        {.event = own.constFirst().id, .act = AttentionAct::HandOver, .text = u"clerk2"_s},
        m_hall->session(u"clerk1"_s))));
    QCOMPARE(m_link.commands.constLast().text, u"clerk2"_s);
    QCOMPARE(m_link.deciders.constLast().staff, u"clerk1"_s);
    QCOMPARE(m_link.deciders.constLast().post.code(), u"HB/clerk"_s);
    m_link.outcome = Error{ErrorKind::ReasonMissing};
    const auto given = await(m_desk->decideOn(
        {.event = own.constFirst().id, .act = AttentionAct::GiveUp}, m_hall->session(u"clerk1"_s)));
    QVERIFY(!given.ok());
}

HALL_TEST_MAIN(QCoreApplication, TestCentreDesk)
#include "tst_centre.moc"
