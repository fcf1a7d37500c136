#include "domain/deadlines.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int intakeDays = 5;          // permit law art. 32(4)
constexpr int sameDayWarningHours = 2; // domain.md section 7

/// Days that a clock does not count, as [start, end) spans of hall dates.
QList<DaySpan> stoppedSpans(const CaseFile &file, QDate today)
{
    QList<DaySpan> spans;
    for (const ClockStop &stop : file.stops) {
        const QDate end = stop.to == 0 ? today.addDays(1) : hallDate(instantOf(stop.to));
        spans.append({.from = hallDate(instantOf(stop.from)), .to = end});
    }
    return spans;
}

QDate dayOf(qint64 ms)
{
    return ms == 0 ? QDate() : hallDate(instantOf(ms));
}

const StateDef *stateOf(const CaseFile &file, const Reference &reference)
{
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    return definition ? definition->state(file.state()) : nullptr;
}

Due stepDue(const CaseFile &file, const Reference &reference, const QList<DaySpan> &spans)
{
    const StateDef *state = stateOf(file, reference);
    const StepDef *step = state ? file.item.step(state->step) : nullptr;
    const Branch *mainLine = file.branch(u"main"_s);
    if (!step || !mainLine || state->clock != ClockMode::Runs)
        return {};
    const WorkingCalendar &calendar = reference.calendar;
    const QDate start = calendar.actingDay(dayOf(mainLine->since));
    return calendar.due(start, {.days = step->limitDays}, spans);
}

Light lightByDates(const LightInputs &inputs, QDate today, const WorkingCalendar &calendar)
{
    if (inputs.legalDue.isValid() && today > inputs.legalDue)
        return Light::RedBar;
    if (!inputs.promiseDue.isValid())
        return Light::Green;
    if (today > inputs.promiseDue)
        return Light::Red;
    const int total = calendar.workingDaysBetween(inputs.started, inputs.promiseDue);
    const int left = calendar.workingDaysBetween(today, inputs.promiseDue);
    return left <= 1 || left * 3 <= total ? Light::Yellow : Light::Green;
}

Light sameDayLight(const LightInputs &inputs, const QDateTime &now, const HallInfo &hall)
{
    const QDate today = hallDate(now);
    if (today > inputs.promiseDue)
        return Light::Red;
    if (today < inputs.promiseDue)
        return Light::Green; // accepted on a day off: it counts from the next working day
    const QTime time = hallTime(now);
    if (time > hall.closes)
        return Light::Red;
    return time >= hall.closes.addSecs(-sameDayWarningHours * 3600) ? Light::Yellow : Light::Green;
}

/// Before acceptance a light is grey until its own timer (five days, or the days to correct) is
/// near.
Light intakeLight(const LightInputs &inputs, QDate today, const WorkingCalendar &calendar)
{
    if (!inputs.promiseDue.isValid())
        return Light::Grey;
    if (today > inputs.promiseDue)
        return Light::Red;
    return calendar.workingDaysBetween(today, inputs.promiseDue) <= 1 ? Light::Yellow : Light::Grey;
}

} // namespace

QString lightWord(Light light)
{
    switch (light) {
    case Light::Grey:
        return u"grey"_s;
    case Light::Blue:
        return u"blue"_s;
    case Light::Green:
        return u"green"_s;
    case Light::Yellow:
        return u"yellow"_s;
    case Light::Red:
        return u"red"_s;
    case Light::RedBar:
        return u"redbar"_s;
    }
    return {};
}

Light lightOf(const LightInputs &inputs, const QDateTime &now, const Reference &reference)
{
    const QDate today = hallDate(now);
    switch (inputs.phase) {
    case Phase::Received:
    case Phase::Correction:
        return intakeLight(inputs, today, reference.calendar);
    case Phase::Closed:
    case Phase::Refused:
    case Phase::Withdrawn:
    case Phase::Lapsed:
    case Phase::Void:
        return Light::Grey;
    case Phase::Review:
    case Phase::Decision:
    case Phase::Making:
    case Phase::Delivery:
        break;
    }
    if (inputs.isStopped)
        return Light::Blue;
    if (inputs.isSameDay && inputs.phase != Phase::Delivery)
        return sameDayLight(inputs, now, reference.hall);
    return lightByDates(inputs, today, reference.calendar);
}

