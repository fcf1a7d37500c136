#pragma once

#include "tests/bench/centre/demotown.h"
#include "tests/bench/ratio.h"

namespace hall::bench {

/// Pages up and down against bare libpq of the same bytes, a pull into memory against COPY binary
/// of the same rows. Leaves the town without what it put there.
[[nodiscard]] QList<Row> measureLink(DemoTown &town);

} // namespace hall::bench
