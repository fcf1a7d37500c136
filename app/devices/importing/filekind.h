#pragma once

#include <QByteArray>
#include <QString>

namespace hall {

enum class FileKind { Unknown, Jpeg, Png, Pdf, Tiff, Bmp, Gif, WebP, Pnm };

/// What a file is, by its first bytes.
[[nodiscard]] FileKind fileKindOf(const QByteArray &bytes);

/// The worker's word for it; empty for what the worker is never asked (Unknown, Jpeg, Png).
[[nodiscard]] QString workerType(FileKind kind, const QByteArray &bytes);

} // namespace hall
