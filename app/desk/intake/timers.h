#pragma once

#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>

namespace hall {

/// What a run of the timers has moved.
struct TimersRun
{
    int deemed = 0; ///< count as accepted
    int lapsed = 0; ///< ended for want of correction
};

/// Writes the timer events that are due for cases taken in: deemed acceptance when nobody told the
/// applicant within five working days (permit law art. 32(4)); the end of a case (finish code 5)
/// whose applicant was told what to correct and let the set days pass. Every workstation may run
/// it; all make the same event. Answers how many cases it moved.
[[nodiscard]] QFuture<Result<TimersRun>> runIntakeTimers(Workplace &place, const Session &session);
/// Acceptance notice and fee slip of cases of the session's own window that were deemed accepted,
/// wherever the timer was written. A transaction of its own: where no number is to be had, the
/// timers stand all the same. Answers for how many cases.
[[nodiscard]] QFuture<Result<int>> giveDeemedNotices(Workplace &place, const Session &session);

} // namespace hall
