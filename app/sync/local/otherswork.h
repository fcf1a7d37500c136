#pragma once

#include "store/journal.h"
#include "store/transaction.h"

namespace hall {

/// A case leaves this machine: what others made of it, offered from here after a fork and refused,
/// leaves the attention list with it and is nobody's to read here any more. Own work stays in front
/// of its people. A case of which nothing is in the journal stays where its refused events would
/// have it.
[[nodiscard]] Result<Done> dropOthersWork(WriteTx &tx, const StreamHead &head);

} // namespace hall
