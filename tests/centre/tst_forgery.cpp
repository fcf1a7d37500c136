#include "townvisit.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Events that are not what they say: each is answered, kept in quarantine, and hurts nobody else.
class TestForgery : public QObject, private TownVisit
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyActsAsAnother();
    void stepOfAnotherIsRefused();
    void anotherDepartmentIsRefused();
    void caseIsNotRenumbered();
    void forgeriesAreAnswered_data();
    void forgeriesAreAnswered();
    void oddBytesHurtNobodyElse();
    void quarantineKeepsWhatCame();
    void serialsOfOthersStayTheirs();
    void quotaMakesWait();
};

void TestForgery::initTestCase()
{
    QVERIFY2(begin(), qPrintable(problem()));
}

void TestForgery::nobodyActsAsAnother()
{
    TownCase driven = opened();
    Offer asAnother = note(driven, u"rev1"_s);
    // with one's own key, with that of another station, with none
    asAnother.mac
        = QMessageAuthenticationCode::hash(asAnother.event.hash, m_town.key(u"clerk1"_s, u"A01"_s),
                                           QCryptographicHash::Sha256)
              .toHex();
    QCOMPARE(m_town.verdict(*m_station, asAnother), u"3 mac"_s);
    asAnother = note(driven, u"rev1"_s);
    asAnother.mac
        = QMessageAuthenticationCode::hash(asAnother.event.hash, m_town.key(u"rev1"_s, u"A02"_s),
                                           QCryptographicHash::Sha256)
              .toHex();
    QCOMPARE(m_town.verdict(*m_station, asAnother), u"3 mac"_s);
    asAnother = note(driven, u"rev1"_s);
    asAnother.mac = "";
    QCOMPARE(m_town.verdict(*m_station, asAnother), u"3 mac"_s);
    // nobody is the author of a note
    Event nobodys = driven.forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s});
    nobodys.actor.clear();
    nobodys.post.clear();
    nobodys.station.clear();
    nobodys = sealed(nobodys, {});
    QCOMPARE(m_town.verdict(*m_station, {.event = nobodys, .serial = m_town.nextSerial()}),
             u"4 form"_s);
    // a key is given to its own person only
    QVERIFY(m_town.key(u"rev1"_s, u"A01"_s) != m_town.key(u"clerk1"_s, u"A01"_s));
    QCOMPARE(m_clerk->run("select api.sign_in('ZZ9')").message, u"station"_s);
}

void TestForgery::stepOfAnotherIsRefused()
{
    TownCase driven = opened();
    const Branch branch = driven.file.branches.value(u"main"_s);
    const Event review = driven.forged(u"clerk1"_s,
                                       {.type = u"moved"_s,
                                        .action = u"headApprove"_s,
                                        .from = branch.state,
                                        .to = u"certify"_s,
                                        .expects = branch.last});
    QCOMPARE(m_town.verdict(*m_station, {.event = review}), u"2 state"_s);
    const Event accept = driven.forged(u"rev1"_s,
                                       {.type = u"moved"_s,
                                        .action = u"accept"_s,
                                        .from = branch.state,
                                        .to = u"review"_s,
                                        .expects = branch.last});
    QCOMPARE(m_town.verdict(*m_station, {.event = accept}), u"3 post"_s);
    // a post that one does not hold
    Event lifted = driven.forged(u"rev1"_s,
                                 {.type = u"moved"_s,
                                  .action = u"accept"_s,
                                  .from = branch.state,
                                  .to = u"review"_s,
                                  .expects = branch.last});
    lifted.post = u"HB/clerk"_s;
    lifted = sealed(lifted, {});
    QCOMPARE(m_town.verdict(*m_station, {.event = lifted}), u"3 post"_s);
    // an end that the definition does not give
    const Event closed = driven.forged(u"clerk1"_s,
                                       {.type = u"moved"_s,
                                        .action = u"accept"_s,
                                        .from = branch.state,
                                        .to = u"closed"_s,
                                        .expects = branch.last});
    QCOMPARE(m_town.verdict(*m_station, {.event = closed}), u"2 state"_s);
    QCOMPARE(m_town.verdict(
                 *m_station,
                 {.event = driven.forged(u"clerk1"_s, {.type = u"paid"_s, .action = u"pay"_s})}),
             u"3 post"_s);
}

