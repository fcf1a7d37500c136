#include "centretown.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Numbers, keys, codes, publications, and the schema's own history.
class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbersComeInBlocks();
    void quotasHold();
    void onlineActsAreClaimed();
    void numberIsGivenOnce();
    void numbersAddUp();
    void closedStationGivesNoNumberAnyMore();
    void keysFollowFromTheSecret();
    void cloneGetsAnotherCode();
    void publicationIsOneThing();
    void restoredDatabaseJumps();
    void stepsApplyFromEveryOlderSchema();

private:
    [[nodiscard]] QJsonObject leased(const PgLink &link, const QByteArray &size) const;
    [[nodiscard]] QString paperWith(const QString &number);
    QJsonObject published(const QString &kind, const QString &code, const QJsonValue &data,
                          const QByteArray &mac = {});

    CentreTown m_town;
    SeededIds m_ids{77};
    StationNumbersOf m_numbers{u"A01"_s};
    std::unique_ptr<PgLink> m_station;
    std::unique_ptr<PgLink> m_other;
    std::unique_ptr<PgLink> m_root;
    std::unique_ptr<TownCase> m_case;
};

void TestUpkeep::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_station = m_town.station(u"A01"_s);
    m_other = m_town.station(u"A02"_s);
    m_root = m_town.root();
    m_case = std::make_unique<TownCase>(m_town, m_ids, m_numbers);
    QCOMPARE(m_town.verdict(*m_station, {.event = m_case->open(u"W2"_s).value().first()}), u"0"_s);
}

QJsonObject TestUpkeep::leased(const PgLink &link, const QByteArray &size) const
{
    return QJsonDocument::fromJson(
               link.run("call api.lease('notice', '朗房', 2026, $1::int, null)", {size}).value())
        .object();
}

QString TestUpkeep::paperWith(const QString &number)
{
    return m_town.verdict(
        *m_station,
        {.event = m_case->forged(u"clerk1"_s, {.type = u"paper"_s, .action = u"want"_s}),
         .numbers = {number}});
}

void TestUpkeep::numbersComeInBlocks()
{
    QCOMPARE(leased(*m_station, "0"), (QJsonObject{{u"first"_s, 1}, {u"last"_s, 10}}));
    QCOMPARE(leased(*m_other, "3"), (QJsonObject{{u"first"_s, 11}, {u"last"_s, 13}}));
    QCOMPARE(leased(*m_station, "0"), (QJsonObject{{u"first"_s, 14}, {u"last"_s, 23}}));
    QVERIFY(!m_station->run("call api.lease('notice', '朗房', 2026, 5000, null)").ok);
    QVERIFY(!m_station->run("call api.lease('no|tice', '朗房', 2026, 5, null)").ok);
}

void TestUpkeep::quotasHold()
{
    QVERIFY(m_root
                ->run("insert into app.number_lease select town, 'many', 'x', 2026, g, g, 'A02', "
                      "app.now_ms(), null from app.town, generate_series(1, 500) g")
                .ok);
    QCOMPARE(m_other->run("call api.lease('notice', '朗房', 2026, 1, null)").message, u"quota"_s);
    QVERIFY(m_root->run("delete from app.number_lease where series = 'many'").ok);
    QVERIFY(m_root
                ->run("insert into app.look select town, app.now_ms(), gen_random_uuid(), 'head1', "
                      "'name', 'x', "
                      "'x', 0 from app.town, generate_series(1, 2000)")
                .ok);
    QCOMPARE(m_town.person(u"head1"_s)->run("select api.find('name', '王建国', '来电')").message,
             u"quota"_s);
    QVERIFY(m_town.person(u"rev1"_s)->run("select api.find('name', '王建国', '来电')").ok);
}

