#pragma once

#include "main/centre/invocation.h"

namespace hall {

// Each does one command and says what it did and what comes next.

Exit initCentre(const Invocation &call);
Exit upgradeCentre(const Invocation &call);
Exit markRestored(const Invocation &call);
Exit makeAdminLogin(const Invocation &call);

Exit changeStaff(const Invocation &call);

Exit enrolStation(const Invocation &call);
Exit closeStation(const Invocation &call);

Exit importIntoCentre(const Invocation &call);

Exit showStatus(const Invocation &call);
Exit verifyWhole(const Invocation &call);
Exit exportWhole(const Invocation &call);

Exit backUpCentre(const Invocation &call);
Exit tryRestore(const Invocation &call);

Exit demonstrate(const Invocation &call);

} // namespace hall
