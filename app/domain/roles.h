#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace hall {

/// What a post may do. A role decides the desk after signing in (domain.md sections 8 and 10).
enum class Role {
    Clerk,        ///< 窗口受理员: registers, accepts, hands over
    Reviewer,     ///< 科员审核
    CoReviewer,   ///< 协办部门审核
    Surveyor,     ///< 现场勘查人员 (two officers)
    DeptHead,     ///< 部门负责人
    TownLeader,   ///< 分管镇领导
    Certifier,    ///< 制证(文)盖章
    Cashier,      ///< 收费员
    Manager,      ///< 中心管理: reads all, changes nothing in a case but its exceptions
    Administrator ///< 系统管理: sees no applicant data
};

/// The word used in definitions, CSV files and posts ("dept_leader" as in steps.csv).
[[nodiscard]] QString roleWord(Role role);
[[nodiscard]] std::optional<Role> roleFromWord(const QString &word);

/// A post: a role in a department. A person may have several and chooses one at sign-in.
struct Post
{
    Role role = Role::Clerk;
    QString dept = {}; ///< department code; empty = the hall as a whole
    /// "HB/reviewer": the form in events.
    [[nodiscard]] QString code() const { return dept + u'/' + roleWord(role); }
    [[nodiscard]] static std::optional<Post> fromCode(const QString &code);
    friend bool operator==(const Post &, const Post &) = default;
};

} // namespace hall
