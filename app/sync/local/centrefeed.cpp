#include "sync/local/centrefeed.h"

#include "sync/local/attention.h"
#include "sync/local/centrestate.h"
#include "sync/local/coldfilling.h"
#include "sync/local/orderedstream.h"
#include "sync/local/purge.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString leftSql
    = u"insert or replace into left_stream (stream, pos) values (:stream, :pos)"_s;
const QString wantSql = u"insert or ignore into want_history (stream) values (:stream)"_s;
const QString unwantSql = u"delete from want_history where stream = :stream"_s;
const QString wantedSql = u"select stream from want_history limit :limit"_s;
const QString gainSql
    = u"insert or ignore into stream_scope (stream_key, scope) values (:stream, :scope)"_s;
const QString staysSql = u"update stream set is_leaving = 0 where key = :stream"_s;
const QString loseSql = u"delete from stream_scope where stream_key = :stream and scope = :scope"_s;
const QString isHeldSql
    = u"select exists (select 1 from stream_scope s join centre_scope c on c.scope = s.scope"
      u" where s.stream_key = :stream) or exists (select 1 from centre_scope where scope = '*')"
      u" as held"_s;
// What only waits here to be sent is in no scope yet: it stays.
const QString unheldSql = u"select s.id from stream s where s.kind = 1 and (s.settled > 0 or "
                          u"s.count = 0) and not exists"
                          u" (select 1 from stream_scope t join centre_scope c on c.scope = t.scope"
                          u" where t.stream_key = s.key) and not exists"
                          u" (select 1 from centre_scope where scope = '*')"_s;
const QString pageThereSql = u"update case_page set is_there = 1 where sha = :sha"_s;

/// What a page says about one stream, in its order.
struct StreamNews
{
    StreamId stream = {};
    StreamKind kind = StreamKind::Case;
    QList<GivenEvent> events = {};
    QList<FeedEntry> moves = {};
};

std::optional<GivenEvent> givenFrom(const FeedEntry &entry)
{
    const std::optional<Event> event = eventFromCanonical(entry.envelope, entry.body);
    if (!event || event->stream != entry.stream || event->kind != entry.streamKind)
        return {};
    return GivenEvent{*event, entry.pos, entry.chain, entry.mac};
}

Result<Done> onStream(WriteTx &tx, const QString &sql, const StreamId &stream)
{
    return Query(tx.connection(), sql).bind(":stream"_L1, stream.bytes()).run();
}

class Feed
{
public:
    explicit Feed(WriteTx &tx, FoldedCases *folded = nullptr)
        : m_tx(tx)
    {
        m_page.folded = folded;
    }

    FeedReport &report() { return m_report; }

    Result<Done> entries(const QList<FeedEntry> &entries)
    {
        for (const FeedEntry &entry : entries) {
            if (entry.kind == FeedKind::PageReady) {
                m_report.pages.append(QByteArray::fromHex(entry.envelope));
                continue;
            }
            StreamNews &news = newsOf(entry);
            if (entry.kind != FeedKind::Event) {
                news.moves.append(entry);
                continue;
            }
            const std::optional<GivenEvent> given = givenFrom(entry);
            if (given)
                news.events.append(*given);
            else
                m_unreadable.insert(entry.stream);
        }
        return all();
    }

    /// The whole of one stream.
    Result<Done> history(const StreamId &stream, const QList<FeedEntry> &entries)
    {
        QList<GivenEvent> whole;
        for (const FeedEntry &entry : entries) {
            const std::optional<GivenEvent> given = givenFrom(entry);
            if (given)
                whole.append(*given);
            else
                m_unreadable.insert(stream);
        }
        if (m_unreadable.contains(stream) || whole.isEmpty()) {
            m_report.broken.insert(stream);
            return Done{};
        }
        Result<OrderedStream> opened = OrderedStream::open(m_tx, stream, whole.first().event.kind);
        if (!opened.ok())
            return opened.error();
        const Result<bool> taken = opened.value().replace(whole);
        if (!taken.ok())
            return taken.error();
        if (!taken.value())
            m_report.broken.insert(stream);
        const Result<Done> done = finish(opened.value());
        return done.ok() ? conclude() : done;
    }

private:
    StreamNews &newsOf(const FeedEntry &entry)
    {
        const auto place = m_index.constFind(entry.stream);
        if (place != m_index.constEnd())
            return m_news[place.value()];
        m_index.insert(entry.stream, m_news.size());
        m_news.append({.stream = entry.stream, .kind = entry.streamKind});
        return m_news.last();
    }

