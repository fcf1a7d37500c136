#include "sync/engine/engine.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

void Engine::setState(LinkState state)
{
    if (m_status.state == state && m_status.since != 0)
        return;
    m_status.state = state;
    m_status.since = now();
}

/// Half of the round trip is taken off, as if both ways were as long.
void Engine::measure(qint64 centreMs, qint64 askedAt)
{
    if (centreMs == 0)
        return;
    const qint64 at = now();
    m_parts.clock.setOffset(centreMs - (askedAt + at) / 2);
    m_status.lastContact = at;
}

void Engine::refreshCounts()
{
    const Result<OutboxCounts> counts
        = awaited(m_parts.store.report([](ReadTx &tx) { return outboxCounts(tx); }));
    if (!counts.ok())
        return;
    m_status.unsent = counts.value().unsent;
    m_status.withoutKey = counts.value().withoutMac;
    m_status.pagesWaiting = counts.value().pages;
    m_status.attention = counts.value().attention;
}

void Engine::refreshFreshness()
{
    const Result<QList<ScopeState>> states
        = awaited(m_parts.store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return;
    m_status.filling.reset();
    for (const ScopeState &state : states.value()) {
        if (state.fill != ScopeState::Fill::Open)
            m_status.freshness.insert(state.scope, now());
        if (state.fill == ScopeState::Fill::Done || m_status.filling)
            continue;
        // Ids are random, so the place of the last one tells how far a walk by id is.
        m_status.filling = FillProgress{.scope = state.scope,
                                        .isOpenPart = state.fill == ScopeState::Fill::Open,
                                        .part = double(state.after.uuid().data1) / 4294967296.0};
    }
}

} // namespace hall
