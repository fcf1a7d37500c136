#include "centretown.h"

#include <QCryptographicHash>
#include <QFuture>
#include <QJsonDocument>
#include <QSet>
#include <QtConcurrent>
#include <QTest>

#include <atomic>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Positions are dense and in commit order: a reader with a cursor misses nothing, whoever writes.
class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readerMissesNothing();
    void sameOfferTwiceIsOneEvent();
    void redoIsOneThing();
    void refusedEventParksItsStreamOnly();
    void usedSerialIsAClone();
    void chainsVerify();
    void restoredCopyIsAFork();

private:
    [[nodiscard]] QList<Event> openedEvents(const QString &station);
    [[nodiscard]] static QStringList words(const QJsonObject &reply);
    [[nodiscard]] QJsonObject hello(const QJsonArray &trail, qint64 serial);

    CentreTown m_town;
    SeededIds m_ids{31};
    StationNumbersOf m_first{u"A01"_s};
    StationNumbersOf m_second{u"A02"_s};
    std::unique_ptr<PgLink> m_station;
    const QByteArray m_install = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
};

void TestOrder::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_station = m_town.station(u"A01"_s);
}

QList<Event> TestOrder::openedEvents(const QString &station)
{
    TownCase driven(m_town, m_ids, station == "A01"_L1 ? m_first : m_second, station);
    const auto events = driven.open(u"W2"_s);
    return events.ok() ? events.value() : QList<Event>();
}

QStringList TestOrder::words(const QJsonObject &reply)
{
    QStringList words;
    for (const QJsonValue &answer : reply.value("answers"_L1).toArray())
        words.append(CentreTown::wordOf(answer));
    return words;
}

QJsonObject TestOrder::hello(const QJsonArray &trail, qint64 serial)
{
    const QJsonObject ask{{u"station"_s, u"A01"_s},  {u"install"_s, QString::fromLatin1(m_install)},
                          {u"program"_s, u"test"_s}, {u"proto"_s, 1},
                          {u"seq"_s, serial},        {u"ms"_s, 0},
                          {u"trail"_s, trail}};
    return QJsonDocument::fromJson(m_town.station(u"A01"_s)
                                       ->run("select api.hello($1)",
                                             {QJsonDocument(ask).toJson(QJsonDocument::Compact)})
                                       .value())
        .object();
}

void TestOrder::readerMissesNothing()
{
    constexpr int writers = 8;
    constexpr int calls = 25;
    // everything is signed before the race, which is the server's alone
    QList<QByteArrayList> work(writers);
    for (int writer = 0; writer < writers; ++writer) {
        const QString station = writer % 2 ? u"A02"_s : u"A01"_s;
        for (int call = 0; call < calls; ++call) {
            QJsonArray forms;
            for (const Event &event : openedEvents(station))
                forms.append(m_town.form({.event = event, .serial = m_town.nextSerial()}, station));
            work[writer].append(QJsonDocument(forms).toJson(QJsonDocument::Compact));
        }
    }
    const qint64 before = m_town.root()->run("select pos from app.town").value().toLongLong();
    std::atomic_int running = writers;
    QList<QFuture<bool>> done;
    for (int writer = 0; writer < writers; ++writer) {
        done.append(QtConcurrent::run([&, writer] {
            const auto link = m_town.station(writer % 2 ? u"A02"_s : u"A01"_s);
            bool ok = link->isOpen();
            for (const QByteArray &call : work[writer]) {
                const PgAnswer answer = link->run("call api.push($1, null)", {call});
                ok = ok && answer.ok && !answer.value().contains("[2,")
                    && !answer.value().contains("[3,");
            }
            --running;
            return ok;
        }));
    }
    const auto manager = m_town.person(u"man1"_s);
    qint64 cursor = before;
    QList<qint64> seen;
    for (bool isLast = false; !isLast;) {
        isLast = running == 0;
        const PgAnswer page = manager->run("select pos, kind from api.pull('A01', $1, 50)",
                                           {"{\"*\": " + QByteArray::number(cursor) + "}"});
        QVERIFY2(page.ok, qPrintable(page.message));
        for (const auto &row : page.rows) {
            if (row.at(1) == "1")
                seen.append(row.at(0).toLongLong());
            else
                cursor = row.at(0).toLongLong();
        }
        isLast = isLast && page.rows.size() == 1;
    }
    for (const QFuture<bool> &future : std::as_const(done))
        QVERIFY(future.result());
    const qint64 after = m_town.root()->run("select pos from app.town").value().toLongLong();
    QCOMPARE(after - before, qint64(writers * calls * 2));
    QCOMPARE(seen.size(), after - before);
    for (qsizetype i = 0; i < seen.size(); ++i)
        QCOMPARE(seen.at(i), before + 1 + i);
}

