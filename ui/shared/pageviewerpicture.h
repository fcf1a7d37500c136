#pragma once

#include <QImage>
#include <QList>
#include <QSize>

namespace hall {

/// A page ready to be painted fast at any size: the image and its halves, quarters … down to about
/// the size of a screen. Made off the GUI thread.
class PagePicture
{
public:
    PagePicture() = default;
    [[nodiscard]] static PagePicture make(const QImage &image);

    [[nodiscard]] bool isNull() const { return m_levels.isEmpty(); }
    [[nodiscard]] QSize size() const { return isNull() ? QSize() : m_levels.first().size(); }
    [[nodiscard]] qsizetype bytes() const;
    /// The smallest level that has at least `scale` of the full resolution.
    [[nodiscard]] const QImage &levelFor(double scale) const;
    [[nodiscard]] qint64 key() const { return isNull() ? 0 : m_levels.first().cacheKey(); }

private:
    QList<QImage> m_levels; ///< the full one first
};

} // namespace hall
