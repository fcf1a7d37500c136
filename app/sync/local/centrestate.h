#pragma once

#include "store/transaction.h"
#include "sync/api/protocol.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace hall {

/// A scope that this store follows.
struct ScopeState
{
    enum class Fill { Done = 0, Open = 1, Closed = 2 };
    QString scope = {};
    qint64 pos = 0;
    Fill fill = Fill::Open;
    StreamId after = {}; ///< last stream of the walk
};

[[nodiscard]] Result<QList<ScopeState>> scopes(const ReadTx &tx);
/// New scopes begin with a first filling as of `pos` (head of hello); `hall` is pulled from the
/// beginning: it has no snapshot.
[[nodiscard]] Result<Done> followScopes(WriteTx &tx, const QStringList &scopes, qint64 pos);
[[nodiscard]] Result<Done> forgetScope(WriteTx &tx, const QString &scope);
[[nodiscard]] Result<Done> moveCursors(WriteTx &tx, const QStringList &scopes, qint64 upto);
/// `last` null = the walk is at its end: closed cases follow the open ones, then pull.
[[nodiscard]] Result<Done> moveWalk(WriteTx &tx, const SnapshotAsk &ask, const StreamId &last);

/// The head that a hello after the walks gave: fillings that have just ended are good up to it.
[[nodiscard]] Result<Done> noteFilled(WriteTx &tx, qint64 head);
/// The centre says that it is another one: fillings that are on their way, or of which no
/// checkpoint of after the end was confirmed, begin again. Only then: on a bad line they would
/// never end.
[[nodiscard]] Result<Done> doubtFillings(WriteTx &tx);
/// What the centre said of pages holds until the connection ends (doubtPages), for good when a
/// checkpoint of after that is confirmed (settlePages): nothing else would show that a restore took
/// them.
[[nodiscard]] Result<Done> settlePages(WriteTx &tx);
[[nodiscard]] Result<Done> doubtPages(WriteTx &tx);

/// Remembers what the centre confirmed, by pull or by the answer to a push.
[[nodiscard]] Result<Done> confirm(WriteTx &tx, const Checkpoint &checkpoint);
/// Newest first, thinning out backwards.
[[nodiscard]] Result<QList<Checkpoint>> trail(const ReadTx &tx);

/// The centre was restored: what it confirmed above `common` is unsettled again. Own events go back
/// to the outbox, others' are offered again from here too; cursors go back; cases that left above
/// `common` are asked for, fillings that ended above it begin again, every page is asked about.
[[nodiscard]] Result<Done> forkBack(WriteTx &tx, qint64 common);
/// Another station code begins: blocks of numbers of the old one are given up (PROTOCOL.md).
[[nodiscard]] Result<Done> giveUpNumbers(WriteTx &tx);
/// The newest serial ever given.
[[nodiscard]] Result<qint64> newestSerial(const ReadTx &tx);
/// Rows of the sent shelf that came back longer ago than `days`; at least 30.
[[nodiscard]] Result<Done> clearShelf(WriteTx &tx, int days);

} // namespace hall
