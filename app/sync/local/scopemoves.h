#pragma once

#include "store/transaction.h"
#include "sync/api/protocol.h"

namespace hall {

/// Kind 2 of the feed, which comes in place of the event: what is here may hold less than the
/// scopes let think, because each has its own cursor.
[[nodiscard]] Result<Done> enterScope(WriteTx &tx, const FeedEntry &move);
/// Kind 3 of the feed, or found out here (position 0). True: the case leaves this machine.
/// `settledBefore`: up to where its events were here before this page; -1 = as it stands.
[[nodiscard]] Result<bool> leaveScope(WriteTx &tx, const FeedEntry &move, qint64 settledBefore);
/// It leaves no more, also where that was waiting for something of it to be sent.
[[nodiscard]] Result<Done> scopeStays(WriteTx &tx, qint64 streamKey);
/// Forgets in which scopes it is.
[[nodiscard]] Result<Done> nowhereYet(WriteTx &tx, qint64 streamKey);

[[nodiscard]] Result<Done> wantHistory(WriteTx &tx, const StreamId &stream);
[[nodiscard]] Result<Done> unwantHistory(WriteTx &tx, const StreamId &stream);

} // namespace hall
