#include "sync/api/alonelink.h"
#include "sync/engine/syncrunner.h"
#include "workstation.h"

#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The engine in its own thread, as the program has it: what desks and pages see of it.
class TestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void workGoesOutByItself();
    void aQuietStoreAsksNothing();
    void anOfflineLineIsANormalState();
    void aRefusalIsShownWithBothVersions();
    void aloneSaysSo();

private:
    void run();
    /// Until the strip says so; the runner tells every change.
    template <class F> bool waitFor(F isSo)
    {
        QSignalSpy told(m_runner.get(), &CentreLink::statusChanged);
        for (int i = 0; i < 200 && !isSo(m_runner->status()); ++i)
            told.wait(100);
        return isSo(m_runner->status());
    }
    QList<Event> m_hall;
    FakeTown m_town;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<CorrectedClock> m_clock;
    std::unique_ptr<PageStore> m_pages;
    std::unique_ptr<PlayedCases> m_cases;
    std::unique_ptr<SyncRunner> m_runner;
    std::atomic_bool m_isDown{false};
    std::atomic_int m_calls{0}; ///< of the centre
};

void TestRunner::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestRunner::init()
{
    m_town = FakeTown();
    m_town.publish(m_hall);
    m_fixture = std::make_unique<StoreFixture>();
    VERIFY_OK(m_fixture->open());
    m_town.nowMs = m_fixture->clock.now().toMSecsSinceEpoch();
    m_clock = std::make_unique<CorrectedClock>(m_fixture->clock);
    m_pages = std::make_unique<PageStore>(m_fixture->path(u"pages"_s));
    m_cases = std::make_unique<PlayedCases>(*m_fixture, 3);
    m_isDown = false;
}

void TestRunner::cleanup()
{
    m_runner.reset();
    m_cases.reset();
    m_fixture.reset();
}

void TestRunner::run()
{
    const auto connect = [this] {
        auto link = std::make_unique<FakeLink>(m_town);
        link->nextFault = [this] {
            ++m_calls;
            return m_isDown ? Fault::LostRequest : Fault::None;
        };
        CentreLine line{.services = link.get()};
        line.centre = std::move(link);
        return line;
    };
    // Pauses follow the clock that the test moves.
    const auto ticks = [this] { return m_fixture->clock.now().toMSecsSinceEpoch(); };
    m_runner = std::make_unique<SyncRunner>(RunnerParts{.store = m_fixture->store(),
                                                        .pages = *m_pages,
                                                        .clock = *m_clock,
                                                        .ids = m_fixture->ids,
                                                        .connect = connect,
                                                        .program = u"test"_s,
                                                        .ticks = ticks});
    QVERIFY(waitFor([](const CentreStatus &status) { return status.state == LinkState::Online; }));
    VERIFY_OK(await(m_runner->signIn(u"clerk1"_s, u"long enough"_s)));
    QVERIFY(waitFor([](const CentreStatus &status) { return status.hasPerson; }));
    QSignalSpy changed(&m_fixture->store(), &Store::changed);
    for (int i = 0; i < 100 && m_fixture->store().reference()->items.isEmpty(); ++i)
        changed.wait(100);
    QVERIFY(!m_fixture->store().reference()->items.isEmpty());
}

void TestRunner::workGoesOutByItself()
{
    run();
    const Result<StreamId> stream = m_cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QSignalSpy told(m_runner.get(), &CentreLink::statusChanged);
    const auto isSettled = [this] {
        return await(m_fixture->store().read([](ReadTx &tx) -> Result<qint64> {
                   Query query(tx.connection(),
                               u"select count(*) as n from outbox where settled_at = 0"_s);
                   const Result<bool> row = query.next();
                   return row.ok() ? Result<qint64>(query.number("n"_L1)) : row.error();
               })).valueOr(-1)
            == 0;
    };
    for (int i = 0; i < 100 && !isSettled(); ++i)
        told.wait(100);
    QVERIFY(isSettled());
    QCOMPARE(m_runner->status().unsent, 0);
}

