#include "sync/local/joining.h"

#include "store/journal.h"
#include "store/settings.h"
#include "sync/local/centrefeed.h"
#include "sync/local/centrestate.h"
#include "sync/local/passedwork.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString epochKey = u"centre.epoch"_s;
const QString joinedKey = u"centre.joined"_s;
const QString pageEventsSql = u"select"_s + eventColumns()
    + u"from event e join stream s on s.key = (e.key >> 20) where e.type = 'page' order by e.key"_s;
const QString insertPageSql = u"insert or ignore into case_page (sha, stream_key, is_there)"
                              u" values (:sha, :stream, 0)"_s;

struct NamedPage
{
    QByteArray sha = {};
    qint64 stream = 0;
};

/// Events of before the table case_page was there (migration 0004).
Result<Done> listPages(WriteTx &tx)
{
    QList<NamedPage> pages;
    {
        Query query(tx.connection(), pageEventsSql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            for (const QByteArray &sha : pagesNamedBy(eventFromRow(query)))
                pages.append({sha, streamKeyOf(query.number("event_key"_L1))});
        }
        if (!more.ok())
            return more.error();
    }
    for (const NamedPage &page : std::as_const(pages)) {
        Query insert(tx.connection(), insertPageSql);
        const Result<Done> done
            = insert.bind(":sha"_L1, page.sha).bind(":stream"_L1, page.stream).run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

} // namespace

Result<Done> prepareJoining(WriteTx &tx)
{
    const Result<QString> joined = setting(tx.connection(), joinedKey);
    if (!joined.ok())
        return joined.error();
    if (!joined.value().isEmpty())
        return Done{};
    Result<Done> done = giveUpNumbers(tx);
    if (done.ok())
        done = listPages(tx);
    return done.ok() ? setSetting(tx, joinedKey, u"1"_s) : done;
}

Result<Done> meetPerson(WriteTx &tx, const QStringList &scopes, const Checkpoint &head)
{
    Result<Done> done = noteFilled(tx, head.pos);
    if (done.ok())
        done = confirm(tx, head);
    return done.ok() ? followScopes(tx, scopes, head.pos) : done;
}

Result<Done> meetCentre(WriteTx &tx, const QUuid &epoch)
{
    const Result<QString> known = setting(tx.connection(), epochKey);
    if (!known.ok())
        return known.error();
    const bool isAnother = !known.value().isEmpty() && known.value() != epoch.toString();
    Result<Done> done = isAnother ? doubtFillings(tx) : Result<Done>(Done{});
    if (done.ok())
        done = doubtPages(tx);
    if (done.ok())
        done = purgePassed(tx);
    if (!done.ok() || known.value() == epoch.toString())
        return done;
    return setSetting(tx, epochKey, epoch.toString());
}

Result<Done> dropOthers(WriteTx &tx, const QStringList &follow)
{
    const Result<QString> seat = setting(tx.connection(), u"centre.seat"_s);
    if (!seat.ok())
        return seat.error();
    if (seat.value() != tx.station() || follow.contains("*"_L1))
        return Done{};
    const Result<QList<ScopeState>> here = scopes(tx);
    if (!here.ok())
        return here.error();
    for (const ScopeState &state : here.value()) {
        if (follow.contains(state.scope))
            continue;
        const Result<FeedReport> dropped = dropScope(tx, state.scope);
        if (!dropped.ok())
            return dropped.error();
    }
    return Done{};
}

} // namespace hall
