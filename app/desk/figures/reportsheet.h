#pragma once

#include "desk/figures/dayreport.h"
#include "domain/reference.h"

#include <QByteArray>

namespace hall {

/// The same figures as the paper in a workbook: real numbers, frozen head, a sheet for the rows,
/// one for the ratios with their formulas, one for hours and finish codes. FileNotWritten.
[[nodiscard]] Result<QByteArray> reportXlsx(const DayReport &report, const Reference &reference);

} // namespace hall
