#pragma once

#include "papers/document.h"

class QPainter;

namespace hall {

/// What stands around the text of every page.
struct PageFrame
{
    PageSetup page = {};
    PaperOptions options = {};
    QString foot = {}; ///< left in the foot, usually the case number
    int number = 1;
    int count = 1;
};

/// Sample mark (below everything), head marks, foot "n / m". Painter in layout units, origin at the
/// sheet's top left corner.
void paintPageFrame(QPainter *painter, const PageFrame &frame);

} // namespace hall
