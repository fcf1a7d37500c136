#pragma once

#include "desk/admin/hallpublisher.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace hall {

/// What keeps a person's entry from being saved.
enum class StaffFault {
    None,
    CodeForm, ///< sign-in name: 2–20 small letters and figures
    CodeTaken,
    NameMissing,
    NoPost,
    PostUnknown, ///< a department that does not exist, or none where the role needs one
    WindowUnknown,
    LastAdministrator ///< nobody would be left who may do this
};

/// Staff and posts. Nobody is ever deleted: a person who left is disabled, the journal keeps them.
class StaffDesk
{
public:
    explicit StaffDesk(const HallPublisher &publisher);

    /// By code; `text` looks in code, name and department. Disabled people last.
    [[nodiscard]] QList<StaffMember> members(const QString &text) const;
    [[nodiscard]] StaffFault faultOf(const StaffMember &member, bool isNew) const;

    /// Whether passwords are given here; on a joined machine the centre's administrator gives them.
    [[nodiscard]] bool givesPasswords() const { return !m_publisher.isJoined(); }

    /// RuleBroken when faultOf() says so; PasswordTooShort. Without givesPasswords() the password
    /// is not looked at.
    [[nodiscard]] QFuture<Result<Done>> add(const StaffMember &member,
                                            const QString &password) const;
    [[nodiscard]] QFuture<Result<Done>> change(const StaffMember &member) const;
    [[nodiscard]] QFuture<Result<Done>> disable(const QString &code) const;
    [[nodiscard]] QFuture<Result<Done>> enable(const QString &code) const;
    /// PasswordTooShort; the person's waiting time after wrong passwords ends too. RuleBroken where
    /// the centre gives them.
    [[nodiscard]] QFuture<Result<Done>> resetPassword(const QString &code,
                                                      const QString &password) const;

    /// Whether a role belongs to the hall as a whole and not to a department.
    [[nodiscard]] static bool isHallRole(Role role);

private:
    [[nodiscard]] bool isLastAdministrator(const QString &code) const;

    const HallPublisher &m_publisher;
};

} // namespace hall
