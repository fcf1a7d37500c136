#pragma once

#include <QString>
#include <QStringList>

namespace hall::test {

/// What a drill came to.
struct DrillResult
{
    int windows = 0;
    int cases = 0;
    int receipts = 0;
    int pages = 0;
    qint64 events = 0;
    int rekeyed = 0; ///< acts that a person would have to do again: refused at the centre or here
    int doubleNumbers = 0; ///< numbers that stand on two papers
    int lostActs = 0;      ///< promised, and not at the centre exactly once
    int lostPages = 0;
    int unlikeWindows = 0; ///< that show a case otherwise than the centre
    int faults = 0;        ///< of chains, positions and pages at the centre
    double cutOffSeconds = 0;
    double arrivedSeconds = 0; ///< until the centre had everything
    double mergedSeconds = 0;  ///< until every window had everything too
    qint64 largestFile = 0;
    QStringList notes = {};

    [[nodiscard]] bool isGood() const
    {
        return rekeyed + doubleNumbers + lostActs + lostPages + unlikeWindows + faults == 0
            && cases > 0;
    }
};

/// The report that anybody can read: Chinese first, then English.
[[nodiscard]] QString drillReport(const DrillResult &result);

} // namespace hall::test
