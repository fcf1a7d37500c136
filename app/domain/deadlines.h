#pragma once

#include "domain/calendar.h"
#include "domain/casefile.h"
#include "domain/clock.h"
#include "domain/command.h"
#include "domain/reference.h"

#include <QDateTime>

namespace hall {

/// Lights (domain.md section 7), in colour and shape on screens. Order = urgency for sorting.
enum class Light { Grey, Blue, Green, Yellow, Red, RedBar };
[[nodiscard]] QString lightWord(Light light);

/// What a light is computed from: columns of a case's row, so that a list never folds a journal.
struct LightInputs
{
    Phase phase = Phase::Received;
    bool isStopped = false;
    bool isSameDay = false;
    QDate started = {};    ///< acceptance (or receipt, for the intake timer)
    QDate promiseDue = {}; ///< invalid = none
    QDate legalDue = {};   ///< invalid = none
};
/// Pure function of the row, the instant and the calendar. Grey before acceptance, blue while
/// stopped; green > 1/3 of the promise and > 1 working day left; yellow; red past the promise; red
/// with bar past the statute. Same-day: yellow from two hours before closing.
[[nodiscard]] Light lightOf(const LightInputs &inputs, const QDateTime &now,
                            const Reference &reference);

/// All dates of a case; a date that is provisional lies beyond the calendar's last loaded year.
struct Deadlines
{
    Due receipt = {}; ///< intake timer: tell the applicant by (5 working days, permit law art. 32)
    Due correction = {}; ///< applicant's time to correct
    Due promise = {};
    Due statutory = {};
    Due step = {};                ///< of the main line's state
    Due delivery = {};            ///< ten working days from the decision (permit law art. 44)
    int daysUsed = 0;             ///< net working days since acceptance
    int daysLeft = 0;             ///< to the promise; negative = late
    bool promiseAfterLaw = false; ///< the promised date lies behind the statutory one
};
[[nodiscard]] Deadlines deadlinesOf(const CaseFile &file, const QDateTime &now,
                                    const Reference &reference);
[[nodiscard]] LightInputs lightInputsOf(const CaseFile &file, const Deadlines &deadlines);

/// Timer events that are due now (design.md section 4): deemed acceptance on working day 6; the end
/// of a case whose applicant was told what to correct (the notice was printed) and let the days
/// pass. A notice that nobody confirmed as printed lets nothing lapse: who was not told is not
/// late.
[[nodiscard]] std::optional<TimerDue> dueTimer(const CaseFile &file, const QDateTime &now,
                                               const Reference &reference);

} // namespace hall
