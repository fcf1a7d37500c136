#pragma once

#include "tests/bench/centre/demotown.h"
#include "tests/bench/ratio.h"

namespace hall::bench {

/// The first start of a machine that joins a town: open cases, then all that can be searched.
[[nodiscard]] QList<Row> measureFilling(DemoTown &town, const QString &scratch);

} // namespace hall::bench
