// What comes down. Everything works on a copy of the store that replaces it when all of it went
// well: the transaction of the real store.
#include "modelclient.h"

namespace hall::model {

using namespace Qt::StringLiterals;

ScopeCursors ModelClient::cursorsOf(const QStringList &scopes) const
{
    ScopeCursors after;
    qint64 newest = 0;
    for (const qint64 cursor : m_store.cursors)
        newest = std::max(newest, cursor);
    for (const QString &scope : scopes)
        after.insert(scope,
                     m_rules.has(Rule::CursorPerScope) ? m_store.cursors.value(scope) : newest);
    return after;
}

bool ModelClient::pull(int limit, int crashAfter)
{
    if (!m_link.isOpen() || !m_knowsScopes)
        return false;
    const QStringList scopes = m_store.personScopes.value(m_person);
    for (const QString &scope : scopes) {
        const bool isNew = !m_store.cursors.contains(scope);
        if (!isNew && !m_store.refill.contains(scope))
            continue;
        ClientStore next = m_store;
        if (!fill(next, scope))
            return false;
        m_store = next;
    }
    const auto reply = m_link.pull(Party::Person, m_store.station, cursorsOf(scopes), limit);
    if (!reply.ok() && reply.error().kind == ErrorKind::CentreRefused)
        m_link.drop(); // the rights have changed: say hello again
    if (!reply.ok())
        return false;
    ClientStore next = m_store;
    if (!fetchLeft(next))
        return false;
    int applied = 0;
    for (const FeedEntry &entry : reply.value().entries) {
        if (crashAfter >= 0 && applied++ >= crashAfter) {
            if (!m_rules.has(Rule::CursorWithData)) {
                moveCursors(next, scopes, reply.value());
                m_store = next;
            }
            return false;
        }
        if (!apply(next, entry))
            return false;
    }
    const bool isComplete = reply.value().entries.size() < limit;
    moveCursors(next, scopes, reply.value());
    dropLeaving(next);
    dropPassed(next);
    m_store = next;
    if (isComplete)
        settlePages();
    if (m_rules.has(Rule::PurgeLostScope))
        dropOrphanPages();
    confirm(reply.value().upto);
    return true;
}

void ModelClient::moveCursors(ClientStore &next, const QStringList &scopes,
                              const PullReply &reply) const
{
    for (const QString &scope : scopes) {
        qint64 &cursor = next.cursors[scope];
        cursor = std::max(cursor, reply.upto.pos);
    }
}

bool ModelClient::fetchLeft(ClientStore &next)
{
    const QStringList own = next.personScopes.value(m_person);
    const QList<StreamId> streams = next.toFetch.keys();
    for (const StreamId &stream : streams) {
        QStringList &scopes = next.toFetch[stream];
        const qsizetype before = scopes.size();
        scopes.removeIf([&own](const QString &scope) { return isVisible({scope}, own); });
        if (scopes.size() == before)
            continue; // somebody else may see it
        if (!fetchHistory(next, stream))
            return false;
        if (scopes.isEmpty() || next.streams.contains(stream))
            next.toFetch.remove(stream);
    }
    return true;
}

/// A first filling, or one again after a fork: then the cursor stays where it is, so that
/// everything after the common position comes by the feed as well.
bool ModelClient::fill(ClientStore &next, const QString &scope)
{
    const bool isNew = !next.cursors.contains(scope);
    QSet<StreamId> seen;
    if (!walk(next, {.station = next.station, .scope = scope, .open = true}, seen)
        || !walk(next, {.station = next.station, .scope = scope, .open = false}, seen))
        return false;
    if (m_rules.has(Rule::FillCorrects))
        correct(next, scope, seen);
    // What came may be of after the first hello: this head is confirmed and says where the filling
    // ends.
    const auto after = m_link.hello(Party::Person, ask());
    if (!after.ok() || after.value().status != HelloStatus::Ok)
        return false;
    if (m_rules.has(Rule::CheckpointFromReads))
        confirm(after.value().head);
    if (isNew)
        next.cursors.insert(scope, m_head.pos);
    next.trail = m_store.trail;
    next.filledAt[scope] = after.value().head.pos;
    next.refill.remove(scope);
    return true;
}

/// A case that is here through another scope and seems to be in this one, but did not come: it left
/// while nobody pulled this scope.
void ModelClient::correct(ClientStore &next, const QString &scope, const QSet<StreamId> &seen) const
{
    const QList<StreamId> streams = next.streams.keys();
    for (const StreamId &stream : streams) {
        if (seen.contains(stream))
            continue;
        LocalStream &local = next.streams[stream];
        local.leave(scope, m_head.pos);
        if (!isVisible(local.state.scopes, next.scopes))
            drop(next, stream);
    }
    QSet<StreamId> shelved; // others' work, offered again after a fork, that has not come back
    for (const Shelved &entry : std::as_const(next.shelf)) {
        const StreamId stream = entry.offer.event->stream;
        if (!entry.offer.isOwn && !seen.contains(stream) && !next.streams.contains(stream))
            shelved.insert(stream);
    }
    for (const StreamId &stream : std::as_const(shelved)) {
        QStringList scopes = view(stream).scopes;
        scopes.removeAll(scope);
        if (!isVisible(scopes, next.scopes))
            drop(next, stream);
    }
}

bool ModelClient::walk(ClientStore &next, const SnapshotAsk &ask, QSet<StreamId> &seen)
{
    StreamId after;
    while (true) {
        const auto rows = m_link.snapshot(ask, after, 4);
        if (!rows.ok())
            return false;
        if (rows.value().isEmpty())
            return true;
        take(next, rows.value(), ask.scope);
        for (const SnapshotRow &row : rows.value())
            seen.insert(row.stream);
        after = rows.value().constLast().stream;
    }
}

void ModelClient::take(ClientStore &next, const QList<SnapshotRow> &rows, const QString &scope)
{
    QMap<StreamId, LocalStream> fresh;
    for (const SnapshotRow &row : rows) {
        LocalStream &stream = fresh[row.stream];
        if (row.isOpen) {
            append(stream,
                   {.pos = row.pos,
                    .stream = row.stream,
                    .chain = row.chain,
                    .envelope = row.envelope,
                    .body = row.body,
                    .mac = row.mac});
            continue;
        }
        stream.isCold = true;
        stream.coldState = row.state;
        stream.newestPos = row.pos;
        stream.state.scopes = next.streams.value(row.stream).state.scopes;
        stream.state.scopes.append(scope); // in view as long as one of them is
    }
    for (auto stream = fresh.cbegin(); stream != fresh.cend(); ++stream) {
        const LocalStream old = next.streams.value(stream.key());
        const bool isHeld = !old.held.isEmpty();
        if (isHeld && stream->isCold && old.newestPos < stream->newestPos)
            next.toFetch.insert(stream.key(), {scope}); // held through another scope, and behind
        if (isHeld && (stream->isCold || old.newestPos >= stream->newestPos)) {
            next.streams[stream.key()].isLeaving = false;
            continue;
        }
        next.streams.insert(stream.key(), *stream);
        for (const Held &held : stream->held)
            settle(next, *held.event, held.pos);
    }
}

bool ModelClient::append(LocalStream &stream, const FeedEntry &entry) const
{
    const EventRef event = m_setting.book->read(entry.envelope, entry.body);
    if (!event || chainAfter(stream.chain, event->hash) != entry.chain)
        return false;
    stream.held.append({.event = event,
                        .envelope = entry.envelope,
                        .mac = entry.mac,
                        .pos = entry.pos,
                        .pages = pagesNamedIn(*event)});
    stream.chain = entry.chain;
    stream.newestPos = std::max(stream.newestPos, entry.pos);
    model::apply(stream.state, event, m_setting.items, m_rules);
    return true;
}

/// False only when the link was lost: a stream that may not be read any more is on its way out.
bool ModelClient::fetchHistory(ClientStore &next, const StreamId &stream)
{
    const auto reply = m_link.history(stream);
    if (!reply.ok())
        return reply.error().kind == ErrorKind::NotFound;
    if (m_rules.has(Rule::CheckpointFromReads)) {
        confirm(reply.value().upto); // it may be of after what the pull covers
        next.trail = m_store.trail;
    }
    LocalStream fresh;
    for (const FeedEntry &entry : reply.value().entries)
        append(fresh, entry);
    next.streams.insert(stream, fresh);
    for (const Held &held : std::as_const(fresh.held))
        settle(next, *held.event, held.pos);
    return true;
}

bool ModelClient::apply(ClientStore &next, const FeedEntry &entry)
{
    switch (entry.kind) {
    case FeedKind::Event:
        return applyEvent(next, entry);
    case FeedKind::Entered: {
        const auto local = next.streams.constFind(entry.stream);
        const bool isHere = local != next.streams.constEnd() && !local->isCold && !local->isLeaving
            && local->newestPos >= entry.pos;
        return isHere || fetchHistory(next, entry.stream);
    }
    case FeedKind::Left:
        applyLeft(next, entry);
        return true;
    case FeedKind::PageReady:
        return true; // fetchPages() asks
    }
    return true;
}

bool ModelClient::applyEvent(ClientStore &next, const FeedEntry &entry)
{
    const EventRef event = m_setting.book->read(entry.envelope, entry.body);
    LocalStream &local = next.streams[entry.stream];
    local.isLeaving = false;
    const bool isHere = std::ranges::any_of(
        local.held, [&event](const Held &held) { return held.event->id == event->id; });
    if (isHere)
        return true;
    if (!local.isCold && append(local, entry)) {
        settle(next, *event, entry.pos);
        return true;
    }
    if (local.held.isEmpty() && !local.isCold)
        next.streams.remove(entry.stream);
    return fetchHistory(next, entry.stream);
}

void ModelClient::applyLeft(ClientStore &next, const FeedEntry &entry)
{
    next.left[entry.stream] = std::max(next.left.value(entry.stream), entry.pos);
    const auto local = next.streams.find(entry.stream);
    if (local == next.streams.end() || local->newestPos > entry.pos)
        return;
    local->leave(entry.scope, entry.pos);
    const QStringList &others = local->state.scopes;
    // A scope whose cursor is past this position has told its part already: what this PC believes
    // of it comes from an older state of the case.
    const bool isAhead = std::ranges::any_of(
        others, [&](const QString &scope) { return next.cursors.value(scope) > entry.pos; });
    if (isAhead && m_rules.has(Rule::LeftRecheck)) {
        next.toFetch.insert(entry.stream, others);
        drop(next, entry.stream);
    } else if (!isVisible(others, next.scopes)) {
        drop(next, entry.stream);
    }
}

/// What has come back is settled, also where a colleague's redo stands for one's own.
void ModelClient::settle(ClientStore &next, const Event &event, qint64 pos)
{
    const EventId root = rootOf(event);
    next.outbox.removeIf([&](const Offer &offer) {
        if (rootOf(*offer.event) != root)
            return false;
        if (offer.isOwn)
            next.shelf.insert(offer.event->id, {.offer = offer, .pos = pos, .isSettled = true});
        return true;
    });
    next.shelf.removeIf([&](auto entry) {
        if (rootOf(*entry->offer.event) != root)
            return false;
        entry->isSettled = true;
        entry->pos = pos;
        return !entry->offer.isOwn;
    });
    const qsizetype parked = next.attention.removeIf(
        [&](const Parked &item) { return rootOf(*item.offer.event) == root; });
    if (parked > 0)
        unpark(next, event.stream);
}

/// When nothing but followers is parked of a stream, they go up again, unchanged.
void ModelClient::unpark(ClientStore &next, const StreamId &stream) const
{
    const auto isOf
        = [&stream](const Parked &parked) { return parked.offer.event->stream == stream; };
    const bool hasHead = std::ranges::any_of(next.attention, [&](const Parked &parked) {
        return isOf(parked) && parked.reason != "order"_L1;
    });
    if (hasHead)
        return;
    for (const Parked &parked : std::as_const(next.attention)) {
        if (isOf(parked))
            next.queue(parked.offer);
    }
    next.attention.removeIf(isOf);
}

} // namespace hall::model
