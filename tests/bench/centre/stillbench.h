#pragma once

#include "tests/bench/ratio.h"

namespace hall::bench {

/// What a person feels while the network is dead: a promise on the own disk, and a window that goes
/// on.
[[nodiscard]] QList<Row> measureStill(const QString &scratch);

} // namespace hall::bench