void TestOrder::sameOfferTwiceIsOneEvent()
{
    QList<Offer> offers;
    for (const Event &event : openedEvents(u"A01"_s))
        offers.append({.event = event, .serial = m_town.nextSerial()});
    const QJsonObject first = m_town.push(*m_station, offers);
    const QJsonObject second = m_town.push(*m_station, offers + offers);
    QCOMPARE(words(first), QStringList(offers.size(), u"0"_s));
    QCOMPARE(words(second), QStringList(offers.size() * 2, u"1"_s));
    for (int i = 0; i < offers.size(); ++i)
        QCOMPARE(second.value("answers"_L1).toArray().at(i).toArray().at(1),
                 first.value("answers"_L1).toArray().at(i).toArray().at(1));
    // twice in one call
    const Event fresh = openedEvents(u"A01"_s).first();
    const Offer twice{.event = fresh, .serial = m_town.nextSerial()};
    QCOMPARE(words(m_town.push(*m_station, {twice, twice})), (QStringList{u"0"_s, u"1"_s}));
}

void TestOrder::redoIsOneThing()
{
    const auto noteOn = [this](const Event &first, const EventId &replaces) {
        Event note{.id = m_ids.make<EventId>(),
                   .stream = first.stream,
                   .type = u"note"_s,
                   .branch = u"main"_s,
                   .action = u"note"_s,
                   .actor = first.actor,
                   .post = first.post,
                   .station = first.station,
                   .actedAt = first.actedAt,
                   .replaces = replaces};
        return Offer{.event = sealed(note, {})};
    };
    const Event registered = openedEvents(u"A01"_s).first();
    QCOMPARE(m_town.verdict(*m_station, {.event = registered}), u"0"_s);
    const Offer lost = noteOn(registered, {});
    QCOMPARE(m_town.verdict(*m_station, noteOn(registered, lost.event.id)), u"0"_s);
    QCOMPARE(m_town.verdict(*m_station, noteOn(registered, lost.event.id)), u"1"_s); // another redo
    QCOMPARE(m_town.verdict(*m_station, lost), u"1"_s); // what it replaced
    const Offer second = noteOn(registered, {});
    QCOMPARE(words(m_town.push(*m_station, {second, noteOn(registered, second.event.id)})),
             (QStringList{u"0"_s, u"1"_s}));
    QCOMPARE(words(m_town.push(*m_station, {noteOn(registered, m_ids.make<EventId>())})),
             QStringList{u"0"_s});
}

void TestOrder::refusedEventParksItsStreamOnly()
{
    const QList<Event> one = openedEvents(u"A01"_s);
    const QList<Event> two = openedEvents(u"A01"_s);
    const QJsonObject reply = m_town.push(*m_station,
                                          {{.event = one.first(), .mac = "00"},
                                           {.event = two.first()},
                                           {.event = one.last()},
                                           {.event = two.last()}});
    QCOMPARE(words(reply), (QStringList{u"3 mac"_s, u"0"_s, u"2 order"_s, u"0"_s}));
    QCOMPARE(words(m_town.push(*m_station, {{.event = one.first()}, {.event = one.last()}})),
             (QStringList{u"0"_s, u"0"_s}));
}

