#pragma once

#include "store/transaction.h"
#include "sync/api/centrelink.h"

namespace hall {

[[nodiscard]] Result<QList<AttentionRow>> attentionRows(const ReadTx &tx);
[[nodiscard]] Result<Conflict> conflictOf(const ReadTx &tx, const EventId &event);
[[nodiscard]] Result<Done> decideOnRefused(WriteTx &tx, const AttentionCommand &command,
                                           const Actor &actor, IdSource &ids);

} // namespace hall
