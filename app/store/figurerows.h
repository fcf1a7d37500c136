#pragma once

#include "store/caserows.h"
#include "store/milestones.h"
#include "store/moneyrows.h"

#include <optional>

namespace hall {

/// Rows and sums that figures are made of (design.md section 9). What a figure is called and how it
/// is computed stands in app/desk/figures; every sum here has a function that gives exactly its
/// rows.

/// Days from … to (both counted) and what they are narrowed to; empty = all.
struct FigureScope
{
    QDate from = {};
    QDate to = {};
    QString dept = {};
    QString window = {};
    QString item = {};
    QString clerk = {}; ///< who did it: the clerk, or the actor of the milestone
};

/// What sums are grouped by. The group's text is the code; Hour gives "08" … "17", Day "20261122",
/// Month "202611".
enum class FigureGroup { Hall, Department, Window, Item, Clerk, Hour, Day, Month };

struct MilestoneSum
{
    QString dept = {}; ///< for Window and Clerk too: windows stand grouped by department
    QString group = {};
    Milestone kind = Milestone::Received;
    CaseType caseType = CaseType::Promised;
    QString finish = {}; ///< Ended only
    ClosingGrade grade = ClosingGrade::None;
    int count = 0;
    qint64 daysUsed = 0;      ///< sum of net working days, Ended only
    int withLegalLimit = 0;   ///< of these, cases with a statutory limit …
    qint64 legalDays = 0;     ///< … its days …
    qint64 legalDaysUsed = 0; ///< … and the days used of them
};

/// What a list behind a figure holds; nothing set = every milestone of the kind.
struct MilestoneChoice
{
    Milestone kind = Milestone::Received;
    std::optional<CaseType> caseType = {};
    std::optional<ClosingGrade> grade = {};
    QStringList finishes = {};
};

/// A case in hand with what its light is made of.
struct InHand
{
    qint64 key = 0;
    QString dept = {};
    QString window = {};
    QString item = {};
    QString clerk = {};
    LightInputs light = {};
};

struct FeeSum
{
    QString dept = {};
    QString group = {};
    InstrumentSum sum = {};
};

[[nodiscard]] Result<QList<MilestoneSum>> milestoneSums(const ReadTx &tx, const FigureScope &scope,
                                                        FigureGroup group);
/// Rows behind a sum, newest first; a case stands once for each time that it was counted.
[[nodiscard]] Result<QList<CaseRow>> rowsBehind(const ReadTx &tx, const MilestoneChoice &choice,
                                                const FigureScope &scope, int limit = 5000);
/// Net working days of ended cases, ascending: for median and 90th percentile.
[[nodiscard]] Result<QList<int>> netDays(const ReadTx &tx, const MilestoneChoice &choice,
                                         const FigureScope &scope);

/// Registered and not ended, now. `scope.from` and `scope.to` are not looked at.
[[nodiscard]] Result<QList<InHand>> casesInHand(const ReadTx &tx, const FigureScope &scope);
/// Accepted and not ended at the end of a day: open cases, and those that ended later; `isStopped`
/// as it was at the end of that day.
[[nodiscard]] Result<QList<InHand>> casesInHandAt(const ReadTx &tx, const FigureScope &scope,
                                                  const QDate &day);
[[nodiscard]] Result<QList<CaseRow>> rowsOfKeys(const ReadTx &tx, const QList<qint64> &keys);

[[nodiscard]] Result<QList<FeeSum>> feeSums(const ReadTx &tx, const FigureScope &scope,
                                            FigureGroup group);
/// Payments of the days, also struck ones.
[[nodiscard]] Result<QList<PaymentRow>> paymentsBehind(const ReadTx &tx, const FigureScope &scope);
/// Payments of earlier shifts that were given back in these days.
[[nodiscard]] Result<QList<PaymentRow>> refundsBehind(const ReadTx &tx, const FigureScope &scope);

} // namespace hall