    // Publications first: a case of the same page may be folded with a definition of it.
    Result<Done> all()
    {
        for (const bool isHall : {true, false}) {
            for (const StreamNews &news : std::as_const(m_news)) {
                if ((news.kind == StreamKind::Hall) != isHall)
                    continue;
                const Result<Done> done = one(news);
                if (!done.ok())
                    return done;
            }
        }
        // Cases that leave must stand whole before they are taken out again.
        const Result<Done> done = conclude();
        if (!done.ok())
            return done;
        for (const StreamNews &news : std::as_const(m_news)) {
            const Result<Done> moved = moves(news);
            if (!moved.ok())
                return moved;
        }
        return pagesReady();
    }

    Result<Done> one(const StreamNews &news)
    {
        if (news.events.isEmpty() && !m_unreadable.contains(news.stream))
            return Done{};
        Result<OrderedStream> opened = OrderedStream::open(m_tx, news.stream, news.kind);
        if (!opened.ok())
            return opened.error();
        const Result<bool> taken = opened.value().take(news.events);
        if (!taken.ok())
            return taken.error();
        const bool isWhole = taken.value() && !m_unreadable.contains(news.stream);
        Result<Done> done = isWhole ? Result<Done>(Done{}) : want(news.stream);
        return done.ok() ? finish(opened.value()) : done;
    }

    Result<Done> finish(OrderedStream &stream)
    {
        m_report.events += int(stream.fresh().size());
        Result<Done> done = dropRedone(m_tx, stream);
        if (done.ok())
            done = stream.finish(m_page);
        if (done.ok() && stream.head().kind == StreamKind::Hall && !stream.fresh().isEmpty()) {
            done = m_tx.publish(stream.fresh());
            if (m_page.folded)
                m_page.folded->clear();
        }
        m_fresh += stream.fresh();
        return done;
    }

    /// What is done once for all streams.
    Result<Done> conclude()
    {
        const Result<Done> done = m_page.batch.finish(m_tx);
        return done.ok() ? settleAttention(m_tx, m_fresh) : done;
    }

    Result<Done> moves(const StreamNews &news)
    {
        for (const FeedEntry &move : news.moves) {
            const Result<Done> done = move.kind == FeedKind::Entered
                ? entered(news.stream, move.scope)
                : left(news.stream, move.scope, move.pos);
            if (!done.ok())
                return done;
        }
        return Done{};
    }

    Result<Done> entered(const StreamId &stream, const QString &scope)
    {
        const Result<StreamHead> head = openStream(m_tx.connection(), stream, StreamKind::Case);
        if (!head.ok())
            return head.error();
        const Result<bool> held = isHeld(head.value().key);
        if (!held.ok())
            return held.error();
        Result<Done> gained
            = Query(m_tx.connection(), staysSql).bind(":stream"_L1, head.value().key).run();
        if (gained.ok())
            gained = Query(m_tx.connection(), gainSql)
                         .bind(":stream"_L1, head.value().key)
                         .bind(":scope"_L1, scope)
                         .run();
        // Held by another scope of ours, every event came all the time.
        const bool isWhole = held.value() && head.value().settled > 0;
        return !gained.ok() || isWhole ? gained : want(stream);
    }

    Result<Done> left(const StreamId &stream, const QString &scope, qint64 pos)
    {
        const Result<StreamHead> head = streamHead(m_tx.connection(), stream);
        if (!head.ok())
            return head.error().kind == ErrorKind::NotFound ? Result<Done>(Done{}) : head.error();
        const Result<Done> lost = Query(m_tx.connection(), loseSql)
                                      .bind(":stream"_L1, head.value().key)
                                      .bind(":scope"_L1, scope)
                                      .run();
        if (!lost.ok())
            return lost;
        const Result<bool> held = isHeld(head.value().key);
        if (!held.ok())
            return held.error();
        if (held.value())
            return Done{};
        m_report.purged.insert(stream);
        Result<Done> done = onStream(m_tx, unwantSql, stream);
        if (done.ok())
            done = Query(m_tx.connection(), leftSql)
                       .bind(":stream"_L1, stream.bytes())
                       .bind(":pos"_L1, pos)
                       .run();
        return done.ok() ? purgeStream(m_tx, head.value()) : done;
    }

