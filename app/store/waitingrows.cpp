#include "store/waitingrows.h"

#include "store/rowvalues.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

static_assert(static_cast<int>(StreamKind::Hall) == 7);
const QString waitingSql
    = u"select e.id, s.id as stream, s.kind, e.type, e.action, e.actor, e.acted_at,"
      u" e.mac is not null or e.actor = '' as sealed, o.hold_reason from outbox o"
      u" join event e on e.key = o.event_key join stream s on s.key = o.stream_key"
      u" where o.state = 0 and s.kind <> 7 order by o.pos limit :limit"_s;

WaitingRow waitingFrom(Query &row)
{
    return {.event = EventId::fromBytes(row.bytes("id"_L1)),
            .stream = StreamId::fromBytes(row.bytes("stream"_L1)),
            .kind = static_cast<StreamKind>(row.number("kind"_L1)),
            .type = row.text("type"_L1),
            .action = row.text("action"_L1),
            .actor = row.text("actor"_L1),
            .actedAt = row.number("acted_at"_L1),
            .isSealed = row.number("sealed"_L1) != 0,
            .hold = row.text("hold_reason"_L1)};
}

} // namespace

Result<QList<WaitingRow>> waitingEvents(const ReadTx &tx, int limit)
{
    Query query(tx.connection(), waitingSql);
    query.bind(":limit"_L1, limit);
    return rowsOf(query, waitingFrom);
}

} // namespace hall
