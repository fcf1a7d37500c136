#pragma once

#include "domain/result.h"
#include "store/transaction.h"

#include <QString>

namespace hall {

/// One sequence of official numbers: organ, kind and year (design.md section 4).
struct NumberSequence
{
    QString series = {};
    QString organ = {};
    int year = 0;
};

/// Numbers first … last of a sequence that this station may give without asking.
struct NumberBlock
{
    int first = 0;
    int last = 0;
};

/// Where blocks come from: the store itself as long as there is no centre.
class LeaseSource
{
public:
    virtual ~LeaseSource() = default;
    /// The next free block of a sequence.
    [[nodiscard]] virtual Result<NumberBlock> lease(WriteTx &tx, const NumberSequence &sequence)
        = 0;
};

/// Leases blocks to itself: right where this store is the only one that gives numbers.
class LocalLeases final : public LeaseSource
{
public:
    static constexpr int defaultBlock = 10;
    [[nodiscard]] Result<NumberBlock> lease(WriteTx &tx, const NumberSequence &sequence) override;
};

} // namespace hall