Deadlines deadlinesOf(const CaseFile &file, const QDateTime &now, const Reference &reference)
{
    const WorkingCalendar &calendar = reference.calendar;
    const QDate today = hallDate(now);
    const QList<DaySpan> spans = stoppedSpans(file, today);
    Deadlines result;
    const QDate received = calendar.actingDay(dayOf(file.registeredAt));
    result.receipt = calendar.due(received, {.days = intakeDays});
    if (file.correctionAt != 0) {
        result.correction = calendar.due(calendar.actingDay(dayOf(file.correctionAt)),
                                         {.days = reference.hall.correctionDays});
    }
    if (file.acceptedAt != 0) {
        // Weekend acceptance is dated to the first following working day (domain.md section 1).
        const QDate accepted = calendar.actingDay(dayOf(file.acceptedAt));
        result.promise = calendar.due(accepted, file.item.promisedLimit, spans);
        if (file.item.legalLimit)
            result.statutory = calendar.due(accepted, *file.item.legalLimit, spans);
        const QDate end = file.readyAt != 0 ? dayOf(file.readyAt)
            : file.outsideSince != 0        ? dayOf(file.outsideSince)
                                            : today;
        result.daysUsed = std::max(0, calendar.workingDaysBetween(accepted, end, spans));
        result.daysLeft = calendar.workingDaysBetween(end, result.promise.date, spans);
        result.step = stepDue(file, reference, spans);
    }
    if (file.readyAt != 0) {
        result.delivery = calendar.due(calendar.actingDay(dayOf(file.readyAt)),
                                       {.days = reference.hall.deliveryDays});
    }
    result.promiseAfterLaw = result.statutory.date.isValid() && result.promise.date.isValid()
        && result.promise.date > result.statutory.date;
    return result;
}

LightInputs lightInputsOf(const CaseFile &file, const Deadlines &deadlines)
{
    LightInputs inputs{.phase = file.phase,
                       .isStopped = file.isStopped()
                           || (file.outsideSince != 0 && file.phase != Phase::Delivery),
                       .isSameDay = file.item.promisedLimit.days == 0,
                       .started = dayOf(file.acceptedAt),
                       .promiseDue = deadlines.promise.date,
                       .legalDue = deadlines.statutory.date};
    if (file.phase == Phase::Received) {
        inputs.started = dayOf(file.registeredAt);
        inputs.promiseDue = deadlines.receipt.date;
        inputs.legalDue = {};
    } else if (file.phase == Phase::Correction) {
        inputs.started = dayOf(file.correctionAt);
        inputs.promiseDue = deadlines.correction.date;
        inputs.legalDue = {};
    } else if (file.phase == Phase::Delivery) {
        inputs.started = dayOf(file.readyAt);
        inputs.promiseDue = deadlines.delivery.date;
        inputs.legalDue = {};
    }
    return inputs;
}

std::optional<TimerDue> dueTimer(const CaseFile &file, const QDateTime &now,
                                 const Reference &reference)
{
    if (file.phase != Phase::Received || file.item.caseType == CaseType::SameDay)
        return std::nullopt;
    const QDate received = reference.calendar.actingDay(dayOf(file.registeredAt));
    const QDate lastDay = reference.calendar.due(received, {.days = intakeDays}).date;
    // "Late: accepted from the day of receipt": due when the last day has ended.
    const QDateTime dueAt = hallInstant(lastDay.addDays(1));
    if (now < dueAt)
        return std::nullopt;
    return TimerDue{.rule = u"deemedAccepted"_s, .dueAt = dueAt.toMSecsSinceEpoch()};
}

} // namespace hall
