#pragma once

#include "papers/document.h"

#include <QList>
#include <QRectF>

#include <functional>

class QPainter;

namespace hall {

/// What a strip learns about its place when it is painted: a table closes its frame at page breaks.
struct StripPlace
{
    bool isFirst = true; ///< first row of its table on this page (the head not counted)
    bool isLast = true;  ///< last row of its table on this page
    qreal room = 0;      ///< from the strip's top to the end of its table's rows on this page
};

/// Something painted inside a strip; the painter's origin is the strip's top left corner.
using StripPaint = std::function<void(QPainter *, const StripPlace &)>;

/// A mark that tests ask for, relative to the strip.
struct StripMark
{
    LayoutMark::Kind kind = LayoutMark::Kind::Line;
    QRectF rect = {};
};

/// The smallest piece that a page break never cuts: a line of text, a table row, a seal space.
struct Strip
{
    qreal height = 0;
    qreal gapBefore = 0; ///< dropped at the top of a page
    bool keepWithNext = false;
    bool breakBefore = false;
    int table = -1;
    int row = -1;
    LayoutMark::Kind kind = LayoutMark::Kind::Line;
    QList<StripPaint> fills = {}; ///< painted before anything else of the page
    QList<StripPaint> paints = {};
    QList<StripMark> marks = {};
};

/// A document as one endless strip list, before it is cut into pages.
struct Flow
{
    QList<Strip> strips = {};
    QList<QList<Strip>> heads = {}; ///< by table: repeated on every page that the table reaches
    QList<Strip> placed = {};       ///< painted on page 0 at their own place
    QString foot = {};              ///< left text of every page's foot
};

struct PlacedStrip
{
    qsizetype strip = -1; ///< index into Flow::strips, or into heads[table] if isHead
    bool isHead = false;
    int table = -1;
    qreal top = 0;
    StripPlace place = {};
};

using PageStrips = QList<PlacedStrip>;

/// Cuts the flow into pages of the given height. At least one page.
[[nodiscard]] QList<PageStrips> breakPages(const Flow &flow, qreal pageHeight);

} // namespace hall