/// An act that the definition wants online only is claimed first, by one person at a time.
void TestUpkeep::onlineActsAreClaimed()
{
    const auto claim = [this](const QString &who, const QByteArray &action) {
        return m_town.person(who)->run("select api.claim('A01', $1::uuid, 'main', $2)",
                                       {m_case->file.id.text().toUtf8(), action});
    };
    const auto refused = [this](const QString &who) {
        Event event = m_case->forged(who,
                                     {.type = u"moved"_s,
                                      .action = u"refuse"_s,
                                      .from = u"received"_s,
                                      .to = u"refused"_s,
                                      .expects = m_case->journal.first().id});
        event.actedAt = QDateTime::currentMSecsSinceEpoch();
        return m_town.verdict(*m_station, {.event = sealed(event, {})});
    };
    QCOMPARE(claim(u"clerk1"_s, "refuse").message, u"unknown"_s);
    QVERIFY(m_root->run("update app.action set offline = 'online' where action = 'refuse'").ok);
    QCOMPARE(refused(u"clerk1"_s), u"3 claim"_s);
    QCOMPARE(claim(u"co2"_s, "refuse").message, u"notHere"_s);
    QCOMPARE(claim(u"clerk1"_s, "refuse").message, QString());
    QCOMPARE(claim(u"clerk1"_s, "refuse").message, QString());
    QCOMPARE(claim(u"clerk2"_s, "refuse").message, u"taken"_s);
    QCOMPARE(refused(u"clerk2"_s), u"3 claim"_s);
    QCOMPARE(refused(u"clerk1"_s), u"0"_s);
    QVERIFY(m_root->run("update app.action set offline = 'free' where action = 'refuse'").ok);
    QCOMPARE(m_town.verdict(*m_station, {.event = m_case->open(u"W2"_s).value().first()}), u"0"_s);
}

void TestUpkeep::numberIsGivenOnce()
{
    QCOMPARE(paperWith(u"notice|朗房|2026|1|朗房第1号"_s), u"0"_s);
    QCOMPARE(paperWith(u"notice|朗房|2026|1|朗房第1号"_s), u"2 number"_s);
    QCOMPARE(paperWith(u"notice|朗房|2026|11|朗房第11号"_s), u"2 number"_s); // leased to A02
    QCOMPARE(paperWith(u"notice|朗房|2026|x|朗房"_s), u"2 number"_s);
    // what a restored centre forgot is taken as given; its series goes on behind it
    QCOMPARE(paperWith(u"notice|朗房|2026|40|朗房第40号"_s), u"0"_s);
    QCOMPARE(leased(*m_other, "1").value("first"_L1).toInt(), 41);
    // a refused event gives no number
    Event late = m_case->forged(
        u"clerk1"_s, {.type = u"moved"_s, .action = u"accept"_s, .from = u"head"_s, .to = u"x"_s});
    QCOMPARE(m_town.verdict(*m_station, {.event = late, .numbers = {u"notice|朗房|2026|2|x"_s}}),
             u"2 state"_s);
    QCOMPARE(paperWith(u"notice|朗房|2026|2|朗房第2号"_s), u"0"_s);
}

void TestUpkeep::numbersAddUp()
{
    QVERIFY(m_station->run("call api.number_void('notice', '朗房', 2026, 3, '打印损坏', null)").ok);
    QCOMPARE(paperWith(u"notice|朗房|2026|3|朗房第3号"_s), u"2 number"_s);
    QVERIFY(!m_other->run("call api.number_void('notice', '朗房', 2026, 4, 'x', null)").ok);
    QVERIFY(
        !m_station->run("select api.lease_return('notice', '朗房', 2026, 1, 2)").ok); // 2 is used
    QVERIFY(m_station->run("select api.lease_return('notice', '朗房', 2026, 1, 8)").ok);
    QCOMPARE(paperWith(u"notice|朗房|2026|9|朗房第9号"_s), u"2 number"_s);
    const PgAnswer report
        = m_root->run("select leased, used, voided, returned, open from admin.numbers(2026)");
    QCOMPARE(report.rows.size(), 1);
    const QList<QByteArray> row = report.rows.first();
    QCOMPARE(row.at(1), QByteArray("3"));
    QCOMPARE(row.at(2), QByteArray("1"));
    QCOMPARE(row.at(3), QByteArray("3"));
    QCOMPARE(row.at(0).toInt(),
             row.at(1).toInt() + row.at(2).toInt() + row.at(3).toInt() + row.at(4).toInt());
}

