#include "sync/local/orderedstream.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString rowsSql = u"select key, id, hash, pos from event where key > :first and key <= :last"
                        u" order by key"_s;
const QString settleSql = u"update event set pos = :pos, mac = coalesce(:mac, mac)"
                          u" where key = :key"_s;
const QString settleOutboxSql = u"update outbox set state = 1, sent_pos = :pos, settled_at = :at"
                                u" where stream_key = :stream and event_key = :key"_s;
// Keys are unique, so rows step aside into the negative before they take their new places.
const QString asideSql = u"update event set key = -key where key > :first and key <= :last"_s;
const QString outboxAsideSql = u"update outbox set event_key = -event_key"
                               u" where stream_key = :stream and event_key > :first"_s;
const QString placeSql = u"update event set key = :to, chain = :chain, pos = :pos,"
                         u" mac = coalesce(:mac, mac) where key = :from"_s;
const QString outboxPlaceSql = u"update outbox set event_key = :to"
                               u" where stream_key = :stream and event_key = :from"_s;
const QString queueSql = u"insert into outbox (event_key, stream_key) values (:key, :stream)"_s;
const QString removeSql = u"delete from event where key = :key"_s;
const QString outboxRemoveSql
    = u"delete from outbox where stream_key = :stream and event_key = :key"_s;
const QString gainSql
    = u"insert or ignore into stream_scope (stream_key, scope) values (:stream, :scope)"_s;
const QString loseSql = u"delete from stream_scope where stream_key = :stream and scope = :scope"_s;

QVariant macValue(const QByteArray &mac)
{
    return mac.isEmpty() ? QVariant() : QVariant(mac);
}

} // namespace

bool isChained(const QList<GivenEvent> &whole)
{
    QByteArray chain;
    for (const GivenEvent &given : whole) {
        chain = chainAfter(chain, given.event.hash);
        if (chain != given.chain)
            return false;
    }
    return true;
}

OrderedStream::OrderedStream(WriteTx &tx, StreamHead head)
    : m_tx(&tx)
    , m_head(std::move(head))
    , m_chainBefore(m_head.chain)
    , m_wasEmpty(m_head.count == 0)
{
}

Result<OrderedStream> OrderedStream::open(WriteTx &tx, const StreamId &id, StreamKind kind)
{
    const Result<StreamHead> here = streamHead(tx.connection(), id);
    if (here.ok())
        return OrderedStream(tx, here.value());
    if (here.error().kind != ErrorKind::NotFound)
        return here.error();
    const Result<StreamHead> made = openStream(tx.connection(), id, kind);
    if (!made.ok())
        return made.error();
    OrderedStream stream(tx, made.value());
    stream.m_isNew = true;
    return stream;
}

Result<QList<OrderedStream::Row>> OrderedStream::rowsBehind(qint64 seq)
{
    QList<Row> rows;
    Query query(m_tx->connection(), rowsSql);
    query.bind(":first"_L1, eventKey(m_head.key, seq))
        .bind(":last"_L1, eventKey(m_head.key, maxSeq));
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        rows.append({query.number("key"_L1), EventId::fromBytes(query.bytes("id"_L1)),
                     query.bytes("hash"_L1), query.number("pos"_L1) > 0});
    if (!more.ok())
        return more.error();
    return rows;
}

Result<bool> OrderedStream::take(const QList<GivenEvent> &given)
{
    for (qsizetype i = 0; i < given.size(); ++i) {
        const GivenEvent &next = given.at(i);
        if (next.pos <= m_head.settledPos)
            continue;
        if (chainAfter(m_head.settledChain, next.event.hash) != next.chain)
            return false;
        Result<Done> done = Done{};
        if (m_head.settled == m_head.count) {
            done = insert(next);
        } else {
            if (!m_hasWaiting) {
                const Result<QList<Row>> rows = rowsBehind(m_head.settled);
                if (!rows.ok())
                    return rows.error();
                m_waiting = rows.value();
                m_hasWaiting = true;
            }
            const Row first = m_waiting.value(0);
            const bool isNext = first.id == next.event.id && first.hash == next.event.hash;
            done = isNext ? settleFirst(next, first)
                          : rewrite({.keep = m_head.settled,
                                     .chain = m_head.settledChain,
                                     .pos = m_head.settledPos,
                                     .tail = {next}});
        }
        if (!done.ok())
            return done.error();
    }
    return true;
}

