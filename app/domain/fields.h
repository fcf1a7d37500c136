#pragma once

#include "domain/casefile.h"

#include <QString>

namespace hall {

/// The field of a case that an edit names ("applicant.name", "agent.phone", "summary"); nullptr when
/// there is no such field or it may not be edited.
[[nodiscard]] QString *editableField(CaseFile &file, const QString &name);
/// True for fields whose change voids the signatures given before (who applies, and for what); a
/// telephone number or an address does not.
[[nodiscard]] bool voidsSignatures(const QString &field);

} // namespace hall
