// The centre of the model gives the answers of app/sync/PROTOCOL.md.
#include "modelclient.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hall;
using namespace hall::model;

namespace {

constexpr qint64 morning = 1'770'000'000'000;

/// A centre, a workstation of department A with somebody who signed in, nothing goes wrong.
struct Hall
{
    Items items = {{u"I1"_s, {.dept = u"A"_s, .joint = {u"B"_s, u"C"_s}}}};
    std::shared_ptr<EventBook> book = std::make_shared<EventBook>();
    SeededIds ids{7};
    ModelServer server{items, Rules(), book, 16};
    ModelClient client{{.items = items, .rules = Rules(), .book = book, .ids = &ids},
                       server,
                       u"s1"_s,
                       [] { return Fault::None; }};
    StreamId stream = ids.make<StreamId>();

    Hall()
    {
        server.setNow(morning);
        server.setPosts(u"pa"_s, {u"A/clerk"_s});
        server.setPosts(u"pb"_s, {u"B/clerk"_s});
        server.setStationScopes(u"s1"_s, {u"*"_s});
        static_cast<void>(client.connect()); // draws a code
        static_cast<void>(client.connect());
        static_cast<void>(client.signIn(u"pa"_s));
    }

    EventRef registerCase(const QString &number = u"N1"_s)
    {
        return client.promise(
            {.stream = stream,
             .type = u"registered"_s,
             .to = u"received"_s,
             .actor = u"pa"_s,
             .post = u"A/clerk"_s,
             .at = morning,
             .gained = {u"A"_s},
             .head = {{u"number"_s, number}, {u"item"_s, u"I1"_s}, {u"dept"_s, u"A"_s}}});
    }

    EventRef move(const QString &action, const QString &from, const QString &to,
                  const EventId &expects)
    {
        return client.promise({.stream = stream,
                               .type = u"moved"_s,
                               .action = action,
                               .from = from,
                               .to = to,
                               .expects = expects,
                               .actor = u"pa"_s,
                               .post = u"A/clerk"_s,
                               .at = morning});
    }

