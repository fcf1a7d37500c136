#pragma once

#include "domain/casefile.h"
#include "domain/definition.h"

namespace hall {

/// Applies a state-changing event of the definition. False when it does not fit: another act came
/// first (`expects`), or the definition is not here.
[[nodiscard]] bool applyMoved(CaseFile &file, const Event &event, const Definitions &definitions);

} // namespace hall
