#include "sync/engine/exchange.h"

#include "store/refolding.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

Exchange::Exchange(Store &store, const PageStore &pages, Centre &centre, const KeyRing &keys)
    : m_store(store)
    , m_pages(pages)
    , m_centre(centre)
    , m_keys(keys)
{
}

Result<ExchangeResult> Exchange::push(const Clock &clock)
{
    const OfferTerms terms{.macs = m_keys,
                           .station = m_store.station(),
                           .now = clock.now().toMSecsSinceEpoch(),
                           .pageSize =
                               [this](const QByteArray &sha) {
                                   return m_pages.has(sha) ? QFileInfo(m_pages.path(sha)).size()
                                                           : 0;
                               },
                           .most = m_pace.events()};
    const Result<QList<OfferedEvent>> offers
        = awaited(m_store.report([&terms](ReadTx &tx) { return nextOffers(tx, terms); }));
    if (!offers.ok())
        return offers.error();
    if (offers.value().isEmpty())
        return ExchangeResult{};
    QElapsedTimer waited;
    waited.start();
    const Result<PushReply> reply = m_centre.push(offers.value());
    if (!reply.ok()) {
        m_pace.lost();
        return reply.error();
    }
    m_pace.answered(waited.elapsed());
    if (reply.value().isClone)
        return ExchangeResult{.hasWorked = true, .isClone = true};
    const Result<AnswerReport> report = awaited(m_store.write([&offers, &reply](WriteTx &tx) {
        return recordAnswers(tx, offers.value(), reply.value());
    }));
    if (!report.ok())
        return report.error();
    return ExchangeResult{.hasWorked = true,
                          .hasMore = true,
                          .sent = report.value().sent,
                          .refused = report.value().refused,
                          .centreMs = reply.value().centreMs};
}

