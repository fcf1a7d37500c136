#pragma once

#include "domain/result.h"
#include "store/transaction.h"

#include <QDate>

#include <optional>

namespace hall {

/// Due dates after days were published or withdrawn. The publication is one small transaction; the
/// rows of the cases follow in slices, each a transaction of its own, so that no window waits. What
/// is left stands in the store (setting "store.dates"): a start after a crash goes on with it.

/// Cases of one transaction: some ten milliseconds.
constexpr int datesSlice = 200;

struct MovingDates
{
    qint64 done = 0;
    qint64 all = 0;
};
/// How far it is; nothing when no date is waiting to be moved.
[[nodiscard]] Result<std::optional<MovingDates>> movingDates(Connection &connection);

/// Moves the dates from `changedFrom` on (invalid = all): at once where a slice is enough, else it
/// is noted for moveSlice().
[[nodiscard]] Result<Done> beginMoving(WriteTx &tx, const QDate &changedFrom);
/// The next slice; true while more is left.
[[nodiscard]] Result<bool> moveSlice(WriteTx &tx);
/// All that is left, in this transaction (copies that are compared).
[[nodiscard]] Result<Done> finishMoving(WriteTx &tx);
/// Nothing is left: all projections were made anew.
[[nodiscard]] Result<Done> forgetMoving(WriteTx &tx);

} // namespace hall
