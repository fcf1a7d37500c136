#include "domain/deadlines.h"
#include "domain/eventmaker.h"

#include <QJsonArray>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString departmentOf(const CaseFile &file, const StateDef &state, const Branch &branch)
{
    switch (state.ownerDept) {
    case OwnerDept::Lead:
        return file.item.dept;
    case OwnerDept::Member:
        return branch.member;
    case OwnerDept::Hall:
        return {};
    case OwnerDept::Step: {
        const StepDef *step = file.item.step(state.step);
        return step && !step->dept.isEmpty() ? step->dept : file.item.dept;
    }
    }
    return {};
}

/// An act with everything that it is judged by.
struct Asked
{
    const CaseFile &file;
    const Act &act;
    const Context &context;
    const Definition &definition;
    const ActionDef &action;
    const Branch &branch;
};

std::optional<Error> postError(const Asked &asked)
{
    const Role role = asked.context.actor.post.role;
    if (!asked.action.roles.contains(role))
        return Error{ErrorKind::NotYourPost, asked.action.id};
    if (role == Role::Manager)
        return std::nullopt;
    const StateDef *state = asked.definition.state(asked.branch.state);
    if (!state)
        return Error{ErrorKind::ActionUnknown, asked.action.id};
    // The state's own people act for its department; anybody else (a clerk who takes a withdrawal)
    // for the department that the case belongs to.
    const QString dept = state->owner == role ? departmentOf(asked.file, *state, asked.branch)
                                              : asked.file.item.dept;
    if (!servesDepartment(asked.context.actor, dept, asked.context.reference))
        return Error{ErrorKind::NotYourDepartment, dept};
    return std::nullopt;
}

std::optional<Error> eyesError(const Asked &asked)
{
    const QString &staff = asked.context.actor.staff;
    if (asked.action.eye.isEmpty() || staff.isEmpty())
        return std::nullopt;
    if (asked.definition.hasFourEyes()) {
        const auto &eyes = asked.file.eyes;
        for (auto eye = eyes.cbegin(); eye != eyes.cend(); ++eye) {
            if (eye.key() != asked.action.eye && eye.value().contains(staff))
                return Error{ErrorKind::SamePersonTwice, eye.key()};
        }
    }
    // Two seats of one group want two persons (permit law art. 34: two officers).
    for (const Branch &other : asked.file.branches) {
        if (other.id != asked.branch.id && other.isEnded && other.state == asked.branch.state
            && other.actor == staff)
            return Error{ErrorKind::SamePersonTwice, asked.action.eye};
    }
    return std::nullopt;
}

std::optional<Error> certificateError(const CaseFile &file, const Act &act, const ActionDef &action)
{
    const bool grants = action.verdict == Verdict::Grant || file.verdict == Verdict::Grant;
    if (grants && act.details.certificate.trimmed().isEmpty())
        return Error{ErrorKind::FieldMissing, u"certificate"_s};
    for (const Opinion &opinion : file.opinions) {
        if (opinion.isVoid && opinion.at == file.decidedAt)
            return Error{ErrorKind::RuleBroken, u"signatureVoid"_s};
    }
    return std::nullopt;
}

std::optional<Error> needError(const CaseFile &file, const Act &act, const ActionDef &action,
                               Need need)
{
    const auto when = [](bool broken, Error error) {
        return broken ? std::optional<Error>(std::move(error)) : std::nullopt;
    };
    switch (need) {
    case Need::Materials:
        return when(!file.materialsComplete(), {ErrorKind::MaterialsIncomplete});
    case Need::Problems:
        return when(std::ranges::none_of(file.materials,
                                         [](const MaterialLine &line) {
                                             return line.verdict == LineVerdict::Wrong
                                                 && !line.problem.isEmpty();
                                         }),
                    {ErrorKind::NothingToCorrect});
    case Need::FirstCorrection:
        return when(file.corrections > 0, {ErrorKind::SecondCorrection});
    case Need::Paid:
        return when(!file.isPaid(), {ErrorKind::FeeUnpaid, file.owed().text()});
    case Need::Findings:
        return when(!act.details.findings && !file.findings,
                    {ErrorKind::FieldMissing, u"findings"_s});
    case Need::Collector:
        return when(!act.details.collector || act.details.collector->name.trimmed().isEmpty(),
                    {ErrorKind::FieldMissing, u"collector"_s});
    case Need::Ground:
        return when(act.details.ground.trimmed().isEmpty(), {ErrorKind::ReasonMissing});
    case Need::Certificate:
        return certificateError(file, act, action);
    }
    return std::nullopt;
}

