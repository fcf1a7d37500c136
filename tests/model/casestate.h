#pragma once

#include "eventbook.h"
#include "rules.h"

#include <QMap>
#include <QSet>

namespace hall::model {

/// A small workflow with everything that the protocol must carry: a main line, a joint opinion of
/// several departments, a way back, a change of department, two ends and a timer.
struct MoveRow
{
    QString line = {}; ///< "main", or the state of the group for its members
    QString from = {};
    QString action = {};
    QString to = {};
    bool isTimer = false;
};
[[nodiscard]] const QList<MoveRow> &moveRows();
[[nodiscard]] bool isEndState(const QString &state);
struct ItemRow
{
    QString dept = {};
    QStringList joint = {};
    /// As the real SQL wants it (tests/sync/lockstep): a group always goes on to "decide", "route"
    /// is a manager's and moves other departments only, everybody of the item's departments may
    /// append, deemed acceptance comes after five days.
    bool isHall = false;
    /// ms from registration to deemed acceptance
    [[nodiscard]] qint64 timerAfter() const { return (isHall ? 5 * 24 : 3) * 3'600'000LL; }
};
using Items = QMap<QString, ItemRow>;
/// Department of a post, or "*" for the whole hall.
[[nodiscard]] QString deptOf(const QString &post);
[[nodiscard]] inline QString roleOf(const QString &post)
{
    return post.section(u'/', 1, 1);
}

struct BranchState
{
    QString state = {};
    EventId last = {}; ///< last state-changing event
    bool isEnded = false;
    bool hasRefused = false;
};

struct BeforeTimer;

/// What the centre and every workstation compute from a stream, by the same function.
struct CaseState
{
    QString number = {};
    QString item = {};
    QString dept = {};
    QStringList scopes = {};
    QMap<QString, BranchState> branches = {};
    EventId lastChange = {}; ///< of the whole stream: only for the rule ExpectsPerBranch taken away
    qint64 registeredAt = 0;
    bool isClosed = false;
    std::shared_ptr<const BeforeTimer> beforeTimer = {};

    [[nodiscard]] bool exists() const { return !branches.isEmpty(); }
    [[nodiscard]] QString mainState() const;
    [[nodiscard]] EventId expected(const QString &branch, const Rules &rules) const;
};

struct BeforeTimer
{
    CaseState state = {};
    EventRef timer = {};
    QList<EventRef> since = {};
};

/// Why a moved event does not follow from the state; empty when it does.
[[nodiscard]] QString moveFault(const CaseState &state, const Event &event, const Rules &rules);
/// An act of before the due instant that did not know of the timer, while that is the last change.
[[nodiscard]] bool overtakesTimer(const CaseState &state, const Event &event);
/// False when the event does not fit; the state is then as before.
bool apply(CaseState &state, const EventRef &event, const Items &items, const Rules &rules);

} // namespace hall::model
