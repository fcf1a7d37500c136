#pragma once

#include "domain/result.h"

#include <QString>

namespace hall {

/// A telephone number in China, mobile or fixed.
class PhoneNumber
{
public:
    enum class Kind { Mobile, Landline };

    /// 1[3-9] and 9 digits; spaces, hyphens and +86 are taken off. NumberLength, NumberPrefix,
    /// NumberCharacters.
    [[nodiscard]] static Result<PhoneNumber> parseMobile(const QString &text);
    /// Area code and number ("0769-83312345"; Dongguan's have 8 digits), with an extension of up to
    /// 5 digits, or a 400/800 number. NumberPrefix without an area code.
    [[nodiscard]] static Result<PhoneNumber> parseLandline(const QString &text);
    /// Whichever it looks like.
    [[nodiscard]] static Result<PhoneNumber> parse(const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// "13812345678", "0769-83312345", "0769-83312345-801", "400-812-3123".
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString masked() const; ///< 138****5678
    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    PhoneNumber(Kind kind, QString text)
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }
    Kind m_kind;
    QString m_text;
};

} // namespace hall
