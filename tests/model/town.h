#pragma once

#include "casestate.h"
#include "sync/api/protocol.h"

#include <QUuid>

namespace hall::model {

/// One position: an event, or a page that became complete.
struct TownRow
{
    EventRef event = {};
    QByteArray envelope = {};
    QByteArray mac = {};
    QByteArray chain = {}; ///< of the stream, after it
    QByteArray townChain = {};
    QByteArray page = {};
};

struct FeedRow
{
    qint64 pos = 0;
    FeedKind kind = FeedKind::Event;
    StreamId stream = {};
    QString scope = {};
};

struct StreamRow
{
    StreamKind kind = StreamKind::Case;
    CaseState state = {};
    QJsonObject head = {};
    QByteArray chain = {};
    QList<qint64> positions = {};
    QSet<QByteArray> pages = {};
};

struct PageRow
{
    qint64 size = 0;
    QMap<int, QByteArray> pieces = {};
    bool isComplete = false;
    QSet<StreamId> streams = {};
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray all;
        for (const QByteArray &piece : pieces)
            all += piece;
        return all;
    }
};

struct RefusedRow
{
    EventRef event = {};
    QString reason = {};
};

struct StationRow
{
    QString login = {};
    QUuid install = {};
    qint64 newestSerial = 0;
};

/// Everything that the centre's database holds, as a value: a backup is a copy.
struct Town
{
    QList<TownRow> log = {}; ///< position − 1
    QList<FeedRow> feed = {};
    QHash<EventId, qint64> byId = {};
    QHash<EventId, qint64> byRoot = {};
    QMap<StreamId, StreamRow> streams = {};
    QHash<QString, EventId> serials = {}; ///< "station|serial"
    QHash<QString, StreamId> numbers = {};
    QHash<QString, EventId> official = {};
    QMap<QByteArray, PageRow> pages = {};
    QHash<EventId, RefusedRow> refused = {};
    QMap<QString, StationRow> stations = {};
    QMap<QString, QStringList> posts = {};         ///< person → "A/reviewer"
    QMap<QString, QStringList> stationScopes = {}; ///< login → scopes
    QMap<QString, QSet<QString>> seats = {};       ///< station → who signed in there
    QHash<QString, QByteArray> keys = {};          ///< only without the rule DerivedKeys
    int nextLeased = 1;
    qint64 newestMs = 0; ///< when the newest event came

    [[nodiscard]] qint64 head() const { return log.size(); }
    [[nodiscard]] QByteArray chainAt(qint64 pos) const
    {
        return pos > 0 && pos <= head() ? log.at(pos - 1).townChain : QByteArray();
    }
};

/// Two lists of scopes cut; "*" with a list gives the list.
[[nodiscard]] QStringList cutScopes(const QStringList &a, const QStringList &b);
/// Whether a stream in `streamScopes` may be read with `scopes`.
[[nodiscard]] bool isVisible(const QStringList &streamScopes, const QStringList &scopes);

} // namespace hall::model
