#pragma once

#include "tests/bench/centre/demotown.h"
#include "tests/bench/ratio.h"

namespace hall::bench {

/// Two workstations on one town: from the moment at which A has its ack until B has the row that a
/// list would paint. And what an idle one costs the server.
[[nodiscard]] QList<Row> measurePaint(DemoTown &town, const QString &scratch);

} // namespace hall::bench
