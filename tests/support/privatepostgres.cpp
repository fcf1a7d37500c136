#include "privatepostgres.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpServer>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

#include <pwd.h>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool write(const QString &path, const QByteArray &text, QIODevice::OpenMode mode)
{
    QFile file(path);
    return file.open(mode) && file.write(text) == text.size();
}

} // namespace

PrivatePostgres::PrivatePostgres()
    : m_folder(QDir::tempPath() + u"/hall-pg-XXXXXX"_s)
{
    if (geteuid() != 0)
        return;
    m_account = getpwnam("postgres") ? u"postgres"_s : u"nobody"_s;
}

PrivatePostgres::~PrivatePostgres()
{
    stop(Stop::Immediate);
}

QString PrivatePostgres::serverFolder()
{
    const QDir debian(u"/usr/lib/postgresql"_s);
    for (const QString &version :
         debian.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        if (QFile::exists(debian.filePath(version + u"/bin/initdb"_s)))
            return debian.filePath(version + u"/bin/"_s);
    }
    return {};
}

bool PrivatePostgres::run(const QString &program, const QStringList &arguments, bool asServer)
{
    QStringList words = arguments;
    QString command = program;
    if (asServer && !m_account.isEmpty()) {
        words = QStringList{u"--reuid=%1"_s.arg(m_account), u"--clear-groups"_s, program} + words;
        command = u"setpriv"_s;
    }
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command, words);
    if (!process.waitForFinished(patience) || process.exitCode() != 0) {
        m_problem
            = program + u": "_s + QString::fromLocal8Bit(process.readAll()) + process.errorString();
        return false;
    }
    return true;
}

bool PrivatePostgres::makeCertificates()
{
    const QStringList key{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                          u"-nodes"_s};
    const bool written = write(path(u"san.cnf"_s), "subjectAltName=IP:127.0.0.1,DNS:localhost\n",
                               QIODevice::WriteOnly);
    return written
        && run(u"openssl"_s,
               QStringList{u"req"_s, u"-x509"_s} + key
                   + QStringList{u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=throw-away"_s, u"-keyout"_s,
                                 u"ca.key"_s, u"-out"_s, u"ca.crt"_s})
        && run(u"openssl"_s,
               QStringList{u"req"_s} + key
                   + QStringList{u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, u"server.key"_s,
                                 u"-out"_s, u"server.csr"_s})
        && run(u"openssl"_s,
               {u"x509"_s, u"-req"_s, u"-in"_s, u"server.csr"_s, u"-CA"_s, u"ca.crt"_s, u"-CAkey"_s,
                u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s, u"san.cnf"_s,
                u"-out"_s, u"server.crt"_s})
        && run(u"chmod"_s, {u"600"_s, u"server.key"_s});
}

bool PrivatePostgres::writeSettings()
{
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray settings = "\nlisten_addresses = '127.0.0.1'\nport = "
        + QByteArray::number(m_port) + "\nunix_socket_directories = '" + folder
        + "'\nmax_connections = 60\nssl = on\nssl_cert_file = '" + folder
        + "/server.crt'\nssl_key_file = '" + folder
        + "/server.key'\npassword_encryption = 'scram-sha-256'\nshared_buffers = '64MB'\n"
          "autovacuum_naptime = '5s'\n"
          // the pipe to this test must not fill: no errors of statements, no checkpoints
          "log_min_messages = 'log'\nlog_checkpoints = off\n";
    return write(path(u"data/postgresql.conf"_s), settings, QIODevice::Append)
        && write(path(u"data/pg_hba.conf"_s),
                 "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n",
                 QIODevice::WriteOnly | QIODevice::Truncate);
}

bool PrivatePostgres::begin()
{
    const QString programs = serverFolder();
    if (programs.isEmpty()) {
        m_problem = u"PostgreSQL's server programs are not here (package postgresql-15)"_s;
        return false;
    }
    if (!makeCertificates())
        return false;
    if (!m_account.isEmpty() && !run(u"chown"_s, {u"-R"_s, m_account, m_folder.path()}))
        return false;
    m_port = freePort();
    return run(programs + u"initdb"_s,
               {u"-D"_s, path(u"data"_s), u"-U"_s, u"postgres"_s, u"-E"_s, u"UTF8"_s,
                u"--locale=C"_s, u"-A"_s, u"trust"_s, u"--no-sync"_s},
               true)
        && writeSettings() && start();
}

bool PrivatePostgres::start()
{
    // The kernel ends the server when this process goes, however it goes.
    QStringList words{u"--pdeathsig"_s, u"QUIT"_s};
    if (!m_account.isEmpty())
        words += {u"--reuid=%1"_s.arg(m_account), u"--clear-groups"_s};
    m_server.setWorkingDirectory(m_folder.path());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(u"setpriv"_s,
                   words + QStringList{serverFolder() + u"postgres"_s, u"-D"_s, path(u"data"_s)});
    QByteArray said;
    const QDeadlineTimer deadline(patience);
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(int(deadline.remainingTime()))) {
            m_problem = QString::fromLocal8Bit(said);
            return false;
        }
        said += m_server.readAll();
    }
    return true;
}

bool PrivatePostgres::stop(Stop how)
{
    if (m_server.state() == QProcess::NotRunning)
        return true;
    ::kill(pid_t(m_server.processId()), how == Stop::Immediate ? SIGQUIT : SIGINT);
    return m_server.waitForFinished(patience);
}

void PrivatePostgres::drain()
{
    static_cast<void>(m_server.waitForReadyRead(0));
    m_server.readAll();
}

bool PrivatePostgres::keepCopy(const QString &name)
{
    return stop() && run(u"cp"_s, {u"-a"_s, u"data"_s, u"copy-"_s + name}) && start();
}

bool PrivatePostgres::restoreCopy(const QString &name)
{
    return stop(Stop::Immediate) && run(u"rm"_s, {u"-rf"_s, u"data"_s})
        && run(u"cp"_s, {u"-a"_s, u"copy-"_s + name, u"data"_s}) && start();
}

QString PrivatePostgres::byName(const QString &user, const QString &database) const
{
    return u"host=%1 port=%2 user=%3 dbname=%4"_s.arg(m_folder.path())
        .arg(m_port)
        .arg(user, database);
}

QString PrivatePostgres::byPassword(const QString &user, const QString &password,
                                    const QString &database, const QString &sslmode) const
{
    return u"host=localhost hostaddr=127.0.0.1 port=%1 user=%2 password=%3 dbname=%4 sslmode=%5 "
           "sslrootcert=%6 connect_timeout=10"_s.arg(m_port)
               .arg(user, password, database, sslmode, authorityFile());
}

} // namespace hall::test
