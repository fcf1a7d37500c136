#include "domain/numbertext.h"

#include <algorithm>

namespace hall {

QString foldNumber(const QString &text)
{
    constexpr char16_t fullWidthFirst = 0xFF01;
    constexpr char16_t fullWidthLast = 0xFF5E;
    constexpr char16_t fullToHalf = 0xFEE0;
    QString folded;
    folded.reserve(text.size());
    for (QChar c : text) {
        if (c.isSpace())
            continue;
        if (c.unicode() >= fullWidthFirst && c.unicode() <= fullWidthLast)
            c = QChar(char16_t(c.unicode() - fullToHalf));
        if (c >= u'a' && c <= u'z')
            c = c.toUpper();
        folded += c;
    }
    return folded;
}

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isAsciiLettersAndDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
    });
}

QString maskedText(const QString &text, int front, int back)
{
    const qsizetype hidden = text.size() - front - back;
    if (hidden < 2)
        return QString(text.size(), u'*');
    return text.first(front) + QString(hidden, u'*') + text.last(back);
}

} // namespace hall
