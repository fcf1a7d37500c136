#pragma once

#include "hallmaker.h"
#include "ratio.h"

namespace hall::bench {

/// Search as typed against a bare index look-up of the same rows.
[[nodiscard]] QList<Row> measureSearch(Store &store);

} // namespace hall::bench
