#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace hall {

/// What the QR code of a paper says (design.md section 8): checkable offline, and on a fee slip
/// enough to take a payment on a slip that this machine has not seen.
struct SlipCode
{
    QUuid caseId = {};
    QString caseNumber = {};
    QString hash8 = {};      ///< first eight hex digits of the hash that the paper vouches for
    QString slipNumber = {}; ///< fee slips only
    qint64 fen = -1;         ///< fee slips only; -1 = none

    friend bool operator==(const SlipCode &, const SlipCode &) = default;
};

/// "OH1|<uuid>|<case number>|<hash8>[|<slip>|<fen>]": printable ASCII, as a barcode gun types it.
[[nodiscard]] QString qrPayload(const SlipCode &code);

/// Reads the above; nothing for any other text. Blanks around it and a changed letter case (a gun
/// with caps lock) are forgiven.
[[nodiscard]] std::optional<SlipCode> parseSlipCode(const QString &text);

/// Square of dark modules by rows, without the quiet zone. Empty when the text does not fit.
[[nodiscard]] QList<QList<bool>> qrModules(const QString &text);

/// Bar and space widths in modules, beginning with a bar, without the quiet zone (ISO/IEC 15417).
/// Empty for a text with characters outside printable ASCII, or an empty text.
[[nodiscard]] QByteArray code128Widths(const QString &text);

} // namespace hall
