#include "devices/importing/imagecheck.h"

#include "devices/importing/jpegfile.h"

#include <QBuffer>
#include <QImageReader>
#include <QPixelFormat>
#include <QtEndian>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int rewriteQuality = 95;

Error broken(const QString &detail)
{
    return {.kind = ErrorKind::ImageBroken, .detail = detail};
}

bool isTooLarge(QSize size, int bitsPerPixel, const ImportLimits &limits)
{
    const qint64 pixels = qint64(size.width()) * size.height();
    return pixels > limits.pixels
        || pixels * bitsPerPixel / 8 > qint64(allocationLimitMb) * 1024 * 1024;
}

Error tooLarge(QSize size)
{
    return {.kind = ErrorKind::ImageTooLarge,
            .detail = u"%1x%2"_s.arg(size.width()).arg(size.height())};
}

/// Header first: nothing is allocated for a picture that only claims to be enormous.
Result<Done> checkHeader(const QByteArray &bytes, const char *format, const ImportLimits &limits)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return broken(u"header"_s);
    const QImage::Format pixelFormat = reader.imageFormat();
    const int bits = pixelFormat == QImage::Format_Invalid
        ? 32
        : QImage::toPixelFormat(pixelFormat).bitsPerPixel();
    if (isTooLarge(size, bits, limits))
        return tooLarge(size);
    return Done{};
}

Result<QImage> decode(const QByteArray &bytes, const char *format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    // Rotation is an event of the case, not new bytes; only a mirrored picture is transformed.
    reader.setAutoTransform(false);
    QImage image = reader.read();
    if (image.isNull())
        return broken(reader.errorString());
    return image;
}

/// All chunks are there up to IEND (W3C PNG, clause 5).
bool isCompletePng(const QByteArray &bytes)
{
    constexpr qsizetype overhead = 12;
    qsizetype pos = 8;
    while (pos + overhead <= bytes.size()) {
        const auto length
            = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData() + pos));
        if (length > bytes.size() - pos - overhead)
            return false;
        if (bytes.mid(pos + 4, 4) == "IEND")
            return true;
        pos += overhead + length;
    }
    return false;
}

/// EXIF orientations 2, 4, 5 and 7: a mirror image, turned by 0, 180, 90 or 270 degrees.
QImage unmirrored(const QImage &image, int orientation)
{
    switch (orientation) {
    case 2:
        return image.mirrored(true, false);
    case 4:
        return image.mirrored(false, true);
    case 5:
        return image.mirrored(true, false).transformed(QTransform().rotate(270));
    default:
        return image.mirrored(true, false).transformed(QTransform().rotate(90));
    }
}

QByteArray written(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

} // namespace

Result<ImportedPage> checkedJpeg(const QByteArray &bytes, const ImportLimits &limits)
{
    const Result<Done> header = checkHeader(bytes, "jpeg", limits);
    if (!header.ok())
        return header.error();
    const JpegFacts facts = inspectJpeg(bytes);
    if (!facts.isComplete)
        return broken(u"cut short"_s);
    const Result<QImage> image = decode(bytes, "jpeg");
    if (!image.ok())
        return image.error();
    const int rotation = rotationOf(facts.orientation);
    if (rotation >= 0)
        return ImportedPage{.bytes = bytes,
                            .format = u"jpeg"_s,
                            .size = image.value().size(),
                            .rotation = rotation};
    const QImage upright = unmirrored(image.value(), facts.orientation);
    return ImportedPage{.bytes = written(upright, "jpeg", rewriteQuality),
                        .format = u"jpeg"_s,
                        .size = upright.size()};
}

Result<ImportedPage> checkedPng(const QByteArray &bytes, const ImportLimits &limits)
{
    const Result<Done> header = checkHeader(bytes, "png", limits);
    if (!header.ok())
        return header.error();
    if (!isCompletePng(bytes))
        return broken(u"cut short"_s);
    const Result<QImage> image = decode(bytes, "png");
    if (!image.ok())
        return image.error();
    return ImportedPage{.bytes = bytes, .format = u"png"_s, .size = image.value().size()};
}

Result<ImportedPage> pastedPage(const QImage &image, const ImportLimits &limits)
{
    if (image.isNull())
        return broken(u"empty"_s);
    if (isTooLarge(image.size(), image.depth(), limits))
        return tooLarge(image.size());
    const QByteArray bytes = written(image, "png", -1);
    if (bytes.size() > limits.fileBytes)
        return Error{.kind = ErrorKind::FileTooLarge, .detail = QString::number(bytes.size())};
    return ImportedPage{.bytes = bytes, .format = u"png"_s, .size = image.size()};
}

} // namespace hall
