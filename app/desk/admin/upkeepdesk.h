#pragma once

#include "desk/admin/hallpublisher.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QString>

namespace hall {

/// A finished backup.
struct BackupEntry
{
    QString file = {};
    QDateTime at = {};
    qint64 bytes = 0;
};

/// What a backup holds, counted while it was verified.
struct BackupCheck
{
    QString file = {};
    qint64 streams = 0;
    qint64 events = 0;
    qint64 bytes = 0;
};

enum class FactKind {
    ReplayEqual, ///< number = differences; 0 = the lists say what the journals say
    Chains,      ///< text = what does not fit
    Streams,
    Events,
    ProjectionRows,
    SafetyEvents, ///< events that the second file holds beyond the last backup
    SafetyDamage, ///< places of the second file that are no good record
    LastBackup,   ///< number = days since; -1 = none
    Station       ///< text
};

/// One line of the diagnostics.
struct Fact
{
    FactKind kind = FactKind::Events;
    qint64 number = 0;
    QString text = {};
    bool isGood = true;
};

/// Backups, diagnostics, rebuilding: what keeps the store trustworthy. Nothing here shows an
/// applicant.
class UpkeepDesk
{
public:
    explicit UpkeepDesk(const HallPublisher &publisher);

    [[nodiscard]] QList<BackupEntry> backups() const; ///< newest first
    /// Makes a verified backup now.
    [[nodiscard]] QFuture<Result<BackupCheck>> backUp() const;
    /// Opens a backup, checks file, counts and chains: whether it could be restored.
    [[nodiscard]] QFuture<Result<BackupCheck>> test(const QString &file) const;
    /// Tests a backup and asks for its restore at the next start of the program; what was done
    /// since is applied on top. NotYourPost, StoreDamaged, FileNotWritten.
    [[nodiscard]] QFuture<Result<BackupCheck>> askRestore(const QString &file) const;
    /// Backups go to and are looked for in this folder from now on; empty = the standard one.
    void useFolder(const QString &folder) const;
    /// Whether a folder can hold backups; StoreOpen (detail = folder) otherwise.
    [[nodiscard]] static Result<Done> checkFolder(const QString &folder);
    [[nodiscard]] QString standardFolder() const;

    /// Replays all journals beside the running store and compares; counts what there is.
    [[nodiscard]] QFuture<Result<QList<Fact>>> diagnose() const;
    /// Makes the lists anew from the journals.
    [[nodiscard]] QFuture<Result<Done>> rebuild() const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall
