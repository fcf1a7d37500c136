#pragma once

#include <QtGlobal>

namespace hall {

/// The layout counts in 1/20 point: integers are fine enough there that a font of that pixel size
/// has the same widths on every device.
constexpr int unitsPerPoint = 20;
constexpr qreal unitsPerMm = unitsPerPoint * 72.0 / 25.4;

constexpr qreal mm(qreal millimetres)
{
    return millimetres * unitsPerMm;
}
constexpr qreal pt(qreal points)
{
    return points * unitsPerPoint;
}

} // namespace hall
