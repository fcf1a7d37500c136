#pragma once

#include "papers/strip.h"
#include "papers/textlines.h"

namespace hall {

struct CellLine
{
    TextLine line = {};
    qreal y = 0; ///< below the top of the cell's text
};

struct TableCell
{
    qreal x = 0;
    qreal width = 0;
    int column = 0;
    QList<CellLine> lines = {};
    qreal textHeight = 0;
    Qt::Alignment valign = Qt::AlignVCenter;
    QString fill = {};
    bool isMerged = false;  ///< attribute merge="yes"
    QString text = {};      ///< cells of equal text in consecutive rows are one
    bool continues = false; ///< the same cell as in the row above
    bool goesOn = false;    ///< and in the row below
    qreal runHeight = 0;    ///< of the whole merged cell, from this row to its last
};

struct TableRow
{
    QList<TableCell> cells = {};
    qreal height = 0;
    bool isHead = false;
};

enum class TableBorder { All, Rows, None };

struct RowLook
{
    TableBorder border = TableBorder::All;
    qreal padX = 0;
    qreal padY = 0;
    bool hasHead = false;
};

/// The whole row as one strip.
[[nodiscard]] Strip rowStrip(const TableRow &row, const RowLook &look);
/// The row cut at every line of its longest cell.
[[nodiscard]] QList<Strip> rowSlices(const TableRow &row, const RowLook &look);

} // namespace hall
