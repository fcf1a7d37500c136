#pragma once

#include "domain/result.h"
#include "sync/api/protocol.h"

#include <QUuid>

#include <memory>

namespace hall::model {

struct Session;

/// One workstation's sessions with a second centre: it is asked what the model's centre was asked
/// and its answers are compared. What a centre makes up itself (keys, codes, numbers) is the
/// mirror's, and the model learns it.
class MirrorLine
{
public:
    virtual ~MirrorLine() = default;
    virtual void hello(bool isPerson, const Session &session, const HelloAsk &ask,
                       const HelloReply &reply)
        = 0;
    virtual void push(const QList<OfferedEvent> &events, const PushReply &reply) = 0;
    virtual void pull(bool isPerson, const Session &session, const ScopeCursors &after, int limit,
                      const Result<PullReply> &reply)
        = 0;
    virtual void history(const Session &session, const StreamId &stream,
                         const Result<PullReply> &reply)
        = 0;
    virtual void snapshot(const Session &session, const SnapshotAsk &ask, const StreamId &after,
                          const Result<QList<SnapshotRow>> &reply)
        = 0;
    virtual void pagesThere(const QMap<QByteArray, PageProgress> &there) = 0;
    virtual void putPiece(const CarriedPage &page, int n, const QByteArray &piece, bool isTaken)
        = 0;
    virtual void commitPage(const QByteArray &sha, bool isComplete) = 0;
    virtual void getPiece(const Session &session, const QByteArray &sha, int n,
                          const Result<QByteArray> &piece)
        = 0;
    [[nodiscard]] virtual QString renewStation(const QUuid &install) = 0;
    [[nodiscard]] virtual QByteArray signIn(const QString &person, const QString &station) = 0;
    [[nodiscard]] virtual int lease(int size) = 0;
};

/// The second centre.
class Mirror
{
public:
    virtual ~Mirror() = default;
    [[nodiscard]] virtual std::unique_ptr<MirrorLine> line(const QString &login) = 0;
    virtual void setNow(qint64 ms) = 0;
    virtual void setPosts(const QString &person, const QStringList &posts) = 0;
    virtual void setStationScopes(const QString &login, const QStringList &scopes) = 0;
    virtual void backUp(int number) = 0;
    virtual void restore(int number) = 0;
    /// The first thing that it answered otherwise; empty as long as there is none.
    [[nodiscard]] virtual QString difference() const = 0;
};

} // namespace hall::model
