#pragma once

#include "domain/calendar.h"
#include "domain/catalogue.h"
#include "domain/definition.h"

#include <QDate>
#include <QList>

#include <optional>

namespace hall {

/// A state on the straight way through a definition, with its dates.
struct DryRunStep
{
    QString state = {};
    LocalText name = {};
    std::optional<Role> role = {};
    QString dept = {}; ///< of the item's step
    QDate begins = {};
    Due due = {}; ///< invalid = no limit of the hall (the city's time)
    int limitDays = 0;
    bool counts = true; ///< inside the promise
};

/// What would happen to an item accepted on a day if every step took its whole limit.
struct DryRun
{
    QDate accepted = {}; ///< the working day to which the start is dated
    QList<DryRunStep> steps = {};
    Due promise = {};
    std::optional<Due> statutory = {};
    bool endsAfterPromise = false; ///< the last counted step is due later than promised
    bool promiseAfterLaw = false; ///< on this calendar (domain.md section 1: 14 against 10 October)
    bool hasNoEnd = false;        ///< the straight way does not come to an end
};

/// The straight way: the first forward action of each state. Pure; nothing is written.
[[nodiscard]] DryRun dryRun(const ItemDef &item, const Definition &definition,
                            const WorkingCalendar &calendar, const QDate &start);

} // namespace hall
