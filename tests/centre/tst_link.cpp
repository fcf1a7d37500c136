// The link against a real PostgreSQL with TLS on loopback, and against lines that are cut.
#include "cutline.h"
#include "sync/admin/certificates.h"
#include "sync/admin/privatecluster.h"
#include "sync/postgres/postgrescentre.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 5000; ///< ms; a call that has no deadline of its own blocks far longer
constexpr LinkTimes quick{.connect = 400, .silence = 400, .whole = 3000};

const std::atomic_bool never = false;

} // namespace

class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void encryptsAndVerifies();
    void refusesAWrongAuthority();
    void refusesAnotherName();
    void refusesAPlainServer();
    void refusesAComputerWithoutCertificate();
    void tellsAWrongPassword();
    void tellsAClosedLogin();
    void tellsThatNobodyListens();

    void givesUpASilentSocket();
    void givesUpALineCutWhileWaiting();
    void givesUpALineCutBeforeAsking();
    void comesBackAfterACut();
    void endsWhenInterrupted();
    void seesAServerThatDied();

    void translatesRefusals_data();
    void translatesRefusals();
    void carriesLargeValues();
    void carriesEveryKindOfValue();
    void sendsOnlyAVerifier();

private:
    [[nodiscard]] Access person(int port = 0) const;
    void admin(const QByteArray &sql);

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateCluster> m_cluster;
    QString m_ca;
    QString m_certificate;
    QString m_key;
};

void TestLink::initTestCase()
{
    m_cluster = std::make_unique<PrivateCluster>(m_folder.path());
    QVERIFY2(m_cluster->make().ok(), "PostgreSQL's server programs are needed (postgresql-15)");
    Authority authority(m_folder.path());
    QVERIFY(authority.make(u"Test"_s).ok());
    const Result<CertifiedKey> server = authority.certifyServer({u"localhost"_s, u"127.0.0.1"_s});
    const Result<CertifiedKey> station = authority.certifyStation(u"A01"_s);
    QVERIFY(server.ok() && station.ok());
    m_ca = m_folder.filePath(u"authority.crt"_s);
    m_certificate = m_folder.filePath(u"station.crt"_s);
    m_key = m_folder.filePath(u"station.key"_s);
    const ServerFiles files{.certificate = m_folder.filePath(u"centre.crt"_s),
                            .key = m_folder.filePath(u"centre.key"_s),
                            .authority = m_ca};
    QVERIFY(writePrivately(files.certificate, server.value().certificate).ok());
    QVERIFY(writePrivately(files.key, server.value().key).ok());
    QVERIFY(m_cluster->setUp(files, u"postgres"_s).ok());
    // After the folder was handed to the server's account: these are ours.
    QVERIFY(writePrivately(m_certificate, station.value().certificate).ok());
    QVERIFY(writePrivately(m_key, station.value().key).ok());
    QVERIFY(m_cluster->start(PrivateCluster::freePort()).ok());
    admin("create role onehall_station; create role onehall_person; create role onehall_admin;"
          "create role p_441900113_cz01 login password 'right-word' in role onehall_person;"
          "create role p_441900113_gone nologin password 'right-word' in role onehall_person;"
          "revoke all on table pg_catalog.pg_largeobject from public;");
}

void TestLink::cleanupTestCase()
{
    m_cluster.reset();
}

Access TestLink::person(int port) const
{
    return {.host = u"localhost"_s,
            .address = u"127.0.0.1"_s,
            .port = port == 0 ? m_cluster->port() : port,
            .database = u"postgres"_s,
            .user = u"p_441900113_cz01"_s,
            .password = u"right-word"_s,
            .authorityFile = m_ca,
            .certificateFile = m_certificate,
            .keyFile = m_key};
}

void TestLink::admin(const QByteArray &sql)
{
    ServerSession session({}, never);
    QVERIFY(session.open(m_cluster->access(u"postgres"_s)).ok());
    const Result<Done> done = session.script(sql);
    QVERIFY2(done.ok(), qPrintable(session.lastWords()));
}

void TestLink::encryptsAndVerifies()
{
    ServerSession session({}, never);
    const Result<Done> opened = session.open(person());
    QVERIFY2(opened.ok(), qPrintable(session.lastWords()));
    const Result<Rows> rows = session.call(
        "select ssl, version, session_user::text from pg_stat_ssl where pid = pg_backend_pid()");
    QVERIFY(rows.ok());
    QVERIFY(rows.value().truth(0, 0));
    QVERIFY(rows.value().text(0, 1).startsWith("TLSv1."_L1));
    QCOMPARE(rows.value().text(0, 2), u"p_441900113_cz01"_s);
}

