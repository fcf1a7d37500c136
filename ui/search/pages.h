#pragma once

#include "ui/shell/pageregistry.h"

namespace hall {

/// Search and the case page, for everybody but the administrator.
void registerSearchPages(PageRegistry &registry);

} // namespace hall
