#include "desk/admin/hallpublisher.h"

#include "store/store.h"

namespace hall {

HallPublisher::HallPublisher(const Workplace &place, const Session &session)
    : m_place(place)
    , m_session(session)
{
}

bool HallPublisher::mayPublish() const
{
    return m_session.post.role == Role::Administrator;
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
    return m_place.store.write([publishing](WriteTx &tx) { return publishing.append(tx); });
}

} // namespace hall
