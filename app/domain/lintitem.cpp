#include "domain/lint.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Steps that are no station of their own in a definition: the fee is taken beside the way, and a
/// same-day item is decided where it was accepted.
bool isBesideTheWay(const QString &step)
{
    return step == "PAY"_L1 || step == "NOW"_L1;
}

class ItemLint
{
public:
    ItemLint(const ItemDef &item, const Definition &definition)
        : m_item(item)
        , m_definition(definition)
    {
    }

    QList<Finding> findings()
    {
        checkSteps();
        checkLimits();
        if (m_item.materials.isEmpty())
            add(LintFault::NoMaterials);
        if (m_item.hasFee && m_item.fees.isEmpty())
            add(LintFault::FeeWithoutLine);
        if (!m_item.hasFee && !m_item.fees.isEmpty())
            add(LintFault::FeeNotCharged);
        if (hasJointGroup() && m_item.jointDepts.isEmpty())
            add(LintFault::JointWithoutDepts);
        return m_findings;
    }

private:
    void add(LintFault fault, const QString &detail = {})
    {
        m_findings.append({.fault = fault, .place = m_item.code, .detail = detail});
    }

    [[nodiscard]] bool hasJointGroup() const
    {
        return std::ranges::any_of(m_definition.states(), [](const StateDef &state) {
            return state.group && state.group->members == GroupDef::Members::JointDepts;
        });
    }

    void checkSteps()
    {
        QStringList used;
        for (const StateDef &state : m_definition.states()) {
            if (state.step.isEmpty() || used.contains(state.step))
                continue;
            used.append(state.step);
            if (!m_item.step(state.step))
                add(LintFault::StepMissing, state.step);
        }
        for (const StepDef &step : m_item.steps) {
            if (!used.contains(step.code) && !isBesideTheWay(step.code))
                add(LintFault::StepUnused, step.code);
        }
    }

    void checkLimits()
    {
        if (m_item.caseType == CaseType::SameDay && m_item.promisedLimit.days > 0)
            add(LintFault::SameDayWithDays, QString::number(m_item.promisedLimit.days));
        if (m_item.promisedLimit.unit == DayUnit::Workday)
            checkSum();
        checkLaw();
    }

    void checkSum()
    {
        int sum = 0;
        for (const StepDef &step : m_item.steps)
            sum += step.counts ? step.limitDays : 0;
        const QString detail = u"%1/%2"_s.arg(sum).arg(m_item.promisedLimit.days);
        if (sum > m_item.promisedLimit.days)
            add(LintFault::StepsExceedPromise, detail);
        else if (sum < m_item.promisedLimit.days)
            add(LintFault::StepsBelowPromise, detail);
    }

    /// Limits of different units are compared by the days that can pass at the least: 5 working
    /// days are 7 calendar days. What the holidays of a given year do to them, the dry run shows.
    void checkLaw()
    {
        if (!m_item.legalLimit)
            return;
        const auto calendarDays = [](const Limit &limit) {
            return limit.unit == DayUnit::Calendar ? limit.days
                                                   : limit.days / 5 * 7 + limit.days % 5;
        };
        const Limit &promise = m_item.promisedLimit;
        const Limit &law = *m_item.legalLimit;
        const bool isLater = promise.unit == law.unit ? promise.days > law.days
                                                      : calendarDays(promise) > calendarDays(law);
        if (isLater)
            add(LintFault::PromiseAfterLaw, u"%1/%2"_s.arg(promise.days).arg(law.days));
    }

    const ItemDef &m_item;
    const Definition &m_definition;
    QList<Finding> m_findings;
};

/// Departments whose post a state needs; an empty one = the hall's.
QStringList departmentsOf(const StateDef &state, const ItemDef &item)
{
    switch (state.ownerDept) {
    case OwnerDept::Lead:
        return {item.dept};
    case OwnerDept::Step: {
        const StepDef *step = item.step(state.step);
        return {step && !step->dept.isEmpty() ? step->dept : item.dept};
    }
    case OwnerDept::Member:
        return item.jointDepts;
    case OwnerDept::Hall:
        return {QString()};
    }
    return {};
}

/// How many people could act: a department without a window of its own is served by the clerks of a
/// general window.
int holders(const Post &post, const Reference &reference)
{
    int count = 0;
    for (const StaffMember &member : reference.staff) {
        const Window *window = reference.window(member.window);
        const bool servesHere = window && window->depts.contains(post.dept);
        const auto fits = [&](const Post &held) {
            return held.role == post.role
                && (post.dept.isEmpty() || held.dept == post.dept
                    || (post.role == Role::Clerk && servesHere));
        };
        count += !member.isDisabled && std::ranges::any_of(member.posts, fits) ? 1 : 0;
    }
    return count;
}

} // namespace

QList<Finding> findingsOf(const ItemDef &item, const Definition &definition)
{
    if (item.workflow != definition.code())
        return {{.fault = LintFault::WorkflowUnknown, .place = item.code, .detail = item.workflow}};
    return ItemLint(item, definition).findings();
}

QList<Finding> emptyPosts(const ItemDef &item, const Definition &definition,
                          const Reference &reference)
{
    QStringList posts;
    for (const StateDef &state : definition.states()) {
        if (!state.owner || isEnd(state.phase))
            continue;
        const int needed = state.group ? std::max(1, state.group->seats) : 1;
        for (const QString &dept : departmentsOf(state, item)) {
            const Post post{.role = *state.owner, .dept = dept};
            if (holders(post, reference) < needed && !posts.contains(post.code()))
                posts.append(post.code());
        }
    }
    QList<Finding> findings;
    for (const QString &post : posts)
        findings.append({.fault = LintFault::PostEmpty, .place = item.code, .detail = post});
    return findings;
}

} // namespace hall