    /// Offers what waits, without the workstation hearing the answers.
    PushReply offer(const std::function<void(OfferedEvent &)> &change = {})
    {
        QList<OfferedEvent> events;
        for (const Offer &waiting : client.store().outbox) {
            events.append({.id = waiting.event->id,
                           .stream = waiting.event->stream,
                           .serial = waiting.serial,
                           .envelope = waiting.envelope,
                           .body = waiting.event->body,
                           .mac = waiting.mac,
                           .pages = waiting.pages});
            if (change)
                change(events.last());
        }
        const auto reply = client.link().push(events);
        return reply.ok() ? reply.value() : PushReply();
    }
};

QStringList words(const PushReply &reply)
{
    QStringList words;
    for (const PushAnswer &answer : reply.answers)
        words.append(QString::number(static_cast<int>(answer.code)) + answer.reason);
    return words;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void acceptsOnceAndSaysHere()
    {
        Hall hall;
        hall.registerCase();
        const PushReply first = hall.offer();
        QCOMPARE(words(first), QStringList{u"0"_s});
        QCOMPARE(first.answers.constFirst().pos, 1);
        QCOMPARE(first.head.pos, 1);
        const PushReply again = hall.offer();
        QCOMPARE(words(again), QStringList{u"1"_s});
        QCOMPARE(again.answers.constFirst().pos, 1);
        QCOMPARE(again.head.chain, first.head.chain);
    }

    void refusesTheLaterOnesOfTheStream()
    {
        Hall hall;
        const EventRef registered = hall.registerCase();
        hall.move(u"accept"_s, u"review"_s, u"decide"_s, registered->id);
        hall.move(u"accept"_s, u"received"_s, u"review"_s, registered->id);
        QCOMPARE(words(hall.offer()), (QStringList{u"0"_s, u"2state"_s, u"2order"_s}));
        QCOMPARE(hall.server.town().refused.size(), 2);
    }

    void refusesForgeries()
    {
        Hall hall;
        hall.registerCase();
        QCOMPARE(words(hall.offer([](OfferedEvent &event) { event.mac[3] = 'x'; })),
                 QStringList{u"3mac"_s});
        QCOMPARE(words(hall.offer([](OfferedEvent &event) { event.body = "{\"a\":1}"; })),
                 QStringList{u"4hash"_s});
        QCOMPARE(words(hall.offer([](OfferedEvent &event) { event.envelope = "no envelope"; })),
                 QStringList{u"4hash"_s});
        hall.server.setNow(morning - clockTolerance - 1);
        QCOMPARE(words(hall.offer()), QStringList{u"4future"_s});
        hall.server.setNow(morning);
        hall.server.setPosts(u"pa"_s, {u"B/clerk"_s});
        QCOMPARE(words(hall.offer()), QStringList{u"3post"_s});
    }

    void aNumberIsTakenOnce()
    {
        Hall hall;
        hall.registerCase();
        QVERIFY(hall.client.push(10));
        hall.stream = hall.ids.make<StreamId>();
        hall.registerCase();
        QCOMPARE(words(hall.offer()), QStringList{u"2number"_s});
    }

    void theSameSerialTwiceIsAClone()
    {
        Hall hall;
        hall.registerCase();
        QVERIFY(hall.client.push(10));
        hall.stream = hall.ids.make<StreamId>();
        hall.registerCase(u"N2"_s);
        const PushReply reply = hall.offer([](OfferedEvent &event) { event.serial = 1; });
        QVERIFY(reply.isClone);
        QVERIFY(reply.answers.isEmpty());
        QCOMPARE(hall.server.town().head(), 1);
    }

    void closingWaitsForPages()
    {
        Hall hall;
        const EventRef registered = hall.registerCase();
        hall.client.promise({.stream = hall.stream,
                             .type = u"page"_s,
                             .actor = u"pa"_s,
                             .post = u"A/clerk"_s,
                             .at = morning,
                             .page = QByteArray(40, 'p')});
        hall.move(u"refuse"_s, u"received"_s, u"refused"_s, registered->id);
        QCOMPARE(words(hall.offer()), (QStringList{u"0"_s, u"0"_s, u"2pages"_s}));
        QVERIFY(hall.client.sendPages());
        QCOMPARE(words(hall.offer()), (QStringList{u"1"_s, u"1"_s, u"0"_s}));
    }

    void damagedPagesAreThrownAway()
    {
        Hall hall;
        hall.registerCase();
        const QByteArray bytes(40, 'p');
        const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        ModelLink &link = hall.client.link();
        QCOMPARE(link.putPiece({.sha = sha, .size = 40}, 0, bytes.first(16)).error().detail,
                 u"unknown"_s);
        hall.client.promise({.stream = hall.stream,
                             .type = u"page"_s,
                             .actor = u"pa"_s,
                             .post = u"A/clerk"_s,
                             .at = morning,
                             .page = bytes});
        QVERIFY(hall.client.push(10));
        for (int n = 0; n < 3; ++n)
            QVERIFY(
                link.putPiece({.sha = sha, .size = 40}, n, bytes.mid(n * 16, 16).toUpper()).ok());
        QVERIFY(!link.commitPage(sha).value());
        QVERIFY(link.pagesThere({sha}).value().value(sha).pieces.isEmpty());
        for (int n = 0; n < 3; ++n)
            QVERIFY(link.putPiece({.sha = sha, .size = 40}, n, bytes.mid(n * 16, 16)).ok());
        QVERIFY(link.commitPage(sha).value());
    }

    void scopesAreEnteredAndLeft()
    {
        Hall hall;
        const EventRef registered = hall.registerCase();
        const EventRef accepted
            = hall.move(u"accept"_s, u"received"_s, u"review"_s, registered->id);
        hall.client.promise({.stream = hall.stream,
                             .type = u"moved"_s,
                             .action = u"route"_s,
                             .from = u"review"_s,
                             .to = u"review"_s,
                             .expects = accepted->id,
                             .actor = u"pa"_s,
                             .post = u"A/clerk"_s,
                             .at = morning,
                             .gained = {u"B"_s},
                             .lost = {u"A"_s},
                             .head = {{u"dept"_s, u"B"_s}}});
        QVERIFY(hall.client.push(10));
        QList<FeedKind> kinds;
        const auto ofA = hall.client.link().pull(Party::Person, {}, {{u"A"_s, 0}}, 50);
        for (const FeedEntry &entry : ofA.value().entries)
            kinds.append(entry.kind);
        QCOMPARE(kinds, (QList<FeedKind>{FeedKind::Event, FeedKind::Event, FeedKind::Left}));
        QCOMPARE(hall.client.link().history(hall.stream).error().kind, ErrorKind::NotFound);
        QCOMPARE(hall.client.link().pull(Party::Person, {}, {{u"B"_s, 0}}, 50).error().detail,
                 u"scope"_s);
        QVERIFY(hall.client.signIn(u"pb"_s));
        const auto ofB = hall.client.link().pull(Party::Person, {}, {{u"B"_s, 0}}, 50);
        QCOMPARE(ofB.value().entries.size(), 1);
        QCOMPARE(ofB.value().entries.constFirst().kind, FeedKind::Entered);
        QCOMPARE(hall.client.link().history(hall.stream).value().entries.size(), 3);
    }

    void aRestoreIsAFork()
    {
        Hall hall;
        hall.registerCase();
        QVERIFY(hall.client.push(10));
        const Town backup = hall.server.town();
        hall.stream = hall.ids.make<StreamId>();
        hall.registerCase(u"N2"_s);
        QVERIFY(hall.client.push(10));
        hall.server.restore(backup);
        QVERIFY(!hall.client.link().isOpen());
        const auto reply = hall.client.link().hello(Party::Station,
                                                    {.station = hall.client.store().station,
                                                     .install = hall.client.store().install,
                                                     .newestSerial = 2,
                                                     .trail = hall.client.store().trail});
        QCOMPARE(reply.value().status, HelloStatus::Fork);
        QCOMPARE(reply.value().common, 1);
        QVERIFY(hall.client.connect());
        QCOMPARE(hall.client.store().outbox.size(), 1);
    }

    void anEnvelopeIsReadAsItWasWritten()
    {
        Hall hall;
        hall.registerCase();
        const Offer offer = hall.client.store().outbox.constFirst();
        EventBook fresh;
        const EventRef read = fresh.read(offer.envelope, offer.event->body);
        QVERIFY(read);
        QCOMPARE(canonicalEnvelope(*read), offer.envelope);
        QVERIFY(!fresh.read(offer.envelope + ' ', offer.event->body));
    }
};

QTEST_APPLESS_MAIN(TestServer)
#include "tst_server.moc"
