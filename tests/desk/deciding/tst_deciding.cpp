#include "desk/centre/centredesk.h"
#include "fakedevices.h"
#include "sync/engine/attentionrows.h"
#include "sync/local/attention.h"
#include "workstation.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// The link of a window whose engine is stepped by hand: lists and decisions are the real ones.
class SteppedLink final : public CentreLink
{
public:
    explicit SteppedLink(Workstation &station)
        : m_station(station)
    {
    }

    [[nodiscard]] CentreStatus status() const override { return m_station.engine().status(); }
    QFuture<Result<SignInReply>> signIn(const QString &, const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<SignInReply>(Error{ErrorKind::OnlineOnly}));
    }
    QFuture<Result<Done>> signInOffline(const QString &, const QString &) override { return no(); }
    void signOut() override { }
    QFuture<Result<Done>> changePassword(const QString &) override { return no(); }
    QFuture<Result<QList<QJsonObject>>> find(const FindAsk &) override
    {
        return QtFuture::makeReadyFuture(Result<QList<QJsonObject>>(Error{ErrorKind::OnlineOnly}));
    }
    void wantPage(const QByteArray &) override { }
    QFuture<Result<Done>> publish(const QList<Event> &) override { return no(); }
    QFuture<Result<QList<AttentionRow>>> attention() override
    {
        return m_station.store().read([](ReadTx &tx) { return attentionRows(tx); });
    }
    QFuture<Result<Conflict>> conflict(const EventId &event) override
    {
        return m_station.store().read([event](ReadTx &tx) { return conflictOf(tx, event); });
    }
    QFuture<Result<Done>> decideOn(const AttentionCommand &command, const Actor &actor) override
    {
        return m_station.store().write([this, command, actor](WriteTx &tx) {
            return decideOnRefused(tx, command, actor, m_station.fixture.ids);
        });
    }
    QFuture<Result<Done>> redo(const EventId &event, const QList<Event> &redo) override
    {
        return m_station.store().write(
            [event, redo](WriteTx &tx) { return redoRefused(tx, event, redo); });
    }

private:
    static QFuture<Result<Done>> no()
    {
        return QtFuture::makeReadyFuture(Result<Done>(Error{ErrorKind::OnlineOnly}));
    }
    Workstation &m_station;
};

} // namespace

/// What a person decides on a refused act goes up and comes to the others, and nothing is doubled.
class TestDeciding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anotherActTakesThePlace();
    void theSameActKeepsItsPapers();
    void anEditMeetsTheValueOfNow();
    void givenUpOrSentOnceMore();

private:
    [[nodiscard]] Session session(const QString &who) const
    {
        const Actor actor = m_a->cases->hall().actor(who);
        return {.member = {.code = actor.staff, .name = actor.staff},
                .post = actor.post,
                .window = actor.window,
                .station = actor.station};
    }
    [[nodiscard]] CaseFile file(Workstation &station, const StreamId &id)
    {
        return await(station.store().read([id](ReadTx &tx) { return tx.caseFile(id); }))
            .valueOr({});
    }
    /// The versions of the act that stands first in the list of A.
    [[nodiscard]] Result<BothVersions> versions(const QString &who)
    {
        const auto lines = answer(m_desk->attention(session(who)));
        if (!lines.ok() || lines.value().isEmpty())
            return Error{ErrorKind::NotFound};
        return answer(m_desk->versions(lines.value().constFirst().row.event, session(who)));
    }
    /// The desk answers through the event loop of this thread.
    template <class T> T answer(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }
    [[nodiscard]] bool settled() { return m_a->settle() && m_b->settle(); }
    void expectAgreement(const StreamId &id);

    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> m_a;
    std::unique_ptr<Workstation> m_b;
    std::unique_ptr<SteppedLink> m_link;
    NoFiles m_importer;
    TitlePrinter m_printer;
    std::optional<Workplace> m_place;
    std::unique_ptr<CentreDesk> m_desk;
};

void TestDeciding::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(publishedHall());
    m_a = std::make_unique<Workstation>(*m_town, u"A01"_s, 11);
    m_b = std::make_unique<Workstation>(*m_town, u"B01"_s, 12);
    for (Workstation *station : {m_a.get(), m_b.get()}) {
        VERIFY_OK(station->open());
        station->signIn(u"clerk1"_s);
        QVERIFY(station->settle());
    }
    m_link = std::make_unique<SteppedLink>(*m_a);
    m_place.emplace(Workplace{.store = m_a->store(),
                              .pages = m_a->pages(),
                              .clock = m_a->clock(),
                              .ids = m_a->fixture.ids,
                              .importer = m_importer,
                              .printer = m_printer,
                              .centre = *m_link});
    m_desk = std::make_unique<CentreDesk>(*m_place);
}

void TestDeciding::cleanup()
{
    m_desk.reset();
    m_place.reset();
    m_link.reset();
    m_a.reset();
    m_b.reset();
    m_town.reset();
}

void TestDeciding::expectAgreement(const StreamId &id)
{
    QVERIFY(settled());
    QCOMPARE(m_a->engine().status().attention, 0);
    QCOMPARE(m_a->order(id), m_town->order(id));
    QCOMPARE(m_b->order(id), m_town->order(id));
    QCOMPARE(m_a->disorder(), QString());
    QCOMPARE(m_b->disorder(), QString());
}

