#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"
#include "store/caserows.h"

namespace hall {

/// Whether somebody who opens this case looks beyond the own work (features.md R3): it is not of a
/// department that the desk serves, not in the post's pile, and the person never acted in it.
/// `file` nullptr = only the row is here.
[[nodiscard]] bool isOutsideOwnWork(const CaseRow &row, const CaseFile *file,
                                    const Session &session, const Reference &reference);

} // namespace hall
