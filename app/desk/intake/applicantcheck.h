#pragma once

#include "domain/applicant.h"
#include "domain/casefile.h"
#include "domain/command.h"
#include "domain/error.h"
#include "domain/regions.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace hall {

/// What stands in the way, and at which field: "applicant.phone", "agent.name", "material/3",
/// "item".
struct FieldProblem
{
    QString field = {};
    Error error = {};
};

/// What numbers are checked against.
struct CheckBasis
{
    const RegionTable &regions;
    QDate today = {};
};

/// Checks who applies in the order of the fields and brings numbers and telephones into their
/// normal form. Nothing is changed where a check fails.
[[nodiscard]] QList<FieldProblem> checkApplicant(Applicant &applicant, const CheckBasis &basis);
/// An agent of whom anything was typed needs name, number and authority; the telephone may be left
/// out.
[[nodiscard]] QList<FieldProblem> checkAgent(Agent &agent, const CheckBasis &basis);

/// A correction of a typed value obeys the same rules as the first typing; its new value is brought
/// into normal form.
[[nodiscard]] std::optional<Error> checkEdit(const CaseFile &file, EditField &edit,
                                             const CheckBasis &basis);

} // namespace hall
