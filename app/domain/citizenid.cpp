#include "domain/citizenid.h"

#include "domain/numbertext.h"

#include <array>
#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int fullLength = 18;
constexpr int oldLength = 15;
constexpr int birthAt = 6;
constexpr int orderEnd = 16;
constexpr int firstYear = 1850;

// GB 11643: ISO 7064 MOD 11-2.
QChar checkCharacter(QStringView seventeen)
{
    constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        sum += seventeen.at(qsizetype(i)).digitValue() * weights.at(i);
    return QLatin1StringView("10X98765432").at(sum % 11);
}

QDate dateIn(QStringView eightDigits)
{
    return QDate(eightDigits.first(4).toInt(), eightDigits.sliced(4, 2).toInt(),
                 eightDigits.sliced(6, 2).toInt());
}

std::optional<Error> lengthAndCharacters(const QString &number)
{
    if (number.size() != fullLength)
        return Error{ErrorKind::NumberLength};
    const bool isShaped = isAsciiDigits(QStringView(number).first(fullLength - 1))
        && (number.back() == u'X' || isAsciiDigits(QStringView(number).last(1)));
    if (!isShaped)
        return Error{ErrorKind::NumberCharacters};
    return std::nullopt;
}

std::optional<Error> dateAndCheckDigit(const QString &number, const QDate &today)
{
    const QDate birth = dateIn(QStringView(number).sliced(birthAt, 8));
    if (!birth.isValid() || birth > today || birth.year() < firstYear)
        return Error{ErrorKind::NumberDate};
    if (checkCharacter(QStringView(number).first(fullLength - 1)) != number.back())
        return Error{ErrorKind::NumberCheckDigit};
    return std::nullopt;
}

Sex sexIn(const QString &number)
{
    return number.at(orderEnd).digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
}

QDate birthIn(const QString &number)
{
    return dateIn(QStringView(number).sliced(birthAt, 8));
}

QString maskedNumber(const QString &number)
{
    return maskedText(number, 6, 4);
}

/// The certificate that a number beginning like this belongs to, if it is no citizen number.
QString otherCertificate(QStringView number)
{
    if (number.startsWith(u'9'))
        return u"553"_s;
    for (const auto code : {"81"_L1, "82"_L1, "83"_L1}) {
        if (number.startsWith(code))
            return QString(code) + u'0';
    }
    return {};
}

// Dongguan county to 1985, city of county rank 1985-88, city without counties since 1988
// (domain.md section 9). A number may be given later than the birth, so this only warns.
bool isOfOtherPeriod(QStringView region, const QDate &birth)
{
    constexpr int cityFrom = 1985;
    constexpr int prefectureFrom = 1988;
    if (region == "442527"_L1)
        return birth.year() > cityFrom;
    if (region == "442502"_L1)
        return birth.year() > prefectureFrom;
    return region == "441900"_L1 && birth.year() < prefectureFrom;
}

bool isCollectiveCode(const QString &region, const RegionTable &table)
{
    const auto found = table.find(region);
    return found && !region.endsWith("00"_L1)
        && (found->name == u"市辖区"_s || found->name == u"县"_s);
}

QString holderPrefix(ResidencePermit::Holder holder)
{
    switch (holder) {
    case ResidencePermit::Holder::HongKong:
        return u"810000"_s;
    case ResidencePermit::Holder::Macao:
        return u"820000"_s;
    case ResidencePermit::Holder::Taiwan:
        return u"830000"_s;
    }
    return {};
}

} // namespace

Result<Checked<CitizenId>> CitizenId::inRegion(const QString &text, const NumberContext &context)
{
    Checked<CitizenId> checked{.value = CitizenId(text)};
    const QString other = otherCertificate(text);
    if (!other.isEmpty())
        return Error{ErrorKind::NumberPrefix, other};
    const QString region = checked.value.region();
    if (!context.regions.contains(region)) {
        if (context.overrideReason.trimmed().isEmpty())
            return Error{ErrorKind::NumberRegionUnknown};
        checked.warnings += NumberWarning::RegionOverridden;
        checked.overrideReason = context.overrideReason.trimmed();
    }
    if (isCollectiveCode(region, context.regions))
        checked.warnings += NumberWarning::RegionCollective;
    if (isOfOtherPeriod(region, checked.value.birth()))
        checked.warnings += NumberWarning::RegionOtherPeriod;
    return checked;
}

