#pragma once

#include "papers/tableblock.h"

#include <QJsonObject>

namespace hall {

/// <head>: bar code left, QR code right, organ, title, number.
[[nodiscard]] Strip headStrip(const MarkupNode &node, const BlockFrame &frame,
                              const QJsonObject &data);

/// <seal>: text left, on the right a circle of 42 mm left free; under the seal stands only the date
/// (domain.md section 5).
[[nodiscard]] Strip sealStrip(const MarkupNode &node, const BlockFrame &frame);

} // namespace hall