void TestDeciding::anotherActTakesThePlace()
{
    const Result<StreamId> id = m_a->cases->open(u"W2"_s);
    VERIFY_OK(id);
    QVERIFY(settled());
    VERIFY_OK(m_b->cases->act(id.value(), u"clerk2"_s, u"accept"_s));
    QVERIFY(m_b->settle());
    VERIFY_OK(m_a->cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(settled());
    const auto both = versions(u"clerk1"_s);
    VERIFY_OK(both);
    QVERIFY(both.value().kind == RedoKind::Act);
    QCOMPARE(both.value().conflict.now.constLast().actor, u"clerk2"_s);
    QVERIFY(!both.value().papers.isEmpty());
    const RedoWish wish{
        .action = u"withdraw"_s, .ground = u"申请人撤回"_s, .paperReason = u"中心未接收"_s};
    VERIFY_OK(answer(m_desk->redo(both.value(), wish, session(u"clerk1"_s))));
    expectAgreement(id.value());
    const CaseFile there = file(*m_b, id.value());
    QCOMPARE(there.phase, Phase::Withdrawn);
    QCOMPARE(there.acceptedBy, u"clerk2"_s);
    // The papers of the act that was not taken are spoiled, those of the other one stand.
    for (const RefusedPaper &paper : both.value().papers) {
        const auto found = std::ranges::find(there.papers, paper.id, &CasePaper::id);
        QVERIFY(found != there.papers.end());
        QCOMPARE(found->state, PaperState::Spoiled);
    }
}

void TestDeciding::theSameActKeepsItsPapers()
{
    const Result<StreamId> id = m_a->cases->open(u"W2"_s);
    VERIFY_OK(id);
    QVERIFY(settled());
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "accept"_L1 || !event.replaces.isNull())
            return {};
        return PushAnswer{.code = PushCode::NotAllowed, .reason = u"department"_s};
    };
    VERIFY_OK(m_a->cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    const CaseFile before = file(*m_a, id.value());
    QVERIFY(settled());
    const auto both = versions(u"clerk1"_s);
    VERIFY_OK(both);
    QVERIFY(keepsPapers(both.value(), {.action = u"accept"_s}));
    VERIFY_OK(answer(m_desk->redo(both.value(), {.action = u"accept"_s}, session(u"clerk1"_s))));
    expectAgreement(id.value());
    const CaseFile there = file(*m_b, id.value());
    QCOMPARE(there.acceptedBy, u"clerk1"_s);
    // Not one paper, number or slip more than before.
    QCOMPARE(there.papers.size(), before.papers.size());
    QCOMPARE(there.slips.size(), before.slips.size());
    for (qsizetype i = 0; i < before.papers.size(); ++i)
        QCOMPARE(there.papers.at(i).number, before.papers.at(i).number);
}

void TestDeciding::anEditMeetsTheValueOfNow()
{
    const Result<StreamId> id = m_a->cases->open(u"W2"_s);
    VERIFY_OK(id);
    QVERIFY(settled());
    const QString phone = file(*m_a, id.value()).applicant.phone;
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.actor != "clerk1"_L1 || event.action != "edit"_L1 || !event.replaces.isNull())
            return {};
        return PushAnswer{.code = PushCode::Conflict, .reason = u"expects"_s};
    };
    const auto edit = [&phone](const QString &value) {
        return EditField{.field = u"applicant.phone"_s,
                         .oldValue = phone,
                         .newValue = value,
                         .reason = u"笔误"_s};
    };
    VERIFY_OK(m_b->cases->act(id.value(), u"clerk2"_s, edit(u"13922222222"_s)));
    QVERIFY(m_b->settle());
    VERIFY_OK(m_a->cases->act(id.value(), u"clerk1"_s, edit(u"13911111111"_s)));
    QVERIFY(settled());
    const auto both = versions(u"clerk1"_s);
    VERIFY_OK(both);
    QCOMPARE(both.value().valueNow, u"13922222222"_s);
    VERIFY_OK(answer(m_desk->redo(both.value(), {.text = u"13933333333"_s, .ground = u"核对"_s},
                                  session(u"clerk1"_s))));
    expectAgreement(id.value());
    QCOMPARE(file(*m_b, id.value()).applicant.phone, u"13933333333"_s);
}

void TestDeciding::givenUpOrSentOnceMore()
{
    const Result<StreamId> id = m_a->cases->open(u"W2"_s);
    VERIFY_OK(id);
    QVERIFY(settled());
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "note"_L1 || !event.replaces.isNull())
            return {};
        return PushAnswer{.code = PushCode::NotAllowed, .reason = u"post"_s};
    };
    VERIFY_OK(m_a->cases->act(id.value(), u"clerk1"_s, AddNote{.text = u"甲"_s}));
    QVERIFY(settled());
    const auto both = versions(u"clerk1"_s);
    VERIFY_OK(both);
    // Still no right: it comes back into the list.
    const EventId event = both.value().own().id;
    VERIFY_OK(answer(m_desk->decideOn({.event = event}, session(u"clerk1"_s))));
    QVERIFY(settled());
    QCOMPARE(m_a->engine().status().attention, 1);
    const AttentionCommand giveUp{
        .event = event, .act = AttentionAct::GiveUp, .text = u"重复录入"_s};
    VERIFY_OK(answer(m_desk->decideOn(giveUp, session(u"clerk1"_s))));
    expectAgreement(id.value());
    QCOMPARE(file(*m_b, id.value()).history.constLast().text, u"重复录入"_s);
}

QTEST_GUILESS_MAIN(TestDeciding)
#include "tst_deciding.moc"