/// A stolen PC: what it had leased and not used is void with the reason, and nobody gets it again.
void TestUpkeep::closedStationGivesNoNumberAnyMore()
{
    QVERIFY(m_root
                ->run("select admin.enrol_station('C07', '[\"*\"]', $1)",
                      {CentreTown::verifier(CentreTown::password)})
                .ok);
    const auto stolen = m_town.station(u"C07"_s);
    const QJsonObject block = leased(*stolen, "5");
    const int first = block.value("first"_L1).toInt();
    QVERIFY(stolen
                ->run("call api.number_void('notice', '朗房', 2026, $1::int, 'spoiled', null)",
                      {QByteArray::number(first)})
                .ok);
    const QJsonObject returned = leased(*stolen, "5");
    QVERIFY(stolen
                ->run("select api.lease_return('notice', '朗房', 2026, $1::int, $2::int)",
                      {QByteArray::number(returned.value("first"_L1).toInt()),
                       QByteArray::number(returned.value("first"_L1).toInt() + 2)})
                .ok);
    const QJsonObject closed
        = QJsonDocument::fromJson(m_root->run("select admin.close_station('C07')").value())
              .object();
    QCOMPARE(closed.value("voided"_L1).toInt(), 4 + 2);
    QCOMPARE(m_root
                 ->run("select count(*) from app.number where station = 'C07' and reason = "
                       "'station closed' and event is null")
                 .value(),
             QByteArray("6"));
    QCOMPARE(m_root
                 ->run("select reason from app.number where station = 'C07' and serial = $1::int",
                       {QByteArray::number(first)})
                 .value(),
             QByteArray("spoiled"));
    // Of that PC nothing is open any more, and the next block lies behind.
    QCOMPARE(m_root
                 ->run("select sum(last_no - first_no + 1 - coalesce(last_no - returned_from + 1, "
                       "0))::int from app.number_lease where station = 'C07'")
                 .value(),
             m_root->run("select count(*) from app.number where station = 'C07'").value());
    QVERIFY(leased(*m_other, "1").value("first"_L1).toInt() > returned.value("last"_L1).toInt());
}

void TestUpkeep::keysFollowFromTheSecret()
{
    const QByteArray secret
        = QByteArray::fromHex(m_root->run("select encode(secret, 'hex') from app.town").value());
    const auto derived = [&](const QByteArray &staff) {
        return QMessageAuthenticationCode::hash(staff + '\0' + "A01", secret,
                                                QCryptographicHash::Sha256);
    };
    QCOMPARE(m_town.key(u"clerk1"_s, u"A01"_s), derived("clerk1"));
    QCOMPARE(m_town.key({}, u"A01"_s), derived(""));
    QVERIFY(m_root->run("delete from app.mac_key").ok); // as after a restore
    QCOMPARE(m_town.verdict(
                 *m_station,
                 {.event = m_case->forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s})}),
             u"0"_s);
}

