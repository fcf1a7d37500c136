#include "desk/setup/setupdesk.h"

#include "desk/setup/ownhall.h"
#include "desk/setup/samplehall.h"
#include "store/credentials.h"
#include "store/store.h"

#include <QPromise>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Who makes the hall: nobody is signed in yet.
Actor founder(const QString &staff)
{
    return {.staff = staff, .post = {.role = Role::Administrator}};
}

Result<Done> publishOnce(WriteTx &tx, const Publishing &publishing)
{
    if (!tx.reference().hall.name.isEmpty())
        return Error{ErrorKind::RuleBroken, u"the hall exists already"_s};
    return publishing.append(tx);
}

QFuture<Result<Done>> answered(const Error &error)
{
    QPromise<Result<Done>> promise;
    promise.start();
    promise.addResult(Result<Done>(error));
    promise.finish();
    return promise.future();
}

} // namespace

SetupDesk::SetupDesk(Store &store, IdSource &ids)
    : m_store(store)
    , m_ids(ids)
{
}

bool SetupDesk::isNeeded() const
{
    return m_store.reference()->hall.name.isEmpty();
}

QFuture<Result<Done>> SetupDesk::makeSampleHall()
{
    const Result<QList<Publication>> publications = samplePublications();
    if (!publications.ok())
        return answered(publications.error());
    const Publishing publishing(publications.value(), founder(u"admin"_s), m_ids);
    return m_store.write([publishing](WriteTx &tx) { return publishOnce(tx, publishing); });
}

QFuture<Result<Done>> SetupDesk::makeOwnHall(const OwnHall &hall)
{
    const Result<Done> checked = check(hall);
    if (!checked.ok())
        return answered(checked.error());
    const Result<QList<Publication>> common = commonPublications();
    if (!common.ok())
        return answered(common.error());
    const Publishing publishing(ownPublications(hall) + common.value(), founder(hall.administrator),
                                m_ids);
    return m_store.write([publishing, hall](WriteTx &tx) -> Result<Done> {
        const Result<Done> published = publishOnce(tx, publishing);
        if (!published.ok())
            return published;
        return storePassword(tx, hall.administrator, hashPassword(hall.password));
    });
}

} // namespace hall
