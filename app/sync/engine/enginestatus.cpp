#include "sync/engine/engine.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockJump = 60'000;

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// Ids are random, so the place of the last one tells how far a walk by id is.
double walked(const ScopeState &state)
{
    return double(state.after.uuid().data1) / 4294967296.0;
}

/// Open cases of all scopes come before the first closed one.
std::optional<FillProgress> fillProgress(const QList<ScopeState> &states, const QStringList &wanted)
{
    using Fill = ScopeState::Fill;
    const bool isOpenPart = std::ranges::any_of(states, [&wanted](const ScopeState &state) {
        return state.fill == Fill::Open && wanted.contains(state.scope);
    });
    const Fill part = isOpenPart ? Fill::Open : Fill::Closed;
    std::optional<FillProgress> progress;
    double whole = 0;
    int scopes = 0;
    for (const ScopeState &state : states) {
        if (!wanted.contains(state.scope) || state.scope == "hall"_L1)
            continue;
        ++scopes;
        const bool isNow = state.fill == part;
        if (isNow || (part == Fill::Closed && state.fill == Fill::Open))
            whole += isNow ? walked(state) : 0;
        else
            whole += 1;
        if (isNow && !progress)
            progress = FillProgress{
                .scope = state.scope, .isOpenPart = isOpenPart, .part = walked(state)};
    }
    if (progress)
        progress->whole = whole / qMax(1, scopes);
    return progress;
}

} // namespace

void Engine::setState(LinkState state)
{
    if (m_status.state == state && m_status.since != 0)
        return;
    m_status.state = state;
    m_status.since = now();
}

/// A machine's clock that was set makes the measured offset wrong: hello measures it again before
/// the next act carries its time.
void Engine::watchClock()
{
    const qint64 wall = now();
    const qint64 steady = ticks();
    const qint64 apart = (wall - m_seenNow) - (steady - m_seenTicks);
    if (m_isGreeted && qAbs(apart) > clockJump)
        disconnect();
    m_seenNow = wall;
    m_seenTicks = steady;
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

Engine::Outcome Engine::fill(ScopeState::Fill part)
{
    const Outcome done = note(m_exchange.fill(m_personScopes, part));
    if (done.ok() && done.value())
        refreshFreshness();
    return done;
}

void Engine::refreshFreshness()
{
    const Result<QList<ScopeState>> states
        = awaited(m_parts.store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return;
    // A scope that nobody here may read at this moment was not asked for: it grows old.
    for (const ScopeState &state : states.value()) {
        const bool isAsked = state.scope == "hall"_L1
            || (m_isPersonGreeted && m_personScopes.contains(state.scope));
        if (isAsked && state.fill != ScopeState::Fill::Open)
            m_status.freshness.insert(state.scope, now());
    }
    m_status.filling = fillProgress(states.value(), m_personScopes);
    // Once usable stays usable: what comes later is news.
    const bool isFilled = !m_status.filling || !m_status.filling->isOpenPart;
    m_status.isUsable = m_status.isUsable || (m_isPersonGreeted && !m_canPullMore && isFilled);
}

/// Somebody sees what has just been done elsewhere: nothing else is looked at before.
Engine::Outcome Engine::pullAsHinted()
{
    const bool isReady = m_isPersonGreeted && m_status.state == LinkState::Online;
    return std::exchange(m_isHinted, false) && isReady ? pull() : Outcome(false);
}

} // namespace hall
