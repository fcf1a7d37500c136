#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace hall {

/// Prints where a value is expected and there is none: never 0, never a raw placeholder.
[[nodiscard]] QString noValue();

/// The value as text after the filters of a placeholder ("date", "sum:amountFen", …).
[[nodiscard]] QString filtered(const QJsonValue &value, const QStringList &filters);

[[nodiscard]] bool isFilter(const QString &filter);

/// False for absent, null, false, 0, "" and empty lists.
[[nodiscard]] bool isPresent(const QJsonValue &value);

} // namespace hall
