#pragma once

#include "domain/result.h"

#include <QString>

namespace hall {

/// Numbers of passports and travel permits: a shape, no check digit.
class TravelDocument
{
public:
    enum class Kind {
        ChinesePassport, ///< E/G + 8; E + letter (not I, O) + 7; 14/15 + 7; P/S/D and PE/SE/DE
                         ///< series
        ForeignPassport, ///< 5-18 letters and digits
        HkMoPermit,      ///< H/M + 8 digits, old cards 2 more
        TaiwanPermit     ///< 8 digits, old 10
    };

    /// NumberLength, NumberPrefix (begins as no number of this kind does), NumberCharacters.
    [[nodiscard]] static Result<TravelDocument> parse(Kind kind, const QString &text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString masked() const; ///< G1*****78
    friend bool operator==(const TravelDocument &, const TravelDocument &) = default;

private:
    TravelDocument(Kind kind, QString text)
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }
    Kind m_kind;
    QString m_text;
};

} // namespace hall
