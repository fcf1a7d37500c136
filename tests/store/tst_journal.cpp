#include "store/integrity.h"
#include "store/journal.h"
#include "storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryFieldOfAnEvent();
    void readsAnEventBackFromItsCanonicalForm();
    void chainsStreamsAndQueuesEvents();
    void passesOverWhatIsHere();
    void refusesAnUnsealedEvent();
    void foldsACaseAndTellsTheChange();
    void rollsBackWhatFails();
    void publishesReferenceData();
    void noticesAnAlteredBody();

private:
    static Event fullEvent(SeededIds &ids, const StreamId &stream);
};

Event TestJournal::fullEvent(SeededIds &ids, const StreamId &stream)
{
    return sealed({.id = ids.make<EventId>(),
                   .kind = StreamKind::Seal,
                   .stream = stream,
                   .type = u"sealed"_s,
                   .version = 3,
                   .branch = u"joint/HB"_s,
                   .action = u"seal"_s,
                   .from = u"a"_s,
                   .to = u"b"_s,
                   .expects = ids.make<EventId>(),
                   .actor = u"cert1"_s,
                   .post = u"HB/certifier"_s,
                   .station = u"A01"_s,
                   .actedAt = 1795400000123,
                   .scopesGained = {u"HB"_s, u"AJ"_s},
                   .scopesLost = {u"CZ"_s},
                   .replaces = ids.make<EventId>(),
                   .saw = {ids.make<EventId>(), ids.make<EventId>()},
                   .head = {{u"name"_s, u"𠮷野"_s}, {u"due"_s, 20261201}}},
                  {{u"text"_s, u"同意\n“引号”"_s}, {u"n"_s, qint64(9007199254740991)}});
}

void TestJournal::keepsEveryFieldOfAnEvent()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const StreamId stream = fixture.ids.make<StreamId>();
    const Event event = fullEvent(fixture.ids, stream);
    QVERIFY(
        await(fixture.store().write([&event](WriteTx &tx) { return tx.append({event}); })).ok());
    const auto read
        = await(fixture.store().read([stream](ReadTx &tx) { return tx.journal(stream); }));
    QVERIFY(read.ok());
    QCOMPARE(read.value().size(), 1);
    const Event &back = read.value().first();
    QCOMPARE(canonicalEnvelope(back), canonicalEnvelope(event));
    QCOMPARE(back.body, event.body);
    QCOMPARE(back.hash, event.hash);
    QVERIFY(isIntact(back));
}

void TestJournal::readsAnEventBackFromItsCanonicalForm()
{
    SeededIds ids(3);
    const Event event = fullEvent(ids, ids.make<StreamId>());
    const auto back = eventFromCanonical(canonicalEnvelope(event), event.body);
    QVERIFY(back);
    QCOMPARE(canonicalEnvelope(*back), canonicalEnvelope(event));
    QCOMPARE(back->hash, event.hash);
    QVERIFY(!eventFromCanonical(canonicalEnvelope(event), event.body + ' '));
    QVERIFY(!eventFromCanonical(canonicalEnvelope(event).chopped(1), event.body));
}

void TestJournal::chainsStreamsAndQueuesEvents()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const StreamId one = fixture.ids.make<StreamId>();
    const StreamId two = fixture.ids.make<StreamId>();
    const QList<Event> events{fullEvent(fixture.ids, one), fullEvent(fixture.ids, two),
                              fullEvent(fixture.ids, one)};
    QVERIFY(await(fixture.store().write([&](WriteTx &tx) { return tx.append(events); })).ok());
    const auto facts = await(fixture.store().read([one](ReadTx &tx) -> Result<StreamHead> {
        const auto checked = checkJournal(tx.connection());
        if (!checked.ok())
            return checked.error();
        return streamHead(tx.connection(), one);
    }));
    QVERIFY(facts.ok());
    QCOMPARE(facts.value().count, 2);
    QCOMPARE(facts.value().chain, chainAfter(chainAfter({}, events.at(0).hash), events.at(2).hash));
    const auto placed = await(
        fixture.store().read([](ReadTx &tx) { return eventsAfter(tx.connection(), 0, 10); }));
    QCOMPARE(placed.value().size(), 3);
    QCOMPARE(placed.value().at(2).seq, 2);
    QCOMPARE(placed.value().at(2).event.id, events.at(2).id);
}

