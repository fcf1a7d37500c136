#pragma once

#include "ui/shell/pageregistry.h"

namespace hall {

/// The cashier's window.
void registerCashierPages(PageRegistry &registry);

} // namespace hall
