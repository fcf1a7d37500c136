#include "domain/identity.h"

#include "domain/citizenid.h"
#include "domain/creditcode.h"
#include "domain/numbertext.h"
#include "domain/traveldocs.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

/// One maker for each shape of value; the only code that can make an IdentityNumber.
struct IdentityRules
{
    using Answer = Result<Checked<IdentityNumber>>;

    /// A value with birth, sex and a masked form.
    template <class T> static Answer person(const QString &kind, const Result<Checked<T>> &parsed)
    {
        if (!parsed.ok())
            return parsed.error();
        const T &value = parsed.value().value;
        Checked<IdentityNumber> checked{.value = plain(kind, value.text(), value.masked()),
                                        .warnings = parsed.value().warnings,
                                        .overrideReason = parsed.value().overrideReason};
        checked.value.m_birth = value.birth();
        checked.value.m_sex = value.sex();
        return checked;
    }

    static Answer residence(const QString &kind, const QString &text, const QDate &today)
    {
        using Holder = ResidencePermit::Holder;
        const Holder holder = kind == "810"_L1 ? Holder::HongKong
            : kind == "820"_L1                 ? Holder::Macao
                                               : Holder::Taiwan;
        const auto parsed = ResidencePermit::parse(text, today, {holder});
        if (!parsed.ok())
            return parsed.error();
        return person<ResidencePermit>(kind, Checked<ResidencePermit>{.value = parsed.value()});
    }

    static Answer foreignResident(const QString &text, const NumberContext &context)
    {
        constexpr int oldLength = 15;
        const QString kind = u"553"_s;
        if (foldNumber(text).size() == oldLength)
            return person(kind, ForeignResidentId::parseOld(text));
        return person(kind, ForeignResidentId::parse(text, context));
    }

    static Answer travel(const QString &kind, TravelDocument::Kind shape, const QString &text)
    {
        const auto parsed = TravelDocument::parse(shape, text);
        if (!parsed.ok())
            return parsed.error();
        return Checked<IdentityNumber>{
            .value = plain(kind, parsed.value().text(), parsed.value().masked())};
    }

    static Answer credit(const QString &kind, const QString &text, const NumberContext &context)
    {
        const auto parsed = CreditCode::parse(text, context);
        if (!parsed.ok())
            return parsed.error();
        const CreditCode &value = parsed.value().value;
        return Checked<IdentityNumber>{.value = plain(kind, value.text(), value.masked()),
                                       .warnings = parsed.value().warnings,
                                       .overrideReason = parsed.value().overrideReason};
    }

    template <class T> static Answer organisation(const QString &kind, const Result<T> &parsed)
    {
        if (!parsed.ok())
            return parsed.error();
        const QString text = parsed.value().text();
        return Checked<IdentityNumber>{.value = plain(kind, text, maskedText(text, 3, 3))};
    }

    static Answer free(const QString &kind, const QString &text)
    {
        constexpr int longest = 50;
        const QString trimmed = text.simplified();
        if (trimmed.isEmpty())
            return Error{ErrorKind::FieldMissing, u"number"_s};
        if (trimmed.size() > longest)
            return Error{ErrorKind::FieldTooLong, u"number"_s};
        return Checked<IdentityNumber>{.value = plain(kind, trimmed, maskedText(trimmed, 2, 2))};
    }

private:
    static IdentityNumber plain(const QString &kind, const QString &text, const QString &masked)
    {
        IdentityNumber number;
        number.m_kindCode = kind;
        number.m_text = text;
        number.m_masked = masked;
        return number;
    }
};

