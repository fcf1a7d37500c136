#pragma once

#include "store/moneyrows.h"

namespace hall {

/// SELECT … FROM payment JOIN case_row … WHERE, and the row that it gives.
[[nodiscard]] const QString &paymentSelect();
[[nodiscard]] PaymentRow paymentRowFrom(const Query &query);

} // namespace hall
