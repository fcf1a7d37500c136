#pragma once

#include <QByteArray>

namespace hall {

/// Qt 6.4 writes a title as UTF-16 into a literal string and leaves its carriage returns bare, but
/// a reader takes a bare one for a line feed (PDF 1.4, section 3.2.3): 不 (4E 0D) becomes 上 (4E
/// 0A), and 不予受理决定书 says the contrary. This escapes them and corrects the cross-reference
/// table of a file that QPdfWriter has made.
[[nodiscard]] QByteArray withReadableTitle(const QByteArray &pdf);

} // namespace hall
