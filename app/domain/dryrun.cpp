#include "domain/dryrun.h"

#include <QSet>

namespace hall {

namespace {

/// Where the first forward action leads; a group leads to its next state. Empty = nowhere.
QString straightOn(const Definition &definition, const StateDef &state)
{
    if (state.group)
        return state.group->next;
    for (const ActionDef *action : definition.actionsFrom(state.id)) {
        if (action->sort == ActionSort::Forward && !action->to.isEmpty())
            return action->to;
    }
    return {};
}

class Walk
{
public:
    Walk(const ItemDef &item, const Definition &definition, const WorkingCalendar &calendar)
        : m_item(item)
        , m_definition(definition)
        , m_calendar(calendar)
    {
    }

    void go(DryRun &run)
    {
        QSet<QString> seen;
        QDate day = run.accepted;
        const StateDef *state
            = m_definition.states().isEmpty() ? nullptr : &m_definition.states().first();
        while (state && !isEnd(state->phase) && !seen.contains(state->id)) {
            seen.insert(state->id);
            const DryRunStep step = stepOf(*state, day);
            if (step.due.date.isValid())
                day = step.due.date;
            if (step.counts && step.due.date.isValid() && step.due.date > run.promise.date)
                run.endsAfterPromise = true;
            run.steps.append(step);
            state = m_definition.state(straightOn(m_definition, *state));
        }
        run.hasNoEnd = !state || !isEnd(state->phase);
    }

private:
    [[nodiscard]] DryRunStep stepOf(const StateDef &state, const QDate &day) const
    {
        const StepDef *def = m_item.step(state.step);
        DryRunStep step{.state = state.id,
                        .name = state.name,
                        .role = state.owner,
                        .dept = def ? def->dept : QString(),
                        .begins = day,
                        .limitDays = def ? def->limitDays : 0,
                        .counts = def && def->counts && state.clock == ClockMode::Runs};
        // The city's own time is not the hall's (W5).
        if (state.clock != ClockMode::Outside)
            step.due = m_calendar.due(day, {.days = step.limitDays});
        return step;
    }

    const ItemDef &m_item;
    const Definition &m_definition;
    const WorkingCalendar &m_calendar;
};

} // namespace

DryRun dryRun(const ItemDef &item, const Definition &definition, const WorkingCalendar &calendar,
              const QDate &start)
{
    DryRun run{.accepted = calendar.actingDay(start)};
    run.promise = calendar.due(run.accepted, item.promisedLimit);
    if (item.legalLimit) {
        run.statutory = calendar.due(run.accepted, *item.legalLimit);
        run.promiseAfterLaw = run.promise.date > run.statutory->date;
    }
    Walk(item, definition, calendar).go(run);
    return run;
}

} // namespace hall
