// The administrator's command line: people, stations, imports.
#include "democentre.h"
#include "domain/clock.h"
#include "sync/postgres/postgrescentre.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestTool : public DemoCentre
{
    Q_OBJECT

private Q_SLOTS:
    void explainsItself();
    void refusesWrongCalls();

    void letsAPersonRead();
    void opensAndClosesPeople();
    void takesPasswordsFromNoArgument();
    void givesOnlyMissingLogins();
    void worksOverTheNetwork();
    void enrolsAStationOnce();
    void closesAStation();
    void importsOnlyWhatDiffers();
    void rejectsBrokenRows();
    void refusesABrokenDefinition();
};

void TestTool::explainsItself()
{
    const ToolRun all = runTool({u"--help"_s});
    QCOMPARE(all.exit, Exit::Done);
    for (const QString &command :
         {u"init"_s, u"upgrade"_s, u"staff"_s, u"enrol"_s, u"import"_s, u"status"_s, u"verify"_s,
          u"export"_s, u"backup"_s, u"restore-test"_s, u"demo"_s}) {
        QVERIFY2(all.out.contains(u"\n  "_s + command + u' '), qPrintable(command));
        const ToolRun one = runTool({command, u"--help"_s});
        QCOMPARE(one.exit, Exit::Done);
        QVERIFY(one.out.contains(u"onehall-centre "_s + command));
        QVERIFY(one.out.contains("--password-file"_L1));
        QVERIFY(one.out.contains("4 damage found"_L1));
    }
}

void TestTool::refusesWrongCalls()
{
    QCOMPARE(runTool({u"fly"_s}).exit, Exit::Usage);
    QCOMPARE(runTool({u"enrol"_s}).exit, Exit::Usage);
    QCOMPARE(runTool({u"status"_s, u"--no-such-option"_s}).exit, Exit::Usage);
    QCOMPARE(runTool({u"import"_s, u"nonsense"_s, u"x"_s}).exit, Exit::Usage);
    const ToolRun nobody = runTool({u"status"_s, u"--host"_s, in(u"nowhere"_s)});
    QCOMPARE(nobody.exit, Exit::Unreachable);
    QVERIFY(nobody.err.contains("sudo -u postgres"_L1));
}

void TestTool::letsAPersonRead()
{
    const Result<ConnectionFile> file = ConnectionFile::read(demo() + u"/A01.onehall"_s);
    QVERIFY(file.ok());
    PostgresCentre centre(file.value());
    const HelloAsk ask{.station = u"A01"_s,
                       .install = QUuid::createUuid(),
                       .program = u"test"_s,
                       .ownMs = SystemClock().now().toMSecsSinceEpoch()};
    const Result<HelloReply> hello = centre.hello(Party::Station, ask);
    QVERIFY2(hello.ok(), qPrintable(hello.ok() ? QString() : hello.error().detail));
    QCOMPARE(hello.value().status, HelloStatus::Ok);
    // Nobody signed in: the person's side stays shut.
    QCOMPARE(centre.pull(Party::Person, u"A01"_s, {{u"hall"_s, 0}}, 10).error().kind,
             ErrorKind::SignInExpired);
    const Result<SignInReply> person = centre.signIn(u"cz01"_s, u"dalang2026"_s, u"A01"_s);
    QVERIFY2(person.ok(), qPrintable(person.ok() ? QString() : person.error().detail));
    QCOMPARE(person.value().macKey.size(), 32);
    QCOMPARE(person.value().posts, QStringList{u"CZ/clerk"_s});

    // All of the reference data, every hash and chain as they should be.
    ScopeCursors after{{u"hall"_s, 0}};
    QByteArray chain(32, '\0');
    qsizetype events = 0;
    for (;;) {
        const Result<PullReply> reply = centre.pull(Party::Person, u"A01"_s, after, 100);
        QVERIFY(reply.ok());
        for (const FeedEntry &entry : reply.value().entries) {
            const QByteArray hash
                = QCryptographicHash::hash(entry.envelope, QCryptographicHash::Sha256);
            chain = chainAfter(chain, hash);
            QCOMPARE(entry.chain, chain);
            ++events;
        }
        after[u"hall"_s] = reply.value().upto.pos;
        if (reply.value().upto.pos >= hello.value().head.pos)
            break;
    }
    QCOMPARE(events, status().value("events"_L1).toInteger());
}

