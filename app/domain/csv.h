#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace hall {

/// The rows of a CSV text (RFC 4180: quotes, doubled quotes, line ends inside quotes; UTF-8 with or
/// without a byte order mark; \n or \r\n). Empty lines are left out; fields are not trimmed.
[[nodiscard]] QList<QStringList> parseCsv(const QByteArray &bytes);

} // namespace hall
