#pragma once

#include <QString>

class QPainter;
class QPointF;

namespace hall {

/// Side of the QR code with its quiet zone of four modules, in layout units; 0 if it cannot be
/// drawn.
[[nodiscard]] qreal qrSide(const QString &text);
/// Draws the code, quiet zone included, with its top left corner at `at`.
void paintQr(QPainter *painter, const QPointF &at, const QString &text);

/// Width of the bars in layout units for the module width that fits `room`; 0 if it cannot be
/// drawn.
[[nodiscard]] qreal code128Width(const QString &text, qreal room);
void paintCode128(QPainter *painter, const QPointF &at, const QString &text, qreal width);
/// Height of the bars.
[[nodiscard]] qreal code128Height();

} // namespace hall
