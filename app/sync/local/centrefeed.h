#pragma once

#include "sync/api/protocol.h"
#include "sync/local/centrestate.h"
#include "sync/local/foldedcases.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QStringList>

namespace hall {

/// What one page of the centre's did here.
struct FeedReport
{
    int events = 0; ///< that were new here
    QSet<StreamId> purged = {};
    QList<QByteArray> pages = {}; ///< that the centre has in whole now
    QSet<StreamId> broken = {};   ///< streams whose chain is wrong at the centre itself
};

// Each of these runs in one transaction (Store::writePulled), data and cursor together.

/// A page of pull. `scopes` = those asked for: their cursors move to max(own, upto). Streams that
/// do not go on where this store stands are noted in want_history. `folded` spares what was folded
/// for the page before.
[[nodiscard]] Result<FeedReport> applyPulled(WriteTx &tx, const PullReply &reply,
                                             const QStringList &scopes,
                                             FoldedCases *folded = nullptr);
/// The answer of history(); the stream is wanted no more.
[[nodiscard]] Result<FeedReport> applyHistory(WriteTx &tx, const StreamId &stream,
                                              const PullReply &reply);
/// Nobody here may read it any more (everybody who could was refused): what is settled of it
/// leaves.
[[nodiscard]] Result<Done> forgetHistory(WriteTx &tx, const StreamId &stream);
[[nodiscard]] Result<QList<StreamId>> wantedHistories(const ReadTx &tx, int limit);

/// A page of a first filling: open cases whole, closed ones as cold rows. Moves the scope's walk on
/// behind its last stream; an empty page ends the walk.
[[nodiscard]] Result<FeedReport> applySnapshot(WriteTx &tx, const SnapshotAsk &ask,
                                               const QList<SnapshotRow> &rows);

/// Settled cases that this store takes to be in a scope.
[[nodiscard]] Result<QSet<StreamId>> streamsBelievedIn(const ReadTx &tx, const QString &scope);
/// A filling has ended without meeting these: they left the scope while nobody here pulled it.
[[nodiscard]] Result<FeedReport> correctScope(WriteTx &tx, const QString &scope,
                                              const QSet<StreamId> &unmet);

/// This station has lost a scope: what no other of its scopes holds leaves the machine.
[[nodiscard]] Result<FeedReport> dropScope(WriteTx &tx, const QString &scope);

} // namespace hall