Result<bool> OrderedStream::replace(const QList<GivenEvent> &whole)
{
    if (!isChained(whole))
        return false;
    const Result<QList<Row>> rows = rowsBehind(0);
    if (!rows.ok())
        return rows.error();
    Rewriting how;
    qsizetype same = 0;
    const qsizetype both = std::min({whole.size(), rows.value().size(), qsizetype(m_head.settled)});
    while (same < both && rows.value().at(same).hash == whole.at(same).event.hash)
        ++same;
    how.keep = same;
    if (same > 0) {
        how.chain = whole.at(same - 1).chain;
        how.pos = whole.at(same - 1).pos;
    }
    // A restored centre may have given other positions to what is the same.
    for (qsizetype i = 0; i < same; ++i) {
        const Result<Done> done = settleFirst(whole.at(i), rows.value().at(i));
        if (!done.ok())
            return done.error();
    }
    how.tail = whole.mid(same);
    const Result<Done> done = rewrite(how);
    if (!done.ok())
        return done.error();
    return true;
}
Result<Done> OrderedStream::drop(const QSet<EventId> &ids)
{
    return rewrite({.keep = m_head.settled,
                    .chain = m_head.settledChain,
                    .pos = m_head.settledPos,
                    .dropped = ids});
}

Result<Done> OrderedStream::insert(const GivenEvent &given)
{
    m_isChanged = true;
    m_fresh.append(given.event);
    const Result<Done> done
        = insertSettled(m_tx->connection(), given.event, m_head, {given.pos, given.mac});
    return done.ok() ? moveScopes(given.event) : done;
}

/// The event of this row has come back in the place where it stands.
Result<Done> OrderedStream::settleFirst(const GivenEvent &given, const Row &row)
{
    m_isChanged = true;
    Query update(m_tx->connection(), settleSql);
    Result<Done> done = update.bind(":pos"_L1, given.pos)
                            .bind(":mac"_L1, macValue(given.mac))
                            .bind(":key"_L1, row.key)
                            .run();
    if (done.ok()) {
        Query outbox(m_tx->connection(), settleOutboxSql);
        done = outbox.bind(":pos"_L1, given.pos)
                   .bind(":at"_L1, m_tx->clock().now().toMSecsSinceEpoch())
                   .bind(":stream"_L1, m_head.key)
                   .bind(":key"_L1, row.key)
                   .run();
    }
    if (!done.ok())
        return done;
    if (seqOf(row.key) > m_head.settled) {
        m_head.settled = seqOf(row.key);
        m_head.settledChain = given.chain;
        if (m_hasWaiting)
            m_waiting.removeFirst();
    }
    m_head.settledPos = qMax(m_head.settledPos, given.pos);
    return moveScopes(given.event);
}

Result<Done> OrderedStream::moveScopes(const Event &event)
{
    if (event.kind != StreamKind::Case)
        return Done{};
    for (const auto &[sql, scopes] :
         {std::pair{&gainSql, &event.scopesGained}, std::pair{&loseSql, &event.scopesLost}}) {
        for (const QString &scope : *scopes) {
            Query move(m_tx->connection(), *sql);
            const Result<Done> done
                = move.bind(":stream"_L1, m_head.key).bind(":scope"_L1, scope).run();
            if (!done.ok())
                return done;
        }
    }
    return Done{};
}

Result<Done> OrderedStream::rewrite(const Rewriting &how)
{
    const Result<QList<Row>> found = rowsBehind(how.keep);
    if (!found.ok())
        return found.error();
    QList<Row> rows = found.value();
    if (rows.isEmpty() && how.tail.isEmpty())
        return Done{};
    m_isChanged = true;
    m_isReordered = m_isReordered || !rows.isEmpty();
    const qint64 first = eventKey(m_head.key, how.keep);
    Query aside(m_tx->connection(), asideSql);
    Result<Done> done
        = aside.bind(":first"_L1, first).bind(":last"_L1, eventKey(m_head.key, maxSeq)).run();
    if (done.ok()) {
        Query outbox(m_tx->connection(), outboxAsideSql);
        done = outbox.bind(":stream"_L1, m_head.key).bind(":first"_L1, first).run();
    }
    if (!done.ok())
        return done;
    m_head.count = m_head.settled = how.keep;
    m_head.chain = m_head.settledChain = how.chain;
    m_head.settledPos = how.pos;
    done = placeTail(how, rows);
    return done.ok() ? placeWaiting(how, rows) : done;
}

/// What the centre has: out of the rows that stepped aside, or new. Used rows leave `rows`.
Result<Done> OrderedStream::placeTail(const Rewriting &how, QList<Row> &rows)
{
    for (const GivenEvent &given : how.tail) {
        const auto row = std::ranges::find(rows, given.event.id, &Row::id);
        Result<Done> done = Done{};
        if (row == rows.end()) {
            done = insert(given);
        } else if (row->hash == given.event.hash) {
            done = place(*row, {given.pos, given.mac});
            if (done.ok())
                done = moveScopes(given.event);
        } else {
            // Two stations saw one timer due: the centre's is the one.
            done = remove(*row);
            if (done.ok())
                done = insert(given);
        }
        if (!done.ok())
            return done;
        if (row != rows.end())
            rows.erase(row);
        m_head.settled = m_head.count;
        m_head.settledPos = given.pos;
        m_head.settledChain = m_head.chain;
    }
    return Done{};
}