/// Only this thread moves them, so a hint costs no look into the store before it is followed.
Result<ScopeCursors> Exchange::cursorsOf(const QStringList &readable)
{
    if (m_cursors && m_cursors->readable == readable)
        return m_cursors->after;
    const Result<QList<ScopeState>> states
        = awaited(m_store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return states.error();
    ScopeCursors after;
    for (const ScopeState &state : states.value()) {
        if (readable.contains(state.scope) && state.fill != ScopeState::Fill::Open)
            after.insert(state.scope, state.pos);
    }
    m_cursors = Cursors{.readable = readable, .after = after};
    return after;
}

Result<ExchangeResult> Exchange::pull(Party party, const QStringList &readable)
{
    const Result<ScopeCursors> known = cursorsOf(readable);
    if (!known.ok())
        return known.error();
    const ScopeCursors &after = known.value();
    if (after.isEmpty())
        return ExchangeResult{};
    const Result<PullReply> reply = m_centre.pull(party, m_store.station(), after, pullLimit);
    if (!reply.ok())
        return reply.error();
    const auto stands = [&reply](qint64 pos) { return pos == reply.value().upto.pos; };
    if (reply.value().entries.isEmpty() && std::ranges::all_of(after, stands))
        return ExchangeResult{.hasWorked = true}; // no commit every few seconds of a quiet evening
    const QStringList asked = after.keys();
    const bool isWhole = reply.value().entries.size() < pullLimit;
    Result<ExchangeResult> result
        = applied(awaited(m_store.writePulled([&, asked](WriteTx &tx) -> Result<FeedReport> {
              const Result<FeedReport> report = applyPulled(tx, reply.value(), asked, &m_folded);
              if (!report.ok() || !isWhole)
                  return report;
              Result<Done> settled = settlePages(tx);
              if (settled.ok()) // the hall's data are those of now
                  settled = refold(tx);
              return settled.ok() ? report : settled.error();
          })));
    if (!result.ok())
        m_cursors.reset();
    if (result.ok()) {
        for (qint64 &pos : m_cursors->after)
            pos = qMax(pos, reply.value().upto.pos);
        if (!reply.value().entries.isEmpty())
            m_notTheirs.clear();
        result.value().entries = int(reply.value().entries.size());
        result.value().hasMore = result.value().entries >= pullLimit;
    }
    if (!result.ok() || !result.value().hasMore)
        m_folded.clear();
    return result;
}

Result<ExchangeResult> Exchange::history(const QStringList &readable)
{
    const int limit = int(m_notTheirs.size()) + 1;
    const Result<QList<StreamId>> wanted
        = awaited(m_store.report([limit](ReadTx &tx) { return wantedHistories(tx, limit); }));
    if (!wanted.ok())
        return wanted.error();
    const auto next = std::ranges::find_if(
        wanted.value(), [this](const StreamId &id) { return !m_notTheirs.contains(id); });
    if (next == wanted.value().end())
        return ExchangeResult{};
    const StreamId stream = *next;
    const Result<PullReply> reply = m_centre.history(stream);
    if (!reply.ok() && reply.error().kind != ErrorKind::NotFound)
        return reply.error();
    if (!reply.ok())
        return refusedHistory(stream, readable);
    return applied(awaited(m_store.writePulled(
        [&reply, stream](WriteTx &tx) { return applyHistory(tx, stream, reply.value()); })));
}

Result<ExchangeResult> Exchange::refusedHistory(const StreamId &stream, const QStringList &readable)
{
    const Result<QList<ScopeState>> states
        = awaited(m_store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return states.error();
    const bool isLast = std::ranges::all_of(states.value(), [&readable](const ScopeState &state) {
        return readable.contains("*"_L1) || readable.contains(state.scope);
    });
    m_notTheirs.insert(stream);
    if (!isLast)
        return ExchangeResult{.hasWorked = true};
    const Result<Done> forgotten
        = awaited(m_store.writePulled([stream](WriteTx &tx) { return forgetHistory(tx, stream); }));
    return forgotten.ok()
        ? Result<ExchangeResult>(ExchangeResult{.hasWorked = true, .hasPurged = true})
        : forgotten.error();
}

Result<ExchangeResult> Exchange::fill(const QStringList &readable, ScopeState::Fill fill)
{
    const Result<QList<ScopeState>> states
        = awaited(m_store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return states.error();
    for (const ScopeState &state : states.value()) {
        if (state.fill != fill || !readable.contains(state.scope))
            continue;
        m_cursors.reset(); // a scope that is filled is pulled from now on
        const Result<Done> begun = beginWalk(state);
        if (!begun.ok())
            return begun.error();
        const SnapshotAsk ask{m_store.station(), state.scope, fill == ScopeState::Fill::Open};
        const Result<QList<SnapshotRow>> rows = m_centre.snapshot(ask, state.after, walkLimit);
        if (!rows.ok())
            return rows.error();
        for (const SnapshotRow &row : rows.value())
            m_walk[state.scope].remove(row.stream);
        if (rows.value().isEmpty() && !ask.open)
            return endWalk(state);
        return applied(awaited(m_store.writePulled(
            [&rows, ask](WriteTx &tx) { return applySnapshot(tx, ask, rows.value()); })));
    }
    return ExchangeResult{};
}

/// What the walk does not meet is not in the scope. A walk that an earlier start of the program
/// began corrects nothing: nobody knows what it has met.
Result<Done> Exchange::beginWalk(const ScopeState &state)
{
    const bool isFirst = state.fill == ScopeState::Fill::Open && state.after.isNull();
    if (!isFirst)
        return Done{};
    const Result<QSet<StreamId>> here = awaited(
        m_store.report([scope = state.scope](ReadTx &tx) { return streamsBelievedIn(tx, scope); }));
    if (!here.ok())
        return here.error();
    m_walk.insert(state.scope, here.value());
    return Done{};
}

Result<ExchangeResult> Exchange::endWalk(const ScopeState &state)
{
    Result<ExchangeResult> result
        = applied(awaited(m_store.writePulled([this, &state](WriteTx &tx) -> Result<FeedReport> {
              const SnapshotAsk ask{m_store.station(), state.scope, false};
              const Result<FeedReport> ended = applySnapshot(tx, ask, {});
              return ended.ok() ? correctScope(tx, state.scope, m_walk.value(state.scope)) : ended;
          })));
    if (result.ok()) {
        m_walk.remove(state.scope);
        result.value().hasFilled = true;
    }
    return result;
}

Result<ExchangeResult> Exchange::applied(const Result<FeedReport> &report) const
{
    if (!report.ok())
        return report.error();
    return ExchangeResult{.hasWorked = true,
                          .came = report.value().events,
                          .hasPurged = !report.value().purged.isEmpty(),
                          .broken = report.value().broken};
}

} // namespace hall
