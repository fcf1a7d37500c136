#pragma once

#include "domain/reference.h"

#include <QByteArray>
#include <QString>

namespace hall::test {

/// A file below resources/reference, e.g. "sample/items.csv", read from the source tree.
[[nodiscard]] QByteArray referenceFile(const QString &name);

/// The sample hall as a value, for tests without a store: catalogue, windows, staff, the shipped
/// definitions and the national calendar. Read once for each call.
[[nodiscard]] Reference sampleReference();

} // namespace hall::test
