#include "domain/money.h"

#include "domain/numbertext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fenPerYuan = 100;

/// "", "壹", … "玖仟玖佰玖拾玖": four digits with one 零 for each run of zeros inside, none at the
/// ends (the caller knows whether the group before was empty).
QString groupCapitals(int group)
{
    static const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    static const QStringList units = {u"仟"_s, u"佰"_s, u"拾"_s, u""_s};
    QString text;
    bool isZeroPending = false;
    for (int i = 0, unit = 1000; i < 4; ++i, unit /= 10) {
        const int digit = group / unit % 10;
        if (digit == 0) {
            isZeroPending = !text.isEmpty();
            continue;
        }
        if (isZeroPending)
            text += u'零';
        isZeroPending = false;
        text += digits.at(digit) + units.at(i);
    }
    return text;
}

QString yuanCapitals(qint64 yuan)
{
    static const QStringList powers = {u""_s, u"万"_s, u"亿"_s, u"万亿"_s};
    QList<int> groups;
    for (; yuan > 0; yuan /= 10000)
        groups.prepend(int(yuan % 10000));
    QString text;
    bool isGapBefore = false;
    for (int i = 0; i < groups.size(); ++i) {
        const int group = groups.at(i);
        if (group == 0) {
            isGapBefore = true;
            continue;
        }
        if (!text.isEmpty() && (isGapBefore || group < 1000))
            text += u'零';
        isGapBefore = false;
        text += groupCapitals(group) + powers.value(int(groups.size()) - 1 - i, u"万亿"_s);
    }
    return text;
}

} // namespace

Result<Money> Money::fromYuan(const QString &text)
{
    const QString folded = foldNumber(text).replace(u'。', u'.');
    // A comma stands only before three figures: "1,5" may be meant as a decimal comma.
    static const QRegularExpression shape(
        uR"(^[¥￥]?(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?元?$)"_s);
    const auto match = shape.match(folded);
    if (!match.hasMatch())
        return Error{ErrorKind::MoneyFormat};
    const QString decimals = match.captured(2).leftJustified(2, u'0');
    const qint64 yuan = match.captured(1).remove(u',').toLongLong();
    return Money(yuan * fenPerYuan + decimals.toLongLong());
}

QString Money::text() const
{
    const qint64 amount = qAbs(m_fen);
    const QString whole
        = QLocale(QLocale::English, QLocale::UnitedStates).toString(amount / fenPerYuan);
    const QString cents = QString::number(amount % fenPerYuan).rightJustified(2, u'0');
    return (m_fen < 0 ? u"-"_s : QString()) + whole + u'.' + cents;
}

// 会计基础工作规范 art. 52 and 支付结算办法 annex 1.
QString Money::capitals() const
{
    static const QString digits = u"零壹贰叁肆伍陆柒捌玖"_s;
    const qint64 amount = qAbs(m_fen);
    const qint64 yuan = amount / fenPerYuan;
    const int jiao = int(amount / 10 % 10);
    const int fen = int(amount % 10);
    QString text = m_fen < 0 ? u"负"_s : QString();
    if (yuan > 0)
        text += yuanCapitals(yuan) + u'元';
    else if (jiao == 0 && fen == 0)
        text += u"零元"_s;
    if (jiao > 0)
        text += QString(digits.at(jiao)) + u'角';
    else if (fen > 0 && yuan > 0)
        text += u'零';
    if (fen > 0)
        return text + QString(digits.at(fen)) + u'分';
    return text + u'整';
}

} // namespace hall
