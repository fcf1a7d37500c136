#pragma once

#include "domain/result.h"
#include "store/transaction.h"

#include <QHash>
#include <QString>

namespace hall {

/// How many open cases hold each item's definition (code → count), for the list of definitions.
[[nodiscard]] Result<QHash<QString, int>> openCasesByItem(const ReadTx &tx);

} // namespace hall