std::optional<Error> contentError(const CaseFile &file, const Act &act, const ActionDef &action)
{
    for (const Need need : action.needs) {
        if (const std::optional<Error> error = needError(file, act, action, need))
            return error;
    }
    if (action.opinion == OpinionRule::Required && act.opinion.trimmed().isEmpty())
        return Error{ErrorKind::OpinionMissing};
    if (action.isSigned && !act.allPagesHere)
        return Error{ErrorKind::PageNotHere};
    const bool stops = action.sort == ActionSort::Suspend;
    if (stops && file.isStopped())
        return Error{ErrorKind::RuleBroken, u"alreadyStopped"_s};
    if (action.sort == ActionSort::Resume && !file.isStopped())
        return Error{ErrorKind::RuleBroken, u"notStopped"_s};
    if (action.sort == ActionSort::Forward && file.isStopped())
        return Error{ErrorKind::RuleBroken, u"stopped"_s};
    return std::nullopt;
}

/// The state that an act leads to; empty when the person named none that is allowed.
QString targetOf(const Asked &asked)
{
    const ActionDef &action = asked.action;
    if (asked.branch.id != "main"_L1)
        return action.verdict == Verdict::Deny ? u"refused"_s : u"agreed"_s;
    switch (action.sort) {
    case ActionSort::Back: {
        const QString &target = asked.act.details.returnTo;
        const bool isEarlier = asked.definition.earlierStates(asked.branch.state).contains(target);
        return isEarlier ? target : QString();
    }
    case ActionSort::Suspend:
    case ActionSort::Resume:
        return asked.branch.state;
    case ActionSort::Forward:
        if (!asked.file.resumeAt.isEmpty() && action.verdict == Verdict::None)
            return asked.file.resumeAt;
        return action.to;
    case ActionSort::Correct:
    case ActionSort::Refuse:
    case ActionSort::Withdraw:
    case ActionSort::Lapse:
    case ActionSort::Void:
        return action.to;
    }
    return {};
}

/// Finish code: a case that ends without the certificate it asked for is 6, not 0 (domain.md
/// section 3).
QString finishOf(const CaseFile &file, const ActionDef &action)
{
    const bool isDenied = file.verdict == Verdict::Deny;
    return action.finish == "0"_L1 && isDenied ? u"6"_s : action.finish;
}

void insertText(QJsonObject &body, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        body.insert(key, text);
}

QJsonObject bodyOf(const CaseFile &file, const Act &act, const ActionDef &action)
{
    const ActDetails &details = act.details;
    QJsonObject body;
    insertText(body, u"opinion"_s, act.opinion);
    insertText(body, u"reason"_s, act.reason);
    insertText(body, u"ground"_s, details.ground);
    insertText(body, u"rightBody"_s, details.rightBody);
    insertText(body, u"certificate"_s, details.certificate);
    insertText(body, u"externalNumber"_s, details.externalNumber);
    insertText(body, u"finish"_s, finishOf(file, action));
    insertText(body, u"until"_s, details.until.toString(Qt::ISODate));
    if (details.resumesAfter)
        body.insert(u"resumes"_s, true);
    if (action.isSigned)
        body.insert(u"manifest"_s, QString::fromUtf8(act.manifest));
    if (details.findings) {
        body.insert(u"findings"_s,
                    QJsonObject{{u"place"_s, details.findings->place},
                                {u"at"_s, details.findings->at},
                                {u"present"_s, details.findings->present},
                                {u"text"_s, details.findings->text},
                                {u"passed"_s, details.findings->passed}});
    }
    if (details.collector) {
        body.insert(u"collector"_s,
                    QJsonObject{{u"name"_s, details.collector->name},
                                {u"idKind"_s, details.collector->idKind},
                                {u"idNumber"_s, details.collector->idNumber},
                                {u"relation"_s, details.collector->relation},
                                {u"signed"_s, details.collector->signedOnPaper}});
    }
    if (action.sort == ActionSort::Correct) {
        QJsonArray problems;
        for (const MaterialLine &line : file.materials) {
            if (line.verdict == LineVerdict::Wrong)
                problems.append(
                    QJsonObject{{u"line"_s, line.due.no}, {u"problem"_s, line.problem}});
        }
        body.insert(u"problems"_s, problems);
    }
    return body;
}

/// Departments that see the case from the next state on.
QStringList scopesOf(const CaseFile &file, const QString &to, const Definition &definition)
{
    const StateDef *state = definition.state(to);
    if (!state || !state->owner)
        return {};
    if (state->ownerDept == OwnerDept::Member)
        return file.item.jointDepts;
    if (state->ownerDept == OwnerDept::Hall)
        return {roleWord(*state->owner)};
    const QString dept = departmentOf(file, *state, {});
    return dept == file.item.dept ? QStringList() : QStringList{dept};
}

QString paperKind(const CaseFile &file, const ActionDef &action, const QString &named)
{
    if (named != "@decision"_L1)
        return named;
    const Verdict verdict = action.verdict == Verdict::None ? file.verdict : action.verdict;
    return verdict == Verdict::Deny ? u"denial-decision"_s : u"grant-decision"_s;
}

struct Found
{
    const Definition *definition = nullptr;
    const ActionDef *action = nullptr;
    const Branch *branch = nullptr;
};

