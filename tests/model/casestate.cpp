#include "casestate.h"

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

const QString mainLine = u"main"_s;
const QString jointState = u"joint"_s;

void changeScopes(CaseState &state, const Event &event)
{
    for (const QString &scope : event.scopesLost)
        state.scopes.removeAll(scope);
    for (const QString &scope : event.scopesGained) {
        if (!state.scopes.contains(scope))
            state.scopes.append(scope);
    }
    if (event.head.contains("dept"_L1))
        state.dept = event.head.value("dept"_L1).toString();
}

void closeGroup(CaseState &state)
{
    state.branches.removeIf([](const auto entry) { return entry.key() != mainLine; });
}

void enterMain(CaseState &state, const QString &to, const EventId &opener, const Items &items)
{
    state.branches[mainLine].state = to;
    state.isClosed = isEndState(to);
    if (to != jointState)
        return;
    for (const QString &dept : items.value(state.item).joint)
        state.branches.insert(jointState + u'/' + dept, {.state = jointState, .last = opener});
}

/// All must speak; one refusal sends it back.
void endGroup(CaseState &state, const EventId &last, const Items &items)
{
    int open = 0;
    bool hasRefusal = false;
    for (const BranchState &branch : std::as_const(state.branches)) {
        open += branch.state == jointState && !branch.isEnded ? 1 : 0;
        hasRefusal = hasRefusal || branch.hasRefused;
    }
    if (open > 1 && !hasRefusal)
        return; // the main line itself stands in "joint" too
    closeGroup(state);
    const bool goesBack = hasRefusal && !items.value(state.item).isHall;
    enterMain(state, goesBack ? u"review"_s : u"decide"_s, last, items);
}

void applyMove(CaseState &state, const Event &event, const Items &items)
{
    changeScopes(state, event);
    state.lastChange = event.id;
    if (event.branch == mainLine) {
        closeGroup(state);
        state.branches[mainLine].last = event.id;
        enterMain(state, event.to, event.id, items);
        return;
    }
    BranchState &branch = state.branches[event.branch];
    branch.last = event.id;
    branch.isEnded = true;
    branch.hasRefused = event.to == "refused"_L1;
    endGroup(state, event.id, items);
}

bool applyRegistered(CaseState &state, const Event &event)
{
    if (state.exists())
        return false;
    state.number = event.head.value("number"_L1).toString();
    state.item = event.head.value("item"_L1).toString();
    state.registeredAt = event.actedAt;
    state.lastChange = event.id;
    state.branches.insert(mainLine, {.state = event.to, .last = event.id});
    changeScopes(state, event);
    return true;
}

void rememberTimer(CaseState &state, const CaseState &before, const EventRef &event)
{
    if (event->actor.isEmpty()) {
        state.beforeTimer = std::make_shared<const BeforeTimer>(
            BeforeTimer{.state = before, .timer = event, .since = {}});
    } else if (event->isStateChanging()) {
        state.beforeTimer.reset();
    } else if (state.beforeTimer) {
        BeforeTimer longer = *state.beforeTimer;
        longer.since.append(event);
        state.beforeTimer = std::make_shared<const BeforeTimer>(std::move(longer));
    }
}

} // namespace

const QList<MoveRow> &moveRows()
{
    static const QList<MoveRow> rows = {
        {mainLine, u"received"_s, u"accept"_s, u"review"_s},
        {mainLine, u"received"_s, u"refuse"_s, u"refused"_s},
        {mainLine, u"received"_s, u"deemedAccepted"_s, u"review"_s, true},
        {mainLine, u"review"_s, u"consult"_s, jointState},
        {mainLine, u"review"_s, u"propose"_s, u"decide"_s},
        {mainLine, u"review"_s, u"route"_s, u"review"_s},
        {mainLine, jointState, u"recall"_s, u"review"_s},
        {jointState, jointState, u"agree"_s, u"agreed"_s},
        {jointState, jointState, u"object"_s, u"refused"_s},
        {mainLine, u"decide"_s, u"back"_s, u"review"_s},
        {mainLine, u"decide"_s, u"close"_s, u"closed"_s},
    };
    return rows;
}

QString deptOf(const QString &post)
{
    const QString dept = post.section(u'/', 0, 0);
    return dept.isEmpty() ? u"*"_s : dept;
}

bool isEndState(const QString &state)
{
    return state == "closed"_L1 || state == "refused"_L1;
}

QString CaseState::mainState() const
{
    return branches.value(mainLine).state;
}

EventId CaseState::expected(const QString &branch, const Rules &rules) const
{
    return rules.has(Rule::ExpectsPerBranch) ? branches.value(branch).last : lastChange;
}

QString moveFault(const CaseState &state, const Event &event, const Rules &rules)
{
    if (state.isClosed)
        return u"closed"_s;
    const auto branch = state.branches.constFind(event.branch);
    if (branch == state.branches.constEnd() || branch->isEnded || branch->state != event.from
        || state.expected(event.branch, rules) != event.expects)
        return u"state"_s;
    const QString line = event.branch.section(u'/', 0, 0);
    for (const MoveRow &row : moveRows()) {
        if (row.line == line && row.from == event.from && row.action == event.action
            && row.to == event.to && row.isTimer == event.actor.isEmpty())
            return {};
    }
    return u"state"_s;
}

bool overtakesTimer(const CaseState &state, const Event &event)
{
    if (!state.beforeTimer || event.type != "moved"_L1 || event.actor.isEmpty())
        return false;
    const Event &timer = *state.beforeTimer->timer;
    return event.branch == timer.branch && event.from == timer.from
        && event.expects == timer.expects && event.actedAt < timer.actedAt;
}

bool apply(CaseState &state, const EventRef &event, const Items &items, const Rules &rules)
{
    if (event->type == "registered"_L1)
        return applyRegistered(state, *event);
    if (!state.exists())
        return false;
    if (rules.has(Rule::Overtaking) && overtakesTimer(state, *event)) {
        const auto before = state.beforeTimer;
        state = before->state;
        for (const EventRef &later : before->since)
            apply(state, later, items, rules);
    }
    if (event->type == "moved"_L1) {
        if (!moveFault(state, *event, rules).isEmpty())
            return false;
        const CaseState before = event->actor.isEmpty() ? state : CaseState();
        applyMove(state, *event, items);
        rememberTimer(state, before, event);
        return true;
    }
    changeScopes(state, *event);
    rememberTimer(state, {}, event);
    return true;
}

} // namespace hall::model
