#pragma once

#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>

namespace hall {

/// Writes the timer events that are due for cases taken in: deemed acceptance when nobody told the
/// applicant within five working days (permit law art. 32(4)). Every workstation may run it; all
/// make the same event. The clerk at a case's own window then gives the acceptance notice and the fee
/// slip. Answers how many cases it moved.
[[nodiscard]] QFuture<Result<int>> runIntakeTimers(Workplace &place, const Session &session);

} // namespace hall
