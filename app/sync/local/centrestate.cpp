#include "sync/local/centrestate.h"

#include "store/journal.h"
#include "store/numbers.h"
#include "sync/local/attention.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <bit>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString scopesSql = u"select scope, pos, fill, after from centre_scope order by scope"_s;
const QString followSql = u"insert or ignore into centre_scope (scope, pos, fill)"
                          u" values (:scope, :pos, :fill)"_s;
const QString forgetSql = u"delete from centre_scope where scope = :scope"_s;
const QString moveSql = u"update centre_scope set pos = max(pos, :pos) where scope = :scope"_s;
const QString walkSql
    = u"update centre_scope set fill = :fill, after = :after where scope = :scope"_s;

const QString confirmSql = u"insert or replace into centre_trail (pos, chain)"
                           u" values (:pos, :chain)"_s;
const QString trailSql = u"select pos, chain from centre_trail order by pos desc"_s;
const QString thinSql = u"delete from centre_trail where pos = :pos"_s;
constexpr qsizetype dense = 16;     ///< newest checkpoints that all stay
constexpr qsizetype thinAbove = 64; ///< thinned only when there are more

const QString rewindSql = u"update centre_scope set pos = min(pos, :pos)"_s;
const QString refillSql = u"update centre_scope set fill = 1, after = null, filled_pos = 0"
                          u" where scope <> 'hall' and (fill <> 0 or filled_pos > :pos)"_s;
const QString settlePagesSql = u"update case_page set is_there = 1 where is_there = 3"_s;
const QString doubtPagesSql = u"update case_page set is_there = 0 where is_there = 3"_s;
const QString filledSql = u"update centre_scope set filled_pos = :pos where fill = 0"
                          u" and filled_pos = 0 and scope <> 'hall'"_s;
const QString unsureSql = u"update centre_scope set fill = 1, after = null"
                          u" where scope <> 'hall' and filled_pos = 0"_s;
const QString wantForkedSql = u"insert or ignore into want_history (stream) values (:stream)"_s;
const QString nowhereSql = u"delete from stream_scope where stream_key = :key"_s;
const QString movesSql
    = u"select gained, lost from event where key > :first and key <= :last"
      u" and pos is not null and (gained is not null or lost is not null) order by key"_s;
const QString gainSql
    = u"insert or ignore into stream_scope (stream_key, scope) values (:key, :scope)"_s;
const QString loseSql = u"delete from stream_scope where stream_key = :key and scope = :scope"_s;
const QString wantLeftSql = u"insert or ignore into want_history (stream)"
                            u" select stream from left_stream where pos > :pos"_s;
const QString unleaveSql = u"delete from left_stream where pos > :pos"_s;
const QString askPagesSql = u"update case_page set is_there = 0 where :pos >= 0"_s;
const QString cutTrailSql = u"delete from centre_trail where pos > :pos"_s;
const QString backSql
    = u"update outbox set state = 0, sent_pos = 0, sent_at = 0, settled_at = 0, hold_until = 0,"
      u" hold_reason = '' where state = 1 and sent_pos > :pos"_s;
const QString orphansSql
    = u"select key from event where pos > :pos and not exists"
      u" (select 1 from outbox where stream_key = key >> 20 and event_key = key) order by pos"_s;
const QString queueSql = u"insert into outbox (event_key, stream_key) values (:event, :stream)"_s;
const QString forkedSql = u"select distinct s.id from event e join stream s on s.key = e.key >> 20"
                          u" where e.pos > :pos"_s;
const QString unsettleSql = u"update event set pos = null where pos > :pos"_s;
const QString settledSql = u"select count(*) as n, coalesce(max(pos), 0) as pos from event"
                           u" where key > :first and key <= :last and pos is not null"_s;
const QString chainSql = u"select chain from event where key = :key"_s;

const QString yearsSql = u"select distinct year from number_lease where next <= last"_s;
const QString shelfSql = u"delete from outbox where state = 1 and settled_at > 0"
                         u" and settled_at < :before"_s;
const QString keptSql = u"delete from attention where state = 4 and at < :before"_s;
constexpr int leastShelfDays = 30;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

