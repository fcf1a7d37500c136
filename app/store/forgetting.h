#pragma once

#include "domain/result.h"
#include "store/storepaths.h"
#include "store/transaction.h"

#include <QString>

#include <mutex>

namespace hall {

// What has left this machine (its case went to where nobody here has a right) leaves the files
// beside the database too: the safety file at once, backups with the next one.

/// In the transaction that removed it: the safety file, whose records still say it, is to be
/// written anew. Holds over a crash, until the writer has done it.
[[nodiscard]] Result<Done> noteLeft(Connection &connection);
[[nodiscard]] Result<bool> hasLeft(Connection &connection);
/// What is left is as it shall be (sealed, noted as gone): the writer does it after this commit.
void askToForget(WriteTx &tx);
[[nodiscard]] bool asksToForget(const QList<OwnRow> &rows);

/// Which backups hold what has left: empty = none, else another text after each time.
[[nodiscard]] Result<QString> staleBackups(Connection &connection);
/// The safety file is written anew: the backups come next.
[[nodiscard]] Result<Done> noteForgotten(Connection &connection);
/// Nothing that is older than the backup `newest` is left: other backups, copies of pages that are
/// not here, and the damaged files that recoveries have put aside. The database is written anew
/// while `turn` is held (some seconds where it is big): secure_delete leaves what stood between the
/// rows of a page that was divided. False: it shall be tried again.
[[nodiscard]] bool eraseOlder(const StorePaths &paths, const QString &newest, std::mutex &turn);

} // namespace hall
