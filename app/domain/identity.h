#pragma once

#include "domain/localtext.h"
#include "domain/numbercheck.h"
#include "domain/result.h"

#include <QDate>
#include <QList>
#include <QString>

namespace hall {

/// A kind of certificate: code (GA/T 2000.156; "USCC", "ORG9", "BIZ15" are ours for organisations)
/// and name.
struct CertificateKind
{
    QString code = {};
    LocalText name = {};
    bool isForPersons = true;
    bool isForOrganisations = false;
};

inline constexpr QLatin1StringView citizenCardCode("111");
inline constexpr QLatin1StringView creditCodeCode("USCC");
inline constexpr QLatin1StringView otherCertificateCode("990");

/// All kinds, the frequent ones first. "990" (other) serves persons and organisations.
[[nodiscard]] const QList<CertificateKind> &certificateKinds();
/// The kind of a code; "990" for a code that is not in the list.
[[nodiscard]] const CertificateKind &certificateKind(const QString &code);

/// A certificate's number, checked by the rules of its kind, in the form in which it is stored.
class IdentityNumber
{
public:
    /// The errors of the kind's own type (citizenid.h, creditcode.h, traveldocs.h). Kinds without
    /// rules: FieldMissing or FieldTooLong (50 characters); their text is only trimmed.
    [[nodiscard]] static Result<Checked<IdentityNumber>>
    parse(const QString &kindCode, const QString &text, const NumberContext &context);

    [[nodiscard]] const QString &kindCode() const { return m_kindCode; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &masked() const { return m_masked; }
    /// Invalid where the number does not say it.
    [[nodiscard]] QDate birth() const { return m_birth; }
    [[nodiscard]] Sex sex() const { return m_sex; }
    friend bool operator==(const IdentityNumber &a, const IdentityNumber &b)
    {
        return a.m_kindCode == b.m_kindCode && a.m_text == b.m_text;
    }

private:
    friend struct IdentityRules;
    IdentityNumber() = default;

    QString m_kindCode;
    QString m_text;
    QString m_masked;
    QDate m_birth;
    Sex m_sex = Sex::Unknown;
};

/// What the screens call: the number of a certificate of this kind, `today` for dates in the
/// future.
[[nodiscard]] Result<Checked<IdentityNumber>> parseIdentity(const QString &kindCode,
                                                            const QString &text,
                                                            const RegionTable &regions,
                                                            const QDate &today);

} // namespace hall
