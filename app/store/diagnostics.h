#pragma once

#include "domain/result.h"
#include "store/storepaths.h"
#include "store/transaction.h"

#include <QString>
#include <QStringList>

namespace hall {

/// What a replay of all journals gave.
struct ReplayReport
{
    qint64 streams = 0;
    qint64 events = 0;
    qint64 rows = 0; ///< projection rows compared
    qint64 differences = 0;
    QStringList first = {}; ///< up to 20: "table: key is missing in the replay", no personal data
    QString damage = {};    ///< a hash or chain that does not fit; empty = all fit
    [[nodiscard]] bool isEqual() const { return differences == 0 && damage.isEmpty(); }
};

/// Replays all journals of a copy of the store and compares every column of every projection row
/// with what is stored; checks every hash and chain. Changes nothing. Blocks for as long as it
/// takes; the copies stand in the store's folder and are removed.
[[nodiscard]] Result<ReplayReport> replayCheck(const StorePaths &paths, const Clock &clock);

/// Makes the projections anew from the journals (after a change of their code). Cold rows stay.
[[nodiscard]] Result<Done> rebuildProjections(WriteTx &tx);

} // namespace hall
