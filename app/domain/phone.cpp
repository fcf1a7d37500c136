#include "domain/phone.h"

#include "domain/numbertext.h"

#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int mobileLength = 11;

/// Folded, without the country code.
QString dialled(const QString &text)
{
    QString number = foldNumber(text);
    for (const auto country : {"+86"_L1, "0086"_L1}) {
        if (number.startsWith(country))
            number.remove(0, country.size());
    }
    return number;
}

} // namespace

Result<PhoneNumber> PhoneNumber::parseMobile(const QString &text)
{
    const QString number = dialled(text).remove(u'-');
    if (number.size() != mobileLength)
        return Error{ErrorKind::NumberLength};
    if (!isAsciiDigits(number))
        return Error{ErrorKind::NumberCharacters};
    if (number.at(0) != u'1' || number.at(1) < u'3')
        return Error{ErrorKind::NumberPrefix};
    return PhoneNumber(Kind::Mobile, number);
}

Result<PhoneNumber> PhoneNumber::parseLandline(const QString &text)
{
    static const QRegularExpression service(u"^([48]00)-?(\\d{3})-?(\\d{4})$"_s);
    // Three-figure areas (010, 02x) and Dongguan have eight figures, other areas seven or eight.
    static const QRegularExpression area(
        u"^\\(?(010|02\\d|0769|0[3-9]\\d\\d)\\)?-?([2-9]\\d{6,7})(?:-(\\d{1,5}))?$"_s);
    QString number = dialled(text);
    // +86 769 8331 2345 leaves the zero of the area code out.
    if (number.size() < foldNumber(text).size() && !number.startsWith(u'0'))
        number.prepend(u'0');
    if (const auto match = service.match(number); match.hasMatch())
        return PhoneNumber(Kind::Landline,
                           match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3));
    if (!number.startsWith(u'0') && !number.startsWith(u"(0"_s))
        return Error{ErrorKind::NumberPrefix};
    const auto match = area.match(number);
    if (!match.hasMatch())
        return Error{ErrorKind::NumberCharacters};
    const QString code = match.captured(1);
    const QString local = match.captured(2);
    if ((code.size() == 3 || code == "0769"_L1) && local.size() != 8)
        return Error{ErrorKind::NumberLength};
    const QString extension = match.captured(3);
    return PhoneNumber(Kind::Landline,
                       code + u'-' + local + (extension.isEmpty() ? QString() : u'-' + extension));
}

Result<PhoneNumber> PhoneNumber::parse(const QString &text)
{
    const QString number = dialled(text);
    const bool looksMobile = number.startsWith(u'1') && !number.startsWith("10-"_L1);
    return looksMobile ? parseMobile(text) : parseLandline(text);
}

QString PhoneNumber::masked() const
{
    return m_kind == Kind::Mobile ? maskedText(m_text, 3, 4) : maskedText(m_text, 5, 2);
}

} // namespace hall
