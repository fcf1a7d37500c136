#pragma once

#include "town.h"

namespace hall::model {

/// An event on its way up, with what has to travel beside it.
struct Offer
{
    EventRef event = {};
    QByteArray envelope = {};
    QByteArray mac = {};
    qint64 serial = 0;
    QList<CarriedPage> pages = {};
    QStringList numbers = {};
    bool isOwn = true;
    qint64 order
        = 0; ///< in which this PC wrote it, 0 = another's; a redo has that of what it replaces
};

/// An event that came back through pull: settled in the present lineage.
struct Held
{
    EventRef event = {};
    QByteArray envelope = {};
    QByteArray mac = {};
    qint64 pos = 0;
    QList<CarriedPage> pages = {};
};

struct LocalStream
{
    QList<Held> held = {};
    CaseState state = {};
    QByteArray chain = {};
    bool isCold = false;    ///< only its last state, from a first filling
    bool isLeaving = false; ///< goes with the last of it that waits here
    QString coldState = {};
    qint64 newestPos = 0;
    /// Scope → where the feed, or a filling, said that the case is not in it any more. The event
    /// that did it may not have come: events alone do not tell where a case is.
    QMap<QString, qint64> leftAt = {};
    void leave(const QString &scope, qint64 pos)
    {
        state.scopes.removeAll(scope);
        leftAt[scope] = std::max(leftAt.value(scope), pos);
    }
};

/// Answered "accepted" or "here"; settled when it has come back.
struct Shelved
{
    Offer offer = {};
    qint64 pos = 0;
    bool isSettled = false;
};

/// In front of a person.
struct Parked
{
    Offer offer = {};
    QString reason = {};
};

struct LocalPage
{
    QByteArray bytes = {};
    bool isOwn = false;
    bool isUp = false;      ///< the centre said so in this connection or before
    bool isSettled = false; ///< and a checkpoint of after that was confirmed
};

/// What a workstation keeps on its disk, as a value: a copied disk is a copy, a transaction works
/// on a copy that replaces it.
struct ClientStore
{
    QString station = {};
    QUuid install = {};
    bool needsCode = false; ///< nothing new is promised before it has one
    qint64 nextSerial = 1;
    qint64 nextOrder = 1;
    int nextNumber = 1;
    int nextLeased = 0;
    int lastLeased = -1;
    QMap<StreamId, LocalStream> streams = {};
    QList<Offer> outbox = {}; ///< each stream's in order; streams do not wait for one another
    QMap<EventId, Shelved> shelf = {};
    QList<Parked> attention = {};
    ScopeCursors cursors = {};
    QMap<QString, qint64> filledAt = {}; ///< scope → where its first filling was complete
    QSet<QString> refill = {};
    QStringList scopes = {}; ///< what this PC may keep
    QMap<QString, QStringList> personScopes = {};
    QList<Checkpoint> trail = {}; ///< newest first
    QMap<StreamId, qint64> left = {};
    QMap<StreamId, QStringList> toFetch = {}; ///< to ask history for, by who may read one of these
    QMap<QByteArray, LocalPage> pages = {};
    QHash<QString, QByteArray> keys = {}; ///< "person|station"

    /// Into the outbox, before what this PC wrote later about the same case.
    void queue(const Offer &offer);
    [[nodiscard]] bool hasParked(const StreamId &stream) const;
    [[nodiscard]] QString keyName(const QString &person) const { return person + u'|' + station; }
};

/// The pages that an event's body names.
[[nodiscard]] QList<CarriedPage> pagesNamedIn(const Event &event);
[[nodiscard]] QStringList numbersNamedIn(const Event &event);

} // namespace hall::model
