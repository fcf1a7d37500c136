#pragma once

#include "domain/result.h"
#include "store/transaction.h"

#include <QString>

namespace hall {

/// Settings of this machine's store (not published, not the person's preferences, which are ui's).
/// Keys that begin with "store." or "backup." are the store's own.
[[nodiscard]] Result<QString> setting(Connection &connection, const QString &key,
                                      const QString &usual = {});
[[nodiscard]] Result<Done> setSetting(WriteTx &tx, const QString &key, const QString &value);
/// The same without a copy in the safety file: what belongs to this very file.
[[nodiscard]] Result<Done> setOwnSetting(Connection &connection, const QString &key,
                                         const QString &value);

} // namespace hall
