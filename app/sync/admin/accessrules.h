#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace hall {

class ServerSession;

/// Where the server finds its own certificate and the hall's authority.
struct ServerFiles
{
    QString certificate = {};
    QString key = {};
    QString authority = {};
};

/// The lines of pg_hba.conf for one database: TLS, SCRAM and an enrolled computer, or nothing.
[[nodiscard]] QByteArray accessRules(const QString &database);
/// Puts the block of this database first in a pg_hba.conf, in the place of an older one.
[[nodiscard]] QByteArray withAccessRules(const QByteArray &hba, const QString &database);

/// Settings of the whole server that the centre needs, as "name = value" lines of postgresql.conf.
[[nodiscard]] QByteArray settingLines(const ServerFiles &files);

struct Applied
{
    bool needsRestart = false; ///< what was set counts only after a restart of the server
    QString hbaFile = {};
};

/// Sets them on the running server as a superuser on its own machine: ALTER SYSTEM, the block in
/// pg_hba.conf, reload. FileNotWritten when this account may not write pg_hba.conf.
[[nodiscard]] Result<Applied> applyAccessRules(ServerSession &session, const ServerFiles &files);

} // namespace hall
