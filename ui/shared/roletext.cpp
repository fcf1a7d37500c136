#include "ui/shared/roletext.h"

namespace hall {

QString RoleText::word(Role role)
{
    switch (role) {
    case Role::Clerk:
        return tr("Window clerk");
    case Role::Reviewer:
        return tr("Reviewer");
    case Role::CoReviewer:
        return tr("Reviewer of a co-department");
    case Role::Surveyor:
        return tr("Site officer");
    case Role::DeptHead:
        return tr("Head of department");
    case Role::TownLeader:
        return tr("Town leader in charge");
    case Role::Certifier:
        return tr("Making and sealing");
    case Role::Cashier:
        return tr("Cashier");
    case Role::Manager:
        return tr("Hall manager");
    case Role::Administrator:
        return tr("Administrator");
    }
    return {};
}

} // namespace hall
