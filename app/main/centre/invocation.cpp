#include "main/centre/invocation.h"

#include "sync/postgres/connectionfile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString placeFile = u"centre.json"_s;

} // namespace

CentrePlace CentrePlace::read(const QString &folder)
{
    QFile file(folder + u'/' + placeFile);
    QJsonObject object;
    if (file.open(QIODevice::ReadOnly))
        object = QJsonDocument::fromJson(file.readAll()).object();
    return {.hall = object.value("hall"_L1).toString(),
            .town = object.value("town"_L1).toString(),
            .host = object.value("host"_L1).toString(),
            .address = object.value("address"_L1).toString(),
            .socket = object.value("socket"_L1).toString(u"/var/run/postgresql"_s),
            .port = object.value("port"_L1).toInt(5432),
            .database = object.value("database"_L1).toString(u"onehall"_s)};
}

Result<Done> CentrePlace::write(const QString &folder) const
{
    const QJsonObject object{{u"hall"_s, hall},        {u"town"_s, town},     {u"host"_s, host},
                             {u"address"_s, address},  {u"socket"_s, socket}, {u"port"_s, port},
                             {u"database"_s, database}};
    return writePrivately(folder + u'/' + placeFile, QJsonDocument(object).toJson());
}

Invocation::Invocation(const QCommandLineParser &parser, const QStringList &arguments,
                       Console &console)
    : m_parser(parser)
    , m_arguments(arguments)
    , m_console(console)
{
}

QString Invocation::folder() const
{
    const QString given = value(u"folder"_s);
    return given.isEmpty() ? QDir::homePath() + u"/onehall-centre"_s : QDir(given).absolutePath();
}

CentrePlace Invocation::place() const
{
    CentrePlace place = CentrePlace::read(folder());
    if (has(u"port"_s))
        place.port = value(u"port"_s).toInt();
    if (has(u"database"_s))
        place.database = value(u"database"_s);
    return place;
}

Result<Access> Invocation::access(const QString &database) const
{
    const CentrePlace place = this->place();
    Access access{.host = has(u"host"_s) ? value(u"host"_s) : place.socket,
                  .port = place.port,
                  .database = database.isEmpty() ? place.database : database,
                  .user = value(u"user"_s)};
    if (access.isLocal()) {
        // A server of one's own knows no account of this system but its own superuser.
        if (access.user.isEmpty() && access.host.startsWith(folder()))
            access.user = u"postgres"_s;
        return access;
    }
    access.authorityFile = has(u"ca"_s) ? value(u"ca"_s) : folder() + u"/authority.crt"_s;
    access.certificateFile = value(u"certificate"_s);
    access.keyFile = value(u"key"_s);
    const Result<QString> password
        = m_console.secret(CentreText::say(Say::AskOwnPassword).arg(access.user),
                           value(u"password-file"_s), u"password-file"_s);
    if (!password.ok())
        return password.error();
    access.password = password.value();
    return access;
}

Result<Done> Invocation::open(CentreDatabase &centre) const
{
    const Result<Access> way = access();
    if (!way.ok())
        return way.error();
    return centre.open(way.value());
}

Result<QString> Invocation::town(CentreDatabase &centre)
{
    const Result<QJsonObject> status = centre.status();
    if (!status.ok())
        return status.error();
    return status.value().value("town"_L1).toString();
}

} // namespace hall
