#pragma once

#include "desk/setup/setupdesk.h"

namespace hall {

/// Hall, one general department with one window, and the administrator.
[[nodiscard]] QList<Publication> ownPublications(const OwnHall &hall);

} // namespace hall
