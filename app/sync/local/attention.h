#pragma once

#include "domain/decide.h"
#include "store/transaction.h"
#include "sync/api/protocol.h"
#include "sync/local/orderedstream.h"

#include <QList>
#include <QString>

namespace hall {

/// An event that the centre refused and that waits for a person; raw, as it was made.
struct RefusedEvent
{
    /// Kept: not refused at all, but sent, and its case has left this machine (keepSent).
    enum class State { Open = 0, GivenUp = 1, Redone = 2, Settled = 3, Kept = 4 };
    Event event = {};
    QByteArray mac = {};
    qint64 nth = 0;    ///< in the order in which they were made
    EventId root = {}; ///< first event of its line of redos: what a redo's `replaces` names
    PushCode code = PushCode::Conflict;
    QString reason = {}; ///< PROTOCOL.md; `order` = parked behind a refused one
    qint64 at = 0;
    State state = State::Open;
    QString owner = {};
    QString note = {};
    [[nodiscard]] bool isParked() const { return reason == QLatin1StringView("order"); }
};

/// First event of an event's line of redos.
[[nodiscard]] EventId rootOf(const Event &event);

[[nodiscard]] Result<QList<RefusedEvent>> openRefused(const ReadTx &tx);
[[nodiscard]] Result<RefusedEvent> refusedEvent(const ReadTx &tx, const EventId &id);
/// Out of the journal into the list.
[[nodiscard]] Result<Done> keepRefused(WriteTx &tx, const RefusedEvent &refused);

// What a person decides; all end with the parked ones of the stream waiting again behind it.

/// Unchanged, once more.
[[nodiscard]] Result<Done> retryRefused(WriteTx &tx, const EventId &id);
/// `redo` are new events by decide(): the first is sealed again with `replaces`.
[[nodiscard]] Result<Done> redoRefused(WriteTx &tx, const EventId &id, QList<Event> redo);
/// A colleague does the same under own name; the original stands inside.
[[nodiscard]] Result<Done> adoptRefused(WriteTx &tx, const EventId &id, const Context &context);
/// Withdrawn with a reason: a note with `replaces`, so that it cannot come in by another way.
[[nodiscard]] Result<Done> giveUpRefused(WriteTx &tx, const EventId &id, const QString &reason,
                                         const Context &context);
[[nodiscard]] Result<Done> handOverRefused(WriteTx &tx, const EventId &id, const QString &staff);

/// Own work that the centre has at `pos` stays for the term of the sent shelf when its case leaves
/// this machine: a restored centre may have lost it, and nobody else may hold it.
[[nodiscard]] Result<Done> keepSent(WriteTx &tx, const Event &event, const QByteArray &mac,
                                    qint64 pos);
/// The centre was restored to `common`: what is kept of after that waits again.
[[nodiscard]] Result<Done> offerKept(WriteTx &tx, qint64 common);

/// The centre has events after all that stand in the list, or redos of them.
[[nodiscard]] Result<Done> settleAttention(WriteTx &tx, const QList<Event> &fresh);
/// Takes waiting events out of a stream whose root came in by another event.
[[nodiscard]] Result<Done> dropRedone(WriteTx &tx, OrderedStream &stream);

} // namespace hall
