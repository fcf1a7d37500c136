#pragma once

#include <QByteArray>

namespace hall {

struct JpegFacts
{
    /// All segments are there up to the end-of-image marker. The decoder alone does not tell: it
    /// paints what is missing of a cut file grey and reports success.
    bool isComplete = false;
    int orientation = 1; ///< EXIF tag 0x0112: 1 to 8
};

/// Walks the markers of a JPEG file (ITU-T T.81 annex B); decodes nothing.
[[nodiscard]] JpegFacts inspectJpeg(const QByteArray &bytes);

/// How far the stored picture must be turned clockwise to be upright; -1 when it is also mirrored.
[[nodiscard]] int rotationOf(int orientation);

} // namespace hall
