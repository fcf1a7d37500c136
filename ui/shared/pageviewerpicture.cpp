#include "ui/shared/pageviewerpicture.h"

namespace hall {

namespace {

constexpr qint64 smallestLevelPixels = 1'500'000;

/// The format that scales and paints without a conversion each time.
QImage paintable(const QImage &image)
{
    if (image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const bool isGrey = image.depth() == 1 || image.format() == QImage::Format_Grayscale8;
    return image.convertToFormat(isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
}

qint64 pixels(const QImage &image)
{
    return qint64(image.width()) * image.height();
}

} // namespace

PagePicture PagePicture::make(const QImage &image)
{
    PagePicture picture;
    if (image.isNull())
        return picture;
    picture.m_levels.append(paintable(image));
    while (pixels(picture.m_levels.last()) > smallestLevelPixels) {
        const QSize half = picture.m_levels.last().size() / 2;
        if (half.isEmpty())
            break;
        picture.m_levels.append(
            picture.m_levels.last().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return picture;
}

qsizetype PagePicture::bytes() const
{
    qsizetype sum = 0;
    for (const QImage &level : m_levels)
        sum += level.sizeInBytes();
    return sum;
}

const QImage &PagePicture::levelFor(double scale) const
{
    Q_ASSERT(!isNull());
    qsizetype level = 0;
    while (level + 1 < m_levels.size()
           && m_levels[level + 1].width() >= m_levels.first().width() * scale)
        ++level;
    return m_levels[level];
}

} // namespace hall
