// A restored centre: back to the last common position, everything above it is unsettled.
#include "modelclient.h"

namespace hall::model {

using namespace Qt::StringLiterals;

void ModelClient::cutStream(LocalStream &stream, qint64 common) const
{
    const QList<Held> before = std::exchange(stream.held, {});
    stream.state = {};
    stream.chain.clear();
    stream.newestPos = 0;
    for (const Held &held : before) {
        if (held.pos > common)
            continue;
        stream.held.append(held);
        model::apply(stream.state, held.event, m_setting.items, m_rules);
        stream.chain = chainAfter(stream.chain, held.event->hash);
        stream.newestPos = held.pos;
    }
    if (!m_rules.has(Rule::LeftOutlastsFork))
        return;
    stream.leftAt.removeIf([common](const auto entry) { return entry.value() > common; });
    for (auto left = stream.leftAt.cbegin(); left != stream.leftAt.cend(); ++left) {
        const bool isGainedSince = std::ranges::any_of(stream.held, [&left](const Held &held) {
            return held.pos > left.value() && held.event->scopesGained.contains(left.key());
        });
        if (!isGainedSince)
            stream.state.scopes.removeAll(left.key());
    }
}

/// Own events with their serials, others' with none; by the positions they had.
QMap<qint64, QList<Offer>> ModelClient::takeUnsettled(qint64 common)
{
    QMap<qint64, QList<Offer>> unsettled;
    for (auto shelved = m_store.shelf.begin(); shelved != m_store.shelf.end();) {
        if (shelved->pos <= common) {
            ++shelved;
            continue;
        }
        unsettled[shelved->pos].append(shelved->offer);
        shelved = m_store.shelf.erase(shelved);
    }
    for (LocalStream &stream : m_store.streams) {
        if (stream.isCold)
            continue;
        for (const Held &held : std::as_const(stream.held)) {
            if (held.pos <= common || !m_rules.has(Rule::OfferOthers))
                continue;
            QList<Offer> &here = unsettled[held.pos];
            const bool isKnown = std::ranges::any_of(
                here, [&held](const Offer &offer) { return offer.event->id == held.event->id; });
            if (!isKnown)
                here.append({.event = held.event,
                             .envelope = held.envelope,
                             .mac = held.mac,
                             .serial = 0,
                             .pages = held.pages,
                             .numbers = numbersNamedIn(*held.event),
                             .isOwn = false});
        }
        cutStream(stream, common);
    }
    return unsettled;
}

void ModelClient::fork(qint64 common)
{
    QList<Offer> offers;
    for (const QList<Offer> &atPos : takeUnsettled(common)) {
        for (const Offer &offer : atPos) {
            const Town &town = m_link.server().town();
            const bool isMissing = !town.byId.contains(offer.event->id);
            if (m_rules.has(Rule::UnsettleAll) || isMissing) {
                offers.append(offer);
            } else if (offer.isOwn) {
                m_store.shelf.insert(offer.event->id,
                                     {.offer = offer, .pos = town.byId.value(offer.event->id)});
            }
        }
    }
    QSet<EventId> ids;
    for (const Offer &offer : std::as_const(offers))
        ids.insert(offer.event->id);
    m_store.outbox.removeIf([&ids](const Offer &offer) { return ids.contains(offer.event->id); });
    m_store.outbox = offers + m_store.outbox;
    m_store.streams.removeIf([common](const auto entry) {
        return entry->isCold ? entry->newestPos > common : entry->held.isEmpty();
    });
    for (qint64 &cursor : m_store.cursors)
        cursor = std::min(cursor, common);
    m_store.trail.removeIf([common](const Checkpoint &point) { return point.pos > common; });
    for (auto filled = m_store.filledAt.cbegin(); filled != m_store.filledAt.cend(); ++filled) {
        if (filled.value() > common)
            m_store.refill.insert(filled.key());
    }
    for (auto left = m_store.left.cbegin(); left != m_store.left.cend(); ++left) {
        if (left.value() > common && m_rules.has(Rule::UndoLeft))
            m_store.toFetch.insert(left.key(), m_store.scopes);
    }
    m_store.left.removeIf([common](const auto entry) { return entry.value() > common; });
    if (m_rules.has(Rule::PagesAgain)) {
        for (LocalPage &page : m_store.pages) {
            page.isUp = false;
            page.isSettled = false;
        }
    }
}

void ModelClient::keepScopes(const QStringList &scopes)
{
    m_store.scopes = scopes;
    if (!m_rules.has(Rule::PurgeLostScope))
        return;
    m_store.cursors.removeIf([&scopes](const auto entry) { return !scopes.contains(entry.key()); });
    m_store.filledAt.removeIf(
        [&scopes](const auto entry) { return !scopes.contains(entry.key()); });
    m_store.refill.removeIf([&scopes](const QString &scope) { return !scopes.contains(scope); });
    m_store.toFetch.removeIf([&scopes](auto entry) { // nobody comes any more who may ask
        entry->removeIf([&scopes](const QString &scope) { return !scopes.contains(scope); });
        return entry->isEmpty();
    });
    purge(m_store);
    dropOrphanPages();
}

/// Others' pages that nothing names any more that may be here.
void ModelClient::dropOrphanPages()
{
    QSet<QByteArray> named;
    const auto name = [&named](const Offer &offer) {
        for (const CarriedPage &page : offer.pages)
            named.insert(page.sha);
    };
    for (const LocalStream &stream : std::as_const(m_store.streams)) {
        for (const Held &held : stream.held) {
            for (const CarriedPage &page : held.pages)
                named.insert(page.sha);
        }
    }
    for (const Offer &offer : std::as_const(m_store.outbox))
        name(offer);
    for (const Parked &parked : std::as_const(m_store.attention))
        name(parked.offer);
    for (const Shelved &shelved : std::as_const(m_store.shelf))
        name(shelved.offer);
    m_store.pages.removeIf(
        [&named](const auto entry) { return !entry->isOwn && !named.contains(entry.key()); });
}

/// A page is up for good when a checkpoint of after that is confirmed; until then it is asked for
/// again in the next connection, because nothing else would show that a restore took it.
void ModelClient::settlePages()
{
    for (LocalPage &page : m_store.pages)
        page.isSettled = page.isUp;
}

void ModelClient::forgetUnsettledPages()
{
    if (!m_rules.has(Rule::PagesSettle))
        return;
    for (LocalPage &page : m_store.pages)
        page.isUp = page.isUp && page.isSettled;
}

void ModelClient::purge(ClientStore &next) const
{
    const QList<StreamId> streams = next.streams.keys();
    for (const StreamId &stream : streams) {
        const LocalStream &local = next.streams[stream];
        if (!isVisible(local.state.scopes, next.scopes))
            drop(next, stream);
    }
    // Others' work that has not come back or was refused stays only where the case may be seen.
    QSet<StreamId> hidden;
    const auto note = [&](const Offer &offer) {
        const StreamId stream = offer.event->stream;
        if (offer.isOwn || next.streams.contains(stream))
            return;
        CaseState state = view(stream);
        model::apply(state, offer.event, m_setting.items, m_rules);
        if (!isVisible(state.scopes, next.scopes))
            hidden.insert(stream);
    };
    for (const Shelved &shelved : std::as_const(next.shelf))
        note(shelved.offer);
    for (const Parked &parked : std::as_const(next.attention))
        note(parked.offer);
    for (const StreamId &stream : std::as_const(hidden))
        drop(next, stream);
}

/// While work of the case waits here, what it builds on stays: after one more restore it would
/// else go up without it.
void ModelClient::drop(ClientStore &next, const StreamId &stream) const
{
    const auto isOthers
        = [&stream](const Offer &offer) { return !offer.isOwn && offer.event->stream == stream; };
    next.attention.removeIf([&](const Parked &parked) { return isOthers(parked.offer); });
    const bool isWaiting = std::ranges::any_of(
        next.outbox, [&stream](const Offer &offer) { return offer.event->stream == stream; });
    if (isWaiting && m_rules.has(Rule::LeavesWhole)) {
        if (next.streams.contains(stream))
            next.streams[stream].isLeaving = true;
        return;
    }
    const LocalStream gone = next.streams.take(stream);
    for (const Held &held : gone.held) {
        for (const CarriedPage &page : held.pages) {
            if (!next.pages.value(page.sha).isOwn)
                next.pages.remove(page.sha);
        }
    }
    if (!isWaiting)
        next.shelf.removeIf([&](const auto entry) { return isOthers(entry->offer); });
}

void ModelClient::dropLeaving(ClientStore &next) const
{
    QList<StreamId> leaving;
    for (auto stream = next.streams.cbegin(); stream != next.streams.cend(); ++stream) {
        if (stream->isLeaving)
            leaving.append(stream.key());
    }
    for (const StreamId &stream : std::as_const(leaving))
        drop(next, stream);
}

/// Others' work that was answered and did not come back although every scope has been pulled past
/// it: the case has gone elsewhere meanwhile, or somebody's redo stands for it there.
void ModelClient::dropPassed(ClientStore &next) const
{
    if (!m_rules.has(Rule::PassedShelf) || !next.refill.isEmpty() || next.scopes.isEmpty())
        return;
    qint64 passed = next.cursors.value(next.scopes.constFirst());
    for (const QString &scope : std::as_const(next.scopes))
        passed = std::min(passed, next.cursors.value(scope));
    QSet<StreamId> gone;
    for (const Shelved &shelved : std::as_const(next.shelf)) {
        const StreamId stream = shelved.offer.event->stream;
        if (!shelved.offer.isOwn && !shelved.isSettled && shelved.pos <= passed
            && !next.streams.contains(stream) && !next.toFetch.contains(stream))
            gone.insert(stream);
    }
    for (const StreamId &stream : std::as_const(gone))
        drop(next, stream);
}

} // namespace hall::model
