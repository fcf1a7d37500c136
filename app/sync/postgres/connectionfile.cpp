#include "sync/postgres/connectionfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int form = 1;
constexpr auto othersMay = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
    | QFileDevice::WriteOther;

Error wrong(const QString &why)
{
    return {ErrorKind::ConnectionFile, why};
}

bool fits(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

/// The field that cannot be right; empty when all can.
QString wrongField(const ConnectionFile &file)
{
    const bool isLocal = file.host.startsWith(u'/');
    if (file.host.isEmpty())
        return u"host"_s;
    if (file.port < 1 || file.port > 65535)
        return u"port"_s;
    if (file.database.isEmpty())
        return u"database"_s;
    if (!fits(file.town, u"[0-9]{9}"_s))
        return u"town"_s;
    if (!fits(file.station, u"[A-Z][0-9A-Z]{2}"_s))
        return u"station"_s;
    if (file.secret.isEmpty())
        return u"secret"_s;
    if (!isLocal && !file.authority.contains("BEGIN CERTIFICATE"))
        return u"authority"_s;
    if (file.certificate.isEmpty() != file.key.isEmpty())
        return u"certificate"_s;
    return {};
}

} // namespace

QString ConnectionFile::stationRole() const
{
    return u"s_%1_%2"_s.arg(town, station.toLower());
}

QString ConnectionFile::personRole(const QString &staff) const
{
    return u"p_%1_%2"_s.arg(town, staff.toLower());
}

Result<ConnectionFile> ConnectionFile::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return wrong(u"form"_s);
    if (object.value("onehallConnection"_L1).toInt() != form)
        return wrong(u"version"_s);
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    const ConnectionFile file{.hall = text("hall"_L1),
                              .host = text("host"_L1),
                              .address = text("address"_L1),
                              .port = object.value("port"_L1).toInt(5432),
                              .database = text("database"_L1),
                              .town = text("town"_L1),
                              .station = text("station"_L1),
                              .secret = text("secret"_L1),
                              .authority = text("authority"_L1).toUtf8(),
                              .certificate = text("certificate"_L1).toUtf8(),
                              .key = text("key"_L1).toUtf8()};
    const QString field = wrongField(file);
    if (!field.isEmpty())
        return wrong(field);
    return file;
}

QByteArray ConnectionFile::json() const
{
    QJsonObject object{{u"onehallConnection"_s, form},
                       {u"hall"_s, hall},
                       {u"host"_s, host},
                       {u"port"_s, port},
                       {u"database"_s, database},
                       {u"town"_s, town},
                       {u"station"_s, station},
                       {u"secret"_s, secret},
                       {u"authority"_s, QString::fromUtf8(authority)}};
    if (!address.isEmpty())
        object.insert(u"address"_s, address);
    if (!certificate.isEmpty()) {
        object.insert(u"certificate"_s, QString::fromUtf8(certificate));
        object.insert(u"key"_s, QString::fromUtf8(key));
    }
    return QJsonDocument(object).toJson();
}

Result<ConnectionFile> ConnectionFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(u"unreadable"_s);
#ifdef Q_OS_UNIX
    // Windows keeps rights in lists that Qt does not show here; its folder is the person's own.
    if (file.permissions() & othersMay)
        return wrong(u"mode"_s);
#endif
    return fromJson(file.readAll());
}

Result<Done> ConnectionFile::write(const QString &path) const
{
    return writePrivately(path, json());
}

Result<Done> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // The rights first: there is no moment at which somebody else could read the secret.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::FileNotWritten, path};
    return Done{};
}

} // namespace hall
