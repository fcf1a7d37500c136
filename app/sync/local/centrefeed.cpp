#include "sync/local/centrefeed.h"

#include "sync/local/attention.h"
#include "sync/local/centreoutbox.h"
#include "sync/local/centrestate.h"
#include "sync/local/coldfilling.h"
#include "sync/local/orderedstream.h"
#include "sync/local/purge.h"
#include "sync/local/scopemoves.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString believedSql
    = u"select s.id from stream_scope t join stream s on s.key = t.stream_key"
      u" where t.scope = :scope and s.kind = 1 and (s.settled > 0 or s.count = 0)"_s;
const QString wantedSql = u"select stream from want_history limit :limit"_s;
// What only waits here is in no scope yet, nor is what was sent and did not come back: they are
// where their own events say. Nobody here would be told any more what becomes of them.
const QString unheldSql
    = u"select s.id from stream s where s.kind = 1 and (s.settled > 0 or s.count = 0"
      u" or exists (select 1 from event e where e.key > (s.key << 20)"
      u" and e.key <= (s.key << 20) + s.count and instr(e.gained, :gained) > 0)) and not exists"
      u" (select 1 from stream_scope t join centre_scope c on c.scope = t.scope"
      u" where t.stream_key = s.key) and not exists"
      u" (select 1 from event e join centre_scope c on instr(e.gained, '\"' || c.scope || '\"') > 0"
      u" where s.settled = 0 and e.key > (s.key << 20) and e.key <= (s.key << 20) + s.count)"
      u" and not exists (select 1 from centre_scope where scope = '*')"_s;
const QString pageThereSql = u"update case_page set is_there = 1 where sha = :sha"_s;

/// What a page says about one stream, in its order.
struct StreamNews
{
    StreamId stream = {};
    StreamKind kind = StreamKind::Case;
    QList<GivenEvent> events = {};
    QList<FeedEntry> moves = {};
    qint64 settledBefore = -1; ///< up to where it was here before this page; -1 = as it stands
};

std::optional<GivenEvent> givenFrom(const FeedEntry &entry)
{
    const std::optional<Event> event = eventFromCanonical(entry.envelope, entry.body);
    if (!event || event->stream != entry.stream || event->kind != entry.streamKind)
        return {};
    return GivenEvent{*event, entry.pos, entry.chain, entry.mac};
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
        // What was believed of its scopes may come from a state that is no more.
        const Result<Done> nowhere
            = isChained(whole) ? nowhereYet(m_tx, opened.value().head().key) : Result<Done>(Done{});
        if (!nowhere.ok())
            return nowhere.error();
        const Result<bool> taken = opened.value().replace(whole);
        if (!taken.ok())
            return taken.error();
        if (!taken.value())
            m_report.broken.insert(stream);
        const Result<Done> done = finish(opened.value());
        const Result<Done> stayed = done.ok() ? scopeStays(m_tx, opened.value().head().key) : done;
        return stayed.ok() ? conclude() : stayed;
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
            for (StreamNews &news : m_news) {
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

    Result<Done> one(StreamNews &news)
    {
        if (news.events.isEmpty() && !m_unreadable.contains(news.stream))
            return Done{};
        Result<OrderedStream> opened = OrderedStream::open(m_tx, news.stream, news.kind);
        if (!opened.ok())
            return opened.error();
        news.settledBefore = opened.value().head().settledPos;
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
            if (move.kind == FeedKind::Entered) {
                const Result<Done> done = enterScope(m_tx, move);
                if (!done.ok())
                    return done;
                continue;
            }
            const Result<bool> hasGone = leaveScope(m_tx, move, news.settledBefore);
            if (!hasGone.ok())
                return hasGone.error();
            if (hasGone.value())
                m_report.purged.insert(news.stream);
        }
        return Done{};
    }

    Result<Done> want(const StreamId &stream) { return wantHistory(m_tx, stream); }

    // After the events: the page may be named in this very answer.
    Result<Done> pagesReady()
    {
        for (const QByteArray &sha : std::as_const(m_report.pages)) {
            Query there(m_tx.connection(), pageThereSql);
            const Result<Done> done = there.bind(":sha"_L1, sha).run();
            if (!done.ok())
                return done;
        }
        // An end of a case may wait for a page that another station has brought just now.
        return m_report.pages.isEmpty() ? Result<Done>(Done{}) : releaseHolds(m_tx, u"pages"_s);
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
        done = unwantHistory(tx, stream);
    if (done.ok()) // rows of after the last pull may have come
        done = confirm(tx, reply.upto);
    if (!done.ok())
        return done.error();
    return feed.report();
}

Result<Done> forgetHistory(WriteTx &tx, const StreamId &stream)
{
    const Result<Done> unwanted = unwantHistory(tx, stream);
    if (!unwanted.ok())
        return unwanted;
    const Result<StreamHead> head = streamHead(tx.connection(), stream);
    if (!head.ok())
        return head.error().kind == ErrorKind::NotFound ? Result<Done>(Done{}) : head.error();
    if (head.value().settled == 0 && head.value().count > 0)
        return Done{}; // only waits here: it is on its way there
    const Result<Done> nowhere = nowhereYet(tx, head.value().key);
    return nowhere.ok() ? purgeStream(tx, head.value()) : nowhere;
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
        done = nameScope(tx, ask.scope, rows);
    if (done.ok())
        done = moveWalk(tx, ask, rows.isEmpty() ? StreamId() : rows.last().stream);
    if (!done.ok())
        return done.error();
    return feed.report();
}

Result<QSet<StreamId>> streamsBelievedIn(const ReadTx &tx, const QString &scope)
{
    QSet<StreamId> streams;
    Query query(tx.connection(), believedSql);
    query.bind(":scope"_L1, scope);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        streams.insert(StreamId::fromBytes(query.bytes("id"_L1)));
    if (!more.ok())
        return more.error();
    return streams;
}

Result<FeedReport> correctScope(WriteTx &tx, const QString &scope, const QSet<StreamId> &unmet)
{
    QList<FeedEntry> lefts;
    for (const StreamId &stream : unmet)
        lefts.append({.kind = FeedKind::Left, .stream = stream, .scope = scope});
    Feed feed(tx);
    Result<Done> done = feed.entries(lefts);
    // One that came back during the walk comes again.
    for (const StreamId &stream : unmet) {
        if (done.ok())
            done = wantHistory(tx, stream);
    }
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
        query.bind(":gained"_L1, u'"' + scope + u'"');
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
