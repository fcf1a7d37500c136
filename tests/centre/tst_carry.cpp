// PostgresCentre over TLS against the real functions: what the engine asks of it.
#include "centretown.h"
#include "sync/postgres/postgrescentre.h"
#include "sync/postgres/wireform.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCarry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void carriesACaseThereAndBack();
    void carriesAPageThereAndBack();
    void leasesNumbers();
    void claimsAnExclusiveAct();
    void changesAPassword();
    void renewsAStation();
    void refusesWhatIsNotAllowed();

    void writesOffersAsJson();
    void readsNoAnswerToAnotherQuestion();
    void keepsAConnectionFile();
    void refusesABadConnectionFile_data();
    void refusesABadConnectionFile();

private:
    [[nodiscard]] ConnectionFile connection(const QString &station) const;
    [[nodiscard]] OfferedEvent offered(const Event &event) const;
    [[nodiscard]] QList<Event> openCase(const QString &name);

    CentreTown m_town;
    SeededIds m_ids{11};
    StationNumbersOf m_numbers{u"A01"_s};
    std::unique_ptr<PostgresCentre> m_centre;
    QByteArray m_key;
    mutable qint64 m_serial = 0;
};

void TestCarry::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_centre = std::make_unique<PostgresCentre>(connection(u"A01"_s));
    const Result<SignInReply> in = m_centre->signIn(u"clerk1"_s, CentreTown::password, u"A01"_s);
    QVERIFY2(in.ok(), qPrintable(in.ok() ? QString() : in.error().detail));
    m_key = in.value().macKey;
    QCOMPARE(m_key, m_town.key(u"clerk1"_s, u"A01"_s));
}

ConnectionFile TestCarry::connection(const QString &station) const
{
    CentreTown &town = const_cast<CentreTown &>(m_town);
    QFile authority(town.server().authorityFile());
    if (!authority.open(QIODevice::ReadOnly))
        return {};
    return {.hall = u"试验大厅"_s,
            .host = u"localhost"_s,
            .address = u"127.0.0.1"_s,
            .port = town.server().port(),
            .database = CentreTown::database_,
            .town = CentreTown::town,
            .station = station,
            .secret = CentreTown::password,
            .authority = authority.readAll()};
}

OfferedEvent TestCarry::offered(const Event &event) const
{
    return {.id = event.id,
            .stream = event.stream,
            .serial = ++m_serial,
            .envelope = canonicalEnvelope(event),
            .body = event.body,
            .mac = QMessageAuthenticationCode::hash(event.hash, m_key, QCryptographicHash::Sha256)};
}

QList<Event> TestCarry::openCase(const QString &name)
{
    TownCase driven(m_town, m_ids, m_numbers);
    return driven.open(u"W2"_s, u"clerk1"_s, name).valueOr({});
}

void TestCarry::carriesACaseThereAndBack()
{
    const QList<Event> events = openCase(u"王建国"_s);
    QVERIFY(!events.isEmpty());
    QList<OfferedEvent> offers;
    for (const Event &event : events)
        offers.append(offered(event));
    const Result<PushReply> first = m_centre->push(offers);
    QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().detail));
    QCOMPARE(first.value().answers.size(), events.size());
    for (const PushAnswer &answer : first.value().answers)
        QCOMPARE(answer.code, PushCode::Accepted);
    const Result<PushReply> again = m_centre->push(offers);
    for (qsizetype i = 0; i < offers.size(); ++i)
        QCOMPARE(again.value().answers.at(i),
                 (PushAnswer{.code = PushCode::Here, .pos = first.value().answers.at(i).pos}));

    const Result<PullReply> pulled = m_centre->pull(Party::Person, u"A01"_s, {{u"HB"_s, 0}}, 1000);
    QVERIFY(pulled.ok());
    QCOMPARE(pulled.value().entries.size(), events.size());
    QByteArray chain(32, '\0');
    for (qsizetype i = 0; i < events.size(); ++i) {
        const FeedEntry &entry = pulled.value().entries.at(i);
        chain = chainAfter(chain, events.at(i).hash);
        QCOMPARE(entry.envelope, offers.at(i).envelope);
        QCOMPARE(entry.body, offers.at(i).body);
        QCOMPARE(entry.mac, offers.at(i).mac);
        QCOMPARE(entry.chain, chain);
        QCOMPARE(entry.streamKind, StreamKind::Case);
    }
    QCOMPARE(pulled.value().upto.pos, first.value().head.pos);
    QCOMPARE(m_centre->history(events.first().stream).value().entries.size(), events.size());
    const Result<QList<SnapshotRow>> open
        = m_centre->snapshot({.station = u"A01"_s, .scope = u"HB"_s}, {}, 10);
    QVERIFY(open.ok());
    QCOMPARE(open.value().size(), events.size());
    QCOMPARE(open.value().first().head.value("name"_L1), events.first().head.value("name"_L1));
    const Result<QList<QJsonObject>> found
        = m_centre->find({.kind = FindKind::Name, .text = u"王建国"_s, .purpose = u"test"_s});
    QVERIFY(found.ok());
    QCOMPARE(found.value().size(), 1);
}

