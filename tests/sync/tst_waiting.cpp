#include "workstation.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What waits for something of the centre goes on when that has come, not when a time is over.
class TestWaiting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aPageOfAnotherLetsTheActGo();
    void aPageWhoseAnswerWasLostLetsTheActGo();
    void whatOthersMadeLeavesTheListWithItsCase();
    void workOfTheOldCodeGoesUpUnderTheNewOne();
    void aPageThatTheWalkHasPassedIsNotForgotten();
    void whatWaitsIsCountedWithoutALine();

private:
    void start();
    /// The centre takes no acceptance while that page is not whole there.
    void holdUntil(const QByteArray &sha);
    static Command attached(Workstation &at, const QByteArray &sha)
    {
        return AttachPages{.pages = {{.id = at.fixture.ids.make<PageId>(), .sha = sha}}};
    }
    QList<Event> m_hall;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
    std::unique_ptr<Workstation> b;
};

void TestWaiting::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestWaiting::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 21);
    b = std::make_unique<Workstation>(*m_town, u"B01"_s, 22);
}

void TestWaiting::cleanup()
{
    a.reset();
    b.reset();
    m_town.reset();
}

void TestWaiting::start()
{
    for (Workstation *station : {a.get(), b.get()}) {
        VERIFY_OK(station->open());
        station->signIn(u"clerk1"_s);
        QVERIFY(station->settle());
    }
}

void TestWaiting::holdUntil(const QByteArray &sha)
{
    m_town->objection = [this, sha](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "accept"_L1 || m_town->data.pages.value(sha).isComplete)
            return {};
        return PushAnswer{.code = PushCode::Conflict, .reason = u"pages"_s};
    };
}

void TestWaiting::aPageOfAnotherLetsTheActGo()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle() && b->settle());
    const Result<QByteArray> sha = b->pages().put(QByteArray(5000, 'p'));
    VERIFY_OK(sha);
    holdUntil(sha.value());
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(a->settle());
    QCOMPARE(a->count(u"outbox where state = 0 and hold_reason = 'pages'"_s), 1);
    const QDateTime before = a->clock().now();
    VERIFY_OK(b->cases->act(stream.value(), u"clerk1"_s, attached(*b, sha.value())));
    QVERIFY(b->settle());
    QVERIFY(m_town->data.pages.value(sha.value()).isComplete);
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QVERIFY(before.secsTo(a->clock().now()) < 30);
    QVERIFY(b->settle());
    QCOMPARE(b->order(stream.value()), a->order(stream.value()));
}

void TestWaiting::aPageWhoseAnswerWasLostLetsTheActGo()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    const Result<QByteArray> sha = a->pages().put(QByteArray(5000, 'q'));
    VERIFY_OK(sha);
    holdUntil(sha.value());
    const auto isLast = [this, sha] {
        const FakeTown::Page page = m_town->data.pages.value(sha.value());
        return !page.isComplete && !page.pieces.isEmpty();
    };
    int lost = 0;
    a->link.nextFault = [&] { return isLast() && ++lost > 0 ? Fault::LostAnswer : Fault::None; };
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, attached(*a, sha.value())));
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    const QDateTime before = a->clock().now();
    for (int i = 0; i < 200 && lost == 0; ++i)
        static_cast<void>(a->engine().step());
    QCOMPARE(lost, 1);
    QCOMPARE(a->count(u"outbox where state = 0 and hold_reason = 'pages'"_s), 1);
    VERIFY_OK(a->reopen()); // nobody remembers that this page was on its way
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QVERIFY(before.secsTo(a->clock().now()) < 30);
}

