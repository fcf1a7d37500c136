#include "sync/local/attention.h"
#include "sync/local/centrestate.h"
#include "workstation.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Two windows and a centre, one situation at a time.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatOneDoesTheOtherSees();
    void oneOrderForBoth();
    void aLostAnswerDoesNothingTwice();
    void aRefusedActWaitsForAPerson();
    void aRedoTakesItsPlace();
    void givingUpLeavesANote();
    void aRefusedRegistrationIsGivenUpWhole();
    void aRestoredCentreIsHealedTwice();
    void aCaseThatLeavesIsGone();
    void aCaseThatEntersComesWhole();
    void theFirstFillingBringsOpenCasesWhole();
    void aClosedCaseIsARowUntilItMoves();

private:
    void start();
    static Command note(const QString &text) { return AddNote{.text = text}; }
    QList<Event> m_hall;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
    std::unique_ptr<Workstation> b;
};

void TestEngine::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestEngine::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 11);
    b = std::make_unique<Workstation>(*m_town, u"B01"_s, 12);
}

void TestEngine::cleanup()
{
    a.reset();
    b.reset();
    m_town.reset();
}

void TestEngine::start()
{
    for (Workstation *station : {a.get(), b.get()}) {
        VERIFY_OK(station->open());
        station->signIn(u"clerk1"_s);
        QVERIFY(station->settle());
        QVERIFY(!station->store().reference()->items.isEmpty());
    }
}

void TestEngine::whatOneDoesTheOtherSees()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(a->engine().status().unsent == 0);
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QCOMPARE(a->count(u"outbox where state = 1 and settled_at > 0"_s),
             a->order(stream.value()).size());
    QVERIFY(b->settle());
    QCOMPARE(b->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->order(stream.value()), b->order(stream.value()));
    QCOMPARE(b->count(u"outbox"_s), 0);
    QCOMPARE(a->disorder(), QString());
    QCOMPARE(b->disorder(), QString());
    QCOMPARE(b->count(u"case_row where is_folded = 1"_s), 1);
}

void TestEngine::oneOrderForBoth()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle() && b->settle());
    // Both add notes without having seen the other's.
    for (int i = 0; i < 5; ++i) {
        VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, note(u"a"_s)));
        VERIFY_OK(b->cases->act(stream.value(), u"clerk2"_s, note(u"b"_s)));
    }
    QVERIFY(b->settle());
    VERIFY_OK(b->cases->act(stream.value(), u"clerk2"_s, note(u"later"_s)));
    QVERIFY(a->settle() && b->settle() && a->settle());
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(b->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->disorder(), QString());
    QCOMPARE(b->disorder(), QString());
}

void TestEngine::aLostAnswerDoesNothingTwice()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const QList<Fault> faults{Fault::LostAnswer, Fault::LostRequest, Fault::Twice};
    int n = 0;
    a->link.nextFault
        = [&faults, &n] { return ++n % 5 == 0 ? faults.at(n % faults.size()) : Fault::None; };
    for (int i = 0; i < 6; ++i) {
        VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, note(u"n"_s)));
        QVERIFY(a->settle());
    }
    QCOMPARE(m_town->order(stream.value()).size(), a->order(stream.value()).size());
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->disorder(), QString());
}

void TestEngine::aRefusedActWaitsForAPerson()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle() && b->settle());
    VERIFY_OK(b->cases->act(stream.value(), u"clerk2"_s, u"accept"_s));
    QVERIFY(b->settle());
    // A accepts too, and goes on working on it.
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, note(u"behind it"_s)));
    const Result<StreamId> other = a->cases->open(u"W1"_s);
    VERIFY_OK(other);
    QVERIFY(a->settle());
    QVERIFY(a->engine().status().attention > 1);
    QCOMPARE(m_town->order(other.value()), a->order(other.value()));
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->disorder(), QString());
    // It is the same after the program was killed, and after the safety file was read.
    const int waiting = a->engine().status().attention;
    VERIFY_OK(a->reopen());
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().attention, waiting);
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
}

