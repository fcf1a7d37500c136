#include "sync/admin/backup.h"

#include "sync/admin/centredatabase.h"
#include "sync/admin/privatecluster.h"
#include "sync/admin/program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QStringList connection(const Access &access)
{
    QStringList arguments{u"-h"_s, access.host, u"-p"_s, QString::number(access.port), u"-w"_s};
    if (!access.user.isEmpty())
        arguments += {u"-U"_s, access.user};
    return arguments;
}

/// Only the lines about this hall's roles: a server may have others.
QByteArray ownLogins(const QByteArray &globals)
{
    static const QRegularExpression ours(
        u"^(CREATE ROLE|ALTER ROLE|GRANT) .*\\b(onehall_[a-z]+|[spa]_[0-9]{9}_[a-z0-9_.-]+)\\b"_s);
    static const QRegularExpression grantor(u" GRANTED BY [^;]+"_s);
    QByteArray logins;
    const QStringList lines = QString::fromUtf8(globals).split(u'\n');
    for (QString line : lines) {
        if (ours.match(line).hasMatch())
            logins += line.remove(grantor).toUtf8() + '\n';
    }
    return logins;
}

Result<QByteArray> sumOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{ErrorKind::FileUnreadable, path};
    return hash.result().toHex();
}

bool keep(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush();
}

Result<qint64> keepStatus(const Access &access, const QString &path)
{
    CentreDatabase centre;
    const Result<Done> opened = centre.open(access);
    if (!opened.ok())
        return opened.error();
    const Result<QJsonObject> status = centre.status();
    if (!status.ok())
        return status.error();
    QJsonObject kept = status.value();
    kept.insert(u"database"_s, access.database);
    if (!keep(path, QJsonDocument(kept).toJson()))
        return Error{ErrorKind::FileNotWritten, path};
    return kept.value("pos"_L1).toInteger();
}

Result<Done> keepSums(const QDir &folder)
{
    QByteArray sums;
    for (const QString &name : {u"database.dump"_s, u"logins.sql"_s, u"status.json"_s}) {
        const Result<QByteArray> sum = sumOf(folder.filePath(name));
        if (!sum.ok())
            return sum.error();
        sums += sum.value() + "  " + name.toUtf8() + '\n';
    }
    if (!keep(folder.filePath(u"SHA256SUMS"_s), sums))
        return Error{ErrorKind::FileNotWritten, folder.path()};
    return Done{};
}

Result<Done> checkSums(const QDir &folder)
{
    QFile file(folder.filePath(u"SHA256SUMS"_s));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, file.fileName()};
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const QString name = QString::fromUtf8(line.mid(66));
        const Result<QByteArray> sum = sumOf(folder.filePath(name));
        if (!sum.ok())
            return sum.error();
        if (sum.value() != line.left(64))
            return Error{ErrorKind::FileUnreadable, name + u": altered"_s};
    }
    return Done{};
}

Result<Done> fill(const PrivateCluster &cluster, const QDir &backup)
{
    const Access server = cluster.access(u"postgres"_s);
    CentreDatabase database;
    const Result<Done> opened = database.open(server);
    if (!opened.ok())
        return opened;
    ServerSession &session = database.session();
    QFile logins(backup.filePath(u"logins.sql"_s));
    if (!logins.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, logins.fileName()};
    const Result<Done> made = session.script(logins.readAll());
    if (!made.ok())
        return Error{ErrorKind::WorkerFailed, u"logins.sql: "_s + database.words()};
    // --create: rights and settings of the database itself come back only with it.
    const Result<QByteArray> filled = runProgram(
        {.program = u"pg_restore"_s,
         .arguments = connection(server)
             + QStringList{u"--exit-on-error"_s, u"--create"_s, u"-j"_s, u"2"_s, u"-d"_s,
                           u"postgres"_s, backup.filePath(u"database.dump"_s)}});
    if (!filled.ok())
        return filled.error();
    return Done{};
}

Result<RestoreReport> look(const PrivateCluster &cluster, const QString &database,
                           RestoreReport report)
{
    CentreDatabase centre;
    const Result<Done> opened = centre.open(cluster.access(database));
    if (!opened.ok())
        return opened.error();
    const Result<QJsonObject> status = centre.status();
    if (!status.ok())
        return status.error();
    report.pos = status.value().value("pos"_L1).toInteger();
    Result<Verification> verified = verifyCentre(centre, PageCheck::Bytes, [](qint64) {});
    if (!verified.ok())
        return verified.error();
    report.verification = std::move(verified).value();
    return report;
}

} // namespace

Result<BackupReport> backUp(const Access &access, const QString &where, const QString &stamp)
{
    const QDir folder(where + u"/onehall-"_s + stamp);
    if (folder.exists() || !folder.mkpath(u"."_s))
        return Error{ErrorKind::FileNotWritten, folder.path()};
    QFile::setPermissions(folder.path(),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    // First the position: the dump then holds at least that much.
    const Result<qint64> pos = keepStatus(access, folder.filePath(u"status.json"_s));
    if (!pos.ok())
        return pos.error();
    const QString dump = folder.filePath(u"database.dump"_s);
    const Result<QByteArray> dumped
        = runProgram({.program = u"pg_dump"_s,
                      .arguments = connection(access)
                          + QStringList{u"-Fc"_s, u"-f"_s, dump, u"-d"_s, access.database}});
    if (!dumped.ok())
        return dumped.error();
    const Result<QByteArray> globals
        = runProgram({.program = u"pg_dumpall"_s,
                      .arguments = connection(access) + QStringList{u"--roles-only"_s}});
    if (!globals.ok())
        return globals.error();
    if (!keep(folder.filePath(u"logins.sql"_s), ownLogins(globals.value())))
        return Error{ErrorKind::FileNotWritten, folder.path()};
    const Result<Done> summed = keepSums(folder);
    if (!summed.ok())
        return summed.error();
    return BackupReport{
        .folder = folder.path(), .bytes = QFileInfo(dump).size(), .pos = pos.value()};
}

Result<RestoreReport> tryBackup(const QString &backup, const QString &scratch)
{
    const QDir folder(backup);
    const Result<Done> intact = checkSums(folder);
    if (!intact.ok())
        return intact.error();
    QElapsedTimer timer;
    timer.start();
    QFile status(folder.filePath(u"status.json"_s));
    if (!status.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, status.fileName()};
    const QJsonObject then = QJsonDocument::fromJson(status.readAll()).object();
    const RestoreReport report{.expectedPos = then.value("pos"_L1).toInteger()};
    PrivateCluster cluster(scratch);
    Result<Done> ready = cluster.make();
    if (ready.ok())
        ready = cluster.start(PrivateCluster::freePort());
    if (ready.ok())
        ready = fill(cluster, folder);
    if (!ready.ok())
        return ready.error();
    Result<RestoreReport> looked = look(cluster, then.value("database"_L1).toString(), report);
    if (looked.ok())
        looked.value().seconds = static_cast<int>(timer.elapsed() / 1000);
    return looked;
}

} // namespace hall
