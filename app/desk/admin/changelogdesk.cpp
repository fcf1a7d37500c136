#include "desk/admin/changelogdesk.h"

#include "store/store.h"

namespace hall {

ChangeLogDesk::ChangeLogDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QFuture<Result<QList<HallChange>>> ChangeLogDesk::changes() const
{
    return m_publisher.place().store.report([](ReadTx &tx) -> Result<QList<HallChange>> {
        const Result<QList<Event>> journal = tx.journal(hallStream());
        if (!journal.ok())
            return journal.error();
        return hallChanges(journal.value());
    });
}

} // namespace hall
