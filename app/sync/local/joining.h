#pragma once

#include "store/transaction.h"

namespace hall {

/// What a store does once before it speaks to a centre for the first time: numbers that it leased
/// to itself are given up (the centre leases from now on), and the pages of older cases are listed.
[[nodiscard]] Result<Done> prepareJoining(WriteTx &tx);

} // namespace hall
