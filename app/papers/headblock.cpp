#include "papers/headblock.h"

#include "papers/codepaint.h"
#include "papers/units.h"

#include <QPainter>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Adds lines from `y` on and answers the y below them.
qreal addLines(Strip *strip, const Paragraph &paragraph, const QRectF &box)
{
    qreal y = box.top();
    for (const TextLine &line : breakLines(paragraph, box.width())) {
        const QPointF at(box.left(), y);
        strip->paints.append(
            [line, at](QPainter *painter, const StripPlace &) { line.paint(painter, at); });
        y += line.height;
    }
    return y;
}

const MarkupNode *childOf(const MarkupNode &node, QLatin1StringView name)
{
    const auto found = std::ranges::find(node.children, name, &MarkupNode::name);
    return found == node.children.cend() ? nullptr : &*found;
}

TextStyle headStyle(const TextStyle &base, double size, Face face)
{
    TextStyle style = base;
    style.size = size;
    style.face = face;
    style.leading = 1.35;
    style.indent = 0;
    style.isJustified = false;
    style.align = Qt::AlignHCenter;
    return style;
}

/// Bar code with its text below; answers the y below, 0 if there is none.
qreal addBarCode(Strip *strip, const BlockFrame &frame, const QString &text, qreal room)
{
    const qreal width = code128Width(text, room);
    if (width <= 0)
        return 0;
    strip->paints.append([text, width](QPainter *painter, const StripPlace &) {
        paintCode128(painter, {0, 0}, text, width);
    });
    strip->marks.append({LayoutMark::Kind::Code128, QRectF(0, 0, width, code128Height())});
    const TextStyle style = headStyle(frame.style, 8, Face::Song);
    return addLines(strip, plainParagraph(text, style), QRectF(0, code128Height(), width, 0));
}

/// QR code at the right edge; answers its side, 0 if there is none.
qreal addQrCode(Strip *strip, const BlockFrame &frame, const QJsonObject &data)
{
    const QString text = data.value("qr"_L1).toString();
    const qreal side = qrSide(text);
    if (side <= 0)
        return 0;
    // The quiet zone may reach into the margin: the paper there is white.
    const QPointF at(frame.width - side + mm(1.8), -mm(1.8));
    strip->paints.append(
        [text, at](QPainter *painter, const StripPlace &) { paintQr(painter, at, text); });
    strip->marks.append({LayoutMark::Kind::QrCode, QRectF(at, QSizeF(side, side))});
    const QString query = data.value("queryCode"_L1).toString();
    if (query.isEmpty())
        return side - mm(1.8);
    const TextStyle style = headStyle(frame.style, 7.5, Face::Song);
    return addLines(strip, plainParagraph(u"查询码 "_s + query, style),
                    QRectF(at.x(), side - mm(3.2), side, 0));
}

} // namespace

Strip headStrip(const MarkupNode &node, const BlockFrame &frame, const QJsonObject &data)
{
    Strip strip;
    const bool hasCodes = node.attributes.value(u"codes"_s) != "none"_L1;
    const qreal qr = hasCodes ? addQrCode(&strip, frame, data) : 0;
    const qreal room = frame.width - (qr > 0 ? qr + mm(6) : 0);
    const qreal bar
        = hasCodes ? addBarCode(&strip, frame, data.value("code128"_L1).toString(), room) : 0;
    qreal y = bar > 0 ? bar + mm(1) : mm(hasCodes && qr > 0 ? 4 : 0);
    const qreal aside = qr > 0 ? qr : 0;
    const QRectF middle(aside, y, frame.width - 2 * aside, 0);
    if (const MarkupNode *organ = childOf(node, "organ"_L1)) {
        const auto style = headStyle(frame.style, 14, Face::Song);
        y = addLines(&strip, paragraphOf(*organ, style), middle);
    }
    if (const MarkupNode *title = childOf(node, "title"_L1)) {
        const auto style = headStyle(frame.style, node.number(u"size"_s, 20), Face::Hei);
        y = addLines(&strip, paragraphOf(*title, style), middle.translated(0, y - middle.top()));
    }
    if (const MarkupNode *number = childOf(node, "number"_L1)) {
        y = std::max(y + mm(0.5), qr + mm(0.5));
        TextStyle style = headStyle(frame.style, 10.5, Face::Song);
        style.align = Qt::AlignRight;
        style = style.with(*number);
        y = addLines(&strip, paragraphOf(*number, style), QRectF(0, y, frame.width, 0));
    }
    strip.height = std::max(y, qr) + mm(1.5);
    strip.keepWithNext = true;
    return strip;
}

Strip sealStrip(const MarkupNode &node, const BlockFrame &frame)
{
    Strip strip;
    const qreal diameter = mm(node.number(u"diameter"_s, 42));
    const qreal width = std::max(diameter, mm(node.number(u"width"_s, 66)));
    const qreal left = frame.width - width;
    qreal textEnd = 0;
    for (const MarkupNode &child : node.children) {
        if (child.name == "p"_L1)
            textEnd = addLines(&strip, paragraphOf(child, frame.style.with(child)),
                               QRectF(0, textEnd, left - mm(4), 0));
    }
    qreal top = 0;
    const TextStyle style = headStyle(frame.style, frame.style.size, Face::Song);
    if (const MarkupNode *name = childOf(node, "name"_L1))
        top = addLines(&strip, paragraphOf(*name, style), QRectF(left, 0, width, 0));
    const QRectF circle(left + (width - diameter) / 2, top, diameter, diameter);
    if (const MarkupNode *date = childOf(node, "date"_L1)) {
        const qreal half = pt(style.size * style.leading) / 2;
        addLines(&strip, paragraphOf(*date, style),
                 QRectF(left, circle.center().y() - half, width, 0));
    }
    strip.marks.append({LayoutMark::Kind::Seal, circle});
    strip.height = std::max(textEnd, circle.bottom());
    return strip;
}

} // namespace hall
