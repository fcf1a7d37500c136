#pragma once

#include "store/macsource.h"
#include "store/transaction.h"

namespace hall {

// Own work of cases that have left stays for a centre that is restored (keepSent in attention.h),
// and is for nobody's eyes: envelope and body are sealed by the station's key, which is in no file
// and which only the centre gives. A stream of HMAC-SHA-256 blocks over (event, number) hides them,
// another HMAC over what is hidden proves them.

/// After a purge: what is kept of cases that are not here is sealed, what a person has settled of
/// them is gone for good, and the files beside the database shall forget them too (forgetting.h).
/// False when nothing has left, or the station's key is not known yet and something waits for it.
[[nodiscard]] Result<bool> sealLeft(WriteTx &tx, const MacSource &macs);
[[nodiscard]] Result<bool> hasSealed(const ReadTx &tx);
/// Readable again, before a fork offers it or the station changes its code. What another key sealed
/// stays as it is.
[[nodiscard]] Result<Done> openSealed(WriteTx &tx, const MacSource &macs);

} // namespace hall
