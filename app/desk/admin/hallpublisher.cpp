#include "desk/admin/hallpublisher.h"

#include "domain/whendone.h"
#include "store/store.h"
#include "sync/api/centrelink.h"

namespace hall {

namespace {

/// The events follow the newest that is here; the centre alone makes them count.
QFuture<Result<Done>> publishAtCentre(const Workplace &place, const Publishing &publishing)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    const auto finish = [promise](const Result<Done> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const qint64 now = place.clock.now().toMSecsSinceEpoch();
    const auto made
        = place.store.report([publishing, station = place.store.station(), now](ReadTx &tx) {
              return publishing.events(tx, station, now);
          });
    whenDone(made, &place.centre,
             [&centre = place.centre, finish](const Result<QList<Event>> &events) {
                 if (!events.ok())
                     return finish(events.error());
                 whenDone(centre.publish(events.value()), &centre, finish);
             });
    return promise->future();
}

} // namespace

HallPublisher::HallPublisher(const Workplace &place, const Session &session)
    : m_place(place)
    , m_session(session)
{
}

bool HallPublisher::mayPublish() const
{
    return m_session.post.role == Role::Administrator;
}

bool HallPublisher::isJoined() const
{
    return m_place.centre.status().state != LinkState::Alone;
}

ReferencePtr HallPublisher::reference() const
{
    return m_place.store.reference();
}

QFuture<Result<Done>> HallPublisher::publish(const QList<Publication> &publications) const
{
    if (!mayPublish())
        return answered<Done>(Error{ErrorKind::NotYourPost});
    if (publications.isEmpty())
        return answered<Done>(Done{});
    const Publishing publishing(publications, m_session.actor(), m_place.ids);
    if (isJoined())
        return publishAtCentre(m_place, publishing);
    return m_place.store.write([publishing](WriteTx &tx) { return publishing.append(tx); });
}

} // namespace hall
