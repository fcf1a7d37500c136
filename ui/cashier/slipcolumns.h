#pragma once

#include "desk/cashier/cashierdesk.h"
#include "ui/shared/rowmodel.h"

namespace hall {

class CaseFeed;

/// The slips that wait to be paid.
[[nodiscard]] QList<RowColumn<SlipRow>> openSlipColumns(const CaseFeed &feed);
/// The fee lines of one slip: name, published standard, quantity, amount, basis.
[[nodiscard]] QList<RowColumn<SlipLine>> slipLineColumns();

} // namespace hall
