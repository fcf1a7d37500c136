#pragma once

#include "ui/shell/pageregistry.h"

namespace hall {

/// Live overview and daily report, for managers.
void registerFiguresPages(PageRegistry &registry);

} // namespace hall
