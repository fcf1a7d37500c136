#pragma once

#include "ui/shared/theme.h"

#include <QPainter>

namespace hall {

constexpr int progressHeight = 6;

/// A bar as QProgressBar looks, where there is no room for a widget: 0 … 100 percent.
inline void paintProgress(QPainter &painter, const QRect &place, int percent,
                          const ThemeColours &colours)
{
    const int radius = place.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.border);
    painter.drawRoundedRect(place, radius, radius);
    const int done = place.width() * qBound(0, percent, 100) / 100;
    if (done >= place.height()) { // a shorter one is no bar yet
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(QRect(place.topLeft(), QSize(done, place.height())), radius,
                                radius);
    }
    painter.restore();
}

} // namespace hall
