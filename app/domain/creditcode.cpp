#include "domain/creditcode.h"

#include "domain/numbertext.h"

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int creditLength = 18;
constexpr int regionAt = 2;
constexpr int innerAt = 8;
constexpr int innerLength = 9;
constexpr int businessLength = 15;

constexpr QLatin1StringView creditAlphabet("0123456789ABCDEFGHJKLMNPQRTUWXY");

qsizetype creditValue(QChar c)
{
    return QString(creditAlphabet).indexOf(c);
}

// GB 32100 annex: weights 3^i mod 31.
bool isCreditCheckRight(const QString &code)
{
    const QString alphabet(creditAlphabet);
    const qsizetype modulus = alphabet.size();
    qsizetype sum = 0;
    qsizetype weight = 1;
    for (int i = 0; i < creditLength - 1; ++i) {
        sum += creditValue(code.at(i)) * weight;
        weight = weight * 3 % modulus;
    }
    return alphabet.at((modulus - sum % modulus) % modulus) == code.back();
}

// GB 11714: letters count 10 to 35; a remainder of 10 is written X, of 11 as 0.
bool isOrganisationCheckRight(QStringView nine)
{
    constexpr std::array weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const char16_t c = nine.at(qsizetype(i)).unicode();
        const int value = c <= u'9' ? c - u'0' : c - u'A' + 10;
        sum += value * weights.at(i);
    }
    return QLatin1StringView("0123456789X0").at(11 - sum % 11) == nine.back();
}

} // namespace

Result<OrganisationCode> OrganisationCode::parse(const QString &text)
{
    QString code = foldNumber(text);
    if (code.size() == innerLength + 1 && code.at(innerLength - 1) == u'-')
        code.remove(innerLength - 1, 1);
    if (code.size() != innerLength)
        return Error{ErrorKind::NumberLength};
    const bool isShaped = isAsciiLettersAndDigits(QStringView(code).first(innerLength - 1))
        && (code.back() == u'X' || isAsciiDigits(QStringView(code).last(1)));
    if (!isShaped)
        return Error{ErrorKind::NumberCharacters};
    if (!isOrganisationCheckRight(code))
        return Error{ErrorKind::NumberCheckDigit};
    return OrganisationCode(code.first(innerLength - 1) + u'-' + code.back());
}

Result<Checked<CreditCode>> CreditCode::parse(const QString &text, const NumberContext &context)
{
    const QString code = foldNumber(text);
    if (code.size() != creditLength)
        return Error{ErrorKind::NumberLength};
    const bool isShaped
        = std::all_of(code.begin(), code.end(), [](QChar c) { return creditValue(c) >= 0; })
        && isAsciiDigits(QStringView(code).sliced(regionAt, 6));
    if (!isShaped)
        return Error{ErrorKind::NumberCharacters};
    Checked<CreditCode> checked{.value = CreditCode(code)};
    if (!isCreditCheckRight(code)) {
        if (context.overrideReason.trimmed().isEmpty())
            return Error{ErrorKind::NumberCheckDigit};
        checked.warnings += NumberWarning::CheckDigitOverridden;
        checked.overrideReason = context.overrideReason.trimmed();
    }
    if (!isOrganisationCheckRight(QStringView(code).sliced(innerAt, innerLength)))
        checked.warnings += NumberWarning::InnerCode;
    // 100000 is the state itself (firms registered with the national office).
    const QString region = checked.value.region();
    if (region != "100000"_L1 && !context.regions.contains(region))
        checked.warnings += NumberWarning::RegionUnlisted;
    return checked;
}

QString CreditCode::masked() const
{
    return maskedText(m_text, 8, 4);
}

Result<BusinessNumber> BusinessNumber::parse(const QString &text)
{
    const QString number = foldNumber(text);
    if (number.size() != businessLength)
        return Error{ErrorKind::NumberLength};
    if (!isAsciiDigits(number))
        return Error{ErrorKind::NumberCharacters};
    int product = 10;
    for (int i = 0; i < businessLength - 1; ++i) {
        const int sum = (product + number.at(i).digitValue()) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    if ((product + number.back().digitValue()) % 10 != 1)
        return Error{ErrorKind::NumberCheckDigit};
    return BusinessNumber(number);
}

} // namespace hall
