#pragma once

#include "domain/result.h"
#include "store/connection.h"
#include "store/storepaths.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace hall {

class Clock;

/// What a backup holds.
struct BackupReport
{
    QString file = {};
    QDateTime at = {};
    qint64 bytes = 0;
    qint64 streams = 0;
    qint64 events = 0;
    qint64 newestPos = 0; ///< events behind it stand in the safety file
    int pagesCopied = 0;
};

struct BackupInfo
{
    QString file = {};
    QDateTime at = {};
    qint64 bytes = 0;
};

constexpr int keptBackups = 14;

/// VACUUM INTO a temporary name, verified, fsynced, renamed; pages that are new are linked or
/// copied; old backups beyond keptBackups are removed. Uses a connection of its own.
[[nodiscard]] Result<BackupReport> makeBackup(const StorePaths &paths, const Clock &clock,
                                              FaultPlan *faults);
/// integrity_check, event counts and chains. StoreDamaged with what does not fit.
[[nodiscard]] Result<BackupReport> verifyBackup(const QString &file);
/// Finished backups, newest first.
[[nodiscard]] QList<BackupInfo> listBackups(const QString &backupFolder);

} // namespace hall
