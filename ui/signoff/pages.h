#pragma once

#include "ui/shell/pageregistry.h"

namespace hall {

/// The pile of reviewers, surveyors, joint departments, heads, the town leader and certifiers.
void registerSignoffPages(PageRegistry &registry);

} // namespace hall