void TestTool::opensAndClosesPeople()
{
    QCOMPARE(signIn(u"cz99"_s, u"first-word-9"_s).error().kind, ErrorKind::WrongPassword);
    const ToolRun nobody = run({u"staff"_s, u"add"_s, u"cz99"_s, u"--new-password-file"_s, u"-"_s},
                               "first-word-9\n");
    QCOMPARE(nobody.exit, Exit::Failed);
    QVERIFY(nobody.err.contains("--posts"_L1));
    const QStringList add{u"staff"_s,  u"add"_s,     u"cz99"_s,        u"--name"_s,
                          u"新来的"_s, u"--posts"_s, u"CZ/reviewer"_s, u"--new-password-file"_s,
                          u"-"_s};
    const ToolRun added = run(add, "first-word-9\n");
    QVERIFY2(added.exit == Exit::Done, qPrintable(added.all()));
    const Result<SignInReply> in = signIn(u"cz99"_s, u"first-word-9"_s);
    QVERIFY(in.ok());
    QCOMPARE(in.value().posts, QStringList{u"CZ/reviewer"_s});

    const ToolRun reset = run({u"staff"_s, u"reset"_s, u"cz99"_s, u"--generate"_s});
    QCOMPARE(reset.exit, Exit::Done);
    QCOMPARE(signIn(u"cz99"_s, u"first-word-9"_s).error().kind, ErrorKind::WrongPassword);
    const QString password = reset.out.trimmed().section(u' ', -1);
    QVERIFY(signIn(u"cz99"_s, password).ok());

    QCOMPARE(run({u"staff"_s, u"disable"_s, u"cz99"_s}).exit, Exit::Done);
    QCOMPARE(signIn(u"cz99"_s, password).error().kind, ErrorKind::AccountDisabled);
    // And back again.
    QCOMPARE(
        run({u"staff"_s, u"reset"_s, u"cz99"_s, u"--new-password-file"_s, u"-"_s}, "third-word-9\n")
            .exit,
        Exit::Done);
    QVERIFY(signIn(u"cz99"_s, u"third-word-9"_s).ok());
    QCOMPARE(run({u"staff"_s, u"add"_s, u"cz98"_s, u"--name"_s, u"甲"_s, u"--posts"_s,
                  u"NOWHERE/clerk"_s, u"--generate"_s})
                 .exit,
             Exit::Failed);
}

void TestTool::takesPasswordsFromNoArgument()
{
    QCOMPARE(run({u"staff"_s, u"reset"_s, u"cz11"_s, u"--password"_s, u"x"_s}).exit, Exit::Usage);
    const QString file = in(u"word"_s);
    QVERIFY(writePrivately(file, "a-word-of-the-file\nsecond line").ok());
    const ToolRun done = run({u"staff"_s, u"reset"_s, u"cz11"_s, u"--new-password-file"_s, file});
    QCOMPARE(done.exit, Exit::Done);
    QVERIFY(!done.all().contains("a-word-of-the-file"_L1));
    QVERIFY(signIn(u"cz11"_s, u"a-word-of-the-file"_s).ok());
    const ToolRun shortOne
        = run({u"staff"_s, u"reset"_s, u"cz11"_s, u"--new-password-file"_s, u"-"_s}, "short\n");
    QCOMPARE(shortOne.exit, Exit::Failed);
    QVERIFY(signIn(u"cz11"_s, u"a-word-of-the-file"_s).ok());
}

