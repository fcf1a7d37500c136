#include "domain/foldmoved.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Opens the branches of a sign-off group; each expects the event that opened it.
void openGroup(CaseFile &file, const StateDef &state, const Event &event)
{
    QStringList members;
    switch (state.group->members) {
    case GroupDef::Members::JointDepts:
        members = file.item.jointDepts;
        break;
    case GroupDef::Members::Seats:
        for (int seat = 1; seat <= state.group->seats; ++seat)
            members.append(QString::number(seat));
        break;
    }
    for (const QString &member : members) {
        const QString id = state.id + u'/' + member;
        file.branches.insert(id,
                             {.id = id,
                              .state = state.id,
                              .last = event.id,
                              .since = event.actedAt,
                              .member = member});
    }
}

void closeGroups(CaseFile &file)
{
    file.branches.removeIf([](const auto entry) { return entry.key() != "main"_L1; });
}

void enterState(CaseFile &file, const Definition &definition, const QString &id, const Event &event)
{
    Branch &line = file.branches[u"main"_s];
    line.id = u"main"_s;
    line.state = id;
    line.since = event.actedAt;
    const StateDef *state = definition.state(id);
    if (!state)
        return;
    file.phase = state->phase;
    file.outsideSince = state->clock == ClockMode::Outside ? event.actedAt : file.outsideSince;
    if (state->phase == Phase::Delivery)
        file.readyAt = event.actedAt;
    if (state->group)
        openGroup(file, *state, event);
}

/// A group ends by its rule; the end is derived, not an event (design.md section 4).
bool groupHasEnded(const CaseFile &file, const StateDef &state)
{
    int members = 0;
    int ended = 0;
    int agreed = 0;
    int refused = 0;
    for (const Branch &branch : file.branches) {
        if (!branch.id.startsWith(state.id + u'/'))
            continue;
        ++members;
        ended += branch.isEnded ? 1 : 0;
        refused += branch.isEnded && branch.hasRefused ? 1 : 0;
        agreed += branch.isEnded && !branch.hasRefused ? 1 : 0;
    }
    if (refused > 0 && state.group->onRefusal == OnRefusal::EndsGroup)
        return true;
    switch (state.group->rule) {
    case GroupRule::All:
        return ended == members;
    case GroupRule::Any:
        return agreed > 0 || ended == members;
    case GroupRule::Quorum:
        return agreed >= state.group->quorum || ended == members;
    case GroupRule::Veto:
        return refused > 0 || ended == members;
    }
    return false;
}

void recordOpinion(CaseFile &file, const Event &event, const QJsonObject &body, Verdict verdict)
{
    file.opinions.append({.event = event.id,
                          .branch = event.branch,
                          .state = event.from,
                          .action = event.action,
                          .actor = event.actor,
                          .post = event.post,
                          .at = event.actedAt,
                          .text = body.value("opinion"_L1).toString(),
                          .verdict = verdict,
                          .manifest = body.value("manifest"_L1).toString().toUtf8()});
}

void readDetails(CaseFile &file, const QJsonObject &body)
{
    if (const QJsonObject found = body.value("findings"_L1).toObject(); !found.isEmpty()) {
        file.findings = Findings{.place = found.value("place"_L1).toString(),
                                 .at = found.value("at"_L1).toInteger(),
                                 .present = found.value("present"_L1).toString(),
                                 .text = found.value("text"_L1).toString(),
                                 .passed = found.value("passed"_L1).toBool(true)};
    }
    if (const QJsonObject taken = body.value("collector"_L1).toObject(); !taken.isEmpty()) {
        file.collector = Collector{.name = taken.value("name"_L1).toString(),
                                   .idKind = taken.value("idKind"_L1).toString(),
                                   .idNumber = taken.value("idNumber"_L1).toString(),
                                   .relation = taken.value("relation"_L1).toString(),
                                   .signedOnPaper = taken.value("signed"_L1).toBool()};
    }
    if (const QString made = body.value("certificate"_L1).toString(); !made.isEmpty())
        file.certificate = made;
}

