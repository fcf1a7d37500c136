#pragma once

#include "store/macsource.h"
#include "store/transaction.h"
#include "sync/api/protocol.h"

#include <QList>

#include <functional>

namespace hall {

/// What an event carries for delivery, read out of its body, which the centre never reads.
struct CarriedThings
{
    QList<QByteArray> pages = {};
    QString number = {}; ///< official number that it gives; empty = none
    QString series
        = {}; ///< of that number: "receipt/" (and the window), "slip", or the paper's kind
};
[[nodiscard]] CarriedThings carriedBy(const Event &event);

/// What nextOffers() needs beside the store.
struct OfferTerms
{
    const MacSource &macs;
    QString station = {}; ///< that delivers
    qint64 now = 0;       ///< ms
    /// Bytes of a page that is here, else 0.
    std::function<qint64(const QByteArray &sha)> pageSize = {};
    qsizetype most = maxPushEvents;
};

/// The next call of push: stream after stream, oldest first, each in its order, ≤ `most` events and
/// ≤ maxPushBytes. A stream stops at an event that waits (pages, quota) or whose key is not
/// unlocked.
[[nodiscard]] Result<QList<OfferedEvent>> nextOffers(const ReadTx &tx, const OfferTerms &terms);

/// What the answers did.
struct AnswerReport
{
    int sent = 0;
    int refused = 0; ///< in the attention list now, parked ones too
    int waiting = 0; ///< for pages, quota or a newer centre
};

/// Answers to `offers`, in one transaction with the checkpoint. Accepted ones go to the sent shelf,
/// refused ones and the later ones of their streams to the attention list.
[[nodiscard]] Result<AnswerReport> recordAnswers(WriteTx &tx, const QList<OfferedEvent> &offers,
                                                 const PushReply &reply);

/// Pages of a stream are up: what waited for them is offered again.
[[nodiscard]] Result<Done> releaseHolds(WriteTx &tx, const QString &reason);
/// MACs of events that have none yet, now that a key is here.
[[nodiscard]] Result<int> makeMacs(WriteTx &tx, const MacSource &macs);
/// Codes of this place under which that person's waiting events were made and have no MAC.
[[nodiscard]] Result<QStringList> codesWithoutMac(const ReadTx &tx, const QString &staff);

/// What waits, for the status strip.
struct OutboxCounts
{
    int unsent = 0;
    int withoutMac = 0; ///< of them: no MAC, the author's key was not here
    int attention = 0;
    int pages = 0; ///< named by a case here and not known to be at the centre in whole
};
[[nodiscard]] Result<OutboxCounts> outboxCounts(const ReadTx &tx);

} // namespace hall