void TestEngine::aRedoTakesItsPlace()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "accept"_L1 || !event.replaces.isNull())
            return {};
        return PushAnswer{.code = PushCode::NotAllowed, .reason = u"department"_s};
    };
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, note(u"parked"_s)));
    QVERIFY(a->settle());
    const Result<QList<RefusedEvent>> open
        = await(a->store().read([](ReadTx &tx) { return openRefused(tx); }));
    VERIFY_OK(open);
    QVERIFY(open.value().size() >= 2);
    QCOMPARE(open.value().first().reason, u"department"_s);
    QVERIFY(open.value().last().isParked());
    VERIFY_OK(await(a->store().write([&](WriteTx &tx) {
        const Context context{tx.reference(), a->cases->hall().actor(u"clerk2"_s), tx.clock().now(),
                              a->fixture.ids, tx.numbers()};
        return adoptRefused(tx, open.value().first().event.id, context);
    })));
    QVERIFY(a->settle() && b->settle());
    QCOMPARE(a->engine().status().attention, 0);
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(b->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->disorder(), QString());
    const Result<CaseFile> file
        = await(b->store().read([&](ReadTx &tx) { return tx.caseFile(stream.value()); }));
    VERIFY_OK(file);
    QCOMPARE(file.value().acceptedBy, u"clerk2"_s);
}

void TestEngine::givingUpLeavesANote()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.action != "accept"_L1)
            return {};
        return PushAnswer{.code = PushCode::Conflict, .reason = u"state"_s};
    };
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(a->settle());
    const Result<QList<RefusedEvent>> open
        = await(a->store().read([](ReadTx &tx) { return openRefused(tx); }));
    VERIFY_OK(open);
    const EventId refused = open.value().first().event.id;
    VERIFY_OK(await(a->store().write([&](WriteTx &tx) {
        const Context context{tx.reference(), a->cases->hall().actor(u"clerk1"_s), tx.clock().now(),
                              a->fixture.ids, tx.numbers()};
        return giveUpRefused(tx, refused, u"by mistake"_s, context);
    })));
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QVERIFY(m_town->data.byRoot.contains(refused));
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
}

void TestEngine::aRefusedRegistrationIsGivenUpWhole()
{
    start();
    m_town->objection = [](const Event &event) -> std::optional<PushAnswer> {
        if (event.type != "registered"_L1)
            return {};
        return PushAnswer{.code = PushCode::Conflict, .reason = u"number"_s};
    };
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    QCOMPARE(a->count(u"case_row"_s), 0);
    QVERIFY(a->engine().status().attention > 1);
    const Result<QList<RefusedEvent>> open
        = await(a->store().read([](ReadTx &tx) { return openRefused(tx); }));
    VERIFY_OK(open);
    VERIFY_OK(await(a->store().write([&](WriteTx &tx) {
        const Context context{tx.reference(), a->cases->hall().actor(u"clerk1"_s), tx.clock().now(),
                              a->fixture.ids, tx.numbers()};
        return giveUpRefused(tx, open.value().first().event.id, u"by mistake"_s, context);
    })));
    QVERIFY(a->settle());
    QCOMPARE(a->count(u"attention where state = 0"_s), 0);
    QCOMPARE(a->engine().status().unsent, 0);
    QCOMPARE(a->disorder(), QString());
}

void TestEngine::aRestoredCentreIsHealedTwice()
{
    start();
    QList<StreamId> streams;
    FakeTown::Data backup;
    for (int i = 0; i < 6; ++i) {
        if (i == 2)
            backup = m_town->data;
        Workstation &station = i % 2 == 0 ? *a : *b;
        const Result<StreamId> stream = station.cases->open(u"W2"_s);
        VERIFY_OK(stream);
        streams.append(stream.value());
        QVERIFY(a->settle() && b->settle());
    }
    VERIFY_OK(a->cases->act(streams.first(), u"clerk1"_s, u"accept"_s));
    QVERIFY(a->settle() && b->settle());
    const qsizetype before = m_town->data.log.size();
    for (int round = 0; round < 2; ++round) {
        // B alone heals it the first time, A the second.
        m_town->data = backup;
        Workstation &first = round == 0 ? *b : *a;
        first.engine().disconnect();
        QVERIFY(first.settle());
        QCOMPARE(m_town->data.log.size(), before);
        (round == 0 ? *a : *b).engine().disconnect();
        QVERIFY(a->settle() && b->settle() && a->settle());
    }
    QCOMPARE(m_town->data.log.size(), before);
    for (const StreamId &stream : streams) {
        QCOMPARE(a->order(stream), m_town->order(stream));
        QCOMPARE(b->order(stream), m_town->order(stream));
    }
    QCOMPARE(a->disorder(), QString());
    QCOMPARE(b->disorder(), QString());
    QCOMPARE(a->engine().status().attention, 0);
}

