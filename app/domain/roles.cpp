#include "domain/roles.h"

#include <array>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<Role, QLatin1StringView>, 10> words{{
    {Role::Clerk, "clerk"_L1},
    {Role::Reviewer, "reviewer"_L1},
    {Role::CoReviewer, "co_reviewer"_L1},
    {Role::Surveyor, "surveyor"_L1},
    {Role::DeptHead, "dept_leader"_L1},
    {Role::TownLeader, "town_leader"_L1},
    {Role::Certifier, "certifier"_L1},
    {Role::Cashier, "cashier"_L1},
    {Role::Manager, "manager"_L1},
    {Role::Administrator, "administrator"_L1},
}};

} // namespace

QString roleWord(Role role)
{
    for (const auto &[known, word] : words) {
        if (known == role)
            return word;
    }
    return {};
}

std::optional<Role> roleFromWord(const QString &word)
{
    for (const auto &[role, known] : words) {
        if (known == word)
            return role;
    }
    return std::nullopt;
}

std::optional<Post> Post::fromCode(const QString &code)
{
    const qsizetype slash = code.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    const std::optional<Role> role = roleFromWord(code.mid(slash + 1));
    if (!role)
        return std::nullopt;
    return Post{.role = *role, .dept = code.left(slash)};
}

} // namespace hall
