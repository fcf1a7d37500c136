#pragma once

#include "domain/deadlines.h"
#include "domain/localtext.h"
#include "store/caserows.h"

#include <QDateTime>

namespace hall {

/// A case as lists show it: its row, with the light of this moment and the words of its codes.
struct CaseLine
{
    CaseRow row = {};
    Light light = Light::Grey;
    LocalText itemName = {};
    LocalText stateName = {};
};

[[nodiscard]] CaseLine caseLine(const CaseRow &row, const QDateTime &now,
                                const Reference &reference);
[[nodiscard]] QList<CaseLine> caseLines(const QList<CaseRow> &rows, const QDateTime &now,
                                        const Reference &reference);

} // namespace hall
