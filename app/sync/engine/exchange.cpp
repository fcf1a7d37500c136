#include "sync/engine/exchange.h"

#include <QFileInfo>

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
                           .pageSize = [this](const QByteArray &sha) {
                               return m_pages.has(sha) ? QFileInfo(m_pages.path(sha)).size() : 0;
                           }};
    const Result<QList<OfferedEvent>> offers
        = awaited(m_store.report([&terms](ReadTx &tx) { return nextOffers(tx, terms); }));
    if (!offers.ok())
        return offers.error();
    if (offers.value().isEmpty())
        return ExchangeResult{};
    const Result<PushReply> reply = m_centre.push(offers.value());
    if (!reply.ok())
        return reply.error();
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

Result<ExchangeResult> Exchange::pull(Party party, const QStringList &readable)
{
    const Result<QList<ScopeState>> states
        = awaited(m_store.report([](ReadTx &tx) { return scopes(tx); }));
    if (!states.ok())
        return states.error();
    ScopeCursors after;
    for (const ScopeState &state : states.value()) {
        if (readable.contains(state.scope) && state.fill != ScopeState::Fill::Open)
            after.insert(state.scope, state.pos);
    }
    if (after.isEmpty())
        return ExchangeResult{};
    const Result<PullReply> reply = m_centre.pull(party, m_store.station(), after, pullLimit);
    if (!reply.ok())
        return reply.error();
    const QStringList asked = after.keys();
    Result<ExchangeResult> result
        = applied(awaited(m_store.writePulled([this, &reply, asked](WriteTx &tx) {
              return applyPulled(tx, reply.value(), asked, &m_folded);
          })));
    if (result.ok()) {
        result.value().entries = int(reply.value().entries.size());
        result.value().hasMore = result.value().entries >= pullLimit;
    }
    if (!result.ok() || !result.value().hasMore)
        m_folded.clear();
    return result;
}

Result<ExchangeResult> Exchange::history()
{
    const Result<QList<StreamId>> wanted
        = awaited(m_store.report([](ReadTx &tx) { return wantedHistories(tx, 1); }));
    if (!wanted.ok())
        return wanted.error();
    if (wanted.value().isEmpty())
        return ExchangeResult{};
    const StreamId stream = wanted.value().first();
    const Result<PullReply> reply = m_centre.history(stream);
    if (!reply.ok() && reply.error().kind != ErrorKind::NotFound)
        return reply.error();
    if (!reply.ok()) {
        const Result<Done> forgotten = awaited(
            m_store.writePulled([stream](WriteTx &tx) { return forgetHistory(tx, stream); }));
        return forgotten.ok() ? Result<ExchangeResult>(ExchangeResult{.hasWorked = true})
                              : forgotten.error();
    }
    return applied(awaited(m_store.writePulled(
        [&reply, stream](WriteTx &tx) { return applyHistory(tx, stream, reply.value()); })));
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
        const SnapshotAsk ask{m_store.station(), state.scope, fill == ScopeState::Fill::Open};
        const Result<QList<SnapshotRow>> rows = m_centre.snapshot(ask, state.after, walkLimit);
        if (!rows.ok())
            return rows.error();
        return applied(awaited(m_store.writePulled(
            [&rows, ask](WriteTx &tx) { return applySnapshot(tx, ask, rows.value()); })));
    }
    return ExchangeResult{};
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
