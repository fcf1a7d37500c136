#pragma once

#include "hallmaker.h"
#include "ratio.h"

namespace hall::bench {

/// The daily report of the report day to a finished PDF, against the bare sums in SQL.
[[nodiscard]] QList<Row> measureReport(Store &store);

} // namespace hall::bench
