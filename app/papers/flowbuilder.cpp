#include "papers/flowbuilder.h"

#include "papers/chart.h"
#include "papers/headblock.h"
#include "papers/units.h"

#include <QJsonArray>
#include <QPainter>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

FlowBuilder::FlowBuilder(const QJsonObject &data, const BlockFrame &frame)
    : m_data(data)
    , m_frame(frame)
{
}

Flow FlowBuilder::build(const MarkupNode &root)
{
    m_frame.style.size = root.number(u"text"_s, m_frame.style.size);
    m_frame.style.leading = root.number(u"leading"_s, m_frame.style.leading);
    for (const MarkupNode &child : root.children)
        addBlock(child);
    return std::move(m_flow);
}

void FlowBuilder::addBlock(const MarkupNode &node)
{
    if (node.isText())
        return;
    if (node.name == "p"_L1 || node.name == "h"_L1)
        addText(node);
    else if (node.name == "table"_L1)
        addTable(node);
    else if (node.name == "keep"_L1)
        addKept(node);
    else if (node.name == "head"_L1)
        addStrip(headStrip(node, m_frame, m_data));
    else if (node.name == "seal"_L1)
        addStrip(sealStrip(node, m_frame));
    else if (node.name == "charts"_L1)
        addCharts(node);
    else if (node.name == "place"_L1)
        addPlaced(node);
    else if (node.name == "space"_L1)
        m_gap += mm(node.number(u"mm"_s, 3));
    else if (node.name == "pagebreak"_L1)
        m_break = true;
    else if (node.name == "foot"_L1)
        m_flow.foot = paragraphOf(node, m_frame.style).text;
    else if (node.name == "rule"_L1)
        addStrip({.height = mm(1), .paints = {[width = m_frame.width](QPainter *painter, auto &) {
                                       painter->fillRect(QRectF(0, mm(0.5), width, pt(0.6)),
                                                         Qt::black);
                                   }}});
}

void FlowBuilder::addText(const MarkupNode &node)
{
    TextStyle style = m_frame.style;
    const bool isHeading = node.name == "h"_L1;
    if (isHeading) {
        style.face = Face::Hei;
    } else {
        style.isJustified = true;
    }
    style = style.with(node);
    m_gap += mm(node.number(u"gap"_s, isHeading ? 1.5 : 0));
    const QList<TextLine> lines = breakLines(paragraphOf(node, style), m_frame.width);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const TextLine &line = lines.at(at);
        Strip strip{.height = line.height};
        // No single line of a paragraph alone at either side of a page break.
        const bool isEdge = at == 0 || at + 2 == lines.size();
        strip.keepWithNext = isHeading || (isEdge && at + 1 < lines.size());
        strip.paints.append([line](QPainter *painter, const StripPlace &) {
            line.paint(painter, {0, 0});
        });
        addStrip(strip);
    }
}

void FlowBuilder::addTable(const MarkupNode &node)
{
    const int table = int(m_flow.heads.size());
    const TableStrips strips = layoutTable(node, m_frame, table);
    m_flow.heads.append(strips.head);
    m_gap += mm(node.number(u"gap"_s, 0));
    for (const Strip &strip : strips.head + strips.rows)
        addStrip(strip);
}

void FlowBuilder::addKept(const MarkupNode &node)
{
    const qsizetype first = m_flow.strips.size();
    for (const MarkupNode &child : node.children)
        addBlock(child);
    for (qsizetype at = first; at + 1 < m_flow.strips.size(); ++at)
        m_flow.strips[at].keepWithNext = true;
}

void FlowBuilder::addCharts(const MarkupNode &node)
{
    const QJsonArray charts = m_data.value(node.attributes.value(u"field"_s)).toArray();
    const int columns = std::max(1, int(node.number(u"columns"_s, 2)));
    const qreal height = mm(node.number(u"height"_s, 70));
    const qreal gap = mm(6);
    const qreal width = (m_frame.width - gap * (columns - 1)) / columns;
    for (qsizetype at = 0; at < charts.size(); at += columns) {
        Strip strip{.height = height};
        for (int column = 0; column < columns && at + column < charts.size(); ++column) {
            const QRectF box((width + gap) * column, 0, width, height - mm(3));
            const QJsonObject chart = charts.at(at + column).toObject();
            strip.marks.append({LayoutMark::Kind::Chart, box});
            strip.paints.append([chart, box](QPainter *painter, const StripPlace &) {
                paintChart(painter, box, chart);
            });
        }
        addStrip(strip);
    }
}

void FlowBuilder::addPlaced(const MarkupNode &node)
{
    const qreal width = mm(node.number(u"w"_s, 60));
    QPointF at(mm(node.number(u"x"_s, 0)), mm(node.number(u"y"_s, 0)));
    for (const MarkupNode &child : node.children) {
        if (child.name != "p"_L1)
            continue;
        for (const TextLine &line :
             breakLines(paragraphOf(child, m_frame.style.with(child)), width)) {
            Strip strip{.height = line.height};
            strip.paints.append(
                [line, at](QPainter *painter, const StripPlace &) { line.paint(painter, at); });
            m_flow.placed.append(strip);
            at.ry() += line.height;
        }
    }
}

void FlowBuilder::addStrip(Strip strip)
{
    strip.gapBefore += m_gap;
    strip.breakBefore = m_break;
    m_gap = 0;
    m_break = false;
    m_flow.strips.append(std::move(strip));
}

} // namespace hall
