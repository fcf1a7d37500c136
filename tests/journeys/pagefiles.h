#pragma once

#include <QImage>
#include <QString>

namespace hall::journeys {

/// A page as it lies on the scanner's glass: heading, lines of text, a stamp and 样例 across it.
[[nodiscard]] QImage drawnPage(const QString &title, int number);

/// The page as a file in `folder`; `format` is jpg, png or pdf (of two pages). Empty when it cannot
/// be written.
[[nodiscard]] QString writtenPage(const QString &folder, const QString &title,
                                  const QString &format);

} // namespace hall::journeys
