#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace hall {

/// Makes the files of resources/icons known to a program that links them statically.
void bringIcons();
/// A line icon of resources/icons by its name ("counter"). Its colour is the palette's text colour
/// at the moment of painting, so it follows theme, selection, disabling and HiDPI by itself.
[[nodiscard]] QIcon icon(const QString &name);
/// The same in a fixed colour, for painting.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal ratio);

} // namespace hall
