#pragma once

#include "desk/workplace.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>

namespace hall {

/// The picture of a stored page, read and decoded on a worker thread; a null image when its bytes
/// are not here or do not decode. Rotation is the viewer's.
[[nodiscard]] QFuture<QImage> pageImage(const Workplace &place, const QByteArray &sha);

} // namespace hall
