#pragma once

#include "domain/event.h"
#include "domain/result.h"
#include "store/macsource.h"
#include "sync/api/protocol.h"

#include <QHash>
#include <QList>

namespace hall::bench {

/// Work of a hall as its workstations leave it: cases registered, accepted, some decided at once.
struct TownFeed
{
    /// One window's cases, event after event as they were done.
    QList<Event> day = {};
    /// Station → what it did in a week without the network.
    QMap<QString, QList<Event>> week = {};
    QHash<QString, QString> numbers = {}; ///< official number → how an offer carries it
};

/// Plays it once with the desks into a store in `folder`, which is kept.
[[nodiscard]] Result<TownFeed> playedFeed(const QString &folder);

/// The same events, each of another case than the one before, every case in its own order.
[[nodiscard]] QList<Event> scattered(const QList<Event> &events);
[[nodiscard]] qsizetype casesIn(const QList<Event> &events);

/// Offers with MACs by `macs`; serials count up from 1 for the events of `station`, others' have 0.
[[nodiscard]] QList<OfferedEvent> offersOf(const TownFeed &feed, const QList<Event> &events,
                                           const MacSource &macs, const QString &station);
/// What a pull would bring, positions from `first` on.
[[nodiscard]] PullReply pulledForm(const QList<Event> &events, qint64 first);

} // namespace hall::bench
