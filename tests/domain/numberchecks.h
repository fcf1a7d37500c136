#pragma once

#include "domain/citizenid.h"
#include "domain/creditcode.h"
#include "domain/phone.h"
#include "domain/regions.h"
#include "domain/traveldocs.h"

#include "tests/domain/vectors.h"

#include <QHash>

#include <functional>
#include <optional>

namespace hall::vectors {

using namespace Qt::StringLiterals;

/// What became of a value: an error, or none and its warnings.
struct Outcome
{
    std::optional<ErrorKind> error = {};
    QList<NumberWarning> warnings = {};
};

template <class T> Outcome outcomeOf(const Result<T> &result)
{
    return result.ok() ? Outcome{} : Outcome{.error = result.error().kind};
}

template <class T> Outcome outcomeOf(const Result<Checked<T>> &result)
{
    if (!result.ok())
        return Outcome{.error = result.error().kind};
    return Outcome{.warnings = result.value().warnings};
}

inline Outcome upgraded(const QString &value, const NumberContext &context)
{
    const auto parsed = CitizenId::upgrade(value.section(u'>', 0, 0), context);
    Outcome outcome = outcomeOf(parsed);
    if (!outcome.error && parsed.value().value.text() != value.section(u'>', 1))
        outcome.error = ErrorKind::NumberCheckDigit;
    return outcome;
}

using Check = std::function<Outcome(const QString &, const NumberContext &)>;

inline Check travel(TravelDocument::Kind kind)
{
    return [kind](const QString &text, const NumberContext &) {
        return outcomeOf(TravelDocument::parse(kind, text));
    };
}

inline Check residence(const QList<ResidencePermit::Holder> &holders)
{
    return [holders](const QString &text, const NumberContext &context) {
        return outcomeOf(ResidencePermit::parse(text, context.today, holders));
    };
}

template <class T> Check plain(Result<T> (*parse)(const QString &))
{
    return [parse](const QString &text, const NumberContext &) { return outcomeOf(parse(text)); };
}

template <class T>
Check inContext(Result<Checked<T>> (*parse)(const QString &, const NumberContext &))
{
    return [parse](const QString &text, const NumberContext &context) {
        return outcomeOf(parse(text, context));
    };
}

/// By the kind of the vector files.
inline const QHash<QString, Check> &checks()
{
    using Holder = ResidencePermit::Holder;
    static const QHash<QString, Check> all
        = {{u"ric18"_s, inContext(&CitizenId::parse)},
           {u"ric15"_s, inContext(&CitizenId::upgrade)},
           {u"ric15_upgrade"_s, upgraded},
           {u"hkmo_residence"_s, residence({Holder::HongKong, Holder::Macao})},
           {u"tw_residence"_s, residence({Holder::Taiwan})},
           {u"fpr18"_s, inContext(&ForeignResidentId::parse)},
           {u"fpr15"_s, plain(&ForeignResidentId::parseOld)},
           {u"passport_cn"_s, travel(TravelDocument::Kind::ChinesePassport)},
           {u"passport_foreign"_s, travel(TravelDocument::Kind::ForeignPassport)},
           {u"hkmo_permit"_s, travel(TravelDocument::Kind::HkMoPermit)},
           {u"tw_permit"_s, travel(TravelDocument::Kind::TaiwanPermit)},
           {u"uscc"_s, inContext(&CreditCode::parse)},
           {u"org9"_s, plain(&OrganisationCode::parse)},
           {u"bizreg15"_s, plain(&BusinessNumber::parse)},
           {u"mobile"_s, plain(&PhoneNumber::parseMobile)},
           {u"landline"_s, plain(&PhoneNumber::parseLandline)},
           {u"postcode"_s, plain(&Postcode::parse)},
           {u"region12"_s, [](const QString &text, const NumberContext &context) {
                return outcomeOf(RegionCode::parse(text, context.regions));
            }}};
    return all;
}

/// The table of regions that the program carries.
inline Result<RegionTable> carriedRegions()
{
    return RegionTable::fromCsv(
        bytesOf(QStringLiteral(HALL_SOURCE_DIR "/resources/reference/regions-cn.csv")));
}

} // namespace hall::vectors
