#pragma once

#include "domain/id.h"

#include <QFuture>
#include <QImage>
#include <QString>

#include <functional>

namespace hall {

/// What becomes of a page whose bytes are not on this computer.
enum class PageWay {
    None,        ///< nothing: there is no centre that could have it
    WhenReached, ///< it is fetched once the centre can be reached again
    Coming       ///< it is being fetched
};

/// A page as the viewer and the strip know it.
struct PageThumb
{
    PageId id = {};
    QString title = {};          ///< what it belongs to: the material's name
    int rotation = 0;            ///< degrees clockwise to show it upright: 0, 90, 180, 270
    bool removed = false;        ///< taken off, and kept in the journal
    bool missing = false;        ///< its bytes are not on this computer
    PageWay way = PageWay::None; ///< of a missing page
    int percent = -1;            ///< of its bytes that are here, while it comes; -1 = none yet
    friend bool operator==(const PageThumb &, const PageThumb &) = default;
};

/// Fetches and decodes a page off the GUI thread. A null image or a cancelled future means that it
/// cannot be shown.
using PageImageSource = std::function<QFuture<QImage>(PageId)>;

} // namespace hall
