#pragma once

#include <QString>

class QPushButton;

namespace hall {

/// A figure, read from afar, over its name: a button has one font, so both stand in labels on it.
void fillTile(QPushButton &button, const QString &figure, const QString &name);

} // namespace hall
