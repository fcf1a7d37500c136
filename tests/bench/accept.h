#pragma once

#include "hallmaker.h"
#include "ratio.h"

namespace hall::bench {

/// Accepting one case (all checks, papers recorded) against one fsynced SQLite commit and one
/// fsynced append of the same bytes.
[[nodiscard]] QList<Row> measureAccept(Store &store, const QString &scratch, IdSource &ids);

} // namespace hall::bench
