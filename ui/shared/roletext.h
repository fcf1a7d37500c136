#pragma once

#include "domain/roles.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// The words for roles on screens.
class RoleText
{
    Q_DECLARE_TR_FUNCTIONS(RoleText)
public:
    [[nodiscard]] static QString word(Role role);
};

} // namespace hall
