// The administrator's command line: schema, verification, export, backup, the demonstration.
#include "democentre.h"
#include "sync/admin/schemasteps.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCare : public DemoCentre
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsSchema();
    void stopsAtAnAlteredStep();
    void verifiesEverything();
    void findsWhatWasAltered();
    void exportsEverything();
    void restoresItsBackup();
    void refusesAnAlteredBackup();
    void startsTheDemonstrationAgain();
};

void TestCare::knowsItsSchema()
{
    const QList<SchemaStep> steps = shippedSteps();
    QVERIFY(steps.size() >= 16);
    for (qsizetype i = 0; i < steps.size(); ++i)
        QCOMPARE(steps[i].number, i + 1);
    QCOMPARE(run({u"upgrade"_s}).exit, Exit::Done);
    const QJsonObject now = status();
    QCOMPARE(now.value("schema"_L1).toInt(), steps.last().number);
    QCOMPARE(now.value("town"_L1).toString(), u"441900113"_s);
    QVERIFY(run({u"status"_s}).out.contains(u"大朗镇行政服务中心"_s));
}

void TestCare::stopsAtAnAlteredStep()
{
    admin("update public.onehall_step set sha256 = 'x' || sha256 where number = 3");
    const ToolRun altered = run({u"upgrade"_s});
    admin("update public.onehall_step set sha256 = substr(sha256, 2) where number = 3");
    QCOMPARE(altered.exit, Exit::Failed);
    QVERIFY2(altered.err.contains("0003"_L1) && altered.err.contains("is not the one"_L1),
             qPrintable(altered.err));
    admin("insert into public.onehall_step (number, name, sha256) values (9999, '9999_new', '')");
    const ToolRun newer = run({u"upgrade"_s});
    admin("delete from public.onehall_step where number = 9999");
    QCOMPARE(newer.exit, Exit::Failed);
    QCOMPARE(run({u"upgrade"_s}).exit, Exit::Done);
}

void TestCare::verifiesEverything()
{
    const ToolRun sound = run({u"verify"_s, u"--json"_s});
    QVERIFY2(sound.exit == Exit::Done, qPrintable(sound.all()));
    const QJsonObject now = status();
    QCOMPARE(sound.json().value("events"_L1), now.value("events"_L1));
    QVERIFY(now.value("events"_L1).toInt() > 300);
}

void TestCare::findsWhatWasAltered()
{
    const auto damaged = [this](const QByteArray &harm, const QByteArray &repair,
                                const char *word) {
        admin("set session_replication_role = replica; create table public.kept as select * from "
              "app.event where pos = 5;"
              + harm);
        const ToolRun found = run({u"verify"_s});
        admin("set session_replication_role = replica;" + repair + "drop table public.kept;");
        QCOMPARE(found.exit, Exit::Damaged);
        QVERIFY2(found.err.contains(QLatin1StringView(word)), qPrintable(found.err));
    };
    damaged("update app.event set body = body || ' ' where pos = 5;",
            "update app.event e set body = k.body from public.kept k where e.pos = 5;",
            "Position 5: the body");
    damaged(
        "update app.event set envelope = replace(envelope, 'publish', 'pubLish') where pos = 5;",
        "update app.event e set envelope = k.envelope from public.kept k where e.pos = 5;",
        "Position 5: the town's chain");
    damaged("delete from app.event where pos = 5;",
            "insert into app.event select * from public.kept;", "Position 6 does not follow");
    QCOMPARE(run({u"verify"_s}).exit, Exit::Done);
}

void TestCare::exportsEverything()
{
    const QString folder = in(u"export"_s);
    const ToolRun done = run({u"export"_s, folder});
    QVERIFY2(done.exit == Exit::Done, qPrintable(done.all()));
    const QList<QByteArray> lines = contents(folder + u"/journal.jsonl"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), status().value("events"_L1).toInteger());
    const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(first.value("pos"_L1).toInt(), 1);
    QCOMPARE(first.value("body"_L1).toObject().value("kind"_L1).toString(), u"hall"_s);
    for (const QByteArray &line : contents(folder + u"/SHA256SUMS"_s).trimmed().split('\n')) {
        const QByteArray bytes = contents(folder + u'/' + QString::fromUtf8(line.mid(66)));
        QCOMPARE(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(),
                 line.left(64));
    }
    // Never into a folder that has something already.
    QCOMPARE(run({u"export"_s, folder}).exit, Exit::Failed);
}

void TestCare::restoresItsBackup()
{
    const ToolRun made = run({u"backup"_s, in(u"backups"_s), u"--json"_s});
    QVERIFY2(made.exit == Exit::Done, qPrintable(made.all()));
    const QString backup = made.json().value("folder"_L1).toString();
    const QByteArray logins = contents(backup + u"/logins.sql"_s);
    QVERIFY(logins.contains("p_441900113_cz01") && logins.contains("SCRAM-SHA-256$"));
    const ToolRun tried = runTool({u"restore-test"_s, backup, u"--json"_s});
    QVERIFY2(tried.exit == Exit::Done, qPrintable(tried.all()));
    QCOMPARE(tried.json().value("pos"_L1), made.json().value("pos"_L1));
}

void TestCare::refusesAnAlteredBackup()
{
    const QString backups = in(u"backups"_s);
    const QString backup
        = backups + u'/' + QDir(backups).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    QFile dump(backup + u"/database.dump"_s);
    QVERIFY(dump.open(QIODevice::ReadWrite));
    dump.seek(dump.size() / 2);
    dump.write("flipped");
    dump.close();
    QCOMPARE(runTool({u"restore-test"_s, backup}).exit, Exit::Failed);
}

void TestCare::startsTheDemonstrationAgain()
{
    const qint64 events = status().value("events"_L1).toInteger();
    QCOMPARE(runTool({u"demo"_s, u"--stop"_s, u"--folder"_s, demo()}).exit, Exit::Done);
    QCOMPARE(run({u"status"_s}).exit, Exit::Unreachable);
    const ToolRun again = runTool({u"demo"_s, u"--folder"_s, demo()});
    QVERIFY2(again.exit == Exit::Done, qPrintable(again.all()));
    QCOMPARE(status().value("events"_L1).toInteger(), events);
}

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
