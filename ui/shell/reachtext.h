#pragma once

#include "desk/session/sessiondesk.h"

#include <QCoreApplication>
#include <QDateTime>

namespace hall {

/// What the sign-in page says of the centre.
class ReachText
{
    Q_DECLARE_TR_FUNCTIONS(ReachText)
public:
    [[nodiscard]] static QString station(const QString &code, CentreReach reach);
    [[nodiscard]] static QString signedInWithout(const QDateTime &until);
};

} // namespace hall
