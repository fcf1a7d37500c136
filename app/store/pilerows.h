#pragma once

#include "store/casecard.h"

namespace hall {

/// Rows of the table pile; pileOf() in caserows.h reads them.
[[nodiscard]] Result<Done> writePile(WriteTx &tx, qint64 key, const CaseFile &file,
                                     const CaseCard &card);
[[nodiscard]] Result<Done> removePile(WriteTx &tx, qint64 key);

} // namespace hall