void TestLink::refusesAWrongAuthority()
{
    const QTemporaryDir other;
    QVERIFY(Authority(other.path()).make(u"Other"_s).ok());
    Access access = person();
    access.authorityFile = other.filePath(u"authority.crt"_s);
    ServerSession session({}, never);
    QCOMPARE(session.open(access).error(), Error{ErrorKind::CentreUntrusted});
}

void TestLink::refusesAnotherName()
{
    Access access = person();
    access.host = u"centre.example"_s;
    ServerSession session({}, never);
    QCOMPARE(session.open(access).error(), Error{ErrorKind::CentreUntrusted});
}

void TestLink::refusesAPlainServer()
{
    const CutLine plain(CutLine::Kind::Plain);
    ServerSession session({}, never);
    QCOMPARE(session.open(person(plain.port())).error(), Error{ErrorKind::CentreUntrusted});
}

void TestLink::refusesAComputerWithoutCertificate()
{
    Access access = person();
    access.certificateFile.clear();
    access.keyFile.clear();
    ServerSession session({}, never);
    const Result<Done> opened = session.open(access);
    QCOMPARE(opened.error(), (Error{ErrorKind::CentreRefused, u"certificate"_s}));
}

void TestLink::tellsAWrongPassword()
{
    Access access = person();
    access.password = u"wrong-word"_s;
    ServerSession session({}, never);
    QCOMPARE(session.open(access).error(), Error{ErrorKind::WrongPassword});
    access.user = u"p_441900113_nobody"_s;
    QCOMPARE(session.open(access).error(), (Error{ErrorKind::CentreRefused, u"login"_s}));
}

void TestLink::tellsAClosedLogin()
{
    Access access = person();
    access.user = u"p_441900113_gone"_s;
    ServerSession session({}, never);
    QCOMPARE(session.open(access).error(), Error{ErrorKind::AccountDisabled});
}

void TestLink::tellsThatNobodyListens()
{
    ServerSession session({}, never);
    QCOMPARE(session.open(person(PrivateCluster::freePort())).error().kind,
             ErrorKind::CentreUnreachable);
}

void TestLink::givesUpASilentSocket()
{
    const CutLine silent(CutLine::Kind::Silent);
    ServerSession session(quick, never);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(session.open(person(silent.port())).error().kind, ErrorKind::CentreUnreachable);
    QVERIFY2(timer.elapsed() < soon, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(timer.elapsed() >= quick.connect);
}

void TestLink::givesUpALineCutWhileWaiting()
{
    CutLine line(CutLine::Kind::Pass, static_cast<quint16>(m_cluster->port()));
    ServerSession session(quick, never);
    QVERIFY(session.open(person(line.port())).ok());
    // The server answers, and the answer is lost.
    std::thread cutter([&line] { line.cut(); });
    QElapsedTimer timer;
    timer.start();
    const Result<Rows> rows = session.call("select pg_sleep(20)");
    cutter.join();
    QCOMPARE(rows.error().kind, ErrorKind::CentreUnreachable);
    QVERIFY2(timer.elapsed() < soon, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!session.isOpen());
}

void TestLink::givesUpALineCutBeforeAsking()
{
    CutLine line(CutLine::Kind::Pass, static_cast<quint16>(m_cluster->port()));
    ServerSession session(quick, never);
    QVERIFY(session.open(person(line.port())).ok());
    line.cut();
    QElapsedTimer timer;
    timer.start();
    // More than any socket buffer holds: the sending half must not block either.
    const Result<Rows> rows
        = session.call("select length($1)", Parameters().bytes(QByteArray(64 * 1024 * 1024, 'x')));
    QCOMPARE(rows.error().kind, ErrorKind::CentreUnreachable);
    QVERIFY2(timer.elapsed() < soon, qPrintable(QString::number(timer.elapsed())));
}

void TestLink::comesBackAfterACut()
{
    CutLine line(CutLine::Kind::Pass, static_cast<quint16>(m_cluster->port()));
    ServerSession session(quick, never);
    QVERIFY(session.open(person(line.port())).ok());
    line.cut();
    QVERIFY(!session.call("select 1").ok());
    QVERIFY(!session.open(person(line.port())).ok());
    line.mend();
    QVERIFY(session.open(person(line.port())).ok());
    const Result<Rows> rows = session.call("select 1");
    QVERIFY(rows.ok());
    QCOMPARE(rows.value().number(0, 0), 1);
}

void TestLink::endsWhenInterrupted()
{
    std::atomic_bool stop = false;
    ServerSession session({}, stop);
    QVERIFY(session.open(person()).ok());
    QElapsedTimer timer;
    timer.start();
    std::thread interrupter([&stop] { stop.store(true); });
    QCOMPARE(session.call("select pg_sleep(20)").error().kind, ErrorKind::CentreUnreachable);
    interrupter.join();
    QVERIFY(timer.elapsed() < soon);
    QCOMPARE(session.open(person()).error().kind, ErrorKind::CentreUnreachable);
}

void TestLink::seesAServerThatDied()
{
    ServerSession session({}, never);
    QVERIFY(session.open(person()).ok());
    admin("select pg_terminate_backend(pid) from pg_stat_activity where usename = "
          "'p_441900113_cz01'");
    QCOMPARE(session.call("select 1").error().kind, ErrorKind::CentreUnreachable);
    QVERIFY(!session.isOpen());
    QVERIFY(session.open(person()).ok());
}

void TestLink::translatesRefusals_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *sql, ErrorKind kind, const QString &detail) {
        QTest::newRow(name) << QByteArray(sql) << static_cast<int>(kind) << detail;
    };
    row("word", "do $$ begin raise exception using errcode = 'HA001', message = 'used'; end $$",
        ErrorKind::CentreRefused, u"used"_s);
    row("unknown",
        "do $$ begin raise exception using errcode = 'HA001', message = 'unknown'; end $$",
        ErrorKind::NotFound, {});
    row("no function", "select no_such_function()", ErrorKind::CentreTooOld, {});
    row("no right", "create role intruder", ErrorKind::CentreRefused, u"rights"_s);
    row("table closed", "select * from pg_authid", ErrorKind::CentreRefused, u"rights"_s);
    row("fault", "select 1 / 0", ErrorKind::CentreRefused, u"fault 22012"_s);
    row("cancelled", "do $$ begin raise exception using errcode = '57014'; end $$",
        ErrorKind::CentreUnreachable, u"57014"_s);
}

