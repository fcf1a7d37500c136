#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace hall {

struct EncodedPage
{
    QString format = {}; ///< "png" or "jpeg"; bytes empty = could not be encoded
    QByteArray bytes = {};
};

/// Two tones become a 1-bit PNG; grey line work (text with smoothed edges) a grey PNG, without
/// loss; what has colour or half-tones a JPEG of the given quality, as a PNG of it would be ten
/// times larger.
[[nodiscard]] EncodedPage encodePage(const QImage &image, int jpegQuality);
/// Always PNG, in the image's own depth.
[[nodiscard]] EncodedPage encodePng(const QImage &image);

} // namespace hall