void TestCarry::carriesAPageThereAndBack()
{
    TownCase driven(m_town, m_ids, m_numbers);
    QList<OfferedEvent> offers;
    for (const Event &event : driven.open(u"W2"_s, u"clerk1"_s, u"李四"_s).valueOr({}))
        offers.append(offered(event));
    QByteArray bytes(pagePiece + 1234, 'p');
    bytes[7] = '\0';
    const CarriedPage page{.sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256),
                           .size = bytes.size()};
    QCOMPARE(m_centre->putPiece(page, 0, bytes.left(pagePiece)).error().kind, ErrorKind::NotFound);
    offers.append(offered(driven.forged(u"clerk1"_s, {.type = u"page"_s, .action = u"attach"_s})));
    offers.last().pages = {page};
    const Result<PushReply> pushed = m_centre->push(offers);
    QVERIFY(pushed.ok());
    QCOMPARE(pushed.value().answers.last().code, PushCode::Accepted);

    QVERIFY(m_centre->putPiece(page, 0, bytes.left(pagePiece)).ok());
    QVERIFY(!m_centre->pagesThere({page.sha}).value().value(page.sha).isComplete);
    QCOMPARE(m_centre->pagesThere({page.sha}).value().value(page.sha).pieces, QList<int>{0});
    QCOMPARE(m_centre->getPiece(u"A01"_s, page.sha, 0).error().kind, ErrorKind::NotFound);
    QVERIFY(m_centre->putPiece(page, 1, QByteArray(1234, 'x')).ok()); // a flipped bit
    QVERIFY(!m_centre->commitPage(page.sha).valueOr(true));
    QVERIFY(m_centre->putPiece(page, 0, bytes.left(pagePiece)).ok());
    QVERIFY(m_centre->putPiece(page, 1, bytes.mid(pagePiece)).ok());
    QVERIFY(m_centre->commitPage(page.sha).valueOr(false));
    QVERIFY(m_centre->pagesThere({page.sha}).value().value(page.sha).isComplete);
    QCOMPARE(m_centre->getPiece(u"A01"_s, page.sha, 0).value()
                 + m_centre->getPiece(u"A01"_s, page.sha, 1).value(),
             bytes);
    const Result<PullReply> told
        = m_centre->pull(Party::Person, u"A01"_s, {{u"HB"_s, pushed.value().head.pos}}, 100);
    QCOMPARE(told.value().entries.size(), 1);
    QCOMPARE(told.value().entries.first().kind, FeedKind::PageReady);
    QCOMPARE(told.value().entries.first().envelope, page.sha.toHex());
}

void TestCarry::leasesNumbers()
{
    const LeaseAsk ask{.series = u"accept"_s, .organ = u"HB"_s, .year = 2026, .size = 10};
    const Result<LeasedBlock> first = m_centre->lease(ask);
    QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().detail));
    QCOMPARE(first.value().last - first.value().first, 9);
    const Result<LeasedBlock> second = m_centre->lease(ask);
    QCOMPARE(second.value().first, first.value().last + 1);
    QVERIFY(m_centre->voidNumber(ask, first.value().first, u"spoiled"_s).ok());
    QVERIFY(m_centre->returnLease(ask, second.value().first, second.value().first + 4).ok());
}

void TestCarry::claimsAnExclusiveAct()
{
    const StreamId stream = openCase(u"赵六"_s).first().stream;
    // There is no such case at the centre yet.
    QVERIFY(!m_centre->claim(u"A01"_s, stream, u"main"_s, u"accept"_s).ok());
}

void TestCarry::changesAPassword()
{
    PostgresCentre centre(connection(u"A01"_s));
    QVERIFY(centre.signIn(u"rev2"_s, CentreTown::password, u"A01"_s).ok());
    QVERIFY(centre.changePassword(u"another-word-26"_s).ok());
    centre.disconnect();
    // The session that comes back uses the new one.
    QVERIFY(centre.pull(Party::Person, u"A01"_s, {{u"hall"_s, 0}}, 5).ok());
    QCOMPARE(centre.signIn(u"rev2"_s, CentreTown::password, u"A01"_s).error().kind,
             ErrorKind::WrongPassword);
    QVERIFY(centre.signIn(u"rev2"_s, u"another-word-26"_s, u"A01"_s).ok());
    centre.signOut();
    QCOMPARE(centre.pull(Party::Person, u"A01"_s, {{u"hall"_s, 0}}, 5).error().kind,
             ErrorKind::SignInExpired);
}

void TestCarry::renewsAStation()
{
    PostgresCentre centre(connection(u"A02"_s));
    const Result<QString> code = centre.renewStation(QUuid::createUuid());
    QVERIFY2(code.ok(), qPrintable(code.ok() ? QString() : code.error().detail));
    QCOMPARE(code.value().size(), 3);
    QVERIFY(code.value() != "A02"_L1);
}

