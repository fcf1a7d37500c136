#pragma once

#include "domain/result.h"

#include <QString>

class QFile;

namespace hall {

/// What QFile lacks to make a promise: the calls that differ between systems stand only here.

/// Bytes written so far survive a power cut. DiskFull or SafetyFile.
[[nodiscard]] Result<Done> flushToDisk(QFile &file);
/// Makes room up to `size`, so that a later write inside it cannot fail for want of space.
[[nodiscard]] Result<Done> preallocate(QFile &file, qint64 size);
/// A rename or a new name in this folder survives a power cut. No effect where the system has no
/// such call.
void flushFolder(const QString &folder);
/// Free bytes where `folder` lies; the largest number when the system does not say.
[[nodiscard]] qint64 freeBytes(const QString &folder);

/// `write`, flush, rename over `path`, flush of the folder: afterwards the file is whole or as
/// before.
[[nodiscard]] Result<Done> moveIntoPlace(const QString &from, const QString &path);
/// Its bytes become zeros on the disk, then it goes. Other names of the same bytes hold zeros too.
[[nodiscard]] Result<Done> eraseFile(const QString &path);

} // namespace hall
