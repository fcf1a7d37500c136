#pragma once

#include "tests/bench/centre/townfeed.h"
#include "tests/bench/ratio.h"

namespace hall::bench {

/// What comes down, brought into a store without any network: the engine's pages against bare
/// inserts of the same events.
[[nodiscard]] QList<Row> measureApply(const TownFeed &feed, const QString &scratch);

} // namespace hall::bench
