#pragma once

#include <QJsonArray>
#include <QWidget>

namespace hall {

/// The charts of a report, drawn by the painter of the paper: dark ink on a white sheet in both
/// themes, so that the screen shows what is printed.
class ChartPane : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    void setCharts(const QJsonArray &charts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QJsonArray m_charts;
};

} // namespace hall
