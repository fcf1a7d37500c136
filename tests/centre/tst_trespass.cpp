// Somebody with psql and an ordinary login, continued: other people's sessions, the server itself,
// every way to keep a lock.
#include "townvisit.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestTrespass : public QObject, private TownVisit
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sessionsOfOthersStayAlive();
    void queriesOfOthersStayHidden();
    void statisticsTellNothing();
    void serverIsNotTheirs_data();
    void serverIsNotTheirs();
    void everyLockingCallFailsInATransaction_data();
    void everyLockingCallFailsInATransaction();
    void loginsHaveFewPlaces();
    void nobodyTakesAnothersName();
    void refusalsTellNoSecrets();
};

void TestTrespass::initTestCase()
{
    QVERIFY2(begin(), qPrintable(problem()));
}

void TestTrespass::sessionsOfOthersStayAlive()
{
    const QByteArray pid = m_station->run("select pg_backend_pid()").value();
    for (const QByteArray &call :
         {QByteArray("pg_terminate_backend"), QByteArray("pg_cancel_backend")}) {
        QCOMPARE(m_clerk->run("select " + call + "(" + pid + ")").state, u"42501"_s);
        QCOMPARE(m_town.station(u"A02"_s)->run("select " + call + "(" + pid + ")").state,
                 u"42501"_s);
    }
    QVERIFY(m_station->run("select 1").ok);
}

void TestTrespass::queriesOfOthersStayHidden()
{
    QVERIFY(m_station->run("select 'a citizen''s name'").ok);
    const PgAnswer seen = m_clerk->run(
        "select coalesce(query, '') from pg_stat_activity where usename like 's\\_%'");
    QVERIFY(seen.ok);
    for (const auto &row : seen.rows)
        QVERIFY2(!row.at(0).contains("citizen"), row.at(0).constData());
}

/// What the planner knows of a closed table is closed too.
void TestTrespass::statisticsTellNothing()
{
    static_cast<void>(opened());
    QVERIFY(m_root->run("analyze").ok);
    QVERIFY(m_root->run("select count(*) from pg_stats where schemaname = 'app'").value() != "0");
    QCOMPARE(m_clerk->run("select count(*) from pg_stats where schemaname = 'app'").value(),
             QByteArray("0"));
    QVERIFY(!m_clerk->run("select * from pg_statistic").ok);
    QVERIFY(!m_clerk->run("select rolpassword from pg_authid").ok);
    QCOMPARE(m_clerk->run("select count(*) from pg_shadow").state, u"42501"_s);
}

void TestTrespass::serverIsNotTheirs_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql :
         {"checkpoint",
          "select pg_switch_wal()",
          "select pg_create_restore_point('x')",
          "select pg_reload_conf()",
          "select pg_rotate_logfile()",
          "select pg_stat_reset()",
          "alter system set log_statement = 'all'",
          "alter database hall set lock_timeout = 0",
          "alter database hall owner to session_user",
          "comment on database hall is 'x'",
          "create database mine",
          "drop database hall",
          "create tablespace t location '/tmp'",
          "create publication p for all tables",
          "create server s foreign data wrapper w",
          "create event trigger e on ddl_command_start execute function f()",
          "select pg_create_physical_replication_slot('s')",
          "select pg_ls_dir('.')",
          "select lo_import('/etc/passwd')",
          "prepare transaction 'held'",
          "security label on role postgres is 'x'",
          "grant onehall_owner to session_user",
          "grant onehall_admin to session_user",
          "alter role session_user createrole",
          "alter role session_user superuser",
          "alter role session_user connection limit 1000",
          "create operator public.=== (function = int4eq, leftarg = int, rightarg = int)",
          "create type public.t as (a int)",
          "create domain public.d as int"})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestTrespass::serverIsNotTheirs()
{
    QFETCH(QByteArray, sql);
    const std::unique_ptr<PgLink> links[]{m_town.person(u"clerk1"_s), m_town.person(u"admin"_s),
                                          m_town.station(u"A02"_s)};
    for (const std::unique_ptr<PgLink> &link : links) {
        if (sql.startsWith("prepare"))
            QVERIFY(link->run("begin").ok);
        QVERIFY2(!link->run(sql).ok, sql.constData());
    }
}

void TestTrespass::everyLockingCallFailsInATransaction_data()
{
    QTest::addColumn<QByteArray>("sql");
    const PgAnswer procedures = m_root->run(
        "select p.proname || '(' || (select string_agg('null::' || format_type(t, null), ', ') "
        "from unnest(p.proargtypes || array[]::oid[]) t) || ')', "
        "has_function_privilege('p_441900113_admin', p.oid, 'execute') "
        "from pg_proc p where p.pronamespace = 'api'::regnamespace and p.prokind = 'p'");
    QVERIFY(procedures.rows.size() >= 6);
    for (const auto &row : procedures.rows)
        QTest::newRow(row.at(0).constData())
            << QByteArray((row.at(1) == "t" ? "p" : "s") + ("call api." + row.at(0)));
}

/// Whatever is granted as a procedure commits: inside a transaction it fails and keeps no lock.
/// With null arguments it may fail for these first, which keeps none either.
void TestTrespass::everyLockingCallFailsInATransaction()
{
    QFETCH(QByteArray, sql);
    const auto holder = sql.startsWith('p') ? m_town.person(u"admin"_s) : m_town.station(u"A02"_s);
    QVERIFY(holder->run("begin").ok);
    const PgAnswer held = holder->run(sql.mid(1));
    QVERIFY2(!held.ok, sql.constData());
    TownCase driven = opened();
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    holder->run("rollback");
}

void TestTrespass::loginsHaveFewPlaces()
{
    QList<std::shared_ptr<PgLink>> links;
    bool isRefused = false;
    for (int i = 0; i < 12 && !isRefused; ++i) {
        links.append(m_town.station(u"A02"_s));
        isRefused = !links.last()->isOpen();
    }
    QVERIFY(isRefused);
    QVERIFY(m_town.station(u"A01"_s)->isOpen()); // nobody else is shut out by it
}

void TestTrespass::nobodyTakesAnothersName()
{
    for (const char *sql : {"set role p_441900113_rev1", "set role s_441900113_a01",
                            "set session authorization p_441900113_rev1", "set role onehall_admin",
                            "set role onehall_roles"}) {
        m_clerk->run("reset role");
        const PgAnswer taken = m_clerk->run(sql);
        QVERIFY2(!taken.ok, sql);
    }
    // A group's own rights are nobody's name: session_user stays.
    QVERIFY(m_clerk->run("set role onehall_person").ok);
    QVERIFY(m_clerk->run("select api.sign_in('A01')").ok);
    m_clerk->run("reset role");
}

/// An error's words carry nothing of what a table holds.
void TestTrespass::refusalsTellNoSecrets()
{
    const QByteArray secret = m_root->run("select encode(secret, 'hex') from app.town").value();
    for (const char *sql :
         {"select api.page_get('A01', '\\x00', 0)", "select api.history(gen_random_uuid())",
          "select api.sign_in('ZZZ')", "select api.find('name', repeat('x', 100000), 'y')",
          "select api.pull('A01', '{\"HB\": \"x\"}', 1)", "select api.hello('[')"}) {
        const PgAnswer answer = m_clerk->run(sql);
        QVERIFY2(!answer.message.contains(QString::fromLatin1(secret.left(16))), sql);
        QVERIFY2(answer.ok || answer.message.size() < 200, sql);
    }
}

QTEST_GUILESS_MAIN(TestTrespass)
#include "tst_trespass.moc"
