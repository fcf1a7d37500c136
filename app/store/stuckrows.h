#pragma once

#include "store/caserows.h"

namespace hall {

/// Open branches that nobody can move: their owner's post has no enabled person, or four eyes bar
/// everybody who has it. An overview shows them; the list should be empty.
struct StuckBranch
{
    CaseRow row = {};
    QString branch = {};
    Role role = Role::Clerk;
    QString dept = {};     ///< owner; empty = any post of the role
    bool isBarred = false; ///< there are people, but all have acted on the case
};

[[nodiscard]] Result<QList<StuckBranch>> stuckBranches(const ReadTx &tx);

} // namespace hall
