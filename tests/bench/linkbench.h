#pragma once

#include "ratio.h"

namespace hall::bench {

/// The link over TLS to a private centre: pages up and down against bare libpq of the same bytes, a pull
/// into memory against COPY binary of the same rows.
[[nodiscard]] QList<Row> measureLink(const QString &folder);

} // namespace hall::bench
