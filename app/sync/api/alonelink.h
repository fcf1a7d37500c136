#pragma once

#include "sync/api/centrelink.h"

namespace hall {

/// A machine without a centre: every call that needs one says so, and nothing waits for a person.
class AloneLink final : public CentreLink
{
public:
    using CentreLink::CentreLink;

    [[nodiscard]] CentreStatus status() const override { return {}; }
    QFuture<Result<SignInReply>> signIn(const QString &, const QString &) override
    {
        return refused<SignInReply>();
    }
    QFuture<Result<Done>> signInOffline(const QString &, const QString &) override
    {
        return refused<Done>();
    }
    void signOut() override { }
    QFuture<Result<Done>> changePassword(const QString &) override { return refused<Done>(); }
    QFuture<Result<QList<QJsonObject>>> find(const FindAsk &) override
    {
        return refused<QList<QJsonObject>>();
    }
    void wantPage(const QByteArray &) override { }
    QFuture<Result<Done>> publish(const QList<Event> &) override { return refused<Done>(); }
    QFuture<Result<QList<AttentionRow>>> attention() override
    {
        return QtFuture::makeReadyFuture(Result<QList<AttentionRow>>(QList<AttentionRow>{}));
    }
    QFuture<Result<Conflict>> conflict(const EventId &) override { return refused<Conflict>(); }
    QFuture<Result<Done>> decideOn(const AttentionCommand &, const Actor &) override
    {
        return refused<Done>();
    }
    QFuture<Result<Done>> redo(const EventId &, const QList<Event> &) override
    {
        return refused<Done>();
    }

private:
    template <class T> static QFuture<Result<T>> refused()
    {
        return QtFuture::makeReadyFuture(Result<T>(Error{ErrorKind::OnlineOnly}));
    }
};

} // namespace hall
