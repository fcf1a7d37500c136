#pragma once

#include "domain/event.h"
#include "store/transaction.h"

#include <QList>

#include <optional>

namespace hall {

/// Key of an event = stream key << 20 | seq; seq counts from 1.
constexpr int seqBits = 20;
constexpr qint64 maxSeq = (qint64(1) << seqBits) - 1;
[[nodiscard]] constexpr qint64 eventKey(qint64 streamKey, qint64 seq)
{
    return (streamKey << seqBits) | seq;
}
[[nodiscard]] constexpr qint64 streamKeyOf(qint64 eventKey)
{
    return eventKey >> seqBits;
}
[[nodiscard]] constexpr qint64 seqOf(qint64 eventKey)
{
    return eventKey & maxSeq;
}

/// A stream as the store has it.
struct StreamHead
{
    qint64 key = 0;
    StreamKind kind = StreamKind::Case;
    StreamId id = {};
    qint64 count = 0;
    QByteArray chain = {};
    qint64 settled = 0; ///< events that stand in the centre's order
    qint64 settledPos = 0;
    QByteArray settledChain = {};
};

/// Where the centre has an event.
struct SettledAt
{
    qint64 pos = 0;
    QByteArray mac = {};
};

/// NotFound when there is no such stream here.
[[nodiscard]] Result<StreamHead> streamHead(Connection &connection, const StreamId &id);
/// The same; makes the row when it is missing.
[[nodiscard]] Result<StreamHead> openStream(Connection &connection, const StreamId &id,
                                            StreamKind kind);
[[nodiscard]] Result<bool> hasEvent(Connection &connection, const EventId &id);
/// Writes event and outbox row behind the stream's newest event and moves `head` on; answers pos.
/// `mac` empty = not made yet.
[[nodiscard]] Result<qint64> insertEvent(Connection &connection, const Event &event,
                                         StreamHead &head, const QByteArray &mac = {});
/// An event that the centre has at `pos`, behind the newest: no outbox row.
[[nodiscard]] Result<Done> insertSettled(Connection &connection, const Event &event,
                                         StreamHead &head, const SettledAt &place);
[[nodiscard]] Result<Done> storeHead(Connection &connection, const StreamHead &head);

/// The row under a query over `event` joined with `stream` (columns of eventColumns()).
[[nodiscard]] Event eventFromRow(const Query &row);
[[nodiscard]] QString eventColumns();

/// Events of a stream in order; StoreDamaged when one does not give its hash.
[[nodiscard]] Result<QList<Event>> readJournal(Connection &connection, const StreamHead &head);
/// Events in the order in which this store got them, from behind `pos` on. Rows that the centre has
/// settled are not among them.
[[nodiscard]] Result<QList<PlacedEvent>> eventsAfter(Connection &connection, qint64 pos, int limit);
[[nodiscard]] Result<qint64> newestPos(Connection &connection);
/// The newest serial of this store's outbox ever given, also when nothing of it is left.
[[nodiscard]] Result<qint64> newestSerial(Connection &connection);
/// The next outbox row stands behind `pos`.
[[nodiscard]] Result<Done> raiseOutbox(Connection &connection, qint64 pos);
/// When the newest act in the order of this store was done; not valid when there is none.
[[nodiscard]] Result<QDateTime> newestActedAt(Connection &connection);

/// SHA-256 of the pages that an event attaches.
[[nodiscard]] QList<QByteArray> pagesNamedBy(const Event &event);

/// An event out of its canonical envelope and body (safety file, centre); nothing when they do not
/// give the hash that the envelope's own bytes have.
[[nodiscard]] std::optional<Event> eventFromCanonical(const QByteArray &envelope,
                                                      const QByteArray &body);

} // namespace hall
