#include "sync/local/passedwork.h"

#include "sync/local/purge.h"

#include <limits>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString passedSql
    = u"select count(*) as n, coalesce(min(pos), 0) as pos,"
      u" coalesce(max(fill), 0) as fill from centre_scope where scope <> 'hall'"_s;
// Own: as purge.cpp has it.
const QString leftBehindSql
    = u"select distinct s.id from outbox o join stream s on s.key = o.stream_key"
      u" join event e on e.key = o.event_key"
      u" where o.state = 1 and o.settled_at = 0 and o.sent_pos <= :passed"
      u" and s.kind = 1 and s.settled = 0 and s.count > 0"
      u" and e.station <> :here and not exists (select 1 from mac_key k"
      u" where k.staff = e.actor and k.station = e.station)"
      u" and not exists (select 1 from want_history w where w.stream = s.id)"
      u" and not exists (select 1 from outbox p where p.stream_key = s.key"
      u" and (p.state = 0 or p.sent_pos > :passed))"_s;

} // namespace

Result<Done> purgePassed(WriteTx &tx)
{
    qint64 passed = std::numeric_limits<qint64>::max();
    {
        Query query(tx.connection(), passedSql);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (query.number("fill"_L1) != 0)
            return Done{}; // what a filling may bring back stays until it has ended
        if (query.number("n"_L1) > 0)
            passed = query.number("pos"_L1);
    }
    Query behind(tx.connection(), leftBehindSql);
    behind.bind(":passed"_L1, passed).bind(":here"_L1, tx.station());
    return purgeEach(tx, behind);
}

} // namespace hall
