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
};

} // namespace hall