Result<Found> findAction(const CaseFile &file, const Act &act, const Reference &reference)
{
    if (file.isClosed())
        return Error{ErrorKind::CaseClosed};
    Found found{.definition
                = reference.definitions.find(file.item.workflow, file.definitionVersion)};
    if (!found.definition)
        return Error{ErrorKind::ReferenceMissing, file.item.workflow};
    found.action = found.definition->action(act.action);
    if (!found.action)
        return Error{ErrorKind::ActionUnknown, act.action};
    found.branch = file.branch(act.branch);
    if (!found.branch || found.branch->isEnded || !found.action->from.contains(found.branch->state))
        return Error{ErrorKind::StateMoved, file.state()};
    if (!act.expects.isNull() && act.expects != found.branch->last)
        return Error{ErrorKind::StateMoved, file.state()};
    // A member's action (its target is the member's answer) is for its branch, never the main line.
    const StateDef *state = found.definition->state(found.branch->state);
    const bool isMembers = found.action->to.isEmpty() && found.action->sort == ActionSort::Forward;
    if (state && state->group && isMembers == (act.branch == "main"_L1))
        return Error{ErrorKind::ActionUnknown, act.action};
    return found;
}

} // namespace

Result<QList<Event>> decideAct(const CaseFile &file, const Act &act, const Context &context)
{
    const Result<Found> found = findAction(file, act, context.reference);
    if (!found.ok())
        return found.error();
    const auto &[definition, action, branch] = found.value();
    const Asked asked{file, act, context, *definition, *action, *branch};
    if (const auto error = postError(asked))
        return *error;
    if (const auto error = eyesError(asked))
        return *error;
    if (const auto error = contentError(file, act, *action))
        return *error;
    const QString to = targetOf(asked);
    if (to.isEmpty())
        return Error{ErrorKind::RuleBroken, u"returnTo"_s};

    const EventMaker maker(file.id, file.lastEvent, context);
    Event moved = maker.blank(u"moved"_s, action->id);
    moved.branch = branch->id;
    moved.from = branch->state;
    moved.to = to;
    moved.expects = branch->last;
    moved.scopesGained = scopesOf(file, to, *definition);
    QList<Event> events{sealed(moved, bodyOf(file, act, *action))};
    const Result<QList<Event>> papers = papersOf({.file = file,
                                                  .action = *action,
                                                  .quantities = act.details.feeQuantities,
                                                  .about = moved.id},
                                                 context);
    if (!papers.ok())
        return papers.error();
    return events + papers.value();
}

Result<QList<Event>> papersOf(const PaperAsk &ask, const Context &context)
{
    const EventMaker maker(ask.file.id, ask.file.lastEvent, context);
    QList<Event> events;
    for (const QString &named : ask.action.papers) {
        const QString kind = paperKind(ask.file, ask.action, named);
        const Result<QString> number = paperNumber(kind, ask.file.number, context);
        if (!number.ok())
            return number.error();
        events.append(maker.wantPaper(kind, number.value(), ask.about));
    }
    if (!ask.action.demandsFees)
        return events;
    const auto demand = feeDemand(ask.file.item, ask.quantities, context);
    if (!demand.ok())
        return demand.error();
    if (demand.value()) {
        Event fee = maker.blank(u"fee"_s, u"demand"_s);
        fee.scopesGained = QStringList{roleWord(Role::Cashier)}; // every cashier may take it
        events.append(sealed(fee, *demand.value()));
        events.append(maker.wantPaper(u"payment-notice"_s,
                                      demand.value()->value("slip"_L1).toString(), ask.about));
    }
    return events;
}

std::optional<Owner> ownerOf(const CaseFile &file, const Branch &branch,
                             const Definitions &definitions)
{
    const Definition *definition = definitions.find(file.item.workflow, file.definitionVersion);
    const StateDef *state = definition ? definition->state(branch.state) : nullptr;
    if (!state || !state->owner)
        return std::nullopt;
    return Owner{.role = *state->owner, .dept = departmentOf(file, *state, branch)};
}

QList<const ActionDef *> possibleActions(const CaseFile &file, const QString &branchId,
                                         const Actor &actor, const Reference &reference)
{
    QList<const ActionDef *> possible;
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    const Branch *branch = file.branch(branchId);
    if (!definition || !branch || branch->isEnded || file.isClosed())
        return possible;
    RandomIds ids;
    struct NoNumbers final : NumberGiver
    {
        Result<QString> intakeNumber(QDate) override { return QString(); }
        Result<QString> officialNumber(const QString &, const QString &, int) override
        {
            return QString();
        }
    } numbers;
    const Context context{reference, actor, {}, ids, numbers};
    for (const ActionDef *action : definition->actionsFrom(branch->state)) {
        const Act act{.action = action->id, .branch = branchId};
        if (!findAction(file, act, reference).ok())
            continue;
        const Asked asked{file, act, context, *definition, *action, *branch};
        if (!postError(asked) && !eyesError(asked))
            possible.append(action);
    }
    return possible;
}

} // namespace hall
