#pragma once

#include "tests/bench/ratio.h"

namespace hall::bench {

void print(const QList<Row> &rows);

} // namespace hall::bench
