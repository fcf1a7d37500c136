#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "store/transaction.h"

#include <QDate>
#include <QList>

namespace hall {

/// Cases that are not closed, whose journal is here and whose due dates a change of the calendar
/// from that day on may move, oldest first: a date of theirs lies on it or behind it, or their
/// clock stands still (its dates follow today).
[[nodiscard]] Result<QList<StreamId>> casesDueFrom(const ReadTx &tx, const QDate &day);

/// How many open cases hold each item's definition (code → count), for the list of definitions.
[[nodiscard]] Result<QHash<QString, int>> openCasesByItem(const ReadTx &tx);

} // namespace hall