    Result<bool> isHeld(qint64 streamKey)
    {
        Query query(m_tx.connection(), isHeldSql);
        const Result<bool> row = query.bind(":stream"_L1, streamKey).next();
        if (!row.ok())
            return row.error();
        return query.number("held"_L1) != 0;
    }

    Result<Done> want(const StreamId &stream) { return onStream(m_tx, wantSql, stream); }

    // After the events: the page may be named in this very answer.
    Result<Done> pagesReady()
    {
        for (const QByteArray &sha : std::as_const(m_report.pages)) {
            Query there(m_tx.connection(), pageThereSql);
            const Result<Done> done = there.bind(":sha"_L1, sha).run();
            if (!done.ok())
                return done;
        }
        return Done{};
    }

    WriteTx &m_tx;
    FeedReport m_report;
    PageParts m_page;
    QList<Event> m_fresh; ///< events that were not here before
    QList<StreamNews> m_news;
    QHash<StreamId, qsizetype> m_index;
    QSet<StreamId> m_unreadable;
};

FeedEntry entryOf(const SnapshotRow &row)
{
    return {.pos = row.pos,
            .stream = row.stream,
            .streamKind = row.streamKind,
            .chain = row.chain,
            .envelope = row.envelope,
            .body = row.body,
            .mac = row.mac};
}

} // namespace

Result<FeedReport> applyPulled(WriteTx &tx, const PullReply &reply, const QStringList &scopes,
                               FoldedCases *folded)
{
    Feed feed(tx, folded);
    Result<Done> done = feed.entries(reply.entries);
    if (done.ok())
        done = purgeLeaving(tx);
    if (done.ok())
        done = moveCursors(tx, scopes, reply.upto.pos);
    if (done.ok())
        done = confirm(tx, reply.upto);
    if (!done.ok())
        return done.error();
    return feed.report();
}

Result<FeedReport> applyHistory(WriteTx &tx, const StreamId &stream, const PullReply &reply)
{
    Feed feed(tx);
    Result<Done> done = feed.history(stream, reply.entries);
    if (done.ok())
        done = onStream(tx, unwantSql, stream);
    if (!done.ok())
        return done.error();
    return feed.report();
}

Result<Done> forgetHistory(WriteTx &tx, const StreamId &stream)
{
    return onStream(tx, unwantSql, stream);
}

Result<QList<StreamId>> wantedHistories(const ReadTx &tx, int limit)
{
    QList<StreamId> streams;
    Query query(tx.connection(), wantedSql);
    query.bind(":limit"_L1, limit);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        streams.append(StreamId::fromBytes(query.bytes("stream"_L1)));
    if (!more.ok())
        return more.error();
    return streams;
}

Result<FeedReport> applySnapshot(WriteTx &tx, const SnapshotAsk &ask,
                                 const QList<SnapshotRow> &rows)
{
    Feed feed(tx);
    QList<FeedEntry> entries;
    for (const SnapshotRow &row : rows) {
        if (!row.envelope.isEmpty())
            entries.append(entryOf(row));
    }
    Result<Done> done = feed.entries(entries);
    if (done.ok())
        done = insertCold(tx, ask.scope, rows);
    if (done.ok())
        done = moveWalk(tx, ask, rows.isEmpty() ? StreamId() : rows.last().stream);
    if (!done.ok())
        return done.error();
    return feed.report();
}

Result<FeedReport> dropScope(WriteTx &tx, const QString &scope)
{
    Result<Done> done = forgetScope(tx, scope);
    if (!done.ok())
        return done.error();
    QList<FeedEntry> lefts;
    {
        Query query(tx.connection(), unheldSql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            lefts.append({.kind = FeedKind::Left,
                          .stream = StreamId::fromBytes(query.bytes("id"_L1)),
                          .scope = scope});
        if (!more.ok())
            return more.error();
    }
    Feed feed(tx);
    done = feed.entries(lefts);
    if (!done.ok())
        return done.error();
    return feed.report();
}

} // namespace hall
