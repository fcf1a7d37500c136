#pragma once

#include "desk/workplace.h"

#include <QStringList>

namespace hall {

/// Departments whose cases a person at a desk sees: those of a general window, else the post's own;
/// empty = all.
[[nodiscard]] QStringList departmentsServed(const Session &session, const Reference &reference);

} // namespace hall