Result<Checked<CitizenId>> CitizenId::parse(const QString &text, const NumberContext &context)
{
    const QString number = foldNumber(text);
    if (const auto error = lengthAndCharacters(number))
        return *error;
    if (const auto error = dateAndCheckDigit(number, context.today))
        return *error;
    return inRegion(number, context);
}

Result<Checked<CitizenId>> CitizenId::upgrade(const QString &text15, const NumberContext &context)
{
    const QString old = foldNumber(text15);
    if (old.size() != oldLength)
        return Error{ErrorKind::NumberLength};
    if (!isAsciiDigits(old))
        return Error{ErrorKind::NumberCharacters};
    QString number = old.first(birthAt) + "19"_L1 + old.sliced(birthAt);
    number += checkCharacter(number);
    if (const auto error = dateAndCheckDigit(number, context.today))
        return *error;
    return inRegion(number, context);
}

QDate CitizenId::birth() const
{
    return birthIn(m_text);
}

Sex CitizenId::sex() const
{
    return sexIn(m_text);
}

QString CitizenId::masked() const
{
    return maskedNumber(m_text);
}

Result<ResidencePermit> ResidencePermit::parse(const QString &text, const QDate &today,
                                               const QList<Holder> &holders)
{
    const QString number = foldNumber(text);
    if (const auto error = lengthAndCharacters(number))
        return *error;
    const bool isOneOfThem = std::any_of(holders.begin(), holders.end(), [&number](Holder holder) {
        return number.startsWith(holderPrefix(holder));
    });
    if (!isOneOfThem)
        return Error{ErrorKind::NumberPrefix};
    if (const auto error = dateAndCheckDigit(number, today))
        return *error;
    return ResidencePermit(number);
}

ResidencePermit::Holder ResidencePermit::holder() const
{
    if (m_text.startsWith(holderPrefix(Holder::HongKong)))
        return Holder::HongKong;
    return m_text.startsWith(holderPrefix(Holder::Macao)) ? Holder::Macao : Holder::Taiwan;
}

QDate ResidencePermit::birth() const
{
    return birthIn(m_text);
}

Sex ResidencePermit::sex() const
{
    return sexIn(m_text);
}

QString ResidencePermit::masked() const
{
    return maskedNumber(m_text);
}

Result<Checked<ForeignResidentId>> ForeignResidentId::parse(const QString &text,
                                                            const NumberContext &context)
{
    const QString number = foldNumber(text);
    if (const auto error = lengthAndCharacters(number))
        return *error;
    if (!number.startsWith(u'9'))
        return Error{ErrorKind::NumberPrefix};
    if (const auto error = dateAndCheckDigit(number, context.today))
        return *error;
    Checked<ForeignResidentId> checked{.value = ForeignResidentId(number)};
    if (!context.regions.hasProvince(number.sliced(1, 2))) {
        if (context.overrideReason.trimmed().isEmpty())
            return Error{ErrorKind::NumberRegionUnknown};
        checked.warnings += NumberWarning::RegionOverridden;
        checked.overrideReason = context.overrideReason.trimmed();
    }
    return checked;
}

Result<Checked<ForeignResidentId>> ForeignResidentId::parseOld(const QString &text)
{
    constexpr int letters = 3;
    constexpr int oldBirthAt = 7;
    const QString number = foldNumber(text);
    if (number.size() != oldLength)
        return Error{ErrorKind::NumberLength};
    const bool hasLetters = std::all_of(number.begin(), number.begin() + letters,
                                        [](QChar c) { return c >= u'A' && c <= u'Z'; });
    if (!hasLetters || !isAsciiDigits(QStringView(number).sliced(letters)))
        return Error{ErrorKind::NumberCharacters};
    Checked<ForeignResidentId> checked{.value = ForeignResidentId(number)};
    const QString birth = number.sliced(oldBirthAt, 6);
    if (!dateIn(QString(u"19"_s + birth)).isValid() && !dateIn(QString(u"20"_s + birth)).isValid())
        checked.warnings += NumberWarning::DateImplausible;
    return checked;
}

QDate ForeignResidentId::birth() const
{
    return m_text.size() == fullLength ? birthIn(m_text) : QDate();
}

Sex ForeignResidentId::sex() const
{
    return m_text.size() == fullLength ? sexIn(m_text) : Sex::Unknown;
}

QString ForeignResidentId::masked() const
{
    return m_text.size() == fullLength ? maskedNumber(m_text) : maskedText(m_text, 3, 4);
}

} // namespace hall
