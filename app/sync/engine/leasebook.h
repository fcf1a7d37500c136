#pragma once

#include "store/leases.h"
#include "sync/api/centreservices.h"

#include <QList>

#include <functional>
#include <mutex>
#include <optional>

namespace hall {

/// Blocks of official numbers leased by the centre. A transaction never waits for the network:
/// blocks are fetched ahead (the engine calls needs() and store()), and where none is left the act
/// answers OnlineOnly and the block is fetched first of all.
class LeaseBook final : public LeaseSource
{
public:
    [[nodiscard]] Result<NumberBlock> lease(WriteTx &tx, const NumberSequence &sequence) override;
    /// `tell` is called, on the writer's thread, whenever a number was asked for in vain.
    void whenMissing(std::function<void()> tell);
    [[nodiscard]] bool hasMissing() const;

    /// Sequences that are short of numbers: those asked for in vain first, then those below half a
    /// block, then the usual ones of a hall that have none yet.
    [[nodiscard]] Result<QList<LeaseAsk>> needs(const ReadTx &tx, int year);
    /// Oldest block of a year before `year` that has unused numbers; they go back to the centre.
    struct SpentBlock
    {
        LeaseAsk ask = {};
        int first = 0;
        int from = 0; ///< the first unused number
    };
    [[nodiscard]] static Result<std::optional<SpentBlock>> spent(const ReadTx &tx, int year);
    /// Written down once the centre has taken them.
    [[nodiscard]] static Result<Done> giveBack(WriteTx &tx, const SpentBlock &block);
    /// Writes a fetched block; a block that is here already changes nothing.
    [[nodiscard]] Result<Done> store(WriteTx &tx, const LeaseAsk &ask, const LeasedBlock &block);

private:
    mutable std::mutex m_mutex;
    QList<NumberSequence> m_missing;
    std::function<void()> m_tell;
};

} // namespace hall
