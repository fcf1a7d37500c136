#include "sync/engine/engine.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leasePause = 60'000;
constexpr int yearEnd = 20; ///< of December: from then on the new year's numbers are fetched

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

/// Numbers are fetched ahead, for the new year too: the first act of January may be done without
/// the centre. What a year has left over goes back.
Engine::Outcome Engine::lease()
{
    const bool isUrgent = m_leases->hasMissing() && !m_isLeaseRefused;
    if (!m_parts.services || (ticks() < m_nextLease && !isUrgent))
        return false;
    const QDate today = m_parts.clock.today();
    const bool isYearEnd = today.month() == 12 && today.day() >= yearEnd;
    const auto found = awaited(
        m_parts.store.report([this, today, isYearEnd](ReadTx &tx) -> Result<QList<LeaseAsk>> {
            Result<QList<LeaseAsk>> needs = m_leases->needs(tx, today.year());
            if (needs.ok() && needs.value().isEmpty() && isYearEnd)
                needs = m_leases->needs(tx, today.year() + 1);
            return needs;
        }));
    if (!found.ok())
        return found.error();
    if (found.value().isEmpty())
        return returnSpent(today.year());
    const LeaseAsk ask = found.value().first();
    const Result<LeasedBlock> block = m_parts.services->lease(ask);
    if (!block.ok())
        return restLeases(block.error());
    m_isLeaseRefused = false;
    m_nextLease = 0; // the same act may lack another one
    const Result<Done> stored = awaited(m_parts.store.write(
        [this, &ask, &block](WriteTx &tx) { return m_leases->store(tx, ask, block.value()); }));
    return stored.ok() ? Outcome(true) : stored.error();
}

/// A refusal is no reason to end the contact: work goes on with the numbers that are left.
Engine::Outcome Engine::restLeases(const Error &error)
{
    m_nextLease = ticks() + leasePause;
    if (error.kind != ErrorKind::CentreRefused)
        return error;
    m_isLeaseRefused = true;
    m_status.trouble = error;
    return false;
}

Engine::Outcome Engine::returnSpent(int year)
{
    using Spent = std::optional<LeaseBook::SpentBlock>;
    const Result<Spent> block
        = awaited(m_parts.store.report([year](ReadTx &tx) { return LeaseBook::spent(tx, year); }));
    if (!block.ok())
        return block.error();
    if (!block.value()) {
        m_nextLease = ticks() + leasePause;
        m_isLeaseRefused = false;
        return false;
    }
    const LeaseBook::SpentBlock &spent = *block.value();
    const Result<Done> taken = m_parts.services->returnLease(spent.ask, spent.first, spent.from);
    // "number": it came back already, and the answer was lost; or the centre never knew the block.
    if (!taken.ok() && taken.error() != Error{ErrorKind::CentreRefused, u"number"_s})
        return restLeases(taken.error());
    const Result<Done> kept = awaited(
        m_parts.store.write([&spent](WriteTx &tx) { return LeaseBook::giveBack(tx, spent); }));
    return kept.ok() ? Outcome(true) : kept.error();
}

} // namespace hall
