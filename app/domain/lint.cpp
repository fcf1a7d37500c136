#include "domain/lint.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Papers that an action may want; "@decision" is the granting or the denying one, by the verdict.
const QStringList &knownPapers()
{
    static const QStringList papers{
        u"intake-receipt"_s,    u"correction-notice"_s, u"acceptance-notice"_s, u"refusal-notice"_s,
        u"payment-notice"_s,    u"fee-receipt"_s,       u"signoff-sheet"_s,     u"grant-decision"_s,
        u"denial-decision"_s,   u"delivery-receipt"_s,  u"service-guide"_s,     u"daily-report"_s,
        u"not-needed-notice"_s, u"@decision"_s};
    return papers;
}

/// The moves that a case can make, by state.
class Moves
{
public:
    explicit Moves(const Definition &definition)
        : m_definition(definition)
    {
    }

    [[nodiscard]] QStringList next(const StateDef &state) const
    {
        QStringList states;
        if (state.group)
            states.append(state.group->next);
        for (const ActionDef *action : m_definition.actionsFrom(state.id)) {
            if (action->sort == ActionSort::Back)
                states += m_definition.earlierStates(state.id);
            else if (!action->to.isEmpty())
                states.append(action->to);
        }
        return states;
    }

    [[nodiscard]] QSet<QString> reachableFrom(const QString &start) const
    {
        QSet<QString> seen;
        QStringList open{start};
        while (!open.isEmpty()) {
            const QString id = open.takeLast();
            const StateDef *state = m_definition.state(id);
            if (!state || seen.contains(id))
                continue;
            seen.insert(id);
            open += next(*state);
        }
        return seen;
    }

    [[nodiscard]] bool canEnd(const StateDef &state) const
    {
        const QSet<QString> reached = reachableFrom(state.id);
        return std::ranges::any_of(
            reached, [this](const QString &id) { return isEnd(m_definition.state(id)->phase); });
    }

private:
    const Definition &m_definition;
};

class DefinitionLint
{
public:
    explicit DefinitionLint(const Definition &definition)
        : m_definition(definition)
        , m_moves(definition)
    {
    }

    QList<Finding> findings()
    {
        if (m_definition.states().isEmpty()) {
            add(LintFault::NoStates, m_definition.code());
            return m_findings;
        }
        const QSet<QString> reached = m_moves.reachableFrom(m_definition.states().first().id);
        QSet<QString> ids;
        for (const StateDef &state : m_definition.states()) {
            if (ids.contains(state.id))
                add(LintFault::StateTwice, state.id);
            ids.insert(state.id);
            if (!reached.contains(state.id))
                add(LintFault::StateUnreachable, state.id);
            checkState(state);
        }
        checkActions();
        checkEyes();
        return m_findings;
    }

private:
    void add(LintFault fault, const QString &place, const QString &detail = {})
    {
        m_findings.append({.fault = fault, .place = place, .detail = detail});
    }

    void checkState(const StateDef &state)
    {
        const QList<const ActionDef *> actions = m_definition.actionsFrom(state.id);
        if (isEnd(state.phase)) {
            if (!actions.isEmpty())
                add(LintFault::EndHasAction, state.id);
            return;
        }
        if (!state.owner)
            add(LintFault::StateWithoutOwner, state.id);
        if (actions.isEmpty())
            add(LintFault::StateWithoutAction, state.id);
        else if (!m_moves.canEnd(state))
            add(LintFault::EndUnreachable, state.id);
        checkOwner(state, actions);
        checkStops(state, actions);
        checkGroup(state, actions);
    }

    void checkOwner(const StateDef &state, const QList<const ActionDef *> &actions)
    {
        if (!state.owner || actions.isEmpty())
            return;
        const auto isTheirs
            = [&](const ActionDef *action) { return action->roles.contains(*state.owner); };
        if (!std::ranges::any_of(actions, isTheirs))
            add(LintFault::OwnerCannotAct, state.id, roleWord(*state.owner));
    }

    void checkStops(const StateDef &state, const QList<const ActionDef *> &actions)
    {
        const auto has = [&](ActionSort sort) {
            return std::ranges::any_of(
                actions, [sort](const ActionDef *action) { return action->sort == sort; });
        };
        if (has(ActionSort::Suspend) && !has(ActionSort::Resume))
            add(LintFault::StopWithoutEnd, state.id);
    }

    void checkGroup(const StateDef &state, const QList<const ActionDef *> &actions)
    {
        if (!state.group)
            return;
        const GroupDef &group = *state.group;
        if (!m_definition.state(group.next))
            add(LintFault::GroupNextUnknown, state.id, group.next);
        const bool hasSeats = group.members == GroupDef::Members::JointDepts || group.seats > 0;
        const bool hasQuorum = group.rule != GroupRule::Quorum
            || (group.quorum > 0
                && (group.members == GroupDef::Members::JointDepts || group.quorum <= group.seats));
        const bool hasOpinion = std::ranges::any_of(actions, [](const ActionDef *action) {
            return action->sort == ActionSort::Forward && action->to.isEmpty();
        });
        if (!hasSeats || !hasQuorum || !hasOpinion)
            add(LintFault::GroupCannotEnd, state.id);
    }

