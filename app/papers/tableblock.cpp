#include "papers/tableblock.h"

#include "papers/tablerow.h"
#include "papers/units.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// "12mm 2* *": fixed columns first, the rest shared by weight.
QList<qreal> columnWidths(const QString &text, qreal width)
{
    const QStringList columns = text.split(u' ', Qt::SkipEmptyParts);
    QList<qreal> widths;
    qreal fixed = 0;
    double weights = 0;
    for (const QString &column : columns) {
        const bool isShare = column.endsWith(u'*');
        const double number = QString(column).remove(u'*').remove("mm"_L1).toDouble();
        const double weight = isShare ? (column == "*"_L1 ? 1.0 : number) : 0.0;
        weights += weight;
        fixed += isShare ? 0 : mm(number);
        widths.append(isShare ? -weight : mm(number));
    }
    for (qreal &each : widths) {
        if (each <= 0)
            each = std::max(mm(2), (width - fixed) * -each / std::max(weights, 0.001));
    }
    return widths.isEmpty() ? QList<qreal>{width} : widths;
}

TableBorder borderOf(const MarkupNode &node)
{
    const QString border = node.attributes.value(u"border"_s);
    return border == "none"_L1 ? TableBorder::None
        : border == "rows"_L1  ? TableBorder::Rows
                               : TableBorder::All;
}

class TableLayout
{
public:
    TableLayout(const MarkupNode &node, const BlockFrame &frame)
        : m_frame(frame)
        , m_style(frame.style)
    {
        m_style.leading = 1.3;
        m_style.indent = 0;
        m_style.isJustified = false;
        m_style.align = Qt::AlignLeft;
        m_style = m_style.with(node);
        m_look.border = borderOf(node);
        m_look.padX = m_look.border == TableBorder::All ? mm(1.4) : mm(0.5);
        m_look.padY = mm(node.number(u"pad"_s, 1.1));
        m_widths = columnWidths(node.attributes.value(u"cols"_s), frame.width);
        for (const MarkupNode &child : node.children) {
            if (child.name == "thead"_L1)
                addRows(child.children, true);
        }
        addRows(node.children, false);
        m_look.hasHead = !m_head.isEmpty();
        mergeRows(&m_head);
        mergeRows(&m_rows);
    }

    TableStrips strips(int table) const
    {
        TableStrips result;
        RowLook look = m_look;
        look.hasHead = false;
        qreal headHeight = 0;
        for (const TableRow &row : m_head) {
            result.head.append(rowStrip(row, look));
            result.head.last().table = table;
            result.head.last().keepWithNext = true;
            headHeight += row.height;
            look.hasHead = true;
        }
        const qreal room = m_frame.pageHeight - headHeight;
        for (qsizetype at = 0; at < m_rows.size(); ++at)
            appendRow(at, room, &result.rows);
        for (Strip &strip : result.rows)
            strip.table = table;
        return result;
    }

private:
    void appendRow(qsizetype at, qreal room, QList<Strip> *strips) const
    {
        const TableRow &row = m_rows.at(at);
        QList<Strip> made
            = row.height > room ? rowSlices(row, m_look) : QList<Strip>{rowStrip(row, m_look)};
        for (Strip &strip : made)
            strip.row = int(at);
        const bool keeps = std::ranges::any_of(row.cells, [room](const TableCell &cell) {
            return cell.goesOn && cell.runHeight < room / 3;
        });
        made.last().keepWithNext = keeps;
        strips->append(made);
    }

    void addRows(const QList<MarkupNode> &nodes, bool isHead)
    {
        for (const MarkupNode &node : nodes) {
            if (node.name != "tr"_L1)
                continue;
            TableRow row = rowOf(node, isHead);
            (isHead ? m_head : m_rows).append(row);
        }
    }

