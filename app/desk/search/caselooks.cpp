#include "desk/search/caselooks.h"

#include "desk/routing/departments.h"
#include "domain/decide.h"

#include <algorithm>

namespace hall {

namespace {

/// A branch of it waits for the post.
bool isInPile(const CaseFile &file, const Post &post, const Definitions &definitions)
{
    return std::ranges::any_of(file.openBranches(), [&](const Branch &branch) {
        const std::optional<Owner> owner = ownerOf(file, branch, definitions);
        return owner && owner->role == post.role
            && (owner->dept.isEmpty() || post.dept.isEmpty() || owner->dept == post.dept);
    });
}

bool hasActed(const CaseFile &file, const QString &staff)
{
    return std::ranges::any_of(file.history,
                               [&staff](const HistoryLine &line) { return line.actor == staff; });
}

} // namespace

bool isOutsideOwnWork(const CaseRow &row, const CaseFile *file, const Session &session,
                      const Reference &reference)
{
    if (departmentsServed(session, reference).contains(row.dept)
        || row.clerk == session.member.code)
        return false;
    if (!file)
        return true;
    const bool isTillsWork = session.post.role == Role::Cashier && !file->slips.isEmpty();
    const bool isAsked = session.post.role == Role::CoReviewer
        && file->item.jointDepts.contains(session.post.dept);
    return !isTillsWork && !isAsked && !isInPile(*file, session.post, reference.definitions)
        && !hasActed(*file, session.member.code);
}

} // namespace hall
