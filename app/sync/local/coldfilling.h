#pragma once

#include "store/transaction.h"
#include "sync/api/protocol.h"

namespace hall {

/// Closed cases of a first filling: rows for lists and search, no journal. What is here already
/// stays; an event that comes for one of them later brings its history.
[[nodiscard]] Result<Done> insertCold(WriteTx &tx, const QString &scope,
                                      const QList<SnapshotRow> &rows);

} // namespace hall
