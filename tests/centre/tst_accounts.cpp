#include "townvisit.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Logins: who makes them, who closes them, how they come in.
class TestAccounts : public QObject, private TownVisit
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noLoginMakesRoles();
    void makerOfRolesAcceptsOnlyItsOwnPattern();
    void publishingNeedsTheAdministratorsPost();
    void administratorHasHisOwnFunctionsOnly();
    void closedPeopleAndStations();
    void passwordsAreVerifiersOnly();
    void plainConnectionIsRefused();
};

void TestAccounts::initTestCase()
{
    QVERIFY2(begin(), qPrintable(problem()));
}

void TestAccounts::noLoginMakesRoles()
{
    QCOMPARE(m_root
                 ->run("select count(*) from pg_roles where rolcanlogin and not rolsuper and "
                       "(rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)")
                 .value(),
             QByteArray("0"));
    QCOMPARE(
        m_root->run("select rolcanlogin from pg_roles where rolname = 'onehall_roles'").value(),
        QByteArray("f"));
    QVERIFY(!m_clerk->run("select app.make_login('p_441900113_x', 'y')").ok);
}

void TestAccounts::makerOfRolesAcceptsOnlyItsOwnPattern()
{
    const QByteArray verifier = CentreTown::verifier(u"x"_s);
    for (const char *name : {"postgres", "onehall_owner", "p_441900113_X", "p_44190011_x",
                             "x_441900113_a", "p_441900113_a\"; drop", "s_441900113_a001"}) {
        const PgAnswer answer = m_root->run("select app.make_login($1, $2)", {name, verifier});
        QCOMPARE(answer.state, u"HA001"_s);
    }
    for (const char *secret : {"plain", "md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""})
        QCOMPARE(m_root->run("select app.make_login('p_441900113_neu', $1)", {secret}).state,
                 u"HA001"_s);
    // a role of that name that somebody else made is not taken over
    QVERIFY(m_root->run("create role p_441900113_fremd login").ok);
    QCOMPARE(m_root->run("select app.make_login('p_441900113_fremd', $1)", {verifier}).message,
             u"used"_s);
    QVERIFY(m_root->run("drop role p_441900113_fremd").ok);
}

void TestAccounts::publishingNeedsTheAdministratorsPost()
{
    QCOMPARE(m_clerk->run("call api.publish('[]', '[]', null)").message, u"post"_s);
    QCOMPARE(m_clerk->run("select api.publish_inside('[]', '[]')").message, u"call"_s);
    const auto admin = m_town.person(u"admin"_s);
    QVERIFY(admin->run("begin").ok);
    QVERIFY(!admin->run("call api.publish('[]', '[]', null)").ok);
}

void TestAccounts::administratorHasHisOwnFunctionsOnly()
{
    const PgLink admin(m_town.server().byName(u"a_441900113_main"_s, CentreTown::database_));
    QVERIFY2(admin.isOpen(), qPrintable(admin.problem()));
    QVERIFY(admin.run("select admin.status()").value().contains("\"town\" : \"441900113\""));
    QVERIFY(admin.run("select admin.set_staff('rev1', $1)", {CentreTown::verifier(u"neu"_s)}).ok);
    QCOMPARE(
        admin.run("select admin.set_staff('nobody', $1)", {CentreTown::verifier(u"x"_s)}).message,
        u"unknown"_s);
    QCOMPARE(admin.run("select * from admin.verify()").rows.size(), 0);
    for (const char *sql :
         {"select admin.make_town('441900114', 'x')", "select api.station_key()",
          "select secret from app.town", "select app.make_login('p_441900113_x', 'y')"})
        QCOMPARE(admin.run(sql).state, u"42501"_s);
}

void TestAccounts::closedPeopleAndStations()
{
    TownCase driven = opened();
    const Offer waiting = note(driven, u"clerk2"_s);
    m_town.key(u"clerk2"_s, u"A01"_s);
    const auto session = m_town.person(u"clerk2"_s);
    QVERIFY(session->isOpen());
    QVERIFY(m_root->run("update app.staff set is_disabled = true where code = 'clerk2'").ok);
    QCOMPARE(m_town.verdict(*m_station, waiting), u"3 disabled"_s);
    QCOMPARE(session->run("select api.sign_in('A01')").message, u"disabled"_s);
    QVERIFY(m_root->run("select admin.close_staff('clerk2')").ok);
    QVERIFY(!session->run("select 1").ok); // its session was ended
    QVERIFY(!m_town.person(u"clerk2"_s)->isOpen());
    QVERIFY(m_root->run("update app.staff set is_disabled = false where code = 'clerk2'").ok);
    QVERIFY(m_root->run("select admin.set_staff('clerk2', $1)", {CentreTown::verifier(u"x"_s)}).ok);
    QVERIFY(m_town.person(u"clerk2"_s)->isOpen());

    QVERIFY(m_root
                ->run("select admin.enrol_station('A09', '[\"HB\"]', $1)",
                      {CentreTown::verifier(u"x"_s)})
                .ok);
    QCOMPARE(
        m_root->run("select admin.enrol_station('A09', '[]', $1)", {CentreTown::verifier(u"x"_s)})
            .message,
        u"used"_s);
    const Event fromNine
        = driven.forged(u"clerk1"_s, {.type = u"note"_s, .action = u"note"_s, .station = u"A09"_s});
    m_town.key(u"clerk1"_s, u"A09"_s);
    QVERIFY(m_root->run("select admin.close_station('A09')").ok);
    QVERIFY(!m_town.station(u"A09"_s)->isOpen());
    QCOMPARE(m_town.verdict(*m_station, {.event = fromNine}), u"3 station"_s);
}

void TestAccounts::passwordsAreVerifiersOnly()
{
    QCOMPARE(m_clerk->run("select api.change_password('geheim')").message, u"verifier"_s);
    QVERIFY(
        m_clerk->run("select api.change_password($1)", {CentreTown::verifier(u"neu2026"_s)}).ok);
    const PgLink fresh(
        m_town.server().byPassword(u"p_441900113_clerk1"_s, u"neu2026"_s, CentreTown::database_));
    QVERIFY2(fresh.isOpen(), qPrintable(fresh.problem()));
    const PgLink old(m_town.server().byPassword(u"p_441900113_clerk1"_s, CentreTown::password,
                                                CentreTown::database_));
    QVERIFY(!old.isOpen());
    QCOMPARE(
        m_root->run("select count(*) from pg_authid where rolpassword not like 'SCRAM-SHA-256$%'")
            .value(),
        QByteArray("0"));
}

void TestAccounts::plainConnectionIsRefused()
{
    const PgLink plain(m_town.server().byPassword(u"s_441900113_a01"_s, CentreTown::password,
                                                  CentreTown::database_, u"disable"_s));
    QVERIFY(!plain.isOpen());
    QVERIFY2(plain.problem().contains("no encryption"_L1), qPrintable(plain.problem()));
    const PgLink secure(m_town.server().byPassword(u"s_441900113_a01"_s, CentreTown::password,
                                                   CentreTown::database_));
    QVERIFY2(secure.isOpen(), qPrintable(secure.problem()));
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
