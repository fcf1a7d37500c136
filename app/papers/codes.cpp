#include "papers/codes.h"

#include <QStringList>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr auto mark = "OH1"_L1;

bool isPlain(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar each) { return each > u' ' && each <= u'~' && each != u'|'; });
}

bool isHash(const QString &text)
{
    return text.size() == 8 && std::ranges::all_of(text, [](QChar each) {
               return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f');
           });
}

} // namespace

QString qrPayload(const SlipCode &code)
{
    QStringList parts{mark, code.caseId.toString(QUuid::WithoutBraces), code.caseNumber,
                      code.hash8};
    if (!code.slipNumber.isEmpty())
        parts << code.slipNumber << QString::number(code.fen);
    return parts.join(u'|');
}

std::optional<SlipCode> parseSlipCode(const QString &text)
{
    const QStringList parts = text.trimmed().split(u'|');
    if (parts.size() != 4 && parts.size() != 6)
        return std::nullopt;
    if (parts.first().compare(mark, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    SlipCode code{.caseId = QUuid::fromString(parts.at(1)),
                  .caseNumber = parts.at(2).toUpper(),
                  .hash8 = parts.at(3).toLower()};
    if (code.caseId.isNull() || code.caseNumber.isEmpty() || !isPlain(code.caseNumber)
        || !isHash(code.hash8))
        return std::nullopt;
    if (parts.size() == 6) {
        bool isAmount = false;
        code.slipNumber = parts.at(4).toUpper();
        code.fen = parts.at(5).toLongLong(&isAmount);
        if (!isAmount || code.fen < 0 || code.slipNumber.isEmpty() || !isPlain(code.slipNumber))
            return std::nullopt;
    }
    return code;
}

QList<QList<bool>> qrModules(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(bytes.size()), reinterpret_cast<const uchar *>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    QList<QList<bool>> rows;
    for (int y = 0; y < code->width; ++y) {
        QList<bool> row;
        for (int x = 0; x < code->width; ++x)
            row.append((code->data[y * code->width + x] & 1) != 0);
        rows.append(row);
    }
    return rows;
}

} // namespace hall