void applyStop(CaseFile &file, const Event &event, const QJsonObject &body, ActionSort sort)
{
    if (sort == ActionSort::Suspend) {
        file.stops.append({.ground = body.value("ground"_L1).toString(), .from = event.actedAt});
        return;
    }
    for (ClockStop &stop : file.stops) {
        if (stop.to == 0)
            stop.to = event.actedAt;
    }
}

void applyMember(CaseFile &file, const Event &event, const Definition &definition, Verdict verdict)
{
    Branch &branch = file.branches[event.branch];
    branch.isEnded = true;
    branch.hasRefused = verdict == Verdict::Deny;
    branch.actor = event.actor;
    branch.last = event.id;
    const StateDef *state = definition.state(event.from);
    if (state && state->group && groupHasEnded(file, *state)) {
        const QString next = state->group->next;
        closeGroups(file);
        enterState(file, definition, next, event);
    }
}

void applyMain(CaseFile &file, const Event &event, const Definition &definition,
               const ActionDef *action)
{
    const bool isBack = action && action->sort == ActionSort::Back;
    closeGroups(file);
    Branch &line = file.branches[u"main"_s];
    line.last = event.id;
    enterState(file, definition, event.to, event);
    if (isBack) {
        const QJsonObject body = event.bodyObject();
        file.resumeAt = body.value("resumes"_L1).toBool() ? event.from : QString();
        file.verdict = Verdict::None;
        file.decidedAt = 0;
        file.outsideSince = 0;
    } else {
        file.resumeAt.clear();
    }
}

void applyMilestones(CaseFile &file, const Event &event, const ActionDef &action)
{
    if (action.eye == "accept"_L1) {
        file.acceptedBy = event.actor;
        file.acceptedAt = event.actedAt;
    }
    if (action.sort == ActionSort::Correct) {
        ++file.corrections;
        file.correctionAt = event.actedAt;
    }
    if (action.verdict != Verdict::None && event.branch == "main"_L1) {
        file.verdict = action.verdict;
        file.decidedAt = event.actedAt;
    }
    if (!action.eye.isEmpty() && !event.actor.isEmpty())
        file.eyes[action.eye].append(event.actor);
    if (isEnd(file.phase)) {
        file.closedAt = event.actedAt;
        file.finish = event.bodyObject().value("finish"_L1).toString();
    }
}

} // namespace

bool applyMoved(CaseFile &file, const Event &event, const Definitions &definitions)
{
    const Definition *definition = definitions.find(file.item.workflow, file.definitionVersion);
    const Branch *branch = file.branch(event.branch);
    if (!definition || !branch || branch->isEnded || file.isClosed())
        return false;
    if (branch->state != event.from || branch->last != event.expects)
        return false;
    const QJsonObject body = event.bodyObject();
    if (event.action == "deemedAccepted"_L1) {
        // Dated back to the receipt day; every later limit runs from it (permit law art. 32(4)).
        applyMain(file, event, *definition, nullptr);
        file.acceptedAt = file.registeredAt;
        file.isDeemedAccepted = true;
        return true;
    }
    const ActionDef *action = definition->action(event.action);
    if (!action)
        return false;
    if (action->opinion != OpinionRule::None || action->isSigned)
        recordOpinion(file, event, body, action->verdict);
    readDetails(file, body);
    if (action->sort == ActionSort::Suspend || action->sort == ActionSort::Resume) {
        applyStop(file, event, body, action->sort);
        file.branches[event.branch].last = event.id;
        return true;
    }
    if (event.branch != "main"_L1)
        applyMember(file, event, *definition, action->verdict);
    else
        applyMain(file, event, *definition, action);
    applyMilestones(file, event, *action);
    return true;
}

} // namespace hall
