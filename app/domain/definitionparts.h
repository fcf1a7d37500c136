#pragma once

#include "domain/localtext.h"
#include "domain/roles.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace hall {

/// Outer phases, the same for every definition (features.md, "Phases and states"). Lists, figures
/// and lights know phases; only a definition knows its states.
enum class Phase {
    Received,
    Correction,
    Review,
    Decision,
    Making,
    Delivery,
    Closed,
    Refused,
    Withdrawn,
    Lapsed,
    Void
};
[[nodiscard]] QString phaseWord(Phase phase);
[[nodiscard]] std::optional<Phase> phaseFromWord(const QString &word);
/// True for Closed, Refused, Withdrawn, Lapsed and Void: nothing but notes and papers follows.
[[nodiscard]] bool isEnd(Phase phase);

/// Whose pile a case in a state lies in.
enum class OwnerDept {
    Lead,   ///< the item's department
    Step,   ///< the department of the item's step
    Member, ///< the member of the sign-off group that the branch stands for
    Hall    ///< any post of the role, whatever its department (town leader, cashier, manager)
};

/// How the promise clock behaves in a state. The city's own time (W5) is shown apart and not
/// counted.
enum class ClockMode { NotStarted, Runs, Outside, Finished };

/// How a sign-off group ends (design.md section 4: the end is no event, it follows from the
/// opinions).
enum class GroupRule { All, Any, Quorum, Veto };
/// What one refusal inside a group does.
enum class OnRefusal { Counted, EndsGroup };

struct GroupDef
{
    enum class Members {
        JointDepts, ///< one branch per joint department of the item
        Seats       ///< `seats` branches for different persons of one post (two officers on site)
    };
    Members members = Members::JointDepts;
    int seats = 0;
    GroupRule rule = GroupRule::All;
    int quorum = 0;
    OnRefusal onRefusal = OnRefusal::Counted;
    QString next = {}; ///< state of the main line when the group has ended
};

struct StateDef
{
    QString id = {};
    Phase phase = Phase::Review;
    LocalText name = {};
    LocalText publicName = {}; ///< what an applicant may read
    QString step = {};         ///< code of the item's step that fills limit and department
    std::optional<Role> owner = {};
    OwnerDept ownerDept = OwnerDept::Lead;
    ClockMode clock = ClockMode::Runs;
    std::optional<GroupDef> group = {};
};

enum class OpinionRule { None, Optional, Required };
/// What an action may do without the centre (features.md E22).
enum class OfflineClass { Free, Provisional, OnlineOnly };
/// What sort of move: pages and lists show the sorts differently; `decide` checks them differently.
enum class ActionSort { Forward, Back, Correct, Refuse, Withdraw, Lapse, Void, Suspend, Resume };
enum class Verdict { None, Grant, Deny };

/// Conditions on data, checked by decide and again by every fold of the event.
enum class Need {
    Materials,       ///< every required line received and right
    Problems,        ///< at least one line says what is wrong
    FirstCorrection, ///< no correction notice before (a second is another action, of the manager)
    Paid,            ///< every fee slip paid
    Findings,        ///< the site visit's record, two officers
    Collector,       ///< who takes the result
    Ground,          ///< ground of a refusal, stop or withdrawal
    Certificate      ///< the number of the made document
};

struct ActionDef
{
    QString id = {};
    LocalText name = {};
    ActionSort sort = ActionSort::Forward;
    QStringList from = {};
    QString to = {}; ///< empty for Back (the person chooses), Suspend and Resume (stays)
    QList<Role> roles = {};
    OpinionRule opinion = OpinionRule::None;
    bool isSigned = false; ///< a signature with its manifest
    /// Four eyes: a person who acted under one eye of a case may not act under another one.
    QString eye = {};
    QList<Need> needs = {};
    QStringList papers = {}; ///< paper codes that become "wanted"
    Verdict verdict = Verdict::None;
    QString finish = {}; ///< finish code (办结结果) where the action ends the case
    OfflineClass offline = OfflineClass::Free;
    bool demandsFees = false; ///< the case's fee slip is made by this action
};

} // namespace hall
