#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

class QIODevice;

namespace hall {

/// The whole content of a regular file. Errors: FileVanished, FileUnreadable (a folder, a pipe, no
/// right, a read that failed), FileEmpty, FileTooLarge (beyond `limit` bytes; nothing is read).
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

/// Reads what the opened device announces. Errors: FileVanished when it ends before that size.
[[nodiscard]] Result<QByteArray> readAnnounced(QIODevice &device);

} // namespace hall