void TestWaiting::whatOthersMadeLeavesTheListWithItsCase()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle() && b->settle());
    // What is played is made under the code A01, which B had before it got its own.
    VERIFY_OK(await(b->store().write([](WriteTx &tx) {
        return storeKey(tx, {u"clerk1"_s, u"A01"_s}, {"salt", 1, "key"}, 0);
    })));
    const FakeTown::Data backup = m_town->data;
    VERIFY_OK(a->cases->act(stream.value(), u"clerk2"_s, AddNote{.text = u"of A"_s}));
    QVERIFY(a->settle() && b->settle());
    VERIFY_OK(b->cases->act(stream.value(), u"clerk1"_s, AddNote{.text = u"of B"_s}));
    QVERIFY(b->settle());
    // The centre loses both notes and does not want them again.
    m_town->data = backup;
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.type != "note"_L1)
            return {};
        return PushAnswer{.code = PushCode::NotAllowed, .reason = u"post"_s};
    };
    b->engine().disconnect();
    QVERIFY(b->settle());
    QCOMPARE(b->count(u"attention where state = 0"_s), 2);
    m_town->moveScope(stream.value(), u"HB"_s, u"XX"_s);
    QVERIFY(b->settle());
    QVERIFY(b->order(stream.value()).isEmpty());
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(b->count(u"attention where state = 0 and body like '%of B%'"_s), 1);
        QCOMPARE(b->count(u"attention where state = 0"_s), 1);
        VERIFY_OK(b->reopen());
    }
}

/// Of two copies of a disk one gets another code: what was made here before, without its MAC still,
/// goes up when its author signs in again.
void TestWaiting::workOfTheOldCodeGoesUpUnderTheNewOne()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, u"long enough"_s));
    QVERIFY(a->settle());
    a->engine().signOut();
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, AddNote{.text = u"without"_s}));
    m_town->data.newest.insert(u"A01"_s, 1'000'000); // of the other copy
    a->engine().disconnect();
    QVERIFY(a->settle());
    QCOMPARE(a->store().station(), u"N01"_s);
    const QString bare
        = u"outbox o join event e on e.key = o.event_key where o.state = 0 and e.mac is null"_s;
    QCOMPARE(a->count(bare), 1);
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, u"long enough"_s));
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QCOMPARE(a->engine().status().attention, 0);
    QCOMPARE(m_town->order(stream.value()), a->order(stream.value()));
}

/// Pages whose events had no MAC yet are not taken; the key comes in the middle of the walk.
void TestWaiting::aPageThatTheWalkHasPassedIsNotForgotten()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    for (int steps = 1; steps < 14; ++steps) {
        a->engine().keys().lock(u"clerk1"_s);
        QList<QByteArray> shas;
        for (int i = 0; i < 3; ++i) {
            const Result<QByteArray> sha = a->pages().put(QByteArray(3000 + i, char('a' + steps)));
            VERIFY_OK(sha);
            shas.append(sha.value());
            VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, attached(*a, sha.value())));
        }
        a->engine().disconnect();
        for (int i = 0; i < steps; ++i)
            static_cast<void>(a->engine().step());
        a->engine().keys().unlock(u"clerk1"_s, u"A01"_s, FakeTown::keyOf(u"clerk1"_s, u"A01"_s));
        QVERIFY(a->settle());
        QCOMPARE(a->engine().status().unsent, 0);
        for (const QByteArray &sha : std::as_const(shas))
            QVERIFY2(m_town->data.pages.value(sha).isComplete, qPrintable(QString::number(steps)));
    }
}

void TestWaiting::whatWaitsIsCountedWithoutALine()
{
    start();
    a->link.isDown = true;
    a->engine().disconnect();
    for (int i = 0; i < 5 && a->engine().status().state != LinkState::Offline; ++i)
        static_cast<void>(a->engine().step());
    QCOMPARE(a->engine().status().unsent, 0);
    VERIFY_OK(a->cases->open(u"W2"_s));
    QVERIFY(a->engine().step() > 0);
    QCOMPARE(a->engine().status().unsent, int(a->count(u"outbox where state = 0"_s)));
    QVERIFY(a->engine().status().unsent > 0);
}

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"
