#pragma once

#include "tests/bench/centre/demotown.h"
#include "tests/bench/centre/townfeed.h"
#include "tests/bench/ratio.h"

namespace hall::bench {

[[nodiscard]] QString weekStation(int nth);
constexpr int weekStations = 33;

/// Push of 500 and of one, pull and apply in both orders, a week of 33 workstations at once.
[[nodiscard]] QList<Row> measureTown(DemoTown &town, const TownFeed &feed, const QString &scratch);

} // namespace hall::bench
