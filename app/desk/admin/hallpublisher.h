#pragma once

#include "desk/setup/publishing.h"
#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>

namespace hall {

/// Publishes for the administrator who is signed in; every use case of this folder stands on it.
/// NotYourPost for any other post. A joined machine publishes at the centre: OnlineOnly without it.
class HallPublisher
{
public:
    HallPublisher(const Workplace &place, const Session &session);

    [[nodiscard]] QFuture<Result<Done>> publish(const QList<Publication> &publications) const;
    [[nodiscard]] bool mayPublish() const;
    /// This machine belongs to a hall with a centre: logins and passwords are made there.
    [[nodiscard]] bool isJoined() const;
    [[nodiscard]] ReferencePtr reference() const;
    [[nodiscard]] const Workplace &place() const { return m_place; }
    [[nodiscard]] const Session &session() const { return m_session; }

private:
    const Workplace &m_place;
    Session m_session;
};

/// A future that has its answer already.
template <class T> [[nodiscard]] QFuture<Result<T>> answered(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace hall
