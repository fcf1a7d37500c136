#pragma once

#include "domain/definition.h"
#include "domain/reference.h"

#include <QList>
#include <QString>

namespace hall {

/// What the linter looks for (design.md section 5; domain.md section 4, "checks a guide must
/// pass").
enum class LintFault {
    StateTwice,
    ActionTwice,
    NoStates,
    StateUnreachable,   ///< no action leads here
    StateWithoutOwner,  ///< a working state in nobody's pile
    StateWithoutAction, ///< nobody can act: no action leaves it
    EndHasAction,       ///< an end from which an action leads on
    EndUnreachable,     ///< from here no action leads to an end
    ActionFromUnknown,  ///< detail = state
    ActionToUnknown,    ///< detail = state
    ActionWithoutRole,
    OwnerCannotAct,   ///< the owner's role may take no action; detail = role
    StopWithoutEnd,   ///< the clock can be stopped but not started again
    GroupCannotEnd,   ///< no seats, a quorum too large, or no opinion that is counted
    GroupNextUnknown, ///< detail = state
    PaperUnknown,     ///< detail = paper
    FinishMissing,    ///< an action that ends the case without a finish code
    EyesMissing,      ///< four eyes are asked for, but accepting or deciding has no eye
    // Items.
    WorkflowUnknown,    ///< detail = workflow
    StepMissing,        ///< a state's step is not in the item; detail = step
    StepUnused,         ///< a step of the item that no state uses; detail = step
    StepsExceedPromise, ///< detail = "sum/promise"
    StepsBelowPromise,  ///< detail = "sum/promise"
    PromiseAfterLaw,    ///< detail = "promise/law"
    SameDayWithDays,    ///< detail = days
    NoMaterials,
    FeeWithoutLine,
    FeeNotCharged, ///< has fee lines but is marked as free
    JointWithoutDepts,
    PostEmpty ///< nobody holds the post; detail = post code
};

struct Finding
{
    LintFault fault = LintFault::NoStates;
    QString place = {}; ///< id of the state or action, or code of the item
    QString detail = {};
    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QList<Finding> findingsOf(const Definition &definition);
[[nodiscard]] QList<Finding> findingsOf(const ItemDef &item, const Definition &definition);
/// Posts that the item's way needs and nobody holds (role without people).
[[nodiscard]] QList<Finding> emptyPosts(const ItemDef &item, const Definition &definition,
                                        const Reference &reference);
/// The finding as a line in English: "state review: nobody can act".
[[nodiscard]] QString englishText(const Finding &finding);

} // namespace hall
