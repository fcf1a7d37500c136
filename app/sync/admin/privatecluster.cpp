#include "sync/admin/privatecluster.h"

#include "sync/admin/program.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(text) == text.size()
        && file.flush();
}

bool overwrite(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size()
        && file.flush();
}

} // namespace

PrivateCluster::PrivateCluster(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
}

PrivateCluster::~PrivateCluster()
{
    if (m_isRunning && !m_isKept)
        static_cast<void>(stop().ok());
}

Result<Done> PrivateCluster::run(const QString &program, const QStringList &arguments) const
{
    const QString path = serverProgram(program);
    if (path.isEmpty())
        return Error{ErrorKind::WorkerFailed, program + u": not found"_s};
    const Result<QByteArray> done
        = runProgram(unprivileged({.program = path, .arguments = arguments, .folder = u"/"_s}));
    if (!done.ok())
        return done.error();
    return Done{};
}

Result<Done> PrivateCluster::handOver(const QString &path) const
{
    const QString account = serverAccount();
    if (account.isEmpty())
        return Done{};
    const Result<QByteArray> done
        = runProgram({.program = u"chown"_s, .arguments = {u"-R"_s, account, path}});
    if (!done.ok())
        return done.error();
    return Done{};
}

QString PrivateCluster::dataFolder() const
{
    return m_folder + u"/data"_s;
}

bool PrivateCluster::exists() const
{
    return QFile::exists(dataFolder() + u"/PG_VERSION"_s);
}

Result<Done> PrivateCluster::make()
{
    if (!QDir().mkpath(m_folder + u"/socket"_s))
        return Error{ErrorKind::FileNotWritten, m_folder};
    QFile::setPermissions(m_folder + u"/socket"_s,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const Result<Done> owned = handOver(m_folder);
    if (!owned.ok())
        return owned;
    const Result<Done> made = run(u"initdb"_s,
                                  {u"-D"_s, dataFolder(), u"-U"_s, u"postgres"_s,
                                   u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s,
                                   u"--encoding=UTF8"_s, u"--locale=C"_s, u"--data-checksums"_s});
    if (!made.ok())
        return made;
    const QByteArray text = "listen_addresses = '127.0.0.1'\nmax_connections = 60\n"
                            "password_encryption = 'scram-sha-256'\nlog_min_messages = fatal\n"
                            "unix_socket_directories = '"
        + m_folder.toUtf8() + "/socket'\nunix_socket_permissions = 0700\n";
    if (!append(dataFolder() + u"/postgresql.conf"_s, text))
        return Error{ErrorKind::FileNotWritten, dataFolder()};
    return Done{};
}

Result<Done> PrivateCluster::setUp(const ServerFiles &files, const QString &database)
{
    const QString conf = dataFolder() + u"/postgresql.conf"_s;
    const QByteArray tls = "ssl = on\nssl_cert_file = '" + files.certificate.toUtf8()
        + "'\nssl_key_file = '" + files.key.toUtf8() + "'\nssl_ca_file = '"
        + files.authority.toUtf8() + "'\n";
    // Who gets into the socket's folder is the server's own account or root.
    const QByteArray rules = withAccessRules("local all postgres trust\n", database);
    if (!append(conf, tls) || !overwrite(dataFolder() + u"/pg_hba.conf"_s, rules))
        return Error{ErrorKind::FileNotWritten, conf};
    return handOver(m_folder);
}

Result<Done> PrivateCluster::start(int port)
{
    m_port = port;
    const Result<Done> started = run(u"pg_ctl"_s,
                                     {u"-D"_s, dataFolder(), u"-l"_s, m_folder + u"/server.log"_s,
                                      u"-s"_s, u"-w"_s, u"-o"_s, u"-p %1"_s.arg(port), u"start"_s});
    m_isRunning = started.ok();
    return started;
}

Result<Done> PrivateCluster::stop()
{
    m_isRunning = false;
    return run(u"pg_ctl"_s, {u"-D"_s, dataFolder(), u"-s"_s, u"-m"_s, u"fast"_s, u"stop"_s});
}

Access PrivateCluster::access(const QString &database) const
{
    return {.host = m_folder + u"/socket"_s,
            .port = m_port,
            .database = database,
            .user = u"postgres"_s};
}

int PrivateCluster::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace hall
