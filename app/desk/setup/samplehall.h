#pragma once

#include "desk/setup/publishing.h"

namespace hall {

/// Everything of the shipped sample hall as publications. RowRejected (detail = file, line, column)
/// when a shipped file is broken.
[[nodiscard]] Result<QList<Publication>> samplePublications();
/// What every hall starts with: the shipped definitions, the calendar, the opinion phrases.
[[nodiscard]] Result<QList<Publication>> commonPublications();

} // namespace hall