Result<Done> OrderedStream::placeWaiting(const Rewriting &how, const QList<Row> &rows)
{
    m_hasWaiting = false;
    for (const Row &row : rows) {
        const Result<Done> done = how.dropped.contains(row.id) ? remove(row) : place(row, {});
        if (!done.ok())
            return done;
    }
    return Done{};
}

/// A row that stepped aside takes the next place.
Result<Done> OrderedStream::place(const Row &row, const SettledAt &at)
{
    const qint64 to = eventKey(m_head.key, m_head.count + 1);
    const QByteArray chain = chainAfter(m_head.chain, row.hash);
    Query event(m_tx->connection(), placeSql);
    Result<Done> done = event.bind(":to"_L1, to)
                            .bind(":chain"_L1, chain)
                            .bind(":pos"_L1, at.pos > 0 ? QVariant(at.pos) : QVariant())
                            .bind(":mac"_L1, macValue(at.mac))
                            .bind(":from"_L1, -row.key)
                            .run();
    if (!done.ok())
        return done;
    Query outbox(m_tx->connection(), outboxPlaceSql);
    done
        = outbox.bind(":to"_L1, to).bind(":stream"_L1, m_head.key).bind(":from"_L1, -row.key).run();
    if (!done.ok())
        return done;
    ++m_head.count;
    m_head.chain = chain;
    const bool isQueued = outbox.affected() > 0;
    if (at.pos > 0 && isQueued) {
        Query settled(m_tx->connection(), settleOutboxSql);
        return settled.bind(":pos"_L1, at.pos)
            .bind(":at"_L1, m_tx->clock().now().toMSecsSinceEpoch())
            .bind(":stream"_L1, m_head.key)
            .bind(":key"_L1, to)
            .run();
    }
    if (at.pos == 0 && !isQueued) // it was settled, and the centre has lost it
        return Query(m_tx->connection(), queueSql)
            .bind(":key"_L1, to)
            .bind(":stream"_L1, m_head.key)
            .run();
    return Done{};
}

Result<Done> OrderedStream::remove(const Row &row)
{
    const Result<Done> done = Query(m_tx->connection(), removeSql).bind(":key"_L1, -row.key).run();
    if (!done.ok())
        return done;
    return Query(m_tx->connection(), outboxRemoveSql)
        .bind(":stream"_L1, m_head.key)
        .bind(":key"_L1, -row.key)
        .run();
}

Result<Done> OrderedStream::finish(PageParts &page)
{
    if (!m_isChanged)
        return Done{};
    const Result<Done> stored = storeHead(m_tx->connection(), m_head);
    if (!stored.ok())
        return stored;
    if (m_fresh.isEmpty() && !m_isReordered)
        return Done{};
    return projectAgain(page);
}

Result<Done> OrderedStream::projectAgain(PageParts &page)
{
    Changes &changes = m_tx->changes();
    const auto isMoney = [](const Event &event) { return event.type == "paid"_L1; };
    changes.hasPayments = changes.hasPayments || m_head.kind == StreamKind::Till
        || std::ranges::any_of(m_fresh, isMoney);
    if (m_head.kind == StreamKind::Case) {
        changes.cases.insert(m_head.id);
        return m_head.count == 0 ? unproject(*m_tx, m_head.key) : projectCase(page);
    }
    return m_head.kind == StreamKind::Till ? projectTillAgain() : Result<Done>(Done{});
}

/// What was folded a page ago goes on; else the whole journal is read.
Result<CaseFile> OrderedStream::folded(PageParts &page) const
{
    const Definitions &definitions = m_tx->reference().definitions;
    if (m_isReordered)
        return m_tx->caseFile(m_head.id);
    if (m_wasEmpty)
        return fold(m_fresh, definitions);
    std::optional<CaseFile> kept
        = page.folded ? page.folded->take(m_head.id, m_chainBefore) : std::nullopt;
    if (!kept)
        return m_tx->caseFile(m_head.id);
    for (const Event &event : m_fresh)
        apply(*kept, event, definitions);
    return *kept;
}

Result<Done> OrderedStream::projectCase(PageParts &page)
{
    const Result<CaseFile> file = folded(page);
    if (!file.ok())
        return file.error();
    if (page.folded)
        page.folded->keep(file.value());
    const Newness newness = m_isNew ? Newness::NewStream
        : m_wasEmpty                ? Newness::NewJournal
                                    : Newness::Known;
    return project(*m_tx, file.value(),
                   {.streamKey = m_head.key, .newness = newness, .batch = &page.batch});
}

Result<Done> OrderedStream::projectTillAgain()
{
    Result<Done> done = unprojectTill(*m_tx, m_head.id);
    const Result<QList<Event>> events
        = m_head.count > 0 ? m_tx->journal(m_head.id) : Result<QList<Event>>(QList<Event>{});
    if (!events.ok())
        return events.error();
    for (const Event &event : events.value()) {
        if (done.ok())
            done = projectTill(*m_tx, event);
    }
    return done;
}

} // namespace hall
