#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hall {

struct CertifiedKey
{
    QByteArray certificate = {}; ///< PEM
    QByteArray key = {};         ///< PEM, without a password
};

/// The hall's own certificate authority in one folder (authority.crt, authority.key): it vouches
/// for the centre and for each enrolled computer. Made with the system's `openssl` (3.0 or newer),
/// elliptic curve P-256. Errors: WorkerFailed (detail = its words), FileNotWritten, FileUnreadable.
class Authority
{
public:
    explicit Authority(const QString &folder);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] Result<Done> make(const QString &hall);
    [[nodiscard]] Result<QByteArray> certificate() const;
    /// For the centre; `names` = host names and addresses under which PCs reach it.
    [[nodiscard]] Result<CertifiedKey> certifyServer(const QStringList &names) const;
    [[nodiscard]] Result<CertifiedKey> certifyStation(const QString &station) const;

private:
    [[nodiscard]] Result<CertifiedKey> certify(const QString &subject,
                                               const QStringList &extensions) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    QString m_folder;
};

} // namespace hall
