// What the centre shows, cut by scopes.
#include "modelserver.h"

namespace hall::model {

using namespace Qt::StringLiterals;

FeedEntry ModelServer::entryAt(qint64 pos) const
{
    const TownRow &row = m_town.log.at(pos - 1);
    if (!row.event)
        return {.pos = pos, .kind = FeedKind::PageReady, .envelope = row.envelope};
    return {.pos = pos,
            .kind = FeedKind::Event,
            .stream = row.event->stream,
            .streamKind = row.event->kind,
            .chain = row.chain,
            .envelope = row.envelope,
            .body = row.event->body,
            .mac = row.mac};
}

/// The rejected design: one feed, filtered by what the reader may see now.
void ModelServer::appendFiltered(PullReply &reply, const ScopeCursors &after,
                                 const FeedRow &row) const
{
    if (row.scope != "*"_L1 || row.kind != FeedKind::Event)
        return;
    const QStringList scopes = m_town.streams.value(row.stream).state.scopes;
    for (auto cursor = after.cbegin(); cursor != after.cend(); ++cursor) {
        if (row.pos > cursor.value() && isVisible(scopes, {cursor.key()})) {
            reply.entries.append(entryAt(row.pos));
            return;
        }
    }
}

Result<PullReply> ModelServer::pull(const Session &session, const ScopeCursors &after,
                                    int limit) const
{
    const QStringList own = scopesOf(session);
    qint64 from = m_town.head();
    ScopeCursors allowed;
    for (auto cursor = after.cbegin(); cursor != after.cend(); ++cursor) {
        from = std::min(from, cursor.value());
        if (own.contains(cursor.key())
            || cursor.key() == "hall"_L1) // of which there is nothing here
            allowed.insert(cursor.key(), cursor.value());
        else if (m_rules.has(Rule::ForeignScopeRefused))
            return Error{ErrorKind::CentreRefused, u"scope"_s};
    }
    PullReply reply;
    qint64 upto = m_town.head();
    const auto isBefore = [](const FeedRow &row, qint64 pos) { return row.pos <= pos; };
    auto row = std::lower_bound(m_town.feed.cbegin(), m_town.feed.cend(), from, isBefore);
    for (qint64 lastEvent = 0; row != m_town.feed.cend(); ++row) {
        if (reply.entries.size() >= limit && row->pos > reply.entries.constLast().pos) {
            upto = row->pos - 1;
            break;
        }
        if (m_hidden.contains(row->pos))
            continue;
        if (!m_rules.has(Rule::EnteredEntries)) {
            appendFiltered(reply, allowed, *row);
            continue;
        }
        if (!allowed.contains(row->scope) || row->pos <= allowed.value(row->scope))
            continue;
        const bool isWhole = row->kind == FeedKind::Event || row->kind == FeedKind::PageReady;
        if (isWhole && std::exchange(lastEvent, row->pos) == row->pos)
            continue;
        FeedEntry entry = isWhole ? entryAt(row->pos) : FeedEntry{.pos = row->pos};
        entry.kind = row->kind;
        entry.stream = row->stream;
        entry.scope = row->scope;
        reply.entries.append(std::move(entry));
    }
    reply.upto = {.pos = upto, .chain = m_town.chainAt(upto)};
    return reply;
}

Result<PullReply> ModelServer::history(const Session &session, const StreamId &stream) const
{
    const auto row = m_town.streams.constFind(stream);
    if (row == m_town.streams.constEnd() || !isVisible(row->state.scopes, scopesOf(session)))
        return Error{ErrorKind::NotFound, {}};
    PullReply reply;
    for (const qint64 pos : row->positions) {
        if (m_hidden.contains(pos))
            continue;
        reply.entries.append(entryAt(pos));
        if (!m_rules.has(Rule::HistoryPositions))
            reply.entries.last().pos = 0;
    }
    reply.upto = {.pos = m_town.head(), .chain = m_town.chainAt(m_town.head())};
    return reply;
}

Result<QList<SnapshotRow>> ModelServer::snapshot(const Session &session, const SnapshotAsk &ask,
                                                 const StreamId &after, int limit) const
{
    if (!scopesOf(session).contains(ask.scope))
        return Error{ErrorKind::CentreRefused, u"scope"_s};
    QList<SnapshotRow> rows;
    int streams = 0;
    for (auto row = m_town.streams.upperBound(after); row != m_town.streams.cend(); ++row) {
        if (row->state.isClosed == ask.open || !isVisible(row->state.scopes, {ask.scope}))
            continue;
        if (++streams > limit)
            break;
        SnapshotRow base{.stream = row.key(),
                         .streamKind = row->kind,
                         .isOpen = ask.open,
                         .head = row->head,
                         .state = row->state.mainState(),
                         .pos = row->positions.constLast(),
                         .chain = row->chain};
        if (!ask.open)
            rows.append(base);
        for (const qint64 pos : ask.open ? row->positions : QList<qint64>()) {
            if (m_hidden.contains(pos))
                continue;
            const FeedEntry entry = entryAt(pos);
            base.pos = pos;
            base.envelope = entry.envelope;
            base.body = entry.body;
            base.chain = entry.chain;
            base.mac = entry.mac;
            rows.append(base);
        }
    }
    return rows;
}

Result<QByteArray> ModelServer::getPiece(const Session &session, const QByteArray &sha, int n) const
{
    const PageRow page = m_town.pages.value(sha);
    const QStringList own = scopesOf(session);
    const bool mayRead = std::ranges::any_of(page.streams, [&](const StreamId &stream) {
        return isVisible(m_town.streams.value(stream).state.scopes, own);
    });
    if (!mayRead || !page.isComplete || !page.pieces.contains(n))
        return Error{ErrorKind::NotFound, {}};
    return page.pieces.value(n);
}

} // namespace hall::model