    TableRow rowOf(const MarkupNode &node, bool isHead) const
    {
        TableRow row{.height = mm(node.number(u"minheight"_s, 0)), .isHead = isHead};
        int column = 0;
        for (const MarkupNode &child : node.children) {
            if (child.isText() || column >= m_widths.size())
                continue;
            TableCell cell = cellOf(child, &column);
            if (cell.fill.isEmpty())
                cell.fill = node.attributes.value(u"fill"_s);
            if (!cell.isMerged)
                row.height = std::max(row.height, cell.textHeight + 2 * m_look.padY);
            row.cells.append(cell);
        }
        return row;
    }

    TableCell cellOf(const MarkupNode &node, int *column) const
    {
        TextStyle style = m_style;
        if (node.name == "th"_L1) {
            style.face = Face::Hei;
            style.align = Qt::AlignHCenter;
        }
        style = style.with(node);
        TableCell cell{.column = *column, .fill = node.attributes.value(u"fill"_s)};
        for (int at = 0; at < *column; ++at)
            cell.x += m_widths.at(at);
        const int span = std::max(1, int(node.number(u"colspan"_s, 1)));
        for (int at = 0; at < span && *column < m_widths.size(); ++at)
            cell.width += m_widths.at((*column)++);
        cell.isMerged = node.isOn(u"merge"_s);
        const QString valign = node.attributes.value(u"valign"_s);
        if (!valign.isEmpty())
            cell.valign = valign == "top"_L1 ? Qt::AlignTop
                : valign == "bottom"_L1      ? Qt::AlignBottom
                                             : Qt::AlignVCenter;
        fillCell(node, style, &cell);
        return cell;
    }

    void fillCell(const MarkupNode &node, const TextStyle &style, TableCell *cell) const
    {
        QList<Paragraph> paragraphs;
        for (const MarkupNode &child : node.children) {
            if (child.name == "p"_L1)
                paragraphs.append(paragraphOf(child, style.with(child)));
        }
        if (paragraphs.isEmpty())
            paragraphs.append(paragraphOf(node, style));
        for (const Paragraph &paragraph : paragraphs) {
            cell->text += paragraph.text;
            for (const TextLine &line : breakLines(paragraph, cell->width - 2 * m_look.padX)) {
                cell->lines.append({line, cell->textHeight});
                cell->textHeight += line.height;
            }
        }
    }

    static TableCell *mergedCell(TableRow *row, int column)
    {
        for (TableCell &cell : row->cells) {
            if (cell.column == column && cell.isMerged)
                return &cell;
        }
        return nullptr;
    }

    void mergeRows(QList<TableRow> *rows) const
    {
        for (int column = 0; column < m_widths.size(); ++column) {
            for (qsizetype at = 0; at < rows->size();)
                at = mergeRun(rows, at, column);
        }
    }

    /// Joins the run that begins in this row; answers the row after it.
    qsizetype mergeRun(QList<TableRow> *rows, qsizetype first, int column) const
    {
        TableCell *head = mergedCell(&(*rows)[first], column);
        if (head == nullptr)
            return first + 1;
        qsizetype end = first + 1;
        qreal height = rows->at(first).height;
        while (end < rows->size()) {
            TableCell *next = mergedCell(&(*rows)[end], column);
            if (next == nullptr || next->text != head->text)
                break;
            next->continues = true;
            mergedCell(&(*rows)[end - 1], column)->goesOn = true;
            height += rows->at(end).height;
            ++end;
        }
        const qreal missing = head->textHeight + 2 * m_look.padY - height;
        if (missing > 0)
            (*rows)[end - 1].height += missing;
        qreal rest = 0;
        for (qsizetype at = end - 1; at >= first; --at) {
            rest += rows->at(at).height;
            mergedCell(&(*rows)[at], column)->runHeight = rest;
        }
        return end;
    }

    BlockFrame m_frame;
    TextStyle m_style;
    RowLook m_look;
    QList<qreal> m_widths;
    QList<TableRow> m_head;
    QList<TableRow> m_rows;
};

} // namespace

TableStrips layoutTable(const MarkupNode &node, const BlockFrame &frame, int table)
{
    return TableLayout(node, frame).strips(table);
}

} // namespace hall