void TestJournal::passesOverWhatIsHere()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const Event event = fullEvent(fixture.ids, fixture.ids.make<StreamId>());
    for (int i = 0; i < 2; ++i)
        QVERIFY(await(fixture.store().write([&](WriteTx &tx) {
                    return tx.append({event, event});
                })).ok());
    QCOMPARE(fixture.allEvents().size(), 1);
}

void TestJournal::refusesAnUnsealedEvent()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    Event event = fullEvent(fixture.ids, fixture.ids.make<StreamId>());
    event.actor = u"somebody else"_s;
    QVERIFY(!await(fixture.store().write([&](WriteTx &tx) { return tx.append({event}); })).ok());
    QCOMPARE(fixture.allEvents().size(), 0);
}

void TestJournal::foldsACaseAndTellsTheChange()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    QSignalSpy changed(&fixture.store(), &Store::changed);
    const Result<StreamId> stream = fixture.registerCase(u"王建国"_s);
    QVERIFY2(stream.ok(), qPrintable(stream.ok() ? QString() : stream.error().detail));
    QTRY_VERIFY(changed.size() >= 1);
    QVERIFY(changed.last().first().value<Changes>().cases.contains(stream.value()));
    const auto file = await(
        fixture.store().read([id = stream.value()](ReadTx &tx) { return tx.caseFile(id); }));
    QVERIFY(file.ok());
    QCOMPARE(file.value().applicant.name, u"王建国"_s);
    QVERIFY(file.value().number.startsWith("441900113-20261123-A01-0001-"_L1));
    VERIFY_OK(fixture.act(stream.value(), Act{.action = u"accept"_s}));
    const auto accepted = await(
        fixture.store().read([id = stream.value()](ReadTx &tx) { return tx.caseFile(id); }));
    QCOMPARE(accepted.value().state(), u"deciding"_s);
}

void TestJournal::rollsBackWhatFails()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const Event event = fullEvent(fixture.ids, fixture.ids.make<StreamId>());
    const auto result = await(fixture.store().write([&](WriteTx &tx) -> Result<Done> {
        const Result<Done> done = tx.append({event});
        if (!done.ok())
            return done;
        return Error{ErrorKind::Cancelled};
    }));
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(fixture.allEvents().size(), 0);
}

void TestJournal::publishesReferenceData()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    QVERIFY(fixture.store().reference()->items.isEmpty());
    VERIFY_OK(fixture.publishSmallHall());
    const ReferencePtr reference = fixture.store().reference();
    QCOMPARE(reference->items.size(), 2);
    QCOMPARE(reference->hall.region, u"441900113"_s);
    QVERIFY(reference->definitions.newest(u"W2"_s));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.store().reference()->items.size(), 2);
    QCOMPARE(fixture.store().reference()->staffName(u"clerk1"_s), u"职员一"_s);
}

void TestJournal::noticesAnAlteredBody()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const StreamId stream = fixture.ids.make<StreamId>();
    const Event event = fullEvent(fixture.ids, stream);
    QVERIFY(await(fixture.store().write([&](WriteTx &tx) { return tx.append({event}); })).ok());
    const auto altered = await(fixture.store().write([](WriteTx &tx) {
        return tx.connection().script(u"update event set body = '{\"n\":1}'"_s);
    }));
    QVERIFY(altered.ok());
    const auto read
        = await(fixture.store().read([stream](ReadTx &tx) { return tx.journal(stream); }));
    QCOMPARE(read.error().kind, ErrorKind::StoreDamaged);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
