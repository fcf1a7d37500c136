#include "domain/deadlines.h"

#include "domain/clockinputs.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int sameDayWarningHours = 2; // domain.md section 7

QDate dayOf(qint64 ms)
{
    return ms == 0 ? QDate() : hallDate(instantOf(ms));
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

/// The newest correction notice was printed.
bool isTold(const CaseFile &file)
{
    const auto notice = std::ranges::find(file.papers.crbegin(), file.papers.crend(),
                                          u"correction-notice"_s, &CasePaper::kind);
    return notice != file.papers.crend()
        && (notice->state == PaperState::Printed || notice->state == PaperState::HandedOver);
}

/// The action that ends a case for want of correction; empty where the definition has none.
QString lapseFrom(const Definition &definition, const QString &state)
{
    for (const ActionDef *action : definition.actionsFrom(state)) {
        if (action->sort == ActionSort::Lapse)
            return action->id;
    }
    return {};
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
    const ClockInputs inputs = clockInputsOf(file, reference.definitions);
    Deadlines result = DueReckoner(calendar, reference.hall).datesOf(inputs, today);
    if (file.acceptedAt == 0)
        return result;
    QList<DaySpan> spans = inputs.stops;
    for (DaySpan &span : spans) {
        if (!span.to.isValid())
            span.to = today.addDays(1);
    }
    const QDate end = file.readyAt != 0 ? inputs.ready
        : file.outsideSince != 0        ? dayOf(file.outsideSince)
                                        : today;
    result.daysUsed
        = std::max(0, calendar.workingDaysBetween(calendar.actingDay(inputs.accepted), end, spans));
    result.daysLeft = calendar.workingDaysBetween(end, result.promise.date, spans);
    return result;
}

LightInputs lightInputsOf(const CaseFile &file, const Deadlines &deadlines)
{
    const ShownDues shown = shownDues(file.phase, deadlines);
    LightInputs inputs{.phase = file.phase,
                       .isStopped = file.isStopped()
                           || (file.outsideSince != 0 && file.phase != Phase::Delivery),
                       .isSameDay = file.item.promisedLimit.days == 0,
                       .started = dayOf(file.acceptedAt),
                       .promiseDue = shown.promise,
                       .legalDue = shown.legal};
    if (file.phase == Phase::Received)
        inputs.started = dayOf(file.registeredAt);
    else if (file.phase == Phase::Correction)
        inputs.started = dayOf(file.correctionAt);
    else if (file.phase == Phase::Delivery)
        inputs.started = dayOf(file.readyAt);
    return inputs;
}

std::optional<TimerDue> dueTimer(const CaseFile &file, const QDateTime &now,
                                 const Reference &reference)
{
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    QString rule;
    if (file.phase == Phase::Received && file.item.caseType != CaseType::SameDay)
        rule = u"deemedAccepted"_s;
    else if (file.phase == Phase::Correction && definition && isTold(file))
        rule = lapseFrom(*definition, file.state());
    if (rule.isEmpty())
        return std::nullopt;
    const Deadlines dates = DueReckoner(reference.calendar, reference.hall)
                                .datesOf(clockInputsOf(file, reference.definitions), hallDate(now));
    const Due &due = file.phase == Phase::Received ? dates.receipt : dates.correction;
    // Both are due when their last day has ended.
    const QDateTime dueAt = hallInstant(due.date.addDays(1));
    if (now < dueAt)
        return std::nullopt;
    return TimerDue{.rule = rule, .dueAt = dueAt.toMSecsSinceEpoch()};
}

} // namespace hall
