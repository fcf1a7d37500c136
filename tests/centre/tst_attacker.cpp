#include "townvisit.h"

#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Somebody with psql and an ordinary login: what he cannot do, and that what he does hurts nobody.
class TestAttacker : public QObject, private TownVisit
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tablesAreClosed_data();
    void tablesAreClosed();
    void onlyTheGrantedFunctionsCanBeCalled();
    void definerFunctionsAreSafe();
    void innerFunctionsRefuseOthers_data();
    void innerFunctionsRefuseOthers();
    void lockIsNotHeldBeyondACall();
    void ownRowsDoNotFreezeTheTown();
    void diskCannotBeFilled_data();
    void diskCannotBeFilled();
    void advisoryLocksAreClosed();
    void personDoesNotDeliverAndStationDoesNotRead();
    void scopesOfOthersStayClosed();
};

void TestAttacker::initTestCase()
{
    QVERIFY2(begin(), qPrintable(problem()));
}

void TestAttacker::tablesAreClosed_data()
{
    QTest::addColumn<QString>("who");
    QTest::newRow("person") << u"person"_s;
    QTest::newRow("station") << u"station"_s;
}

void TestAttacker::tablesAreClosed()
{
    QFETCH(QString, who);
    const PgLink &link = who == "person"_L1 ? *m_clerk : *m_station;
    const PgAnswer tables = m_root->run("select c.oid::regclass::text from pg_class c join "
                                        "pg_namespace n on n.oid = c.relnamespace "
                                        "where n.nspname in ('app', 'api', 'admin', 'public') and "
                                        "c.relkind in ('r', 'v', 'm', 'p')");
    QVERIFY(tables.rows.size() > 20);
    for (const auto &row : tables.rows) {
        const QByteArray table = row.first();
        for (const QByteArray &sql :
             {"select * from " + table, "insert into " + table + " default values",
              "delete from " + table, "truncate " + table, "begin; lock table " + table,
              "update " + table + " set town = 1", "copy " + table + " to stdout",
              "alter table " + table + " disable row level security", "drop table " + table}) {
            const PgAnswer answer = link.run(sql);
            QVERIFY2(!answer.ok, sql.constData());
            QVERIFY2(answer.state == "42501"_L1 || answer.state == "42703"_L1,
                     qPrintable(answer.message));
            link.run("rollback");
        }
    }
    for (const char *sql :
         {"create table t(a int)", "create schema mine", "create table app.t(a int)",
          "create function public.f() returns int language sql as 'select 1'",
          "create function pg_temp.f() returns int language sql as 'select 1'",
          "do $$ begin null; end $$", "set role onehall_owner",
          "set session authorization postgres", "alter role onehall_owner login", "create role x",
          "create extension lo", "copy (select 1) to program 'true'",
          "select pg_read_file('/etc/passwd')", "set temp_file_limit = -1",
          "set session_replication_role = replica"})
        QVERIFY2(!link.run(sql).ok, sql);
}

/// Everything that an ordinary login may execute outside of PostgreSQL's own: functions of api
/// only.
void TestAttacker::onlyTheGrantedFunctionsCanBeCalled()
{
    const QByteArray sql = "select p.oid::regprocedure::text, n.nspname from pg_proc p join "
                           "pg_namespace n on n.oid = p.pronamespace "
                           "where n.nspname not in ('pg_catalog', 'information_schema') "
                           "and has_function_privilege(session_user, p.oid, 'execute') "
                           "and has_schema_privilege(session_user, n.oid, 'usage')";
    for (const PgLink *link : {m_clerk.get(), m_station.get()}) {
        const PgAnswer callable = link->run(sql);
        QVERIFY(callable.rows.size() > 5);
        for (const auto &row : callable.rows)
            QCOMPARE(row.at(1), QByteArray("api"));
    }
    QCOMPARE(
        m_root
            ->run("select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
                  "where n.nspname in ('app', 'api', 'admin') and (p.proacl is null or exists "
                  "(select from aclexplode(p.proacl) a where a.grantee = 0))")
            .value(),
        QByteArray("0"));
    // what is a person's only is not a station's, and the other way round
    QCOMPARE(m_station->run("select api.find('name', '王建国', 'x')").state, u"42501"_s);
    QCOMPARE(m_clerk->run("call api.push('[]', null)").state, u"42501"_s);
    QCOMPARE(m_clerk->run("select admin.status()").state, u"42501"_s);
}