void TestRunner::aQuietStoreAsksNothing()
{
    run();
    QSignalSpy changed(&m_fixture->store(), &Store::changed);
    // Writes that bring nothing to send, as what the line itself brought: none is a reason to ask.
    const auto isQuiet = [&] {
        const int before = m_calls;
        for (int i = 0; i < 20; ++i) {
            if (!await(m_fixture->store().write([](WriteTx &) -> Result<Done> {
                     return Done{};
                 })).ok())
                return false;
            if (changed.isEmpty())
                changed.wait(100);
            changed.clear();
            // A look into the store meanwhile gives the engine a turn for what the write woke.
            if (!await(m_runner->attention()).ok())
                return false;
        }
        return m_calls == before;
    };
    bool hasRested = false;
    for (int i = 0; i < 20 && !hasRested; ++i)
        hasRested = isQuiet();
    QVERIFY(hasRested);
    // The poll by the clock may fall into it once, a call for every write may not.
    const int before = m_calls;
    static_cast<void>(isQuiet());
    QVERIFY(m_calls - before < 10);
}

void TestRunner::anOfflineLineIsANormalState()
{
    run();
    m_isDown = true;
    VERIFY_OK(m_cases->open(u"W2"_s));
    QVERIFY(waitFor([](const CentreStatus &status) { return status.state == LinkState::Offline; }));
    const auto found
        = await(m_runner->find({.kind = FindKind::Name, .text = u"王"_s, .purpose = u"test"_s}));
    QCOMPARE(found.error().kind, ErrorKind::OnlineOnly);
    QVERIFY(m_runner->status().trouble == std::nullopt);
}

void TestRunner::aRefusalIsShownWithBothVersions()
{
    m_town.objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "accept"_L1)
            return {};
        return PushAnswer{.code = PushCode::NotAllowed, .reason = u"department"_s};
    };
    run();
    const Result<StreamId> stream = m_cases->open(u"W2"_s);
    VERIFY_OK(stream);
    Result<Done> accepted = m_cases->act(stream.value(), u"clerk1"_s, u"accept"_s);
    QSignalSpy told(m_runner.get(), &CentreLink::statusChanged);
    for (int i = 0; i < 100 && !accepted.ok(); ++i) { // numbers are on their way
        told.wait(100);
        accepted = m_cases->act(stream.value(), u"clerk1"_s, u"accept"_s);
    }
    VERIFY_OK(accepted);
    QVERIFY(waitFor([](const CentreStatus &status) { return status.attention > 0; }));
    const Result<QList<AttentionRow>> rows = await(m_runner->attention());
    VERIFY_OK(rows);
    const AttentionRow row = rows.value().first();
    QCOMPARE(row.cause, RefusalCause::NotAllowed);
    QVERIFY(!row.number.isEmpty() && !row.applicant.isEmpty());
    const Result<Conflict> conflict = await(m_runner->conflict(row.event));
    VERIFY_OK(conflict);
    QCOMPARE(conflict.value().own.action, u"accept"_s);
    const AttentionCommand empty{.event = row.event, .act = AttentionAct::GiveUp};
    QCOMPARE(await(m_runner->decideOn(empty, m_cases->hall().actor(u"clerk1"_s))).error().kind,
             ErrorKind::ReasonMissing);
    VERIFY_OK(await(m_runner->decideOn(
        {.event = row.event, .act = AttentionAct::GiveUp, .text = u"by mistake"_s},
        m_cases->hall().actor(u"clerk1"_s))));
    QVERIFY(waitFor([](const CentreStatus &status) { return status.attention == 0; }));
}

void TestRunner::aloneSaysSo()
{
    AloneLink alone;
    QCOMPARE(alone.status().state, LinkState::Alone);
    QCOMPARE(await(alone.find({})).error().kind, ErrorKind::OnlineOnly);
    QVERIFY(await(alone.attention()).value().isEmpty());
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
