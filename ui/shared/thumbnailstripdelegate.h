#pragma once

#include <QStyledItemDelegate>

namespace hall {

/// Paints a page: the picture upright on white, its number, its title; a page that was removed is
/// struck through, one that is not here says so by an icon.
class ThumbnailStripDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Room of one row of pages: a low strip shows smaller pages whole and not large ones cut.
    /// False when nothing changes by it.
    [[nodiscard]] bool setRoom(int height, const QFontMetrics &metrics);

private:
    int m_sheetSide = 112; ///< the square in which a page stands, whichever way it is turned
};

} // namespace hall