void TestUpkeep::cloneGetsAnotherCode()
{
    const auto status = [this](const QString &code, const QString &install) {
        const QJsonObject ask{{u"station"_s, code},
                              {u"install"_s, install},
                              {u"proto"_s, 1},
                              {u"seq"_s, 100'000},
                              {u"ms"_s, 0}};
        return QJsonDocument::fromJson(
                   m_other->run("select api.hello($1)", {QJsonDocument(ask).toJson()}).value())
            .object()
            .value("status"_L1)
            .toString();
    };
    const auto renewed = [this](const QByteArray &install) {
        return QJsonDocument::fromJson(
                   m_other->run("call api.renew_station($1, null)", {install}).value())
            .object()
            .value("station"_L1)
            .toString();
    };
    const QString first = u"00000000-0000-4000-8000-000000000001"_s;
    const QString second = u"00000000-0000-4000-8000-000000000002"_s;
    QCOMPARE(status(u"A02"_s, first), u"ok"_s);
    QCOMPARE(status(u"A02"_s, second), u"clone"_s);
    QCOMPARE(status(u"A01"_s, second), u"clone"_s); // another login's code
    const QString fresh = renewed(second.toLatin1());
    QCOMPARE(fresh.size(), 3);
    QVERIFY(fresh != "A02"_L1);
    QCOMPARE(renewed(second.toLatin1()), fresh); // its answer was lost
    QCOMPARE(status(fresh, second), u"ok"_s);
    QCOMPARE(status(u"A02"_s, first), u"ok"_s); // the original goes on under its code
    // a code that was given after the backup is entered again
    QVERIFY(m_root->run("delete from app.station where code = $1", {fresh.toLatin1()}).ok);
    QCOMPARE(status(fresh, second), u"ok"_s);
    QCOMPARE(status(fresh, first), u"clone"_s);
}

QJsonObject TestUpkeep::published(const QString &kind, const QString &code, const QJsonValue &data,
                                  const QByteArray &mac)
{
    const QJsonObject body{{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}};
    Event event
        = m_case->forged(u"admin"_s,
                         {.kind = StreamKind::Hall,
                          .stream = StreamId(QUuid(u"{b0a8a3d6-9c57-4c1e-8f7e-3d1c5f0a7e10}"_s)),
                          .type = u"published"_s,
                          .action = u"publish"_s},
                         body);
    const QJsonArray events{
        m_town.form({.event = event, .serial = m_town.nextSerial(), .mac = mac})};
    const PgAnswer answer
        = m_town.person(u"admin"_s)
              ->run("call api.publish($1, $2, null)",
                    {QJsonDocument(events).toJson(QJsonDocument::Compact),
                     QJsonDocument(QJsonArray{body}).toJson(QJsonDocument::Compact)});
    return answer.ok ? QJsonDocument::fromJson(answer.value()).object()
                     : QJsonObject{{u"message"_s, answer.message}};
}

void TestUpkeep::publicationIsOneThing()
{
    const StaffMember neu{
        .code = u"neu1"_s, .name = u"新"_s, .posts = {*Post::fromCode(u"HB/clerk"_s)}};
    const auto isThere = [this] {
        return m_root->run("select count(*) from app.staff where code = 'neu1' and not is_disabled")
                   .value()
            == "1";
    };
    // a refused event takes its row back
    const QJsonObject forged = published(u"staff"_s, u"neu1"_s, neu.json(), "00");
    QCOMPARE(CentreTown::wordOf(forged.value("answers"_L1).toArray().at(0)), u"3 mac"_s);
    QVERIFY(!isThere());
    const QJsonObject good = published(u"staff"_s, u"neu1"_s, neu.json());
    QCOMPARE(CentreTown::wordOf(good.value("answers"_L1).toArray().at(0)), u"0"_s);
    QVERIFY(isThere());
    QCOMPARE(published(u"staff"_s, u"neu2"_s, u"nothing"_s).value("message"_L1).toString(),
             u"form"_s);
    published(u"staff"_s, u"neu1"_s, QJsonValue::Null);
    QVERIFY(!isThere());
    // everybody reads it
    const PgAnswer hall
        = m_town.person(u"co2"_s)->run("select body from api.pull('A01', '{\"hall\": 0}', 5000)");
    QVERIFY(
        std::ranges::any_of(hall.rows, [](const auto &row) { return row.at(0).contains("neu1"); }));
}

void TestUpkeep::restoredDatabaseJumps()
{
    const int next = m_root->run("select next_serial from app.number_series").value().toInt();
    const QByteArray epoch = m_root->run("select epoch from app.town").value();
    QVERIFY(m_root->run("update app.town set identity = 'another cluster'")
                .ok); // what a dump carries along
    QVERIFY(leased(*m_station, "1").value("first"_L1).toInt() >= next + 1000);
    QVERIFY(m_root->run("select epoch from app.town").value() != epoch);
    const int first = leased(*m_station, "1").value("first"_L1).toInt(); // once only
    QCOMPARE(m_root->run("select next_serial from app.number_series").value().toInt(), first + 1);
    QVERIFY(first < next + 2000);
    // by the newest event's age, also where a page stands at the head
    QVERIFY(m_root
                ->run("begin; update app.event set server_at = server_at - 86400000;"
                      " update app.town set pos = pos + 1, identity = 'another cluster'")
                .ok);
    QVERIFY(m_root->run("select app.meet_database(town) from app.town").ok);
    QVERIFY(m_root->run("select next_serial from app.number_series").value().toInt()
            > first + 20 * 24 * 60);
    QVERIFY(m_root->run("rollback").ok);
    // a series that was begun after the backup is not begun at 1 again; next years' are
    QVERIFY(m_root->run("select app.series_start(town, 2020) from app.town").value().toInt()
            > 1000);
    QCOMPARE(m_root->run("select app.series_start(town, 2999) from app.town").value(),
             QByteArray("1"));
    // given before the restore, its lease forgotten
    QVERIFY(m_root->run("delete from app.number_lease where first_no = 14").ok);
    QCOMPARE(paperWith(u"notice|朗房|2026|15|朗房第15号"_s), u"0"_s);
}

void TestUpkeep::stepsApplyFromEveryOlderSchema()
{
    for (int k = 1; k < CentreTown::stepCount(); ++k) {
        const QString name = u"step%1"_s.arg(k);
        QVERIFY2(m_town.makeDatabase(name), qPrintable(m_town.problem()));
        // two sessions, as two versions of the tool
        QVERIFY2(m_town.applySteps(*m_town.root(name), 1, k), qPrintable(m_town.problem()));
        QVERIFY2(m_town.applySteps(*m_town.root(name), k + 1, CentreTown::stepCount()),
                 qPrintable(m_town.problem()));
        QVERIFY(m_town.root(name)->run("select admin.make_town('441900114', 'x')").ok);
    }
    // no step needs a superuser's objects: everything belongs to owners without a login
    QCOMPARE(m_root
                 ->run("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner "
                       "where c.relnamespace in ('app'::regnamespace, 'api'::regnamespace, "
                       "'admin'::regnamespace) "
                       "and (r.rolcanlogin or r.rolsuper)")
                 .value(),
             QByteArray("0"));
    QCOMPARE(m_root->run("select count(*) from pg_extension where extname <> 'plpgsql'").value(),
             QByteArray("0"));
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
