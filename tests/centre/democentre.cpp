#include "democentre.h"

using namespace Qt::StringLiterals;

namespace hall::test {

void DemoCentre::initTestCase()
{
    // As root the server runs under an account of its own, which must get through to its folder.
    QFile::setPermissions(m_folder.path(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner
                              | QFileDevice::ExeOther);
    m_demo = in(u"demo"_s);
    const ToolRun made = runTool({u"demo"_s, u"--folder"_s, m_demo});
    QVERIFY2(made.exit == Exit::Done, qPrintable(made.all()));
    QVERIFY(made.out.contains(u"--connect "_s + m_demo + u"/A01.onehall"_s));
}

void DemoCentre::cleanupTestCase()
{
    QCOMPARE(runTool({u"demo"_s, u"--stop"_s, u"--folder"_s, m_demo}).exit, Exit::Done);
}

Result<SignInReply> DemoCentre::signIn(const QString &staff, const QString &password) const
{
    const Result<ConnectionFile> file = ConnectionFile::read(m_demo + u"/A01.onehall"_s);
    if (!file.ok())
        return file.error();
    PostgresCentre centre(file.value());
    return centre.signIn(staff, password, u"A01"_s);
}

void DemoCentre::admin(const QByteArray &sql)
{
    const CentrePlace place = CentrePlace::read(m_demo);
    CentreDatabase centre;
    QVERIFY(centre
                .open({.host = place.socket,
                       .port = place.port,
                       .database = place.database,
                       .user = u"postgres"_s})
                .ok());
    const Result<Done> done = centre.session().script(sql);
    QVERIFY2(done.ok(), qPrintable(centre.words()));
}

QByteArray DemoCentre::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject DemoCentre::status() const
{
    return run({u"status"_s, u"--json"_s}).json();
}

} // namespace hall::test
