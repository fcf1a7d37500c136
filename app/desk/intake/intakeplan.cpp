#include "desk/intake/intakeplan.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isClerks(const ActionDef &action)
{
    return action.roles.contains(Role::Clerk);
}

/// A way that the clerk may take from a state.
template <class Fits>
QString actionFrom(const Definition &definition, const QString &state, Fits fits)
{
    for (const ActionDef *action : definition.actionsFrom(state)) {
        if (isClerks(*action) && fits(*action))
            return action->id;
    }
    return {};
}

QString actionOfSort(const Definition &definition, const QString &state, ActionSort sort)
{
    return actionFrom(definition, state,
                      [sort](const ActionDef &action) { return action.sort == sort; });
}

QString stateOfPhase(const Definition &definition, Phase phase)
{
    const auto state = std::ranges::find(definition.states(), phase, &StateDef::phase);
    return state == definition.states().end() ? QString() : state->id;
}

QString targetOf(const Definition &definition, const QString &action)
{
    const ActionDef *found = definition.action(action);
    return found ? found->to : QString();
}

} // namespace

IntakePlan planOf(const ItemDef &item, int version, const Reference &reference)
{
    const Definition *definition = version == 0
        ? reference.definitions.newest(item.workflow)
        : reference.definitions.find(item.workflow, version);
    if (!definition)
        return {};
    const QString received = stateOfPhase(*definition, Phase::Received);
    IntakePlan plan{.accept = actionOfSort(*definition, received, ActionSort::Forward),
                    .correct = actionOfSort(*definition, received, ActionSort::Correct),
                    .withdraw = actionOfSort(*definition, received, ActionSort::Withdraw),
                    .lapse = actionOfSort(*definition, stateOfPhase(*definition, Phase::Correction),
                                          ActionSort::Lapse)};
    plan.grant
        = actionFrom(*definition, targetOf(*definition, plan.accept), [](const ActionDef &action) {
              return action.sort == ActionSort::Forward && action.verdict == Verdict::Grant
                  && action.opinion != OpinionRule::Required && action.needs.isEmpty();
          });
    plan.handOver
        = actionFrom(*definition, targetOf(*definition, plan.grant), [](const ActionDef &action) {
              return action.sort == ActionSort::Forward && action.needs.contains(Need::Collector);
          });
    for (const ActionDef *action : definition->actionsFrom(received)) {
        if (isClerks(*action) && action->sort == ActionSort::Refuse)
            plan.refusals.append({action->id, action->name});
    }
    return plan;
}

QList<LineCheck> openChecklist(const ItemDef &item)
{
    QList<LineCheck> lines;
    for (const MaterialDef &material : item.materials)
        lines.append(LineCheck{.line = material.no});
    return lines;
}

LineCheck rightLine(const MaterialDef &material)
{
    return {.line = material.no,
            .originals = material.originals,
            .copies = material.copies,
            .verdict = LineVerdict::Right};
}

QList<FieldProblem> missingForRegistration(CounterWork &work, int index, const CheckBasis &basis)
{
    QList<FieldProblem> problems = checkApplicant(work.applicant, basis);
    problems.append(checkAgent(work.agent, basis));
    if (index < 0 || index >= work.items.size())
        problems.append({u"item"_s, {ErrorKind::FieldMissing, u"item"_s}});
    return problems;
}

QList<FieldProblem> missingForAcceptance(CounterWork &work, int index, const Reference &reference,
                                         const CheckBasis &basis)
{
    QList<FieldProblem> problems = missingForRegistration(work, index, basis);
    if (index < 0 || index >= work.items.size())
        return problems;
    const ItemWork &chosen = work.items.at(index);
    const ItemDef *item = reference.item(chosen.item);
    if (!item) {
        problems.append({u"item"_s, {ErrorKind::ReferenceMissing, chosen.item}});
        return problems;
    }
    const bool isForThem
        = work.applicant.isPerson() ? item->isForPersons() : item->isForOrganisations();
    if (!isForThem)
        problems.append({u"itemKind"_s, {ErrorKind::RuleBroken, u"applicantKind"_s}});
    for (const LineCheck &line : chosen.lines) {
        const auto due = std::ranges::find(item->materials, line.line, &MaterialDef::no);
        const bool mayWait = due != item->materials.end() && (!due->required || due->suppliedLater);
        const bool isMissing
            = line.verdict == LineVerdict::Wrong || (line.verdict == LineVerdict::Open && !mayWait);
        if (isMissing) {
            problems.append({u"material/%1"_s.arg(line.line),
                             {ErrorKind::MaterialsIncomplete, QString::number(line.line)}});
        }
    }
    return problems;
}

} // namespace hall