Result<Done> thin(WriteTx &tx)
{
    const Result<QList<Checkpoint>> all = trail(tx);
    if (!all.ok())
        return all.error();
    if (all.value().size() <= thinAbove)
        return Done{};
    // Behind the dense ones, one for each doubling of the distance.
    const qint64 newest = all.value().first().pos;
    QSet<int> kept;
    for (qsizetype i = dense; i < all.value().size(); ++i) {
        const qint64 pos = all.value().at(i).pos;
        const int distance = int(std::bit_width(quint64(newest - pos)));
        if (!kept.contains(distance)) {
            kept.insert(distance);
            continue;
        }
        const Result<Done> done = Query(tx.connection(), thinSql).bind(":pos"_L1, pos).run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

template <class T, class F> Result<QList<T>> listOf(Query &query, F read)
{
    QList<T> list;
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        list.append(read(query));
    if (!more.ok())
        return more.error();
    return list;
}

QStringList listIn(const QByteArray &json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

/// Where the case is by the events that are still settled. Those alone do not tell it all: what it
/// left by an event that never came here is asked of the centre.
Result<Done> placeAgain(WriteTx &tx, const StreamHead &head)
{
    if (head.kind != StreamKind::Case)
        return Done{};
    Query events(tx.connection(), movesSql);
    events.bind(":first"_L1, eventKey(head.key, 0)).bind(":last"_L1, eventKey(head.key, maxSeq));
    using Move = std::pair<QStringList, QStringList>;
    const Result<QList<Move>> moves = listOf<Move>(events, [](const Query &row) {
        return Move{listIn(row.text("gained"_L1).toUtf8()), listIn(row.text("lost"_L1).toUtf8())};
    });
    if (!moves.ok())
        return moves.error();
    Result<Done> done = Query(tx.connection(), nowhereSql).bind(":key"_L1, head.key).run();
    const auto change = [&](const QString &sql, const QStringList &scopes) {
        for (const QString &scope : scopes) {
            if (done.ok())
                done = Query(tx.connection(), sql)
                           .bind(":key"_L1, head.key)
                           .bind(":scope"_L1, scope)
                           .run();
        }
    };
    for (const Move &move : moves.value()) {
        change(gainSql, move.first);
        change(loseSql, move.second);
    }
    if (!done.ok() || head.settled == 0)
        return done;
    return Query(tx.connection(), wantForkedSql).bind(":stream"_L1, head.id.bytes()).run();
}

Result<Done> resettle(WriteTx &tx, const StreamId &stream)
{
    Result<StreamHead> head = streamHead(tx.connection(), stream);
    if (!head.ok())
        return head.error();
    StreamHead &now = head.value();
    {
        Query query(tx.connection(), settledSql);
        query.bind(":first"_L1, eventKey(now.key, 0)).bind(":last"_L1, eventKey(now.key, maxSeq));
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        now.settled = query.number("n"_L1);
        now.settledPos = query.number("pos"_L1);
    }
    now.settledChain.clear();
    if (now.settled > 0) {
        Query query(tx.connection(), chainSql);
        const Result<bool> row = query.bind(":key"_L1, eventKey(now.key, now.settled)).next();
        if (!row.ok())
            return row.error();
        now.settledChain = query.bytes("chain"_L1);
    }
    const Result<Done> stored = storeHead(tx.connection(), now);
    return stored.ok() ? placeAgain(tx, now) : stored;
}

Result<Done> enqueue(WriteTx &tx, qint64 event)
{
    return Query(tx.connection(), queueSql)
        .bind(":event"_L1, event)
        .bind(":stream"_L1, streamKeyOf(event))
        .run();
}

} // namespace

Result<QList<ScopeState>> scopes(const ReadTx &tx)
{
    Query query(tx.connection(), scopesSql);
    return listOf<ScopeState>(query, [](const Query &row) {
        const QByteArray after = row.bytes("after"_L1);
        return ScopeState{row.text("scope"_L1), row.number("pos"_L1),
                          ScopeState::Fill(int(row.number("fill"_L1))),
                          after.isEmpty() ? StreamId() : StreamId::fromBytes(after)};
    });
}

Result<Done> followScopes(WriteTx &tx, const QStringList &scopes, qint64 pos)
{
    for (const QString &scope : scopes) {
        const bool isHall = scope == "hall"_L1;
        const Result<Done> done
            = Query(tx.connection(), followSql)
                  .bind(":scope"_L1, scope)
                  .bind(":pos"_L1, isHall ? 0 : pos)
                  .bind(":fill"_L1, int(isHall ? ScopeState::Fill::Done : ScopeState::Fill::Open))
                  .run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> forgetScope(WriteTx &tx, const QString &scope)
{
    return Query(tx.connection(), forgetSql).bind(":scope"_L1, scope).run();
}

Result<Done> moveCursors(WriteTx &tx, const QStringList &scopes, qint64 upto)
{
    for (const QString &scope : scopes) {
        const Result<Done> done
            = Query(tx.connection(), moveSql).bind(":pos"_L1, upto).bind(":scope"_L1, scope).run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> moveWalk(WriteTx &tx, const SnapshotAsk &ask, const StreamId &last)
{
    using Fill = ScopeState::Fill;
    Fill fill = ask.open ? Fill::Open : Fill::Closed;
    if (last.isNull())
        fill = ask.open ? Fill::Closed : Fill::Done;
    return Query(tx.connection(), walkSql)
        .bind(":fill"_L1, int(fill))
        .bind(":after"_L1, last.isNull() ? QVariant() : QVariant(last.bytes()))
        .bind(":scope"_L1, ask.scope)
        .run();
}

Result<Done> noteFilled(WriteTx &tx, qint64 head)
{
    return Query(tx.connection(), filledSql).bind(":pos"_L1, head).run();
}

Result<Done> doubtFillings(WriteTx &tx)
{
    return Query(tx.connection(), unsureSql).run();
}

Result<Done> settlePages(WriteTx &tx)
{
    return Query(tx.connection(), settlePagesSql).run();
}

Result<Done> doubtPages(WriteTx &tx)
{
    return Query(tx.connection(), doubtPagesSql).run();
}

Result<Done> confirm(WriteTx &tx, const Checkpoint &checkpoint)
{
    if (checkpoint.pos == 0)
        return Done{};
    const Result<Done> done = Query(tx.connection(), confirmSql)
                                  .bind(":pos"_L1, checkpoint.pos)
                                  .bind(":chain"_L1, checkpoint.chain)
                                  .run();
    return done.ok() ? thin(tx) : done;
}

Result<QList<Checkpoint>> trail(const ReadTx &tx)
{
    Query query(tx.connection(), trailSql);
    return listOf<Checkpoint>(query, [](const Query &row) {
        return Checkpoint{row.number("pos"_L1), row.bytes("chain"_L1)};
    });
}

Result<Done> forkBack(WriteTx &tx, qint64 common)
{
    const auto at = [&tx, common](const QString &sql) {
        return Query(tx.connection(), sql).bind(":pos"_L1, common).run();
    };
    Query orphans(tx.connection(), orphansSql);
    orphans.bind(":pos"_L1, common);
    const Result<QList<qint64>> others
        = listOf<qint64>(orphans, [](const Query &row) { return row.number("key"_L1); });
    if (!others.ok())
        return others.error();
    Query forked(tx.connection(), forkedSql);
    forked.bind(":pos"_L1, common);
    const Result<QList<StreamId>> streams = listOf<StreamId>(
        forked, [](const Query &row) { return StreamId::fromBytes(row.bytes("id"_L1)); });
    if (!streams.ok())
        return streams.error();
    Result<Done> done = at(backSql);
    for (const qint64 event : others.value()) {
        if (done.ok())
            done = enqueue(tx, event);
    }
    for (const QString &sql :
         {unsettleSql, refillSql, rewindSql, cutTrailSql, wantLeftSql, unleaveSql, askPagesSql}) {
        if (done.ok())
            done = at(sql);
    }
    for (const StreamId &stream : streams.value()) {
        if (done.ok())
            done = resettle(tx, stream);
    }
    if (done.ok())
        done = offerKept(tx, common);
    return done;
}

Result<Done> giveUpNumbers(WriteTx &tx)
{
    Query query(tx.connection(), yearsSql);
    const Result<QList<int>> years
        = listOf<int>(query, [](const Query &row) { return int(row.number("year"_L1)); });
    if (!years.ok())
        return years.error();
    for (const int year : years.value()) {
        const Result<Done> done = returnNumbers(tx, year);
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<qint64> newestSerial(const ReadTx &tx)
{
    return newestSerial(tx.connection());
}

Result<Done> clearShelf(WriteTx &tx, int days)
{
    const qint64 before = tx.clock().now().toMSecsSinceEpoch() - qMax(days, leastShelfDays) * dayMs;
    const Result<Done> cleared = Query(tx.connection(), shelfSql).bind(":before"_L1, before).run();
    return cleared.ok() ? Query(tx.connection(), keptSql).bind(":before"_L1, before).run()
                        : cleared;
}

} // namespace hall
