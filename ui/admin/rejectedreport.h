#pragma once

#include "desk/admin/importdesk.h"

#include <QByteArray>

namespace hall {

/// The rejected rows as a CSV file (UTF-8 with mark, as an office program opens it): file, line,
/// column, what is wrong.
[[nodiscard]] QByteArray rejectedReport(const QList<RejectedRow> &rows);

} // namespace hall
