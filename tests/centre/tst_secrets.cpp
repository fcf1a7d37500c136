// A password is in no file and no log: not in the server's folder with its log and its write-ahead
// log, not beside the tool, not in a backup. What must be kept is kept for its owner only.
#include "democentre.h"

#include <QDirIterator>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSecrets : public DemoCentre
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsLeaveNoTrace();
    void stationSecretIsInItsFileOnly();
    void keysAreTheirOwnersOnly();

private:
    /// Files below a folder that hold the bytes.
    [[nodiscard]] static QStringList filesWith(const QString &folder, const QByteArray &bytes)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (contents(files.next()).contains(bytes))
                found.append(files.filePath());
        }
        return found;
    }
};

void TestSecrets::passwordsLeaveNoTrace()
{
    // The server writes down as much as an administrator could ever ask of it.
    admin("alter system set log_min_messages = 'debug1'");
    admin("alter system set log_statement = 'all'");
    admin("alter system set log_connections = on");
    admin("alter system set log_min_error_statement = 'debug5'");
    admin("alter system set log_min_duration_statement = 0");
    admin("alter system set log_parameter_max_length = -1");
    admin("alter system set log_parameter_max_length_on_error = -1");
    admin("select pg_reload_conf()");
    const QList<QString> passwords{u"Zebra-Trace-One-77"_s, u"Zebra-Trace-Two-88"_s,
                                   u"Zebra-Trace-Wrong-99"_s};
    const ToolRun reset = run({u"staff"_s, u"reset"_s, u"cz01"_s, u"--new-password-file"_s, u"-"_s},
                              passwords[0].toUtf8() + '\n');
    QVERIFY2(reset.exit == Exit::Done, qPrintable(reset.all()));
    {
        const Result<ConnectionFile> file = ConnectionFile::read(demo() + u"/A01.onehall"_s);
        QVERIFY(file.ok());
        PostgresCentre centre(file.value());
        QVERIFY(centre.signIn(u"cz01"_s, passwords[0], u"A01"_s).ok());
        QVERIFY(centre.changePassword(passwords[1]).ok());
        QCOMPARE(centre.signIn(u"cz01"_s, passwords[2], u"A01"_s).error().kind,
                 ErrorKind::WrongPassword);
        QVERIFY(centre.signIn(u"cz01"_s, passwords[1], u"A01"_s).ok());
    }
    const QString backups = in(u"backups"_s);
    const ToolRun backup = run({u"backup"_s, backups});
    QVERIFY2(backup.exit == Exit::Done, qPrintable(backup.all()));
    admin("checkpoint");
    // The trace is looked for where it would be: the statements themselves are in the log.
    QVERIFY(!filesWith(demo(), "api.change_password").isEmpty());
    for (const QString &password : passwords) {
        for (const QString &folder : {demo(), backups})
            QCOMPARE(filesWith(folder, password.toUtf8()), QStringList());
        QVERIFY(!reset.all().contains(password));
    }
    admin("alter system reset all");
    admin("select pg_reload_conf()");
}

void TestSecrets::stationSecretIsInItsFileOnly()
{
    const QString file = in(u"C09.onehall"_s);
    const ToolRun enrolled = run({u"enrol"_s, u"C09"_s, u"--out"_s, file});
    QVERIFY2(enrolled.exit == Exit::Done, qPrintable(enrolled.all()));
    const Result<ConnectionFile> made = ConnectionFile::read(file);
    QVERIFY(made.ok());
    const QByteArray secret = made.value().secret.toUtf8();
    QVERIFY(secret.size() >= 32);
    admin("checkpoint");
    QCOMPARE(filesWith(demo(), secret), QStringList());
    QVERIFY(!enrolled.all().contains(made.value().secret));
}

void TestSecrets::keysAreTheirOwnersOnly()
{
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    int keys = 0;
    QDirIterator files(demo(), {u"*.key"_s, u"*.onehall"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        QVERIFY2(!(files.fileInfo().permissions() & others), qPrintable(files.filePath()));
        ++keys;
    }
    QVERIFY(keys >= 3);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
