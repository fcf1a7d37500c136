#pragma once

#include "store/transaction.h"

#include <QList>
#include <QString>

namespace hall {

/// An event of the outbox that the centre does not have yet.
struct WaitingRow
{
    EventId event = {};
    StreamId stream = {};
    StreamKind kind = StreamKind::Case;
    QString type = {};
    QString action = {};
    QString actor = {}; ///< empty = a timer
    qint64 actedAt = 0;
    bool isSealed = true; ///< false: its author's key was not here, so it waits for a sign-in
    QString hold = {};    ///< a word of the centre's answer: pages, quota, newer; empty = its turn
};

/// In the order in which they were made, at most `limit`. Publications are not among them.
[[nodiscard]] Result<QList<WaitingRow>> waitingEvents(const ReadTx &tx, int limit);

} // namespace hall