    void checkActions()
    {
        QSet<QString> ids;
        for (const ActionDef &action : m_definition.actions()) {
            if (ids.contains(action.id))
                add(LintFault::ActionTwice, action.id);
            ids.insert(action.id);
            for (const QString &from : action.from) {
                if (!m_definition.state(from))
                    add(LintFault::ActionFromUnknown, action.id, from);
            }
            const StateDef *to = m_definition.state(action.to);
            if (!to && !action.to.isEmpty())
                add(LintFault::ActionToUnknown, action.id, action.to);
            if (to && isEnd(to->phase) && action.finish.isEmpty())
                add(LintFault::FinishMissing, action.id);
            if (action.roles.isEmpty())
                add(LintFault::ActionWithoutRole, action.id);
            checkPapers(action);
        }
    }

    void checkPapers(const ActionDef &action)
    {
        for (const QString &paper : action.papers) {
            if (!knownPapers().contains(paper))
                add(LintFault::PaperUnknown, action.id, paper);
        }
    }

    /// The upper body decides outside the hall: who enters its answer decides nothing.
    [[nodiscard]] bool isOutside(const ActionDef &action) const
    {
        return std::ranges::all_of(action.from, [this](const QString &id) {
            const StateDef *state = m_definition.state(id);
            return state && state->clock == ClockMode::Outside;
        });
    }

    /// Four eyes work only where accepting and deciding are marked (domain.md section 8).
    void checkEyes()
    {
        if (!m_definition.hasFourEyes())
            return;
        for (const ActionDef &action : m_definition.actions()) {
            const bool isDecision = action.verdict != Verdict::None || action.demandsFees;
            if (isDecision && action.eye.isEmpty() && !isOutside(action))
                add(LintFault::EyesMissing, action.id);
        }
    }

    const Definition &m_definition;
    Moves m_moves;
    QList<Finding> m_findings;
};

const std::array<std::pair<LintFault, QLatin1StringView>, 30> sentences{{
    {LintFault::StateTwice, "state %1: stands twice"_L1},
    {LintFault::ActionTwice, "action %1: stands twice"_L1},
    {LintFault::NoStates, "definition %1: has no states"_L1},
    {LintFault::StateUnreachable, "state %1: no action leads here"_L1},
    {LintFault::StateWithoutOwner, "state %1: lies in nobody's pile"_L1},
    {LintFault::StateWithoutAction, "state %1: nobody can act"_L1},
    {LintFault::EndHasAction, "state %1: is an end, but an action leads on"_L1},
    {LintFault::EndUnreachable, "state %1: no way leads to an end"_L1},
    {LintFault::ActionFromUnknown, "action %1: leaves the unknown state %2"_L1},
    {LintFault::ActionToUnknown, "action %1: leads to the unknown state %2"_L1},
    {LintFault::ActionWithoutRole, "action %1: no role may take it"_L1},
    {LintFault::OwnerCannotAct, "state %1: its owner %2 has no action"_L1},
    {LintFault::StopWithoutEnd, "state %1: the clock stops and never starts again"_L1},
    {LintFault::GroupCannotEnd, "state %1: the group cannot end"_L1},
    {LintFault::GroupNextUnknown, "state %1: the group ends in the unknown state %2"_L1},
    {LintFault::PaperUnknown, "action %1: wants the unknown paper %2"_L1},
    {LintFault::FinishMissing, "action %1: ends the case without a finish code"_L1},
    {LintFault::EyesMissing, "action %1: four eyes are asked for, but it has no eye"_L1},
    {LintFault::WorkflowUnknown, "item %1: the workflow %2 is unknown"_L1},
    {LintFault::StepMissing, "item %1: the step %2 is missing"_L1},
    {LintFault::StepUnused, "item %1: the step %2 is used by no state"_L1},
    {LintFault::StepsExceedPromise, "item %1: steps take longer than promised (%2)"_L1},
    {LintFault::StepsBelowPromise, "item %1: steps take less than promised (%2)"_L1},
    {LintFault::PromiseAfterLaw, "item %1: promised later than the statute (%2)"_L1},
    {LintFault::SameDayWithDays, "item %1: same-day, but %2 days are promised"_L1},
    {LintFault::NoMaterials, "item %1: no materials are listed"_L1},
    {LintFault::FeeWithoutLine, "item %1: has a fee, but no fee line"_L1},
    {LintFault::FeeNotCharged, "item %1: has fee lines, but is marked as free"_L1},
    {LintFault::JointWithoutDepts, "item %1: joint, but names no joint department"_L1},
    {LintFault::PostEmpty, "item %1: nobody holds the post %2"_L1},
}};

QStringList englishLines(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(englishText(finding));
    return lines;
}

} // namespace

QList<Finding> findingsOf(const Definition &definition)
{
    return DefinitionLint(definition).findings();
}

QString englishText(const Finding &finding)
{
    const auto sentence
        = std::ranges::find(sentences, finding.fault, &decltype(sentences)::value_type::first);
    const QString text = sentence == sentences.end() ? u"%1"_s : QString(sentence->second);
    return text.contains("%2"_L1) ? text.arg(finding.place, finding.detail)
                                  : text.arg(finding.place);
}

QStringList lint(const Definition &definition)
{
    return englishLines(findingsOf(definition));
}

QStringList lint(const ItemDef &item, const Definition &definition)
{
    return englishLines(findingsOf(item, definition));
}

} // namespace hall
