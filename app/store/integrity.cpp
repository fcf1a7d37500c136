#include "store/integrity.h"

#include "store/journal.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString integritySql = u"pragma integrity_check(1)"_s;
const QString streamsSql = u"select key, id, count, chain from stream"_s;
const QString eventsSql = u"select"_s + eventColumns()
    + u", e.chain as chain from event e join stream s on s.key = (e.key >> 20) order by e.key"_s;

struct Link
{
    qint64 count = 0;
    QByteArray chain = {};
};

Error damaged(const QString &what)
{
    return {ErrorKind::StoreDamaged, what};
}

Result<Done> walk(Connection &connection, QHash<qint64, Link> &links, JournalFacts &facts)
{
    Query query(connection, eventsSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        const qint64 key = query.number("event_key"_L1);
        const Event event = eventFromRow(query);
        Link &link = links[streamKeyOf(key)];
        link.chain = chainAfter(link.chain, event.hash);
        ++link.count;
        ++facts.events;
        if (link.count != seqOf(key) || !isIntact(event) || link.chain != query.bytes("chain"_L1))
            return damaged(u"event %1"_s.arg(key));
    }
    if (!more.ok())
        return more.error();
    return Done{};
}

} // namespace

Result<Done> checkFile(Connection &connection)
{
    Query query(connection, integritySql);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    const QString answer = query.text("integrity_check"_L1);
    if (answer != "ok"_L1)
        return damaged(answer);
    return Done{};
}

Result<JournalFacts> checkJournal(Connection &connection)
{
    JournalFacts facts;
    QHash<qint64, Link> links;
    const Result<Done> walked = walk(connection, links, facts);
    if (!walked.ok())
        return walked.error();
    Query query(connection, streamsSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        const Link link = links.take(query.number("key"_L1));
        ++facts.streams;
        if (link.count != query.number("count"_L1) || link.chain != query.bytes("chain"_L1))
            return damaged(u"stream %1"_s.arg(query.number("key"_L1)));
    }
    if (!more.ok())
        return more.error();
    if (!links.isEmpty())
        return damaged(u"events without a stream"_s);
    const Result<qint64> pos = newestPos(connection);
    if (!pos.ok())
        return pos.error();
    facts.newestPos = pos.value();
    return facts;
}

} // namespace hall
