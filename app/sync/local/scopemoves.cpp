#include "sync/local/scopemoves.h"

#include "store/journal.h"
#include "sync/local/purge.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString leftSql = u"insert into left_stream (stream, pos) values (:stream, :pos)"
                        u" on conflict (stream) do update set pos = max(pos, excluded.pos)"_s;
const QString wantSql = u"insert or ignore into want_history (stream) values (:stream)"_s;
const QString unwantSql = u"delete from want_history where stream = :stream"_s;
const QString aheadSql
    = u"select exists (select 1 from stream_scope s join centre_scope c on c.scope = s.scope"
      u" where s.stream_key = :stream and c.pos > :pos) as ahead"_s;
const QString isHeldSql
    = u"select exists (select 1 from stream_scope s join centre_scope c on c.scope = s.scope"
      u" where s.stream_key = :stream) or exists (select 1 from centre_scope where scope = '*')"
      u" as held"_s;
const QString nowhereSql = u"delete from stream_scope where stream_key = :stream"_s;
const QString gainSql
    = u"insert or ignore into stream_scope (stream_key, scope) values (:stream, :scope)"_s;
const QString loseSql = u"delete from stream_scope where stream_key = :stream and scope = :scope"_s;
const QString staysSql = u"update stream set is_leaving = 0 where key = :stream"_s;

Result<bool> isHeld(WriteTx &tx, qint64 streamKey)
{
    Query query(tx.connection(), isHeldSql);
    const Result<bool> row = query.bind(":stream"_L1, streamKey).next();
    return row.ok() ? Result<bool>(query.number("held"_L1) != 0) : row;
}

/// A scope whose cursor is past this position has told its part already: what this store believes
/// of it comes from an older state of the case.
Result<bool> isAnotherAhead(WriteTx &tx, qint64 streamKey, qint64 pos)
{
    Query query(tx.connection(), aheadSql);
    const Result<bool> row = query.bind(":stream"_L1, streamKey).bind(":pos"_L1, pos).next();
    return row.ok() ? Result<bool>(query.number("ahead"_L1) != 0) : row;
}

Result<Done> noteLeft(WriteTx &tx, const FeedEntry &move)
{
    if (move.pos == 0)
        return Done{};
    return Query(tx.connection(), leftSql)
        .bind(":stream"_L1, move.stream.bytes())
        .bind(":pos"_L1, move.pos)
        .run();
}

Result<Done> change(WriteTx &tx, const QString &sql, qint64 streamKey, const QString &scope)
{
    return Query(tx.connection(), sql).bind(":stream"_L1, streamKey).bind(":scope"_L1, scope).run();
}

} // namespace

Result<Done> enterScope(WriteTx &tx, const FeedEntry &move)
{
    const Result<StreamHead> head = openStream(tx.connection(), move.stream, StreamKind::Case);
    if (!head.ok())
        return head.error();
    Result<Done> gained = scopeStays(tx, head.value().key);
    if (gained.ok())
        gained = change(tx, gainSql, head.value().key, move.scope);
    const bool isWhole = head.value().settledPos >= move.pos;
    return !gained.ok() || isWhole ? gained : wantHistory(tx, move.stream);
}

Result<bool> leaveScope(WriteTx &tx, const FeedEntry &move, qint64 settledBefore)
{
    const Result<Done> noted = noteLeft(tx, move);
    if (!noted.ok())
        return noted.error();
    const Result<StreamHead> head = streamHead(tx.connection(), move.stream);
    if (!head.ok())
        return head.error().kind == ErrorKind::NotFound ? Result<bool>(false) : head.error();
    const qint64 before = settledBefore < 0 ? head.value().settledPos : settledBefore;
    if (move.pos > 0 && before > move.pos)
        return false; // newer events of it have told where it is
    const Result<Done> lost = change(tx, loseSql, head.value().key, move.scope);
    if (!lost.ok())
        return lost.error();
    const Result<bool> isAhead
        = move.pos == 0 ? Result<bool>(false) : isAnotherAhead(tx, head.value().key, move.pos);
    if (!isAhead.ok())
        return isAhead;
    const Result<bool> held = isHeld(tx, head.value().key);
    if (!held.ok())
        return held;
    if (held.value() && !isAhead.value())
        return false;
    const Result<Done> done
        = isAhead.value() ? wantHistory(tx, move.stream) : unwantHistory(tx, move.stream);
    const Result<Done> purged = done.ok() ? purgeStream(tx, head.value()) : done;
    return purged.ok() ? Result<bool>(true) : purged.error();
}

Result<Done> scopeStays(WriteTx &tx, qint64 streamKey)
{
    return Query(tx.connection(), staysSql).bind(":stream"_L1, streamKey).run();
}

Result<Done> nowhereYet(WriteTx &tx, qint64 streamKey)
{
    return Query(tx.connection(), nowhereSql).bind(":stream"_L1, streamKey).run();
}

Result<Done> wantHistory(WriteTx &tx, const StreamId &stream)
{
    return Query(tx.connection(), wantSql).bind(":stream"_L1, stream.bytes()).run();
}

Result<Done> unwantHistory(WriteTx &tx, const StreamId &stream)
{
    return Query(tx.connection(), unwantSql).bind(":stream"_L1, stream.bytes()).run();
}

} // namespace hall
