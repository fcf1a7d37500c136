#include "papers/codes.h"

#include <QStringView>

#include <array>

namespace hall {

namespace {

// Bar and space widths of the symbols 0…105 (ISO/IEC 15417); the stop symbol has seven.
constexpr std::array symbols{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232"};
constexpr auto stopSymbol = "2331112";

constexpr int toSetC = 99;
constexpr int toSetB = 100;
constexpr int startB = 104;
constexpr int startC = 105;

qsizetype digitsAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
        ++end;
    return end - at;
}

/// Set C (two digits a symbol) pays from four digits at an end and from six within.
bool isWorthC(QStringView text, qsizetype at)
{
    const qsizetype digits = digitsAt(text, at);
    const bool isAtEnd = at == 0 || at + digits == text.size();
    return digits >= (isAtEnd ? 4 : 6);
}

QList<int> symbolValues(QStringView text)
{
    bool inC = isWorthC(text, 0) && digitsAt(text, 0) % 2 == 0;
    inC = inC || (isWorthC(text, 0) && digitsAt(text, 0) > 4);
    QList<int> values{inC ? startC : startB};
    qsizetype at = 0;
    while (at < text.size()) {
        if (inC && digitsAt(text, at) >= 2) {
            values.append(text.at(at).digitValue() * 10 + text.at(at + 1).digitValue());
            at += 2;
            continue;
        }
        if (inC) {
            values.append(toSetB);
            inC = false;
        } else if (at > 0 && isWorthC(text, at) && digitsAt(text, at) % 2 == 0) {
            values.append(toSetC);
            inC = true;
            continue;
        }
        values.append(text.at(at).unicode() - ' ');
        ++at;
    }
    return values;
}

} // namespace

QByteArray code128Widths(const QString &text)
{
    if (text.isEmpty())
        return {};
    for (const QChar each : text) {
        if (each < u' ' || each > u'~')
            return {};
    }
    const QList<int> values = symbolValues(text);
    int check = values.first();
    QByteArray widths;
    for (qsizetype i = 0; i < values.size(); ++i) {
        check += int(i) * values.at(i);
        widths += symbols.at(size_t(values.at(i)));
    }
    widths += symbols.at(size_t(check % 103));
    widths += stopSymbol;
    for (char &each : widths)
        each = char(each - '0');
    return widths;
}

} // namespace hall
