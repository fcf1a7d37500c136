#pragma once

#include "store/leases.h"
#include "sync/api/centreservices.h"

#include <QList>

#include <mutex>

namespace hall {

/// Blocks of official numbers leased by the centre. A transaction never waits for the network:
/// blocks are fetched ahead (the engine calls needs() and store()), and where none is left the act
/// answers OnlineOnly and the block is fetched first of all.
class LeaseBook final : public LeaseSource
{
public:
    [[nodiscard]] Result<NumberBlock> lease(WriteTx &tx, const NumberSequence &sequence) override;

    /// Sequences that are short of numbers: those asked for in vain first, then those below half a
    /// block, then the usual ones of a hall that have none yet.
    [[nodiscard]] Result<QList<LeaseAsk>> needs(const ReadTx &tx, int year);
    /// Writes a fetched block; a block that is here already changes nothing.
    [[nodiscard]] Result<Done> store(WriteTx &tx, const LeaseAsk &ask, const LeasedBlock &block);

private:
    std::mutex m_mutex;
    QList<NumberSequence> m_missing;
};

} // namespace hall