const QList<CertificateKind> &certificateKinds()
{
    static const QList<CertificateKind> kinds = [] {
        const auto person = [](const QString &code, const QString &zh, const QString &en) {
            return CertificateKind{.code = code, .name = {zh, en}};
        };
        const auto body = [](const QString &code, const QString &zh, const QString &en) {
            return CertificateKind{
                .code = code, .name = {zh, en}, .isForPersons = false, .isForOrganisations = true};
        };
        QList<CertificateKind> list
            = {person(u"111"_s, u"居民身份证"_s, u"Resident identity card"_s),
               person(u"516"_s, u"港澳居民来往内地通行证"_s,
                      u"Mainland travel permit, Hong Kong/Macao"_s),
               person(u"511"_s, u"台湾居民来往大陆通行证"_s, u"Mainland travel permit, Taiwan"_s),
               person(u"810"_s, u"香港居民居住证"_s, u"Residence permit, Hong Kong"_s),
               person(u"820"_s, u"澳门居民居住证"_s, u"Residence permit, Macao"_s),
               person(u"830"_s, u"台湾居民居住证"_s, u"Residence permit, Taiwan"_s),
               person(u"414"_s, u"普通护照"_s, u"Passport"_s),
               person(u"553"_s, u"外国人永久居留身份证"_s, u"Foreign permanent resident card"_s),
               person(u"112"_s, u"临时居民身份证"_s, u"Temporary identity card"_s),
               person(u"113"_s, u"户口簿"_s, u"Household register"_s),
               person(u"114"_s, u"军官证"_s, u"Officer's card"_s),
               person(u"123"_s, u"警官证"_s, u"Police officer's card"_s),
               person(u"411"_s, u"外交护照"_s, u"Diplomatic passport"_s),
               person(u"412"_s, u"公务护照"_s, u"Service passport"_s),
               person(u"413"_s, u"因公普通护照"_s, u"Public affairs passport"_s),
               person(u"420"_s, u"香港特别行政区护照"_s, u"Hong Kong passport"_s),
               person(u"421"_s, u"澳门特别行政区护照"_s, u"Macao passport"_s),
               person(u"554"_s, u"外国人居留证"_s, u"Foreigner's residence permit"_s),
               body(u"USCC"_s, u"统一社会信用代码证"_s, u"Unified social credit code"_s),
               body(u"ORG9"_s, u"组织机构代码证"_s, u"Organisation code (old)"_s),
               body(u"BIZ15"_s, u"工商注册号"_s, u"Business registration number (old)"_s)};
        list += CertificateKind{.code = otherCertificateCode,
                                .name = {u"其他证件"_s, u"Other certificate"_s},
                                .isForOrganisations = true};
        return list;
    }();
    return kinds;
}

const CertificateKind &certificateKind(const QString &code)
{
    const auto &kinds = certificateKinds();
    const auto found = std::ranges::find(kinds, code, &CertificateKind::code);
    return found == kinds.end() ? kinds.back() : *found;
}

Result<Checked<IdentityNumber>> IdentityNumber::parse(const QString &kindCode, const QString &text,
                                                      const NumberContext &context)
{
    static const QStringList residenceKinds = {u"810"_s, u"820"_s, u"830"_s};
    // A passport may be any state's, so the Chinese series cannot be demanded here.
    static const QStringList passportKinds
        = {u"411"_s, u"412"_s, u"413"_s, u"414"_s, u"420"_s, u"421"_s};
    if (kindCode == citizenCardCode || kindCode == "112"_L1)
        return IdentityRules::person(kindCode, CitizenId::parse(text, context));
    if (residenceKinds.contains(kindCode))
        return IdentityRules::residence(kindCode, text, context.today);
    if (kindCode == "553"_L1)
        return IdentityRules::foreignResident(text, context);
    if (passportKinds.contains(kindCode))
        return IdentityRules::travel(kindCode, TravelDocument::Kind::ForeignPassport, text);
    if (kindCode == "516"_L1)
        return IdentityRules::travel(kindCode, TravelDocument::Kind::HkMoPermit, text);
    if (kindCode == "511"_L1)
        return IdentityRules::travel(kindCode, TravelDocument::Kind::TaiwanPermit, text);
    if (kindCode == creditCodeCode)
        return IdentityRules::credit(kindCode, text, context);
    if (kindCode == "ORG9"_L1)
        return IdentityRules::organisation(kindCode, OrganisationCode::parse(text));
    if (kindCode == "BIZ15"_L1)
        return IdentityRules::organisation(kindCode, BusinessNumber::parse(text));
    return IdentityRules::free(kindCode, text);
}

Result<Checked<IdentityNumber>> parseIdentity(const QString &kindCode, const QString &text,
                                              const RegionTable &regions, const QDate &today)
{
    return IdentityNumber::parse(kindCode, text, NumberContext{.regions = regions, .today = today});
}

} // namespace hall
