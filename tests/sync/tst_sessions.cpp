#include "workstation.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Who may work where: codes, keys, numbers, the clock.
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void unsentWorkGoesOutWithNobodySignedIn();
    void theClockIsCorrected();
    void aClockThatIsSetIsMeasuredAgain();
    void numbersAreLeasedAhead();
    void aKeyOpensOnlyWithItsPassword();
    void aCopyOfTheDiskGetsAnotherCode();

private:
    void start();
    QList<Event> m_hall;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
    std::unique_ptr<Workstation> b;
};

void TestSessions::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestSessions::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 11);
    b = std::make_unique<Workstation>(*m_town, u"B01"_s, 12);
}

void TestSessions::cleanup()
{
    a.reset();
    b.reset();
    m_town.reset();
}

void TestSessions::start()
{
    for (Workstation *station : {a.get(), b.get()}) {
        VERIFY_OK(station->open());
        station->signIn(u"clerk1"_s);
        QVERIFY(station->settle());
        QVERIFY(!station->store().reference()->items.isEmpty());
    }
}

void TestSessions::unsentWorkGoesOutWithNobodySignedIn()
{
    start();
    a->link.isDown = true;
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    a->engine().signOut();
    QVERIFY(!a->settle(20));
    QCOMPARE(a->engine().status().state, LinkState::Offline);
    a->link.isDown = false;
    QVERIFY(a->settle());
    QCOMPARE(m_town->order(stream.value()), a->order(stream.value()));
    QCOMPARE(a->engine().status().unsent, 0);
}

void TestSessions::theClockIsCorrected()
{
    start();
    // The machine's clock stands ten minutes behind; what is done carries the centre's time.
    a->fixture.clock.advance(-600);
    m_town->nowMs = a->fixture.clock.now().toMSecsSinceEpoch() + 600'000;
    a->engine().disconnect();
    QCOMPARE(a->engine().step(), 0);
    QCOMPARE(a->clock().now().toMSecsSinceEpoch(), m_town->nowMs);
}

void TestSessions::aClockThatIsSetIsMeasuredAgain()
{
    start();
    QVERIFY(a->settle());
    const qint64 rightTime = m_town->nowMs;
    for (const qint64 day : {-86400, 2 * 86400}) {
        a->setClock(day);
        // At the next look at the clock, not when a pause by the old one would have ended.
        QCOMPARE(a->engine().step(), 0);
        QCOMPARE(a->clock().now().toMSecsSinceEpoch(), rightTime);
        QVERIFY(a->engine().step() <= 15'000);
    }
}

void TestSessions::numbersAreLeasedAhead()
{
    start();
    QVERIFY(a->settle());
    QVERIFY(a->count(u"number_lease where next <= last"_s) > 5);
    const qint64 here = a->count(u"number_lease"_s);
    QVERIFY(a->settle());
    QCOMPARE(a->count(u"number_lease"_s), here);
    // Used up without a line: the act says so, and the next contact brings a block.
    VERIFY_OK(await(a->store().write([](WriteTx &tx) {
        return Query(tx.connection(), u"update number_lease set next = last + 1"_s).run();
    })));
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const Result<Done> accepted = a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s);
    QVERIFY(!accepted.ok());
    QCOMPARE(accepted.error().kind, ErrorKind::OnlineOnly);
    a->fixture.clock.advance(120);
    QVERIFY(a->settle());
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
}

void TestSessions::aKeyOpensOnlyWithItsPassword()
{
    start();
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, u"long enough"_s));
    a->engine().signOut();
    a->link.isDown = true;
    const Result<Done> wrong = a->engine().signInOffline(u"clerk1"_s, u"not this one"_s);
    QCOMPARE(wrong.error().kind, ErrorKind::WrongPassword);
    VERIFY_OK(a->engine().signInOffline(u"clerk1"_s, u"long enough"_s));
    QCOMPARE(a->engine().keys().mac(u"clerk1"_s, u"A01"_s, "hash"), [] {
        KeyRing ring;
        ring.unlock(u"clerk1"_s, u"A01"_s, FakeTown::keyOf(u"clerk1"_s, u"A01"_s));
        return ring.mac(u"clerk1"_s, u"A01"_s, "hash");
    }());
    // A new password opens it too, the old one no more.
    a->link.isDown = false;
    QVERIFY(a->settle());
    VERIFY_OK(a->engine().changePassword(u"another word"_s));
    QVERIFY(!a->engine().signInOffline(u"clerk1"_s, u"long enough"_s).ok());
    VERIFY_OK(a->engine().signInOffline(u"clerk1"_s, u"another word"_s));
    a->fixture.clock.advance(30LL * 24 * 3600);
    const Result<Done> late = a->engine().signInOffline(u"clerk1"_s, u"another word"_s);
    QCOMPARE(late.error().kind, ErrorKind::SignInExpired);
}

void TestSessions::aCopyOfTheDiskGetsAnotherCode()
{
    start();
    VERIFY_OK(a->cases->open(u"W2"_s));
    QVERIFY(a->settle());
    // Another disk uses the next serial of this code first.
    const qint64 next = a->count(u"outbox"_s) + 1;
    m_town->data.serials.insert(u"A01|%1"_s.arg(next), a->fixture.ids.make<EventId>());
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    QCOMPARE(a->store().station(), u"N01"_s);
    QVERIFY(a->engine().status().needsSignIn);
    QCOMPARE(a->count(u"centre_scope where scope = 'HB'"_s), 1);
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->engine().status().unsent, 0);
    VERIFY_OK(a->reopen());
    QCOMPARE(a->store().station(), u"N01"_s);
    const Result<StreamId> later = a->cases->open(u"W2"_s);
    VERIFY_OK(later);
    const Result<CaseFile> file
        = await(a->store().read([&](ReadTx &tx) { return tx.caseFile(later.value()); }));
    QVERIFY(file.value().number.contains(u"-N01-"_s));
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