void TestEngine::aCaseThatLeavesIsGone()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const Result<QByteArray> sha = a->pages().put(QByteArray(5000, 'p'));
    VERIFY_OK(sha);
    VERIFY_OK(a->cases->act(
        stream.value(), u"clerk1"_s,
        AttachPages{.pages = {{.id = a->fixture.ids.make<PageId>(), .sha = sha.value()}}}));
    QVERIFY(a->settle() && b->settle());
    b->engine().wantPage(sha.value());
    QVERIFY(b->settle());
    QVERIFY(b->pages().has(sha.value()));
    m_town->moveScope(stream.value(), u"HB"_s, u"XX"_s);
    QVERIFY(b->settle());
    QVERIFY(b->order(stream.value()).isEmpty());
    for (const QString &table :
         {u"case_row"_s, u"gram"_s, u"pile"_s, u"paper"_s, u"applicant"_s, u"case_page"_s})
        QCOMPARE(b->count(table), 0);
    QVERIFY(!b->pages().has(sha.value()));
    QCOMPARE(b->disorder(), QString());
    // The own events of A have left with it and do not come back with the program.
    QVERIFY(a->settle());
    VERIFY_OK(a->reopen());
    QVERIFY(a->settle());
    QVERIFY(a->order(stream.value()).isEmpty());
}

void TestEngine::aCaseThatEntersComesWhole()
{
    start();
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(a->settle());
    m_town->moveScope(stream.value(), u"HB"_s, u"HR"_s);
    QVERIFY(b->settle());
    QVERIFY(b->order(stream.value()).isEmpty());
    m_town->personScopes.insert(u"clerk9"_s, {u"HR"_s});
    b->signIn(u"clerk9"_s);
    QVERIFY(b->settle());
    QCOMPARE(b->order(stream.value()), m_town->order(stream.value()));
    m_town->moveScope(stream.value(), u"HR"_s, u"HB"_s);
    QVERIFY(a->settle());
    QCOMPARE(a->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(a->disorder(), QString());
}

void TestEngine::theFirstFillingBringsOpenCasesWhole()
{
    VERIFY_OK(a->open());
    a->signIn(u"clerk1"_s);
    QVERIFY(a->settle());
    QList<StreamId> streams;
    for (int i = 0; i < 30; ++i) {
        const Result<StreamId> stream = a->cases->open(i % 2 == 0 ? u"W1"_s : u"W2"_s);
        VERIFY_OK(stream);
        streams.append(stream.value());
    }
    QVERIFY(a->settle());
    VERIFY_OK(b->open());
    b->signIn(u"clerk2"_s);
    int n = 0;
    b->link.nextFault = [&n] { return ++n % 5 == 0 ? Fault::LostAnswer : Fault::None; };
    QVERIFY(b->settle());
    for (const StreamId &stream : streams)
        QCOMPARE(b->order(stream), m_town->order(stream));
    QCOMPARE(b->count(u"centre_scope where fill <> 0"_s), 0);
    QCOMPARE(b->disorder(), QString());
}

void TestEngine::aClosedCaseIsARowUntilItMoves()
{
    VERIFY_OK(a->open());
    a->signIn(u"clerk1"_s);
    QVERIFY(a->settle());
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    m_town->closed.insert(stream.value());
    VERIFY_OK(b->open());
    b->signIn(u"clerk2"_s);
    QVERIFY(b->settle());
    QCOMPARE(b->count(u"case_row where is_folded = 0"_s), 1);
    QVERIFY(b->count(u"gram"_s) > 0);
    VERIFY_OK(a->cases->act(stream.value(), u"clerk1"_s, note(u"a late payment"_s)));
    QVERIFY(a->settle() && b->settle());
    QCOMPARE(b->count(u"case_row where is_folded = 0"_s), 0);
    QCOMPARE(b->order(stream.value()), m_town->order(stream.value()));
    QCOMPARE(b->disorder(), QString());
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
