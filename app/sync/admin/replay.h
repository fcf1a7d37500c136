#pragma once

#include "domain/result.h"

#include <functional>

namespace hall {

class CentreDatabase;
struct Verification;

/// Folds every stream from its events, with the program's own rules, and compares what the centre
/// lists of it: newest position, head, state, open or ended. A stream with bodies that were erased
/// by law is compared without its state. `progress` gets the streams that were looked at.
[[nodiscard]] Result<Done> replayStreams(CentreDatabase &centre, Verification &found,
                                         const std::function<void(qint64)> &progress);

} // namespace hall
