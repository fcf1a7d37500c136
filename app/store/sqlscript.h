#pragma once

#include <QString>
#include <QStringList>

namespace hall {

/// The statements of a script, in order, without the closing semicolon. A semicolon inside a
/// string, a quoted name, a comment or the body of a trigger ends nothing. Empty statements are
/// left out.
[[nodiscard]] QStringList sqlStatements(const QString &script);

} // namespace hall
