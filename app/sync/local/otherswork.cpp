#include "sync/local/otherswork.h"

#include "store/ownrows.h"
#include "sync/local/attention.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString hasKeySql
    = u"select exists (select 1 from mac_key where staff = :staff and station = :station) as n"_s;
const QString hasScopeSql
    = u"select exists (select 1 from centre_scope where scope in (:scope, '*')) as n"_s;
const QString pageGoneSql = u"insert or ignore into page_gone (sha) values (:sha)"_s;

Result<bool> isTrue(Query &query)
{
    const Result<bool> row = query.next();
    return row.ok() ? Result<bool>(query.number("n"_L1) != 0) : row;
}

/// Made under this code, or by somebody whose key of that code is kept here: as purge.cpp has it.
Result<bool> isOwn(const WriteTx &tx, const Event &event)
{
    if (event.station == tx.station())
        return true;
    Query query(tx.connection(), hasKeySql);
    query.bind(":staff"_L1, event.actor).bind(":station"_L1, event.station);
    return isTrue(query);
}

Result<bool> mayStay(const WriteTx &tx, const QList<RefusedEvent> &refused)
{
    QSet<QString> scopes;
    for (const RefusedEvent &one : refused) {
        scopes.unite(QSet<QString>(one.event.scopesGained.cbegin(), one.event.scopesGained.cend()));
        for (const QString &lost : one.event.scopesLost)
            scopes.remove(lost);
    }
    for (const QString &scope : std::as_const(scopes)) {
        Query query(tx.connection(), hasScopeSql);
        query.bind(":scope"_L1, scope);
        const Result<bool> held = isTrue(query);
        if (!held.ok() || held.value())
            return held;
    }
    return false;
}

/// Named as gone, so that a recovery leaves it out; its pages go unless a case names them.
Result<Done> forget(WriteTx &tx, const Event &event)
{
    Result<Done> done = removeRow(tx, u"attention"_s, {{u"event"_s, event.id.text()}});
    if (done.ok())
        done = putRow(tx, u"gone_event"_s, {{u"event"_s, event.id.text()}});
    for (const QByteArray &sha : pagesNamedBy(event)) {
        if (done.ok())
            done = Query(tx.connection(), pageGoneSql).bind(":sha"_L1, sha).run();
    }
    return done;
}

} // namespace

Result<Done> dropOthersWork(WriteTx &tx, const StreamHead &head)
{
    Result<QList<RefusedEvent>> refused = openRefused(tx);
    if (!refused.ok())
        return refused.error();
    refused.value().removeIf(
        [&head](const RefusedEvent &one) { return one.event.stream != head.id; });
    const Result<bool> stays = head.count == 0 ? mayStay(tx, refused.value()) : Result<bool>(false);
    if (!stays.ok() || stays.value())
        return stays.ok() ? Result<Done>(Done{}) : stays.error();
    for (const RefusedEvent &one : refused.value()) {
        const Result<bool> own = isOwn(tx, one.event);
        if (!own.ok())
            return own.error();
        const Result<Done> gone = own.value() ? Result<Done>(Done{}) : forget(tx, one.event);
        if (!gone.ok())
            return gone;
    }
    return Done{};
}

} // namespace hall
