#pragma once

#include "ui/shell/pageregistry.h"

namespace hall {

/// The window where results are handed over.
void registerDeliveryPages(PageRegistry &registry);

} // namespace hall