void TestAttacker::definerFunctionsAreSafe()
{
    QCOMPARE(
        m_root
            ->run(
                "select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
                "join pg_roles r on r.oid = p.proowner where n.nspname in ('app', 'api', 'admin') "
                "and p.prosecdef and (r.rolcanlogin or r.rolsuper or p.proconfig is null "
                "or not 'search_path=app, pg_temp' = any(p.proconfig))")
            .value(),
        QByteArray("0"));
    QCOMPARE(m_root
                 ->run("select count(*) from pg_class c where c.relnamespace = 'app'::regnamespace "
                       "and c.relkind = 'r' and not c.relrowsecurity")
                 .value(),
             QByteArray("0"));
}

void TestAttacker::innerFunctionsRefuseOthers_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("push") << QByteArray("select api.push_inside('[]')");
    QTest::newRow("push, then hold") << QByteArray("select api.push_inside('[]'), pg_sleep(60)");
    QTest::newRow("page") << QByteArray("select api.page_commit_inside('\\x00')");
    QTest::newRow("lease") << QByteArray("select api.lease_inside('a', 'b', 2026, 1)");
    QTest::newRow("renew") << QByteArray("select api.renew_inside(gen_random_uuid())");
    QTest::newRow("from another procedure's name")
        << QByteArray("set search_path = api; select push_inside('[]')");
}

