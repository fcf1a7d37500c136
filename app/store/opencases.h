#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "store/transaction.h"

#include <QList>

namespace hall {

/// Cases that are not closed and whose journal is here, oldest first: what a change of the calendar
/// or of a definition touches.
[[nodiscard]] Result<QList<StreamId>> openCases(const ReadTx &tx);

/// How many open cases hold each item's definition (code → count), for the list of definitions.
[[nodiscard]] Result<QHash<QString, int>> openCasesByItem(const ReadTx &tx);

} // namespace hall
