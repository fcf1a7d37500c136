#pragma once

#include "domain/result.h"
#include "sync/admin/verification.h"
#include "sync/postgres/serversession.h"

#include <QString>

namespace hall {

struct BackupReport
{
    QString folder = {};
    qint64 bytes = 0;
    qint64 pos = 0; ///< how far the centre was when it began
};

/// A backup with PostgreSQL's own means into a new folder below `where`, named by the instant:
/// database.dump (pg_dump, custom form), logins.sql (the logins of this hall with their verifiers),
/// status.json and SHA256SUMS. Readable by its owner only. As a superuser on the centre's machine.
[[nodiscard]] Result<BackupReport> backUp(const Access &access, const QString &where,
                                          const QString &stamp);

struct RestoreReport
{
    qint64 pos = 0;
    qint64 expectedPos = 0; ///< as status.json says; the dump may hold more
    int seconds = 0;
    Verification verification = {};
};

/// Restores a backup into a PostgreSQL of its own, verifies every chain and page there and throws
/// it away. `scratch` = an empty folder with room for it.
[[nodiscard]] Result<RestoreReport> tryBackup(const QString &backup, const QString &scratch);

} // namespace hall
