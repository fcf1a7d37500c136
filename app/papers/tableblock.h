#pragma once

#include "papers/strip.h"
#include "papers/textlines.h"

namespace hall {

/// Room and look that a block gets from its surroundings.
struct BlockFrame
{
    TextStyle style = {};
    qreal width = 0;
    qreal pageHeight = 0;
};

struct TableStrips
{
    QList<Strip> head = {};
    QList<Strip> rows = {};
};

/// Lays a <table> out: one strip a row; a row taller than a page becomes one strip a line. `table`
/// is its running number in the document.
[[nodiscard]] TableStrips layoutTable(const MarkupNode &node, const BlockFrame &frame, int table);

} // namespace hall