void TestForgery::anotherDepartmentIsRefused()
{
    TownCase driven = opened();
    const Branch branch = driven.file.branches.value(u"main"_s);
    const Event accept = driven.forged(u"clerk9"_s,
                                       {.type = u"moved"_s,
                                        .action = u"accept"_s,
                                        .from = branch.state,
                                        .to = u"review"_s,
                                        .expects = branch.last});
    QCOMPARE(m_town.verdict(*m_station, {.event = accept}), u"3 department"_s);
    TownCase foreign(m_town, m_ids, m_numbers);
    const auto events = foreign.open(u"W2"_s);
    Event registered = events.value().first();
    registered.actor = u"clerk9"_s;
    registered.post = u"AJ/clerk"_s;
    registered = sealed(registered, registered.bodyObject());
    QCOMPARE(m_town.verdict(*m_station, {.event = registered}), u"3 department"_s);
    // a case is carried into no department that has nothing to do with it
    Event carried = driven.forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s});
    carried.scopesGained = {u"ZZ"_s};
    QCOMPARE(m_town.verdict(*m_station, {.event = sealed(carried, {})}), u"3 department"_s);
    Event lost = driven.forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s});
    lost.scopesLost = {u"HB"_s};
    QCOMPARE(m_town.verdict(*m_station, {.event = sealed(lost, {})}), u"3 department"_s);
}

void TestForgery::caseIsNotRenumbered()
{
    TownCase driven = opened();
    Event edited = driven.forged(u"clerk1"_s, {.type = u"edited"_s, .action = u"edit"_s});
    edited.head = {{u"number"_s, u"441900113-20260101-A01-0001-0"_s}};
    QCOMPARE(m_town.verdict(*m_station, {.event = sealed(edited, {})}), u"2 number"_s);
    edited = driven.forged(u"clerk1"_s, {.type = u"edited"_s, .action = u"edit"_s});
    edited.head = {{u"dept"_s, u"AJ"_s}};
    QCOMPARE(m_town.verdict(*m_station, {.event = sealed(edited, {})}), u"4 form"_s);
    // the number of another case, of another station, of another town, of no form
    TownCase second(m_town, m_ids, m_numbers);
    const Event good = second.open(u"W2"_s).value().first();
    for (const QString &number : {driven.file.number, u"441900113-20261122-B07-0001-0"_s,
                                  u"441900114-20261122-A01-0001-0"_s, u"1"_s}) {
        Event registered = good;
        registered.head.insert(u"number"_s, number);
        registered.id = m_ids.make<EventId>();
        QCOMPARE(m_town.verdict(*m_station, {.event = sealed(registered, registered.bodyObject())}),
                 u"2 number"_s);
    }
    // a second beginning of the same stream
    Event again = driven.journal.first();
    again.id = m_ids.make<EventId>();
    QCOMPARE(m_town.verdict(*m_station, {.event = sealed(again, again.bodyObject())}),
             u"2 state"_s);
}

void TestForgery::forgeriesAreAnswered_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("forged body") << u"body"_s << u"4 hash"_s;
    QTest::newRow("forged envelope") << u"envelope"_s << u"3 mac"_s;
    QTest::newRow("spaces in the envelope") << u"spaces"_s << u"4 form"_s;
    QTest::newRow("key twice") << u"twice"_s << u"4 form"_s;
    QTest::newRow("unknown key") << u"key"_s << u"5"_s;
    QTest::newRow("unknown key of the head") << u"headKey"_s << u"5"_s;
    QTest::newRow("unknown type") << u"type"_s << u"5"_s;
    QTest::newRow("unknown kind") << u"kind"_s << u"5"_s;
    QTest::newRow("later version") << u"version"_s << u"5"_s;
    QTest::newRow("future") << u"future"_s << u"4 future"_s;
    QTest::newRow("70 KB") << u"large"_s << u"4 size"_s;
    QTest::newRow("not JSON") << u"garbage"_s << u"4 form"_s;
    QTest::newRow("hall stream by push") << u"hall"_s << u"3 post"_s;
    QTest::newRow("unknown station") << u"station"_s << u"3 station"_s;
}

