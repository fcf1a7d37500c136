#include "devices/worker/pageencoder.h"

#include <QBuffer>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

enum class Tone { TwoTone, LineWork, Continuous };

// A page of text at 200 dpi has 1 to 3 % of half-tone pixels at its letters' edges.
constexpr qint64 lineWorkHalfTonePercent = 6;

bool isHalfTone(int grey)
{
    return grey > 24 && grey < 231;
}

Tone toneOf(const QImage &image)
{
    if (image.depth() == 1)
        return Tone::TwoTone;
    const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
    qint64 halfTones = 0;
    qint64 between = 0;
    for (int y = 0; y < rgb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(rgb.constScanLine(y));
        for (int x = 0; x < rgb.width(); ++x) {
            const int red = qRed(line[x]);
            if (red != qGreen(line[x]) || red != qBlue(line[x]))
                return Tone::Continuous;
            between += red != 0 && red != 255 ? 1 : 0;
            halfTones += isHalfTone(red) ? 1 : 0;
        }
    }
    if (between == 0)
        return Tone::TwoTone;
    const qint64 pixels = qint64(rgb.width()) * rgb.height();
    return halfTones * 100 <= pixels * lineWorkHalfTonePercent ? Tone::LineWork : Tone::Continuous;
}

EncodedPage save(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, quality))
        bytes.clear();
    return {.format = QString::fromLatin1(format), .bytes = bytes};
}

// JPEG has no transparency; what shows through is paper.
QImage onPaper(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return image;
    QImage paper = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < paper.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(paper.scanLine(y));
        for (int x = 0; x < paper.width(); ++x) {
            const int alpha = qAlpha(line[x]);
            const auto mix
                = [alpha](int value) { return (value * alpha + 255 * (255 - alpha)) / 255; };
            line[x] = qRgb(mix(qRed(line[x])), mix(qGreen(line[x])), mix(qBlue(line[x])));
        }
    }
    return paper.convertToFormat(QImage::Format_RGB32);
}

} // namespace

EncodedPage encodePage(const QImage &image, int jpegQuality)
{
    const QImage opaque = onPaper(image);
    switch (toneOf(opaque)) {
    case Tone::TwoTone:
        return encodePng(opaque.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither));
    case Tone::LineWork:
        return encodePng(opaque.convertToFormat(QImage::Format_Grayscale8));
    case Tone::Continuous:
        break;
    }
    const bool grey = opaque.isGrayscale();
    return save(opaque.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32),
                "jpeg", jpegQuality);
}

EncodedPage encodePng(const QImage &image)
{
    return save(image, "png", -1);
}

} // namespace hall
