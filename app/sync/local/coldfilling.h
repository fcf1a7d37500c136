#pragma once

#include "store/transaction.h"
#include "sync/api/protocol.h"

namespace hall {

/// Closed cases of a first filling: rows for lists and search, no journal. What is here already
/// stays; an event that comes for one of them later brings its history.
/// The streams of a walk's page are in its scope, whatever this store believed.
[[nodiscard]] Result<Done> nameScope(WriteTx &tx, const QString &scope,
                                     const QList<SnapshotRow> &rows);
[[nodiscard]] Result<Done> insertCold(WriteTx &tx, const QString &scope,
                                      const QList<SnapshotRow> &rows);

} // namespace hall
