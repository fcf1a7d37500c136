#pragma once

#include "store/transaction.h"

#include <QList>
#include <QString>

namespace hall {

/// What is still readable in a damaged store file.
struct Salvage
{
    QList<PlacedEvent> events = {};
    QList<OwnRow> rows = {};
};

/// Reads a copy of the file and of its WAL, so that the damaged one stays as it is. Never fails:
/// what cannot be read is not in the answer. `scratch` = a name for the copy, removed afterwards.
[[nodiscard]] Salvage salvageStore(const QString &damaged, const QString &scratch);

} // namespace hall
