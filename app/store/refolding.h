#pragma once

#include "store/transaction.h"

#include <QList>

namespace hall {

// A recovery folds its cases with the hall's reference data of the backup, or with none. On a
// machine of a centre newer ones come with the first pull.

[[nodiscard]] Result<Done> noteToRefold(Connection &connection, const QList<StreamId> &cases);
/// Those cases once more, with the reference data of now.
[[nodiscard]] Result<Done> refold(WriteTx &tx);

} // namespace hall
