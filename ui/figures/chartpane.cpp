#include "ui/figures/chartpane.h"

#include "papers/chart.h"

#include <QJsonObject>
#include <QPainter>

namespace hall {

namespace {

constexpr int columns = 2;
constexpr int gap = 20;
constexpr double unitsPerPixel = 12; // chart units are 1/20 point: labels of about 12 pixels

} // namespace

void ChartPane::setCharts(const QJsonArray &charts)
{
    m_charts = charts;
    update();
}

void ChartPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Qt::white);
    const int rows = (static_cast<int>(m_charts.size()) + columns - 1) / columns;
    if (rows == 0)
        return;
    const double width = (this->width() - gap * (columns + 1.0)) / columns;
    const double height = (this->height() - gap * (rows + 1.0)) / rows;
    for (int at = 0; at < m_charts.size(); ++at) {
        const QRectF box(gap + (at % columns) * (width + gap),
                         gap + (at / columns) * (height + gap), width, height);
        painter.save();
        painter.translate(box.topLeft());
        painter.scale(1 / unitsPerPixel, 1 / unitsPerPixel);
        paintChart(&painter, QRectF(0, 0, width * unitsPerPixel, height * unitsPerPixel),
                   m_charts.at(at).toObject());
        painter.restore();
    }
}

} // namespace hall
