#pragma once

#include <QJsonObject>

class QPainter;
class QRectF;

namespace hall {

/// Draws a chart object (README.md, daily report) into a box of layout units: bars side by side,
/// lines, stacked bars, or lying bars for long names. A null value is left out, a chart without any
/// value says so. Vector only, opaque colours.
void paintChart(QPainter *painter, const QRectF &box, const QJsonObject &chart);

} // namespace hall
