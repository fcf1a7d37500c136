#pragma once

#include "store/transaction.h"

#include <QList>
#include <QSet>

namespace hall {

/// Own events that rightly stand in the journal no more: refused by the centre (they wait in the
/// attention list), or gone with a case that left this machine. A recovery leaves them out.
[[nodiscard]] QSet<EventId> withdrawnIn(const QList<OwnRow> &rows);
[[nodiscard]] Result<bool> isWithdrawn(Connection &connection, const EventId &id);

} // namespace hall
