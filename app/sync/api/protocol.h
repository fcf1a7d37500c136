#pragma once

#include "domain/event.h"

#include <QMap>
#include <QStringList>
#include <QUuid>

namespace hall {

// What travels between a workstation and the centre; the rules stand in ../PROTOCOL.md.

/// A place in the town's order. Position 0 with an empty chain = before the first event.
struct Checkpoint
{
    qint64 pos = 0;
    QByteArray chain = {}; ///< 32 bytes, of the whole town
    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

struct CarriedPage
{
    QByteArray sha = {}; ///< 32 bytes
    qint64 size = 0;
    friend bool operator==(const CarriedPage &, const CarriedPage &) = default;
};

/// An event on its way up: a proposal until the centre has answered.
struct OfferedEvent
{
    EventId id = {};
    StreamId stream = {};
    qint64 serial = 0; ///< the station's own: 1, 2, …; the same serial with another id = a clone
    QByteArray envelope = {}; ///< canonical; hash = SHA-256 of it
    QByteArray body = {};
    QByteArray mac = {}; ///< 32 bytes
    QList<CarriedPage> pages = {};
    QStringList numbers = {}; ///< "series|organ|year|serial|text"
};

enum class PushCode {
    Accepted = 0,
    Here = 1,
    Conflict = 2,
    NotAllowed = 3,
    Malformed = 4,
    Newer = 5
};

struct PushAnswer
{
    PushCode code = PushCode::Malformed;
    qint64 pos = 0;      ///< where it stands; 0 when refused
    QString reason = {}; ///< a word of PROTOCOL.md
    friend bool operator==(const PushAnswer &, const PushAnswer &) = default;
};

struct PushReply
{
    QList<PushAnswer> answers = {}; ///< in the order of the offers; empty for a clone
    Checkpoint head = {};
    qint64 centreMs = 0;
    bool isClone = false;
};

enum class FeedKind { Event = 1, Entered = 2, Left = 3, PageReady = 4 };

struct FeedEntry
{
    qint64 pos = 0;
    FeedKind kind = FeedKind::Event;
    StreamId stream = {};
    StreamKind streamKind = StreamKind::Case;
    QString scope = {};
    QByteArray chain = {};    ///< of the stream, after this event
    QByteArray envelope = {}; ///< for PageReady: the sha in hex
    QByteArray body = {};
    QByteArray mac = {}; ///< the author's: after a fork every holder offers the event again
};

/// Scope → position up to which this store has it.
using ScopeCursors = QMap<QString, qint64>;

struct PullReply
{
    QList<FeedEntry> entries = {};
    Checkpoint upto = {}; ///< every scope asked for is complete up to here
};

struct HelloAsk
{
    QString station = {};
    QUuid install = {};
    QString program = {};
    int proto = 1;
    qint64 newestSerial = 0;
    qint64 ownMs = 0;
    QList<Checkpoint> trail = {}; ///< confirmed checkpoints, newest first, thinning out backwards
};

enum class HelloStatus { Ok, Fork, Clone, Closed, TooOld };

struct HelloReply
{
    HelloStatus status = HelloStatus::Ok;
    qint64 common = 0; ///< for Fork: the greatest checkpoint of the trail that the centre has
    Checkpoint head = {};
    qint64 centreMs = 0;
    QUuid epoch = {};
    QStringList scopes = {};
    QMap<QString, int> versions = {}; ///< newest event version by type that everybody may write
};

/// Which walk of a first filling.
struct SnapshotAsk
{
    QString station = {};
    QString scope = {};
    bool open = true;
};

/// A row of a first filling. Open cases come event by event, closed ones as a head only.
struct SnapshotRow
{
    StreamId stream = {};
    StreamKind streamKind = StreamKind::Case;
    bool isOpen = false;
    QJsonObject head = {};
    QString state = {};
    qint64 pos = 0;
    QByteArray envelope = {}; ///< empty for a head
    QByteArray body = {};
    QByteArray chain = {};
    QByteArray mac = {};
};

struct PageProgress
{
    bool isComplete = false;
    QList<int> pieces = {}; ///< that the centre has
    qint64 size = 0;        ///< 0 = no event has named it
};
constexpr int protocolVersion = 1;
constexpr qsizetype maxPushEvents = 500;
constexpr qsizetype maxPushBytes = 1024 * 1024;
constexpr qsizetype maxEventBytes = 64 * 1024;
constexpr qint64 pagePiece = 256 * 1024;
constexpr qint64 clockTolerance = 300'000; ///< ms that actedAt may lie after the centre's clock

} // namespace hall
