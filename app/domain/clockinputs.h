#pragma once

#include "domain/deadlines.h"

#include <QDate>
#include <QList>
#include <QMap>

#include <optional>
#include <tuple>

namespace hall {

/// All that the due dates of a case depend on beside the calendar and the hall's settings. Lists
/// keep it beside a case's row, so that a change of the calendar folds no journal. Days are hall
/// dates; an invalid one = not reached.
struct ClockInputs
{
    QDate registered = {};
    QDate corrected = {}; ///< last correction notice
    QDate accepted = {};
    QDate ready = {};
    QDate stepSince = {}; ///< invalid = the main line's state has no step, or its clock stands
    int stepDays = 0;
    Limit promised = {};
    std::optional<Limit> legal = {};
    QList<DaySpan> stops = {}; ///< an invalid end = still stopped
    friend bool operator==(const ClockInputs &, const ClockInputs &) = default;
};
[[nodiscard]] ClockInputs clockInputsOf(const CaseFile &file, const Definitions &definitions);

/// Reckons due dates of many cases by one calendar; remembers what it has counted.
class DueReckoner
{
public:
    DueReckoner(const WorkingCalendar &calendar, const HallInfo &hall);
    /// The dates only; days used and left stay 0. `today` closes the open stops.
    [[nodiscard]] Deadlines datesOf(const ClockInputs &inputs, const QDate &today);

private:
    [[nodiscard]] Due due(const QDate &start, const Limit &limit, const QList<DaySpan> &excluded);

    const WorkingCalendar &m_calendar;
    const HallInfo &m_hall;
    QMap<std::tuple<qint64, int, int, int>, Due> m_known; // of limits without a stop
};

/// The dates that lists show and lights follow: of the phase that the case is in.
struct ShownDues
{
    QDate promise = {};
    QDate legal = {};
    QDate pile = {}; ///< of whoever must act
    friend bool operator==(const ShownDues &, const ShownDues &) = default;
};
[[nodiscard]] ShownDues shownDues(Phase phase, const Deadlines &dates);

} // namespace hall
