#pragma once

#include "domain/result.h"

#include <QDate>
#include <QString>

namespace hall {

/// The intake number of a case (design.md section 4, "Numbers"):
/// `<region 9>-<yyyymmdd>-<station 3>-<serial 4>-<check 1>`, e.g. 441900113-20261122-A07-0001-K.
///
/// The check character is that of ISO 7064 MOD 37,36 over the letters and figures before it. It
/// finds every wrong character, and an exchange of neighbours but for 9 of 1,620 (state, pair)
/// cases of figures: that is the standard's own limit.
class CaseNumber
{
public:
    static constexpr int maxSerial = 9999;

    CaseNumber() = default;
    /// The parts without the check character. FieldMissing (detail = region, date, station or
    /// serial) when one does not fit: nine figures; a valid date; three of A-Z and 0-9; 1 … 9999.
    [[nodiscard]] static Result<CaseNumber> make(const QString &region, QDate date,
                                                 const QString &station, int serial);
    /// Typed or scanned text: full-width and small letters, spaces and missing hyphens are
    /// accepted. NumberLength, NumberCharacters, NumberDate, NumberCheckDigit.
    [[nodiscard]] static Result<CaseNumber> fromText(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString region() const { return m_text.left(9); }
    [[nodiscard]] QDate date() const;
    [[nodiscard]] QString station() const { return m_text.mid(19, 3); }
    [[nodiscard]] int serial() const { return m_text.mid(23, 4).toInt(); }

    friend bool operator==(const CaseNumber &, const CaseNumber &) = default;

private:
    QString m_text;
};

/// The check character of ISO 7064 MOD 37,36 for letters A-Z and figures; '\0' for anything else.
[[nodiscard]] QChar checkCharacter37(QStringView payload);

} // namespace hall
