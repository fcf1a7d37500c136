#pragma once

#include "domain/numbercheck.h"
#include "domain/result.h"

#include <QString>

namespace hall {

/// Organisation code GB 11714: 8 characters and a check character (mod 11); text "00733188-1".
class OrganisationCode
{
public:
    /// With or without the hyphen before the last character. NumberLength, NumberCharacters,
    /// NumberCheckDigit.
    [[nodiscard]] static Result<OrganisationCode> parse(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    friend bool operator==(const OrganisationCode &, const OrganisationCode &) = default;

private:
    explicit OrganisationCode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Unified social credit code GB 32100: department 1, kind 1, region 6 (digits), organisation code
/// 9, check 1 (mod 31). The letters I O S V Z are not used.
class CreditCode
{
public:
    /// NumberLength, NumberCharacters, NumberCheckDigit (early pilot codes fail: may be
    /// overridden). Warnings: InnerCode, RegionUnlisted.
    [[nodiscard]] static Result<Checked<CreditCode>> parse(const QString &text,
                                                           const NumberContext &context);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString region() const { return m_text.sliced(2, 6); }
    [[nodiscard]] QString masked() const; ///< 91441900******001A
    friend bool operator==(const CreditCode &, const CreditCode &) = default;

private:
    explicit CreditCode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Business registration number of 15 digits, used before the credit code: ISO 7064 MOD 11,10.
class BusinessNumber
{
public:
    /// NumberLength, NumberCharacters, NumberCheckDigit.
    [[nodiscard]] static Result<BusinessNumber> parse(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    friend bool operator==(const BusinessNumber &, const BusinessNumber &) = default;

private:
    explicit BusinessNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace hall