void TestOrder::usedSerialIsAClone()
{
    const qint64 serial = m_town.nextSerial();
    QCOMPARE(
        m_town.verdict(*m_station, {.event = openedEvents(u"A01"_s).first(), .serial = serial}),
        u"0"_s);
    const QByteArray before = m_town.root()->run("select pos from app.town").value();
    const QJsonObject reply
        = m_town.push(*m_station,
                      {{.event = openedEvents(u"A01"_s).first(), .serial = m_town.nextSerial()},
                       {.event = openedEvents(u"A01"_s).first(), .serial = serial}});
    QVERIFY(reply.value("clone"_L1).toBool());
    QVERIFY(reply.value("answers"_L1).toArray().isEmpty());
    QCOMPARE(m_town.root()->run("select pos from app.town").value(), before);
    // serial 0: offered for others, no clone check; the station's own serial is learnt when it
    // comes
    const Event foreign = openedEvents(u"A02"_s).first();
    QCOMPARE(m_town.verdict(*m_station, {.event = foreign}), u"0"_s);
    QCOMPARE(words(m_town.push(*m_town.station(u"A02"_s), {{.event = foreign, .serial = 70'001}},
                               u"A02"_s)),
             QStringList{u"1"_s});
    QCOMPARE(
        m_town.root()
            ->run("select serial from app.event where id = $1::uuid", {foreign.id.text().toUtf8()})
            .value(),
        QByteArray("70001"));
    // an older image of a disk is found out also by an event that another station brought first
    const Event brought = openedEvents(u"A02"_s).first();
    QCOMPARE(m_town.verdict(*m_station, {.event = brought}), u"0"_s);
    QVERIFY(m_town.push(*m_town.station(u"A02"_s), {{.event = brought, .serial = 70'001}}, u"A02"_s)
                .value("clone"_L1)
                .toBool());
}

void TestOrder::chainsVerify()
{
    const auto root = m_town.root();
    QCOMPARE(root->run("select * from admin.verify()").rows.size(), 0);
    // every holder of a stream recomputes its chain
    const PgAnswer any
        = root->run("select stream::text from app.event where kind = 1 order by pos limit 1");
    const PgAnswer journal
        = m_town.person(u"clerk1"_s)
              ->run("select envelope, chain from api.history($1::uuid)", {any.value()});
    QByteArray chain;
    for (const auto &row : journal.rows) {
        if (row.at(0).isNull())
            continue;
        chain = chainAfter(chain, QCryptographicHash::hash(row.at(0), QCryptographicHash::Sha256));
        QCOMPARE(row.at(1), "\\x" + chain.toHex());
    }
    QVERIFY(!chain.isEmpty());
    for (const char *harm :
         {"update app.event set body = body || ' ' where pos = 40",
          "update app.event set envelope = replace(envelope, 'clerk1', 'clerk2') where pos = 40",
          "delete from app.event where pos = 40"}) {
        QVERIFY(root->run("begin").ok);
        QVERIFY(root->run(harm).ok);
        QVERIFY2(!root->run("select * from admin.verify()").rows.isEmpty(), harm);
        QVERIFY(root->run("rollback").ok);
    }
    QVERIFY(root->run("update app.event set body = '' where pos = 40").ok); // erased by law
    QCOMPARE(root->run("select * from admin.verify()").rows.size(), 0);
}

void TestOrder::restoredCopyIsAFork()
{
    const auto head = [this] {
        const PgAnswer row = m_town.root()->run("select pos, encode(chain, 'hex') from app.town");
        return QJsonArray{row.value().toLongLong(), QString::fromLatin1(row.rows.at(0).at(1))};
    };
    QVERIFY2(m_town.server().keepCopy(u"monday"_s), qPrintable(m_town.server().problem()));
    m_station = m_town.station(u"A01"_s);
    const QJsonArray old = head();
    QCOMPARE(m_town.verdict(*m_station, {.event = openedEvents(u"A01"_s).first()}), u"0"_s);
    const QJsonArray newest = head();
    const qint64 top = m_town.nextSerial();
    QCOMPARE(hello({newest, old}, top).value("status"_L1), u"ok"_s);
    QVERIFY(m_town.server().restoreCopy(u"monday"_s));
    m_station = m_town.station(u"A01"_s);
    const QJsonObject forked = hello({newest, old}, top);
    QCOMPARE(forked.value("status"_L1), u"fork"_s);
    QCOMPARE(forked.value("common"_L1).toInteger(), old.at(0).toInteger());
    QCOMPARE(hello({}, 3).value("status"_L1), u"clone"_s); // an old image of the disk
    // another life after the restore has other chains at the same positions
    QCOMPARE(m_town.verdict(*m_station, {.event = openedEvents(u"A01"_s).first()}), u"0"_s);
    QCOMPARE(hello({newest, old}, top + 10).value("common"_L1).toInteger(), old.at(0).toInteger());
    // killed in the middle: what was answered is there
    const QList<Event> last = openedEvents(u"A01"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = last.first()}), u"0"_s);
    QVERIFY(m_town.server().stop(PrivatePostgres::Stop::Immediate));
    QVERIFY(m_town.server().start());
    m_station = m_town.station(u"A01"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = last.first()}), u"1"_s);
    QCOMPARE(m_town.root()->run("select * from admin.verify()").rows.size(), 0);
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
