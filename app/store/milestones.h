#pragma once

#include "store/casecard.h"

namespace hall {

/// What figures count (domain.md section 7). Numbers stand in the table mile: never reuse one.
enum class Milestone {
    Received = 1,  ///< 收件
    Accepted = 2,  ///< 受理
    Refused = 3,   ///< 不予受理
    Corrected = 4, ///< 补正: notices given
    Returned = 5,  ///< 退件: given back to the applicant, who withdrew (撤回)
    SentUp = 6,    ///< 转报
    Decided = 7,   ///< a verdict, grant or deny
    Ready = 8,     ///< result ready to be handed over
    Ended = 9      ///< 办结 with its finish code; withdrawn, lapsed and void ones have theirs
};

/// Against the promised date.
enum class ClosingGrade { None = 0, Early = 1, OnTime = 2, Late = 3 };

/// A case that has been handed over late through the applicant's doing is not late: the day on
/// which the result was ready counts where there is one, else the day of the end.
[[nodiscard]] ClosingGrade closingGrade(const CaseCard &card);

/// Rows of one case, from its history; where there are none yet.
[[nodiscard]] Result<Done> writeMiles(WriteTx &tx, qint64 key, const CaseFile &file,
                                      const CaseCard &card);
/// The same where there are some: what stays as it is is not written, because each row that comes
/// or goes moves the sums of its day (mile_day).
[[nodiscard]] Result<Done> renewMiles(WriteTx &tx, qint64 key, const CaseFile &file,
                                      const CaseCard &card);
[[nodiscard]] Result<Done> removeMiles(WriteTx &tx, qint64 key);

/// Stops of the case's clock, as days.
[[nodiscard]] Result<Done> writeStops(WriteTx &tx, qint64 key, const CaseFile &file);
[[nodiscard]] Result<Done> removeStops(WriteTx &tx, qint64 key);

/// Before the row of a cold case is written over by that of its journal.
[[nodiscard]] Result<Done> removeColdMiles(WriteTx &tx, qint64 key);

} // namespace hall
