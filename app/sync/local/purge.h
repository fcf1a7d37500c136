#pragma once

#include "store/journal.h"
#include "store/transaction.h"

#include <QByteArray>
#include <QList>

namespace hall {

/// Overwrites and removes everything about a case that this machine may not hold any more: events,
/// rows of lists and search; page bytes that no other case names are noted for removal. A case with
/// work that waits for the centre goes when that work is answered.
[[nodiscard]] Result<Done> purgeStream(WriteTx &tx, const StreamHead &head);
/// Every stream whose `id` the query gives; all are read before the first one goes.
[[nodiscard]] Result<Done> purgeEach(WriteTx &tx, Query &query);
/// Cases that were only waiting for that.
[[nodiscard]] Result<Done> purgeLeaving(WriteTx &tx);

/// Pages whose bytes are to be removed from the page store, then forgotten with forgetPages().
[[nodiscard]] Result<QList<QByteArray>> gonePages(const ReadTx &tx);
[[nodiscard]] Result<Done> forgetPages(WriteTx &tx, const QList<QByteArray> &shas);

/// Empties the write-ahead log, in which what was purged still stands. False: somebody is reading
/// just now, ask again. Waits for the disk; not on the writer's thread.
[[nodiscard]] Result<bool> emptyLog(const QString &folder);

} // namespace hall