void TestLink::translatesRefusals()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    ServerSession session({}, never);
    QVERIFY(session.open(person()).ok());
    const Result<Rows> rows = session.call(sql);
    QVERIFY(!rows.ok());
    QCOMPARE(static_cast<int>(rows.error().kind), kind);
    QCOMPARE(rows.error().detail, detail);
    // A refusal ends the call, not the session.
    QVERIFY(session.call("select 1").ok());
}

void TestLink::carriesLargeValues()
{
    // Records of TLS and buffers of libpq do not end together: every size must come through.
    ServerSession session({}, never);
    QVERIFY(session.open(person()).ok());
    for (const int size : {0, 1, 8191, 16384, 16385, 24577, 256 * 1024, 5 * 1024 * 1024 + 7}) {
        QByteArray bytes(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i)
            bytes[i] = static_cast<char>(i * 31 + i / 257);
        const Result<Rows> rows = session.call("select $1", Parameters().bytes(bytes));
        QVERIFY(rows.ok());
        QVERIFY(rows.value().bytes(0, 0) == bytes);
    }
}

void TestLink::carriesEveryKindOfValue()
{
    ServerSession session({}, never);
    QVERIFY(session.open(person()).ok());
    const QUuid id = QUuid::createUuid();
    const Result<Rows> rows = session.call("select $1, $2, $3, $4, $5, $6[2], $7, 7::smallint",
                                           Parameters()
                                               .text(u"陈𠮷祥 \"quoted\""_s)
                                               .int4(-5)
                                               .int8(9'007'199'254'740'993)
                                               .truth(true)
                                               .uuid(id)
                                               .textArray({"one", "二"})
                                               .uuid({}));
    QVERIFY2(rows.ok(), qPrintable(session.lastWords()));
    QCOMPARE(rows.value().text(0, 0), u"陈𠮷祥 \"quoted\""_s);
    QCOMPARE(rows.value().number(0, 1), -5);
    QCOMPARE(rows.value().number(0, 2), 9'007'199'254'740'993);
    QVERIFY(rows.value().truth(0, 3));
    QCOMPARE(rows.value().uuid(0, 4), id);
    QCOMPARE(rows.value().text(0, 5), u"二"_s);
    QVERIFY(rows.value().isNull(0, 6));
    QCOMPARE(rows.value().number(0, 7), 7);
}

void TestLink::sendsOnlyAVerifier()
{
    ServerSession session({}, never);
    QVERIFY(session.open(m_cluster->access(u"postgres"_s)).ok());
    const Result<QByteArray> verifier
        = session.verifier(u"p_441900113_cz01"_s, u"another-word-2026"_s);
    QVERIFY(verifier.ok());
    QVERIFY(verifier.value().startsWith("SCRAM-SHA-256$"));
    QVERIFY(!verifier.value().contains("another-word-2026"));
    QVERIFY(session.script("alter role p_441900113_cz01 password '" + verifier.value() + "'").ok());
    Access access = person();
    ServerSession other({}, never);
    QCOMPARE(other.open(access).error(), Error{ErrorKind::WrongPassword});
    access.password = u"another-word-2026"_s;
    QVERIFY(other.open(access).ok());
    QVERIFY(session.script("alter role p_441900113_cz01 password 'right-word'").ok());
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