void TestCarry::refusesWhatIsNotAllowed()
{
    PostgresCentre centre(connection(u"A01"_s));
    const StreamId stream = openCase(u"钱七"_s).first().stream;
    QVERIFY(centre.signIn(u"co2"_s, CentreTown::password, u"A01"_s).ok());
    QCOMPARE(centre.history(stream).error().kind, ErrorKind::NotFound);
    // Another's key is no key.
    OfferedEvent forged = offered(openCase(u"孙八"_s).first());
    forged.mac = QByteArray(32, 'm');
    const Result<PushReply> reply = centre.push({forged});
    QVERIFY(reply.ok());
    QCOMPARE(reply.value().answers.first().code, PushCode::NotAllowed);
    QCOMPARE(reply.value().answers.first().reason, u"mac"_s);
}

void TestCarry::writesOffersAsJson()
{
    const OfferedEvent event{.serial = 7,
                             .envelope = "{\"a\":\"\\u0001 \\\"x\\\" \\\\ 陈𠮷\"}",
                             .body = "line\nline\t\x01\x1f",
                             .mac = QByteArray(32, '\xff'),
                             .pages = {{.sha = QByteArray(32, 'a'), .size = 5}},
                             .numbers = {u"accept|HB|2026|1|受字〔2026〕1号"_s}};
    const QJsonArray list = QJsonDocument::fromJson(offersForm({event, {}})).array();
    QCOMPARE(list.size(), 2);
    const QJsonObject one = list.first().toObject();
    QCOMPARE(one.value("s"_L1).toInt(), 7);
    QCOMPARE(one.value("e"_L1).toString().toUtf8(), event.envelope);
    QCOMPARE(one.value("b"_L1).toString().toUtf8(), event.body);
    QCOMPARE(one.value("m"_L1).toString(), u"ff"_s.repeated(32));
    QCOMPARE(one.value("p"_L1).toArray().first().toArray().at(1).toInt(), 5);
    QCOMPARE(one.value("n"_L1).toArray().first().toString(), event.numbers.first());
}

void TestCarry::readsNoAnswerToAnotherQuestion()
{
    const QByteArray two = R"({"answers":[[0,5,""],[2,0,"state"]],"pos":5,"chain":"00","ms":1})";
    QVERIFY(pushFrom(two, 2).ok());
    QCOMPARE(pushFrom(two, 3).error().kind, ErrorKind::CentreTooOld);
    QCOMPARE(pushFrom("nonsense", 1).error().kind, ErrorKind::CentreTooOld);
    QCOMPARE(pushFrom(R"({"answers":[[9,0,""]]})", 1).error().kind, ErrorKind::CentreTooOld);
    QVERIFY(pushFrom(R"({"answers":[],"clone":true})", 4).value().isClone);
    QCOMPARE(helloFrom("{\"status\":\"surprised\"}").error().kind, ErrorKind::CentreTooOld);
}

void TestCarry::keepsAConnectionFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"A01.onehall"_s);
    const ConnectionFile file = connection(u"A01"_s);
    QVERIFY(file.write(path).ok());
    QCOMPARE(ConnectionFile::read(path).value(), file);
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QCOMPARE(ConnectionFile::read(path).error(), (Error{ErrorKind::ConnectionFile, u"mode"_s}));
    QCOMPARE(ConnectionFile::read(path + u"x"_s).error(),
             (Error{ErrorKind::ConnectionFile, u"unreadable"_s}));
}

void TestCarry::refusesABadConnectionFile_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("detail");
    QTest::newRow("host") << u"host"_s << QJsonValue(u""_s) << u"host"_s;
    QTest::newRow("port") << u"port"_s << QJsonValue(70000) << u"port"_s;
    QTest::newRow("town") << u"town"_s << QJsonValue(u"4419"_s) << u"town"_s;
    QTest::newRow("station") << u"station"_s << QJsonValue(u"a01"_s) << u"station"_s;
    QTest::newRow("secret") << u"secret"_s << QJsonValue(u""_s) << u"secret"_s;
    QTest::newRow("authority") << u"authority"_s << QJsonValue(u"none"_s) << u"authority"_s;
    QTest::newRow("half a certificate")
        << u"certificate"_s << QJsonValue(u"BEGIN CERTIFICATE"_s) << u"certificate"_s;
    QTest::newRow("version") << u"onehallConnection"_s << QJsonValue(2) << u"version"_s;
}

void TestCarry::refusesABadConnectionFile()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, detail);
    QJsonObject object = QJsonDocument::fromJson(connection(u"A01"_s).json()).object();
    object.insert(key, value);
    QCOMPARE(ConnectionFile::fromJson(QJsonDocument(object).toJson()).error(),
             (Error{ErrorKind::ConnectionFile, detail}));
}

QTEST_GUILESS_MAIN(TestCarry)
#include "tst_carry.moc"
