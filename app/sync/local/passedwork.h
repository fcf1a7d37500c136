#pragma once

#include "store/transaction.h"

namespace hall {

/// After a fork others' work is offered from here again. Where every scope that this machine
/// follows has been pulled past the answer and it did not come back, its case has gone elsewhere
/// meanwhile, or somebody's redo stands for it there: it leaves this machine. Own work of that case
/// is kept apart as with any case that leaves.
[[nodiscard]] Result<Done> purgePassed(WriteTx &tx);

} // namespace hall
