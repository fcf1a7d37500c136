#pragma once

#include <QJsonObject>

class QWidget;

namespace hall {

/// What a person typed or chose in the named editors below a widget: lines, texts, choices, ticks,
/// figures, dates, tabs. For carrying input over a rebuild of a page; passwords are left out.
[[nodiscard]] QJsonObject typedInput(const QWidget *root);
/// Puts it back where editors of the same name still stand.
void restoreTypedInput(QWidget *root, const QJsonObject &input);

} // namespace hall
