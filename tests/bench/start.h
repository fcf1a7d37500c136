#pragma once

#include "ratio.h"

class QApplication;

namespace hall::bench {

/// Time from the start of the process to a sign-in page that takes keys, and memory then, against
/// an empty QMainWindow of the same platform plugin.
[[nodiscard]] QList<Row> measureStart(const QString &store);

/// What the measured child does: starts the program on a store, says its memory when it is usable,
/// ends. The exit code of the program.
[[nodiscard]] int startOnce(QApplication &application, const QString &store);

} // namespace hall::bench
