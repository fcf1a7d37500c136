#include "sync/admin/certificates.h"

#include "sync/admin/program.h"
#include "sync/postgres/connectionfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QTemporaryDir>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// The authority outlives the machines; a certificate is made anew with each enrolment.
const QString authorityDays = u"7300"_s;
const QString certificateDays = u"3650"_s;

/// A name in a certificate must not carry openssl's own separators.
QString plain(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c == u'/' || c == u'+' || c == u'=' || c == u'\\' || c.unicode() < 0x20)
            c = u' ';
    }
    return result.left(60);
}

QStringList newKey(const QString &keyPath)
{
    return {u"req"_s,     u"-x509"_s,     u"-newkey"_s,
            u"ec"_s,      u"-pkeyopt"_s,  u"ec_paramgen_curve:P-256"_s,
            u"-nodes"_s,  u"-utf8"_s,     u"-sha256"_s,
            u"-config"_s, u"/dev/null"_s, u"-keyout"_s,
            keyPath};
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, path};
    return file.readAll();
}

} // namespace

Authority::Authority(const QString &folder)
    : m_folder(folder)
{
}

bool Authority::exists() const
{
    return QFileInfo::exists(path(u"authority.key"_s));
}

Result<Done> Authority::make(const QString &hall)
{
    if (!QDir().mkpath(m_folder))
        return Error{ErrorKind::FileNotWritten, m_folder};
    QFile::setPermissions(m_folder,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const QStringList arguments = newKey(path(u"authority.key"_s))
        + QStringList{u"-out"_s,    path(u"authority.crt"_s),
                      u"-days"_s,   authorityDays,
                      u"-subj"_s,   u"/CN=OneHall "_s + plain(hall),
                      u"-addext"_s, u"basicConstraints=critical,CA:TRUE,pathlen:0"_s,
                      u"-addext"_s, u"keyUsage=critical,keyCertSign,cRLSign"_s};
    const Result<QByteArray> made = runProgram({.program = u"openssl"_s, .arguments = arguments});
    if (!made.ok())
        return made.error();
    return Done{};
}

Result<QByteArray> Authority::certificate() const
{
    return contents(path(u"authority.crt"_s));
}

Result<CertifiedKey> Authority::certify(const QString &subject, const QStringList &extensions) const
{
    const QTemporaryDir folder; // mode 0700
    if (!folder.isValid())
        return Error{ErrorKind::FileNotWritten, folder.path()};
    const QString keyPath = folder.filePath(u"own.key"_s);
    const QString certificatePath = folder.filePath(u"own.crt"_s);
    QStringList arguments
        = newKey(keyPath) + QStringList{u"-out"_s,    certificatePath,
                                        u"-CA"_s,     path(u"authority.crt"_s),
                                        u"-CAkey"_s,  path(u"authority.key"_s),
                                        u"-days"_s,   certificateDays,
                                        u"-subj"_s,   u"/CN="_s + plain(subject),
                                        u"-addext"_s, u"basicConstraints=critical,CA:FALSE"_s};
    for (const QString &extension : extensions)
        arguments += {u"-addext"_s, extension};
    const Result<QByteArray> made = runProgram({.program = u"openssl"_s, .arguments = arguments});
    if (!made.ok())
        return made.error();
    const Result<QByteArray> certificate = contents(certificatePath);
    const Result<QByteArray> key = contents(keyPath);
    if (!certificate.ok() || !key.ok())
        return Error{ErrorKind::FileUnreadable, certificatePath};
    return CertifiedKey{.certificate = certificate.value(), .key = key.value()};
}

Result<CertifiedKey> Authority::certifyServer(const QStringList &names) const
{
    QStringList alternatives;
    for (const QString &name : names)
        alternatives.append((QHostAddress(name).isNull() ? u"DNS:"_s : u"IP:"_s) + name);
    return certify(
        names.value(0),
        {u"subjectAltName="_s + alternatives.join(u','), u"extendedKeyUsage=serverAuth"_s});
}

Result<CertifiedKey> Authority::certifyStation(const QString &station) const
{
    return certify(u"OneHall station "_s + station, {u"extendedKeyUsage=clientAuth"_s});
}

} // namespace hall