void TestTool::givesOnlyMissingLogins()
{
    QCOMPARE(run({u"staff"_s, u"add"_s, u"--all"_s}).exit, Exit::Usage);
    admin("drop role p_441900113_hb21");
    const QString path = in(u"passwords.csv"_s);
    QCOMPARE(run({u"staff"_s, u"add"_s, u"--all"_s, u"--out"_s, path}).exit, Exit::Done);
    const QList<QByteArray> lines = contents(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // the header and the one who had none
    QVERIFY(lines.last().startsWith("hb21,"));
    QVERIFY(signIn(u"hb21"_s, QString::fromUtf8(lines.last().split(',').last())).ok());
    QVERIFY(signIn(u"hb22"_s, u"dalang2026"_s).ok());
}

void TestTool::worksOverTheNetwork()
{
    const ToolRun made
        = run({u"admin"_s, u"li"_s, u"--new-password-file"_s, u"-"_s}, "word-of-the-tool\n");
    QVERIFY2(made.exit == Exit::Done, qPrintable(made.all()));
    const QString own = demo() + u"/a_441900113_li"_s;
    const QStringList far{u"--host"_s,
                          u"localhost"_s,
                          u"--user"_s,
                          u"a_441900113_li"_s,
                          u"--certificate"_s,
                          own + u".crt"_s,
                          u"--key"_s,
                          own + u".key"_s,
                          u"--ca"_s,
                          demo() + u"/authority.crt"_s,
                          u"--password-file"_s,
                          u"-"_s};
    const ToolRun status = run(QStringList{u"status"_s, u"--json"_s} + far, "word-of-the-tool\n");
    QVERIFY2(status.exit == Exit::Done, qPrintable(status.all()));
    QCOMPARE(status.json().value("town"_L1).toString(), u"441900113"_s);
    QCOMPARE(run(QStringList{u"verify"_s} + far, "word-of-the-tool\n").exit, Exit::Done);
    const ToolRun wrong = run(QStringList{u"status"_s} + far, "another-word\n");
    QCOMPARE(wrong.exit, Exit::Failed);
    QVERIFY(!wrong.all().contains("another-word"_L1));
    // What belongs to the server's own administrator stays his.
    QCOMPARE(run(QStringList{u"upgrade"_s} + far, "word-of-the-tool\n").exit, Exit::Failed);
}

void TestTool::enrolsAStationOnce()
{
    const QString path = in(u"B07.onehall"_s);
    const ToolRun done = run({u"enrol"_s, u"B07"_s, u"--scopes"_s, u"CZ,HB"_s, u"--out"_s, path});
    QVERIFY2(done.exit == Exit::Done, qPrintable(done.all()));
    QCOMPARE(QFileInfo(path).permissions()
                 & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());
    const Result<ConnectionFile> file = ConnectionFile::read(path);
    QVERIFY(file.ok());
    QVERIFY(!done.all().contains(file.value().secret));
    QVERIFY(PostgresCentre(file.value()).stationKey().ok());

    const QString other = in(u"B07-again.onehall"_s);
    const ToolRun again = run({u"enrol"_s, u"B07"_s, u"--out"_s, other});
    QCOMPARE(again.exit, Exit::Failed);
    QVERIFY(!QFile::exists(other));
    // The first file was not spoilt by the attempt.
    QVERIFY(PostgresCentre(file.value()).stationKey().ok());
    // Nor is a file that is there ever overwritten.
    QCOMPARE(run({u"enrol"_s, u"B08"_s, u"--out"_s, path}).exit, Exit::Failed);
    QVERIFY(PostgresCentre(file.value()).stationKey().ok());
}

void TestTool::closesAStation()
{
    const QString path = in(u"B09.onehall"_s);
    QCOMPARE(run({u"enrol"_s, u"B09"_s, u"--out"_s, path}).exit, Exit::Done);
    const Result<ConnectionFile> file = ConnectionFile::read(path);
    QVERIFY(file.ok());
    PostgresCentre centre(file.value());
    QVERIFY(centre.stationKey().ok());
    QVERIFY(
        centre.lease({.series = u"acceptance-notice"_s, .organ = u"朗"_s, .year = 2026, .size = 5})
            .ok());
    const ToolRun closed = run({u"close"_s, u"B09"_s, u"--json"_s});
    QCOMPARE(closed.exit, Exit::Done);
    QCOMPARE(closed.json().value("voided"_L1).toInt(), 5);
    QCOMPARE(centre.stationKey().error().kind, ErrorKind::CentreUnreachable); // its session ended
    QCOMPARE(centre.stationKey().error().kind, ErrorKind::AccountDisabled);
}

void TestTool::importsOnlyWhatDiffers()
{
    const QString sample = QStringLiteral(HALL_SOURCE_DIR) + u"/resources/reference/sample"_s;
    const ToolRun same = run({u"import"_s, u"catalogue"_s, sample, u"--json"_s});
    QVERIFY2(same.exit == Exit::Done, qPrintable(same.all()));
    QCOMPARE(same.json().value("published"_L1).toInt(), 0);

    QDir().mkpath(in(u"catalogue"_s));
    QByteArray windows = contents(sample + u"/windows.csv"_s);
    windows.replace("财政分局窗口", "财政分局一号窗口");
    QFile file(in(u"catalogue/windows.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(windows);
    file.close();
    const ToolRun changed = run({u"import"_s, u"catalogue"_s, in(u"catalogue"_s), u"--json"_s});
    QCOMPARE(changed.json().value("published"_L1).toInt(), 1);
    QCOMPARE(run({u"import"_s, u"calendar"_s,
                  QStringLiteral(HALL_SOURCE_DIR) + u"/resources/reference/holidays-cn.csv"_s})
                 .exit,
             Exit::Done);
    QCOMPARE(run({u"import"_s, u"sample"_s, u"--json"_s}).json().value("published"_L1).toInt(), 1);
}

void TestTool::rejectsBrokenRows()
{
    const QString path = in(u"staff.csv"_s);
    QVERIFY(writePrivately(path,
                           "code,name,card_number,phone,window,posts\n"
                           "xx01,甲,,,,CZ/reviewer\n"
                           "xx02,乙,,,,NOWHERE/reviewer\n")
                .ok());
    const ToolRun refused = run({u"import"_s, u"staff"_s, path});
    QCOMPARE(refused.exit, Exit::Failed);
    QVERIFY2(refused.err.contains(":3 posts:"_L1), qPrintable(refused.err));
    const ToolRun partly = run({u"import"_s, u"staff"_s, path, u"--accept-valid"_s, u"--json"_s});
    QCOMPARE(partly.exit, Exit::Done);
    QCOMPARE(partly.json().value("published"_L1).toInt(), 1);
}

void TestTool::refusesABrokenDefinition()
{
    QByteArray json
        = contents(QStringLiteral(HALL_SOURCE_DIR) + u"/resources/reference/definitions/W2.json"_s);
    json.replace("\"version\": 1,", "\"version\": 2,");
    const QString path = in(u"W2.json"_s);
    QVERIFY(writePrivately(path, json).ok());
    const ToolRun good = run({u"import"_s, u"definition"_s, path});
    QVERIFY2(good.exit == Exit::Done, qPrintable(good.all()));
    json.replace("\"to\": \"review\"", "\"to\": \"nowhere\"");
    QVERIFY(writePrivately(path, json).ok());
    QCOMPARE(run({u"import"_s, u"definition"_s, path}).exit, Exit::Failed);
}

QTEST_GUILESS_MAIN(TestTool)
#include "tst_tool.moc"
