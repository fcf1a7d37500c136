#pragma once

#include <QByteArray>
#include <QStringList>

namespace hall::test {

/// What keeps a PDF from being PDF/A-1b (ISO 19005-1), by its own objects; empty = nothing found.
/// No checker of the format is in Debian, so this reads the file without any code of ours or of
/// Qt's PDF engine: cross-reference table, objects, metadata, colour intent, fonts, transparency,
/// actions, content operators and the limits of PDF 1.4. It is written for the plain files that we
/// make (no object streams, no incremental updates) and says so of any other.
[[nodiscard]] QStringList archiveFaults(const QByteArray &pdf);

} // namespace hall::test
