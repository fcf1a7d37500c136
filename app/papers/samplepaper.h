#pragma once

#include "papers/paper.h"

#include <QJsonObject>

namespace hall {

/// Every field of a paper filled for an invented case, as the use cases fill it: what a template is
/// shown with while it is written, and what the tests print. No real person stands in it.
[[nodiscard]] QJsonObject samplePaperData(PaperKind kind);

} // namespace hall
