#pragma once

#include "papers/tableblock.h"

#include <QJsonObject>

namespace hall {

/// Turns a filled template into strips. `data` serves what is not text: codes and charts.
class FlowBuilder
{
public:
    FlowBuilder(const QJsonObject &data, const BlockFrame &frame);
    [[nodiscard]] Flow build(const MarkupNode &root);

private:
    void addBlock(const MarkupNode &node);
    void addText(const MarkupNode &node);
    void addTable(const MarkupNode &node);
    void addKept(const MarkupNode &node);
    void addCharts(const MarkupNode &node);
    void addPlaced(const MarkupNode &node);
    void addStrip(Strip strip);

    QJsonObject m_data;
    BlockFrame m_frame;
    Flow m_flow;
    qreal m_gap = 0;      ///< asked for before the next strip
    bool m_break = false; ///< page break before the next strip
};

} // namespace hall
