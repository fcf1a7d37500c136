#pragma once

#include <QDeadlineTimer>
#include <QString>

#include <atomic>
#include <functional>

namespace hall {

/// Numeric addresses of a host, comma between them as libpq wants them; empty when nobody knows it.
/// Blocks for as long as the system likes.
using NameSource = std::function<QString(const QString &host)>;
[[nodiscard]] QString systemAddresses(const QString &host);

/// The same, given up at the deadline or when `stop` is set: the question then ends by itself in a
/// thread of its own. libpq asks the system in the calling thread, and a silent name server holds
/// that up for half a minute.
[[nodiscard]] QString addressesOf(const QString &host, const QDeadlineTimer &until,
                                  const std::atomic_bool &stop,
                                  const NameSource &source = &systemAddresses);

} // namespace hall