void TestForgery::forgeriesAreAnswered()
{
    QFETCH(QString, what);
    TownCase driven = opened();
    Offer offer = note(driven);
    Event &event = offer.event;
    offer.envelope = canonicalEnvelope(event);
    if (what == "body"_L1)
        event.body = "{\"text\":\"forged\"}";
    else if (what == "envelope"_L1)
        offer.envelope.replace("\"action\":\"note\"", "\"action\":\"nota\"");
    else if (what == "spaces"_L1)
        offer.envelope.replace(",\"actor\"", ", \"actor\"");
    else if (what == "twice"_L1)
        offer.envelope.replace("{\"actedAt\"", "{\"type\":\"note\",\"actedAt\"");
    else if (what == "key"_L1)
        offer.envelope.replace("\"type\"", "\"tyme\":1,\"type\"");
    else if (what == "headKey"_L1)
        offer.envelope.replace("\"head\":{}", "\"head\":{\"mood\":\"x\"}");
    else if (what == "type"_L1)
        offer.envelope.replace("\"type\":\"note\"", "\"type\":\"dream\"");
    else if (what == "kind"_L1)
        offer.envelope.replace("\"kind\":\"case\"", "\"kind\":\"moon\"");
    else if (what == "version"_L1)
        offer.envelope.replace("\"version\":1", "\"version\":2");
    else if (what == "future"_L1)
        event.actedAt = QDateTime::currentMSecsSinceEpoch() + 10 * 60'000;
    else if (what == "large"_L1)
        event = sealed(event, {{u"text"_s, QString(70'000, u'x')}});
    else if (what == "garbage"_L1)
        offer.envelope = "{\"actedAt\":";
    else if (what == "hall"_L1)
        event.kind = StreamKind::Hall, event.type = u"published"_s;
    else if (what == "station"_L1)
        event.station = u"Q99"_s;
    if (QStringList{u"future"_s, u"large"_s, u"hall"_s, u"station"_s}.contains(what)) {
        event = sealed(event, event.bodyObject());
        offer.envelope = canonicalEnvelope(event);
        if (what == "station"_L1)
            offer.mac = QByteArray(64, 'a');
    }
    offer.serial = m_town.nextSerial();
    QTEST(m_town.verdict(*m_station, offer), "verdict");
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s); // the case goes on
}

/// Offers that PostgreSQL cannot even read stand beside good ones.
void TestForgery::oddBytesHurtNobodyElse()
{
    TownCase driven = opened();
    TownCase other = opened();
    Offer nul = note(driven);
    nul.envelope
        = canonicalEnvelope(nul.event).replace("\"action\":\"note\"", "\"action\":\"no\\u0000te\"");
    Offer half = note(driven);
    half.envelope
        = canonicalEnvelope(half.event).replace("\"action\":\"note\"", "\"action\":\"\\ud800\"");
    Offer number = note(driven);
    number.envelope = canonicalEnvelope(number.event).replace("\"version\":1", "\"version\":1e400");
    const QJsonArray answers
        = m_town.push(*m_station, {note(other), nul, half, number, note(other)})
              .value("answers"_L1)
              .toArray();
    QStringList words;
    for (const QJsonValue &answer : answers)
        words.append(CentreTown::wordOf(answer));
    QCOMPARE(words, (QStringList{u"0"_s, u"4 form"_s, u"4 form"_s, u"4 form"_s, u"0"_s}));
    // what an index or a key would not take
    Event twice = other.forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s});
    twice.scopesGained = {u"cashier"_s, u"cashier"_s};
    Event lost = other.forged(u"man1"_s, {.type = u"note"_s, .action = u"note"_s});
    lost.scopesLost = {u"cashier"_s, u"cashier"_s, u"ZZ"_s};
    Event longId = other.forged(u"clerk1"_s, {.type = u"edited"_s, .action = u"edit"_s});
    longId.head = {{u"idNumber"_s, QString(20'000, u'1')}, {u"name"_s, QString(10'000, u'王')}};
    Offer longStation = note(driven);
    longStation.event.station = QString(20'000, u'A');
    longStation.event = sealed(longStation.event, {});
    longStation.mac = "00";
    Offer deep = note(driven);
    deep.envelope = "{\"head\":" + QByteArray(30'000, '[') + "}";
    Offer oddPages = note(other);
    oddPages.pages = {u"x"_s, 7};
    Offer longNumber = note(driven);
    longNumber.numbers = {QString(20'000, u's') + u"|o|2026|1|t"_s};
    const QJsonArray second = m_town
                                  .push(*m_station,
                                        {{.event = sealed(twice, {})},
                                         {.event = sealed(lost, {})},
                                         {.event = sealed(longId, {})},
                                         longStation,
                                         deep,
                                         note(other),
                                         oddPages})
                                  .value("answers"_L1)
                                  .toArray();
    words.clear();
    for (const QJsonValue &answer : second)
        words.append(CentreTown::wordOf(answer));
    QCOMPARE(
        words,
        (QStringList{u"0"_s, u"0"_s, u"0"_s, u"3 station"_s, u"4 form"_s, u"0"_s, u"4 form"_s}));
    QCOMPARE(m_town.verdict(*m_station, longNumber), u"2 number"_s);
    for (const char *sql : {"call api.push('', null)", "call api.push('{}', null)",
                            "call api.push('null', null)", "call api.push('[', null)"})
        QVERIFY2(!m_station->run(sql).ok, sql);
    QCOMPARE(m_town.verdict(*m_station, note(other)), u"0"_s);
}

void TestForgery::quarantineKeepsWhatCame()
{
    TownCase driven = opened();
    Offer large = note(driven);
    large.event = sealed(large.event, {{u"text"_s, QString(70'000, u'x')}});
    m_town.push(*m_station, {large});
    const PgAnswer kept
        = m_root->run("select code, reason, octet_length(raw), role, times from app.refused "
                      "order by id desc limit 1");
    QCOMPARE(kept.value(), QByteArray("4"));
    QCOMPARE(kept.rows.at(0).at(1), QByteArray("size"));
    QVERIFY(kept.rows.at(0).at(2).toInt() <= 65536 && kept.rows.at(0).at(2).toInt() > 60'000);
    QCOMPARE(kept.rows.at(0).at(3), QByteArray("s_441900113_a01"));
    const int before = m_root->run("select count(*) from app.refused").value().toInt();
    m_town.push(*m_station, {large});
    QCOMPARE(m_root->run("select count(*) from app.refused").value().toInt(), before);
    // above a thousand a day only the id and the reason
    QVERIFY(m_root->run("update app.refused_day set offers = 1000").ok);
    Offer late = note(driven);
    late.mac = "";
    QCOMPARE(m_town.verdict(*m_station, late), u"3 mac"_s);
    const PgAnswer bare
        = m_root->run("select raw is null, event from app.refused order by id desc limit 1");
    QCOMPARE(bare.value(), QByteArray("t"));
    QCOMPARE(bare.rows.at(0).at(1), late.event.id.text().toUtf8());
    QVERIFY(m_root->run("update app.refused_day set offers = 0").ok);
}

/// What is offered under another station's code with a wrong MAC must not use that station's
/// serials up.
void TestForgery::serialsOfOthersStayTheirs()
{
    TownCase driven = opened();
    const qint64 serial = m_town.nextSerial();
    Offer stolen = note(driven);
    stolen.serial = serial;
    stolen.mac = "00";
    const QJsonObject reply = m_town.push(*m_town.station(u"A02"_s), {stolen}, u"A02"_s);
    QCOMPARE(CentreTown::wordOf(reply.value("answers"_L1).toArray().at(0)), u"3 mac"_s);
    Offer own = note(driven);
    own.serial = serial;
    QCOMPARE(m_town.verdict(*m_station, own), u"0"_s);
}

void TestForgery::quotaMakesWait()
{
    TownCase driven = opened();
    QVERIFY(m_root->run("update app.town set events_an_hour = 1").ok);
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"3 quota"_s);
    QVERIFY(m_root->run("update app.town set events_an_hour = 60000").ok);
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
}

QTEST_GUILESS_MAIN(TestForgery)
#include "tst_forgery.moc"
