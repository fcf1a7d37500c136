#include "ui/shared/thumbnailstripdelegate.h"

#include "ui/shared/icon.h"
#include "ui/shared/paintedprogress.h"
#include "ui/shared/theme.h"
#include "ui/shared/thumbnailstripmodel.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestSheet = 112;
constexpr int smallestSheet = 64;
constexpr int padding = 6;
constexpr int cellGap = 3;
constexpr int textGap = 5;

struct Cell
{
    QRect ground = {};
    QRect sheet = {};
    QRect text = {};
};

Cell cellOf(const QStyleOptionViewItem &option, int sheetSide)
{
    Cell cell;
    cell.ground = option.rect.adjusted(cellGap, cellGap, -cellGap, -cellGap);
    cell.sheet = QRect(cell.ground.center().x() - sheetSide / 2, cell.ground.top() + padding,
                       sheetSide, sheetSide);
    cell.text = QRect(cell.ground.left() + padding, cell.sheet.bottom() + 3,
                      cell.ground.width() - 2 * padding, option.fontMetrics.height() + 2);
    return cell;
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRect &ground)
{
    const ThemeColours colours = themeColours(option.palette);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
    QPainterPath path;
    path.addRoundedRect(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    if (isChosen)
        painter->fillPath(path, colours.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillPath(path, colours.hover);
    if (isCurrent) {
        painter->setPen(QPen(colours.accent, 1.5));
        painter->drawPath(path);
    }
}

/// The upright size of the picture inside the square.
QSize fitted(QSize picture, int rotation, int sheetSide)
{
    const QSize upright = rotation % 180 == 0 ? picture : picture.transposed();
    return upright.scaled(sheetSide, sheetSide, Qt::KeepAspectRatio);
}

void paintPicture(QPainter *painter, const QRect &sheet, const QImage &picture, int rotation)
{
    const QSize upright = fitted(picture.size(), rotation, sheet.width());
    const QSize straight = rotation % 180 == 0 ? upright : upright.transposed();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->translate(QRectF(sheet).center());
    painter->rotate(rotation);
    painter->drawImage(QRectF(-straight.width() / 2.0, -straight.height() / 2.0, straight.width(),
                              straight.height()),
                       picture);
}

QSize a4Sheet(int sheetSide)
{
    return QSize(210, 297).scaled(sheetSide, sheetSide, Qt::KeepAspectRatio);
}

/// An empty sheet (A4 upright) with an icon: still loading, not here, or damaged.
void paintEmptySheet(QPainter *painter, const QRect &square, const QString &iconName,
                     const ThemeColours &colours)
{
    QRect sheet(QPoint(), a4Sheet(square.width()));
    sheet.moveCenter(square.center());
    painter->fillRect(sheet, colours.alternate);
    painter->setPen(colours.border);
    painter->drawRect(sheet.adjusted(0, 0, -1, -1));
    if (iconName.isEmpty())
        return;
    constexpr int iconSize = 28;
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(sheet.center().x() - iconSize / 2, sheet.center().y() - iconSize / 2,
                        iconPixmap(iconName, colours.muted, iconSize, ratio));
}

/// How much of a page is here, at the foot of its sheet.
void paintComing(QPainter *painter, const QRect &square, int percent, const ThemeColours &colours)
{
    constexpr int inset = 8;
    QRect sheet(QPoint(), a4Sheet(square.width()));
    sheet.moveCenter(square.center());
    const QRect bar(sheet.left() + inset, sheet.bottom() - inset - progressHeight,
                    sheet.width() - 2 * inset, progressHeight);
    paintProgress(*painter, bar, percent, colours);
}

void paintSheet(QPainter *painter, const QRect &square, const QModelIndex &index,
                const ThemeColours &colours)
{
    const auto page = index.data(ThumbnailStripModel::ThumbRole).value<PageThumb>();
    const auto picture = index.data(ThumbnailStripModel::PictureRole).value<QImage>();
    painter->save();
    painter->setOpacity(page.removed ? 0.35 : 1.0);
    if (page.missing) {
        const bool isOffline = page.way == PageWay::WhenReached;
        paintEmptySheet(painter, square, isOffline ? u"clock"_s : u"import"_s, colours);
        if (page.way == PageWay::Coming)
            paintComing(painter, square, page.percent, colours);
    } else if (index.data(ThumbnailStripModel::BrokenRole).toBool()) {
        paintEmptySheet(painter, square, u"problem"_s, colours);
    } else if (picture.isNull()) {
        paintEmptySheet(painter, square, QString(), colours);
    } else {
        QRect frame(QPoint(), fitted(picture.size(), page.rotation, square.width()));
        frame.moveCenter(square.center());
        painter->fillRect(frame, Qt::white);
        painter->save();
        paintPicture(painter, square, picture, page.rotation);
        painter->restore();
        painter->setPen(colours.strongBorder);
        painter->drawRect(frame.adjusted(-1, -1, 0, 0));
    }
    painter->restore();
    if (page.removed) {
        painter->setPen(QPen(colours.bad, 2));
        QRect crossed(QPoint(),
                      picture.isNull() ? a4Sheet(square.width())
                                       : fitted(picture.size(), page.rotation, square.width()));
        crossed.moveCenter(square.center());
        painter->drawLine(crossed.bottomLeft(), crossed.topRight());
    }
}

} // namespace

void ThumbnailStripDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const ThemeColours colours = themeColours(option.palette);
    const Cell cell = cellOf(option, m_sheetSide);
    const auto page = index.data(ThumbnailStripModel::ThumbRole).value<PageThumb>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, cell.ground);
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintSheet(painter, cell.sheet, index, colours);
    QFont font = option.font;
    font.setStrikeOut(page.removed);
    painter->setFont(font);
    painter->setPen(page.removed ? colours.muted : colours.text);
    const QString number = QString::number(index.row() + 1);
    const QString label = page.title.isEmpty() ? number : u"%1  %2"_s.arg(number, page.title);
    painter->drawText(cell.text, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(label, Qt::ElideRight, cell.text.width()));
    painter->restore();
}

QSize ThumbnailStripDelegate::sizeHint(const QStyleOptionViewItem &option,
                                       const QModelIndex &) const
{
    return {m_sheetSide + 2 * padding + 2 * cellGap + 8,
            m_sheetSide + 2 * padding + 2 * cellGap + option.fontMetrics.height() + textGap};
}

bool ThumbnailStripDelegate::setRoom(int height, const QFontMetrics &metrics)
{
    const int side = std::clamp(height - 2 * padding - 2 * cellGap - metrics.height() - textGap,
                                smallestSheet, largestSheet);
    return std::exchange(m_sheetSide, side) != side;
}

} // namespace hall
