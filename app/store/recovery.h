#pragma once

#include "domain/result.h"
#include "store/store.h"

#include <QString>

namespace hall {

/// What a recovery brought back.
struct RecoveryReport
{
    QString backup = {}; ///< file that it began with; empty = none, all from the safety files
    qint64 eventsInBackup = 0;
    qint64 eventsRestored = 0; ///< from the safety files and the damaged store
    qint64 eventsLost = 0;     ///< gaps that the numbers inside the streams show
    qint64 eventsUnread = 0;   ///< places in the safety files that are no good record any more
    QString damagedFile = {};  ///< where the damaged store now stands; empty = there was none
};

/// Puts a store together again after StoreDamaged: the newest backup that verifies, every intact
/// event of the safety files, and what can still be read in the damaged file. The damaged file is
/// renamed, never deleted. A crash on the way leaves everything as it was; call it again. Blocks:
/// call it off the GUI thread, with no Store open. StoreBusy, DiskFull, StoreFailed.
[[nodiscard]] Result<RecoveryReport> recoverStore(const StoreOptions &options, const Clock &clock);

/// The same with a backup that a person chose (an empty folder gets it as it is). What was done
/// since is applied on top: a restore takes nothing back. StoreDamaged when the backup does not
/// verify.
[[nodiscard]] Result<RecoveryReport> restoreBackup(const StoreOptions &options, const Clock &clock,
                                                   const QString &backup);

/// A restore that a person asked for while the store was open: done at the next start, before the
/// store is opened. The request is a small file in the store's folder. FileNotWritten.
[[nodiscard]] Result<Done> requestRestore(const QString &storeFolder, const QString &backup);
/// The backup asked for, and forgets it, so that a restore that fails is not tried for ever; empty
/// = none.
[[nodiscard]] QString takeRestoreRequest(const QString &storeFolder);

} // namespace hall
