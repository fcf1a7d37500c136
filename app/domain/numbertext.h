#pragma once

#include <QString>
#include <QStringView>

namespace hall {

/// What a person typed or pasted as a number, in one form: full-width characters made half-width,
/// every white space taken out, Latin letters in upper case (domain.md section 9). Nothing else is
/// changed: an O is not made a zero, for then a wrong number could become a right one of another.
[[nodiscard]] QString foldNumber(const QString &text);

/// Not empty and only 0-9 (QChar::isDigit also takes the figures of other scripts).
[[nodiscard]] bool isAsciiDigits(QStringView text);
/// Not empty and only 0-9, A-Z.
[[nodiscard]] bool isAsciiLettersAndDigits(QStringView text);

/// The text with a star for every character but the first `front` and the last `back`; a text too
/// short to hide at least two characters is all stars.
[[nodiscard]] QString maskedText(const QString &text, int front, int back);

} // namespace hall