void TestAttacker::innerFunctionsRefuseOthers()
{
    QFETCH(QByteArray, sql);
    const auto link = m_town.station(u"A01"_s);
    QElapsedTimer clock;
    clock.start();
    const PgAnswer answer = link->run(sql);
    QCOMPARE(answer.state, u"HA001"_s);
    QCOMPARE(answer.message, u"call"_s);
    QVERIFY(clock.elapsed() < 30'000);
}

void TestAttacker::lockIsNotHeldBeyondACall()
{
    const auto holder = m_town.station(u"A02"_s);
    TownCase driven = opened();
    const QByteArray call = "call api.push('[]', null)";
    // inside a transaction it fails, and with it the lock goes
    QVERIFY(holder->run("begin").ok);
    QCOMPARE(holder->run(call).state, u"2D000"_s);
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    holder->run("rollback");
    // a statement of several commands is a transaction too
    QCOMPARE(holder->run(call + "; select pg_sleep(60)").state, u"2D000"_s);
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    // sleeping before the call holds nothing yet
    QVERIFY(holder->send("call api.push(concat('[]', pg_sleep(3)), null)"));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    QVERIFY(clock.elapsed() < 2500);
    QVERIFY(holder->taken().ok);
    for (const char *procedure : {"call api.lease('a', 'b', 2026, 1, null)",
                                  "call api.renew_station(gen_random_uuid(), null)"}) {
        QVERIFY(holder->run("begin").ok);
        QCOMPARE(holder->run(procedure).state, u"2D000"_s);
        holder->run("rollback");
    }
}

/// What a session keeps locked in a transaction of its own may hold up its own login's deliveries,
/// but never the town's counter.
void TestAttacker::ownRowsDoNotFreezeTheTown()
{
    TownCase driven = opened();
    const QByteArray hello
        = "select api.hello('{\"station\": \"A02\", \"proto\": 1, \"seq\": 100000, "
          "\"install\": \"22222222-2222-4222-8222-222222222222\"}')";
    const auto holder = m_town.station(u"A02"_s);
    const auto second = m_town.station(u"A02"_s);
    QVERIFY(holder->run("begin").ok);
    QVERIFY(holder->run(hello).ok);
    QVERIFY(second->run("set lock_timeout = 0").ok);
    QVERIFY(second->send("call api.push('[]', null)")); // waits for its own row, not with the lock
    QTRY_COMPARE_WITH_TIMEOUT(
        m_root
            ->run("select count(*) from pg_stat_activity where wait_event_type = "
                  "'Lock' and usename = 's_441900113_a02'")
            .value(),
        QByteArray("1"), 20'000);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(holder->run("rollback").ok);
    QVERIFY(second->taken().ok);

    // a key that is being made in an open transaction
    QVERIFY(m_root->run("delete from app.mac_key where staff = 'rev2'").ok);
    const Offer waiting = note(driven, u"rev2"_s);
    const QByteArray secret
        = QByteArray::fromHex(m_root->run("select encode(secret, 'hex') from app.town").value());
    const QByteArray key = QMessageAuthenticationCode::hash(QByteArray("rev2") + '\0' + "A01",
                                                            secret, QCryptographicHash::Sha256);
    const auto person = m_town.person(u"rev2"_s);
    QVERIFY(person->run("begin").ok);
    QVERIFY(person->run("select api.sign_in('A01')").ok);
    Offer signedOffer = waiting;
    signedOffer.mac
        = QMessageAuthenticationCode::hash(waiting.event.hash, key, QCryptographicHash::Sha256)
              .toHex();
    QCOMPARE(m_town.verdict(*m_station, signedOffer), u"0"_s);
    QVERIFY(person->run("rollback").ok);
}

void TestAttacker::diskCannotBeFilled_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("large object") << QByteArray("select lo_create(0)");
    QTest::newRow("large object, old way") << QByteArray("select lo_creat(-1)");
    QTest::newRow("large object from bytes") << QByteArray("select lo_from_bytea(0, '\\x00')");
    QTest::newRow("temporary table") << QByteArray("create temporary table t as select 1");
    QTest::newRow("temporary table, other words") << QByteArray("select 1 into temp t");
    QTest::newRow("log of changes")
        << QByteArray("select pg_logical_emit_message(false, 'x', 'y')");
    QTest::newRow("sorting on disk") << QByteArray(
        "set work_mem = '64kB'; select count(*) from (select g::text || repeat('x', 200) t "
        "from generate_series(1, 3000000) g order by 1) s");
    QTest::newRow("page that nobody named")
        << QByteArray("select api.page_put(sha256('x'), 4, 0, '\\x01020304')");
}

void TestAttacker::diskCannotBeFilled()
{
    QFETCH(QByteArray, sql);
    const PgAnswer answer = m_town.station(u"A01"_s)->run(sql);
    QVERIFY2(!answer.ok, qPrintable(QString::fromUtf8(answer.value())));
    QVERIFY2(answer.state == "42501"_L1 || answer.state == "53400"_L1
                 || answer.message == "unknown"_L1,
             qPrintable(answer.state + answer.message));
}

void TestAttacker::advisoryLocksAreClosed()
{
    for (const char *sql : {"select pg_advisory_lock(1)", "select pg_try_advisory_lock(1)",
                            "select pg_advisory_xact_lock_shared(1, 2)"})
        QCOMPARE(m_clerk->run(sql).state, u"42501"_s);
}

void TestAttacker::personDoesNotDeliverAndStationDoesNotRead()
{
    TownCase driven = opened();
    QVERIFY(!m_station->run("select * from api.history($1::uuid)", {driven.file.id.text().toUtf8()})
                 .ok);
    QCOMPARE(m_station->run("select * from api.pull('A01', '{\"HB\": 0}', 100)").message,
             u"scope"_s);
    QVERIFY(m_station->run("select * from api.pull('A01', '{\"hall\": 0}', 100)").ok);
}

void TestAttacker::scopesOfOthersStayClosed()
{
    TownCase driven = opened();
    const QByteArray stream = driven.file.id.text().toUtf8();
    const auto outsider = m_town.person(u"co2"_s); // NY
    QCOMPARE(outsider->run("select * from api.pull('A01', '{\"HB\": 0}', 100)").message,
             u"scope"_s);
    QCOMPARE(outsider->run("select * from api.pull('A01', '{\"*\": 0}', 100)").message, u"scope"_s);
    QCOMPARE(outsider->run("select * from api.history($1::uuid)", {stream}).message, u"notHere"_s);
    QCOMPARE(outsider->run("select * from api.snapshot('A01', 'HB', true, null, 10)").message,
             u"notHere"_s);
    const PgAnswer own = outsider->run("select * from api.pull('A01', '{\"NY\": 0}', 1000)");
    QVERIFY(own.ok);
    for (const auto &row : own.rows)
        QVERIFY(!row.at(2).contains(stream));
    QVERIFY(m_clerk->run("select * from api.history($1::uuid)", {stream}).rows.size() > 1);
    // a search without a purpose is none
    QVERIFY(!outsider->run("select api.find('name', '王建国', ' ')").ok);
    QVERIFY(outsider->run("select api.find('name', '王建国', '来电')").ok);
    QCOMPARE(m_root->run("select staff || purpose from app.look order by at desc limit 1").value(),
             QByteArray("co2来电"));
}

QTEST_GUILESS_MAIN(TestAttacker)
#include "tst_attacker.moc"
