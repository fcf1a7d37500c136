#pragma once

#include <QString>

namespace hall {

/// Sends Qt's messages to a rotating file (1 MB, five kept) and warnings to standard error as well.
/// Categories of the program are "hall.<folder>". No personal data is ever logged: staff by code,
/// cases by id, errors by kind.
void writeLogTo(const QString &folder);

} // namespace hall
