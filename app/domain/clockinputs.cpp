#include "domain/clockinputs.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int intakeDays = 5; // permit law art. 32(4)

QDate dayOf(qint64 ms)
{
    return ms == 0 ? QDate() : hallDate(instantOf(ms));
}

/// Days that a clock does not count, as [start, end) spans of hall dates.
QList<DaySpan> closedSpans(QList<DaySpan> spans, const QDate &today)
{
    for (DaySpan &span : spans) {
        if (!span.to.isValid())
            span.to = today.addDays(1);
    }
    return spans;
}

void setStep(ClockInputs &inputs, const CaseFile &file, const Definitions &definitions)
{
    const Definition *definition = definitions.find(file.item.workflow, file.definitionVersion);
    const StateDef *state = definition ? definition->state(file.state()) : nullptr;
    const StepDef *step = state ? file.item.step(state->step) : nullptr;
    const Branch *mainLine = file.branch(u"main"_s);
    if (file.acceptedAt == 0 || !step || !mainLine || state->clock != ClockMode::Runs)
        return;
    inputs.stepSince = dayOf(mainLine->since);
    inputs.stepDays = step->limitDays;
}

} // namespace

ClockInputs clockInputsOf(const CaseFile &file, const Definitions &definitions)
{
    ClockInputs inputs{.registered = dayOf(file.registeredAt),
                       .corrected = dayOf(file.correctionAt),
                       .accepted = dayOf(file.acceptedAt),
                       .ready = dayOf(file.readyAt),
                       .promised = file.item.promisedLimit,
                       .legal = file.item.legalLimit};
    setStep(inputs, file, definitions);
    for (const ClockStop &stop : file.stops)
        inputs.stops.append({.from = dayOf(stop.from), .to = dayOf(stop.to)});
    return inputs;
}

DueReckoner::DueReckoner(const WorkingCalendar &calendar, const HallInfo &hall)
    : m_calendar(calendar)
    , m_hall(hall)
{
}

/// From the first working day on: weekend acceptance is dated to it (domain.md section 1).
Due DueReckoner::due(const QDate &start, const Limit &limit, const QList<DaySpan> &excluded)
{
    if (!excluded.isEmpty())
        return m_calendar.due(m_calendar.actingDay(start), limit, excluded);
    const std::tuple key(start.toJulianDay(), limit.days, static_cast<int>(limit.unit),
                         static_cast<int>(limit.roll));
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return known.value();
    return m_known.insert(key, m_calendar.due(m_calendar.actingDay(start), limit)).value();
}

Deadlines DueReckoner::datesOf(const ClockInputs &inputs, const QDate &today)
{
    const QList<DaySpan> spans = closedSpans(inputs.stops, today);
    Deadlines dates;
    dates.receipt = due(inputs.registered, {.days = intakeDays}, {});
    if (inputs.corrected.isValid())
        dates.correction = due(inputs.corrected, {.days = m_hall.correctionDays}, {});
    if (inputs.accepted.isValid()) {
        dates.promise = due(inputs.accepted, inputs.promised, spans);
        if (inputs.legal)
            dates.statutory = due(inputs.accepted, *inputs.legal, spans);
    }
    if (inputs.stepSince.isValid())
        dates.step = due(inputs.stepSince, {.days = inputs.stepDays}, spans);
    if (inputs.ready.isValid())
        dates.delivery = due(inputs.ready, {.days = m_hall.deliveryDays}, {});
    dates.promiseAfterLaw = dates.statutory.date.isValid() && dates.promise.date.isValid()
        && dates.promise.date > dates.statutory.date;
    return dates;
}

ShownDues shownDues(Phase phase, const Deadlines &dates)
{
    switch (phase) {
    case Phase::Received:
        return {.promise = dates.receipt.date, .pile = dates.receipt.date};
    case Phase::Correction:
        return {.promise = dates.correction.date, .pile = dates.correction.date};
    case Phase::Delivery:
        return {.promise = dates.delivery.date, .pile = dates.delivery.date};
    case Phase::Review:
    case Phase::Decision:
    case Phase::Making:
    case Phase::Closed:
    case Phase::Refused:
    case Phase::Withdrawn:
    case Phase::Lapsed:
    case Phase::Void:
        break;
    }
    return {.promise = dates.promise.date,
            .legal = dates.statutory.date,
            .pile = dates.step.date.isValid() ? dates.step.date : dates.promise.date};
}

} // namespace hall
