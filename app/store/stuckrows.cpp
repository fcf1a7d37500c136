#include "store/stuckrows.h"

#include "store/casecard.h"
#include "store/rowvalues.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// A handful of groups, however many cases are open.
const QString ownersSql = u"SELECT role, dept, barred FROM pile GROUP BY role, dept, barred"_s;
const QString branchesSql
    = u"SELECT pile.branch, %1 FROM pile JOIN case_row ON case_row.key = pile.key "
      "WHERE role = :role AND pile.dept = :dept AND barred = :barred ORDER BY since, pile.key"_s;

struct OwnerGroup
{
    Role role = Role::Clerk;
    QString dept = {};
    QString barred = {}; ///< " code code "
};

bool hasPost(const StaffMember &member, const OwnerGroup &owner)
{
    return !member.isDisabled && std::ranges::any_of(member.posts, [&owner](const Post &post) {
        return post.role == owner.role
            && (owner.dept.isEmpty() || post.dept.isEmpty() || post.dept == owner.dept);
    });
}

enum class Movable { ByNobody, AllBarred, Yes };

Movable movable(const OwnerGroup &owner, const Reference &reference)
{
    Movable best = Movable::ByNobody;
    for (const StaffMember &member : reference.staff) {
        if (!hasPost(member, owner))
            continue;
        if (!owner.barred.contains(u' ' + member.code + u' '))
            return Movable::Yes;
        best = Movable::AllBarred;
    }
    return best;
}

} // namespace

Result<QList<StuckBranch>> stuckBranches(const ReadTx &tx)
{
    Query owners(tx.connection(), ownersSql);
    const Result<QList<OwnerGroup>> groups = rowsOf(owners, [](Query &query) {
        return OwnerGroup{.role = static_cast<Role>(query.number("role"_L1)),
                          .dept = query.text("dept"_L1),
                          .barred = query.text("barred"_L1)};
    });
    if (!groups.ok())
        return groups.error();
    QList<StuckBranch> stuck;
    for (const OwnerGroup &owner : groups.value()) {
        const Movable how = movable(owner, tx.reference());
        if (how == Movable::Yes)
            continue;
        Query query(tx.connection(), branchesSql.arg(caseRowColumns()));
        bindAll(query,
                {{":role"_L1, static_cast<int>(owner.role)},
                 {":dept"_L1, textValue(owner.dept)},
                 {":barred"_L1, textValue(owner.barred)}});
        const Result<QList<StuckBranch>> rows = rowsOf(query, [&owner, how](Query &row) {
            return StuckBranch{.row = caseRowFrom(row),
                               .branch = row.text("branch"_L1),
                               .role = owner.role,
                               .dept = owner.dept,
                               .isBarred = how == Movable::AllBarred};
        });
        if (!rows.ok())
            return rows.error();
        stuck += rows.value();
    }
    return stuck;
}

} // namespace hall
