#include "papers/tablerow.h"

#include "papers/units.h"

#include <QPainter>
#include <QPair>

#include <algorithm>
#include <memory>

namespace hall {

namespace {

constexpr qreal hairline = pt(0.6);

void horizontal(QPainter *painter, qreal x, qreal y, qreal width)
{
    painter->fillRect(QRectF(x - hairline / 2, y - hairline / 2, width + hairline, hairline),
                      Qt::black);
}

void vertical(QPainter *painter, qreal x, qreal height)
{
    painter->fillRect(QRectF(x - hairline / 2, 0, hairline, height), Qt::black);
}

/// What of the frame a strip draws. A neighbour's line is never drawn twice: the row above draws
/// the line between, so only the first row of a page without a head draws its top.
struct FramePart
{
    std::shared_ptr<const TableRow> row = {};
    RowLook look = {};
    qreal height = 0;
    bool closesRow = true;

    void operator()(QPainter *painter, const StripPlace &place) const
    {
        if (look.border == TableBorder::None)
            return;
        for (qsizetype at = 0; at < row->cells.size(); ++at)
            cellFrame(painter, place, at);
    }

    void cellFrame(QPainter *painter, const StripPlace &place, qsizetype at) const
    {
        const TableCell &cell = row->cells.at(at);
        const bool isOpen = cell.goesOn && !place.isLast;
        if ((closesRow || place.isLast) && !isOpen)
            horizontal(painter, cell.x, height, cell.width);
        if (place.isFirst && !look.hasHead)
            horizontal(painter, cell.x, 0, cell.width);
        if (look.border == TableBorder::Rows)
            return;
        if (at == 0)
            vertical(painter, cell.x, height);
        vertical(painter, cell.x + cell.width, height);
    }
};

/// Grey grounds. A merged cell stays white: its text reaches down from its first row.
StripPaint groundOf(const TableRow &row, qreal height)
{
    QList<QPair<QRectF, QColor>> grounds;
    for (const TableCell &cell : row.cells) {
        if (!cell.fill.isEmpty() && !cell.isMerged)
            grounds.append({QRectF(cell.x, 0, cell.width, height), QColor(cell.fill)});
    }
    return [grounds](QPainter *painter, const StripPlace &) {
        for (const auto &[rect, colour] : grounds)
            painter->fillRect(rect, colour);
    };
}

qreal textTop(const TableCell &cell, qreal height, const RowLook &look)
{
    if (cell.valign & Qt::AlignTop)
        return look.padY;
    if (cell.valign & Qt::AlignBottom)
        return height - look.padY - cell.textHeight;
    return (height - cell.textHeight) / 2;
}

/// A merged cell's text stands in the middle of what of the cell is on this page.
StripPaint cellText(const TableCell &cell, const TableRow &row, const RowLook &look)
{
    const QPointF at(cell.x + look.padX, 0);
    return [cell, at, look, height = row.height](QPainter *painter, const StripPlace &place) {
        if (cell.continues && !place.isFirst)
            return;
        const qreal room = cell.goesOn ? std::min(cell.runHeight, place.room) : height;
        const qreal top = std::max(look.padY, textTop(cell, room, look));
        for (const CellLine &each : cell.lines)
            each.line.paint(painter, at + QPointF(0, top + each.y));
    };
}

StripPaint sliceText(const TableCell &cell, const RowLook &look, qreal from, qreal to)
{
    QList<CellLine> lines;
    for (const CellLine &each : cell.lines) {
        const qreal y = look.padY + each.y;
        if (y >= from - 0.5 && y < to - 0.5)
            lines.append({each.line, y - from});
    }
    const QPointF at(cell.x + look.padX, 0);
    return [lines, at](QPainter *painter, const StripPlace &) {
        for (const CellLine &each : lines)
            each.line.paint(painter, at + QPointF(0, each.y));
    };
}

/// Where a long row may be cut: the line tops of its longest cell, from 0 to the row's height.
QList<qreal> cutsOf(const TableRow &row, const RowLook &look)
{
    const auto longest = std::ranges::max_element(row.cells, {}, &TableCell::textHeight);
    QList<qreal> cuts{0};
    for (qsizetype at = 1; at < longest->lines.size(); ++at)
        cuts.append(look.padY + longest->lines.at(at).y);
    cuts.append(row.height);
    return cuts;
}

} // namespace

Strip rowStrip(const TableRow &row, const RowLook &look)
{
    Strip strip{.height = row.height,
                .kind = row.isHead ? LayoutMark::Kind::TableHead : LayoutMark::Kind::Row};
    const auto shared = std::make_shared<const TableRow>(row);
    strip.fills.append(groundOf(row, row.height));
    strip.paints.append(FramePart{.row = shared, .look = look, .height = row.height});
    for (const TableCell &cell : row.cells)
        strip.paints.append(cellText(cell, row, look));
    return strip;
}

QList<Strip> rowSlices(const TableRow &row, const RowLook &look)
{
    const auto shared = std::make_shared<const TableRow>(row);
    const QList<qreal> cuts = cutsOf(row, look);
    QList<Strip> slices;
    for (qsizetype at = 0; at + 1 < cuts.size(); ++at) {
        const qreal from = cuts.at(at);
        const qreal to = cuts.at(at + 1);
        Strip strip{.height = to - from, .kind = LayoutMark::Kind::RowSlice};
        strip.fills.append(groundOf(row, to - from));
        strip.keepWithNext = at == 0 || at + 3 == cuts.size(); // no line alone on a page
        strip.paints.append(FramePart{
            .row = shared, .look = look, .height = to - from, .closesRow = at + 2 == cuts.size()});
        for (const TableCell &cell : row.cells)
            strip.paints.append(sliceText(cell, look, from, to));
        slices.append(strip);
    }
    return slices;
}

} // namespace hall
