#pragma once

#include "sync/api/centrelink.h"

#include <QHash>

namespace hall::test {

/// A centre that answers as it is told and records what it is asked. It keeps nothing by itself.
class FakeCentreLink final : public CentreLink
{
public:
    CentreStatus now = {.state = LinkState::Online, .hasPerson = true};
    QList<AttentionRow> rows = {};
    QHash<EventId, Conflict> conflicts = {};
    QList<QJsonObject> heads = {};
    Result<Done> outcome = Done{};

    QList<FindAsk> asks = {};
    QList<QByteArray> wanted = {}; ///< pages, in the order they were asked for
    QList<AttentionCommand> commands = {};
    QList<Actor> deciders = {};
    QList<QPair<EventId, QList<Event>>> redone = {};

    void become(const CentreStatus &status)
    {
        now = status;
        Q_EMIT statusChanged(now);
    }
    /// Puts a refused act into the list.
    void refuse(const AttentionRow &row, const Conflict &conflict)
    {
        rows.append(row);
        conflicts.insert(row.event, conflict);
        now.attention = static_cast<int>(rows.size());
        Q_EMIT attentionChanged();
        Q_EMIT statusChanged(now);
    }

    [[nodiscard]] CentreStatus status() const override { return now; }
    QFuture<Result<SignInReply>> signIn(const QString &, const QString &) override
    {
        return ready<SignInReply>(Error{ErrorKind::OnlineOnly});
    }
    QFuture<Result<Done>> signInOffline(const QString &, const QString &) override
    {
        return ready<Done>(outcome);
    }
    void signOut() override { }
    QFuture<Result<Done>> changePassword(const QString &) override { return ready<Done>(outcome); }
    QFuture<Result<QList<QJsonObject>>> find(const FindAsk &ask) override
    {
        asks.append(ask);
        if (now.state != LinkState::Online)
            return ready<QList<QJsonObject>>(Error{ErrorKind::OnlineOnly, QStringLiteral("find")});
        return ready<QList<QJsonObject>>(heads);
    }
    void wantPage(const QByteArray &sha) override { wanted.append(sha); }
    QFuture<Result<Done>> publish(const QList<Event> &) override { return ready<Done>(outcome); }
    QFuture<Result<QList<AttentionRow>>> attention() override
    {
        return ready<QList<AttentionRow>>(rows);
    }
    QFuture<Result<Conflict>> conflict(const EventId &event) override
    {
        const auto found = conflicts.constFind(event);
        return ready<Conflict>(found == conflicts.constEnd()
                                   ? Result<Conflict>(Error{ErrorKind::NotFound})
                                   : Result<Conflict>(*found));
    }
    QFuture<Result<Done>> decideOn(const AttentionCommand &command, const Actor &actor) override
    {
        commands.append(command);
        deciders.append(actor);
        if (outcome.ok() && command.act != AttentionAct::HandOver)
            take(command.event);
        for (AttentionRow &row : rows) {
            if (outcome.ok() && row.event == command.event)
                row.owner = command.text;
        }
        return ready<Done>(outcome);
    }
    QFuture<Result<Done>> redo(const EventId &event, const QList<Event> &redo) override
    {
        redone.append({event, redo});
        if (outcome.ok())
            take(event);
        return ready<Done>(outcome);
    }

private:
    template <class T> static QFuture<Result<T>> ready(Result<T> result)
    {
        return QtFuture::makeReadyFuture(std::move(result));
    }
    void take(const EventId &event)
    {
        rows.removeIf([&event](const AttentionRow &row) { return row.event == event; });
        now.attention = static_cast<int>(rows.size());
    }
};

} // namespace hall::test
