#pragma once

#include "store/transaction.h"
#include "sync/api/protocol.h"

namespace hall {

/// What a store does once before it speaks to a centre for the first time: numbers that it leased
/// to itself are given up (the centre leases from now on), and the pages of older cases are listed.
[[nodiscard]] Result<Done> prepareJoining(WriteTx &tx);

/// A connection begins: what the last one said without a checkpoint of after it is doubted again.
[[nodiscard]] Result<Done> meetCentre(WriteTx &tx, const QUuid &epoch);
/// A person's hello: these scopes are followed from its head on. Every head that the centre says is
/// a checkpoint; this one is of after the fillings that have ended.
[[nodiscard]] Result<Done> meetPerson(WriteTx &tx, const QStringList &scopes,
                                      const Checkpoint &head);

/// Scopes that are not in `follow` leave this PC, if the centre knows who sits here: otherwise it
/// cannot say what may stay.
[[nodiscard]] Result<Done> dropOthers(WriteTx &tx, const QStringList &follow);

} // namespace hall
