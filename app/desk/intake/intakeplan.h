#pragma once

#include "desk/intake/applicantcheck.h"
#include "desk/intake/counterwork.h"
#include "domain/definition.h"
#include "domain/reference.h"

namespace hall {

/// A way to refuse that the definition offers.
struct RefusalChoice
{
    QString action = {};
    LocalText name = {};
};

/// The actions of an item's definition that the counter offers, found by what they do and never by
/// their names. Empty = the definition has none.
struct IntakePlan
{
    QString accept = {};
    QString grant = {};    ///< decides on the spot, straight after acceptance
    QString handOver = {}; ///< from where `grant` leads
    QString correct = {};
    QString withdraw = {};
    QString lapse = {};
    QList<RefusalChoice> refusals = {};
    [[nodiscard]] bool isOnTheSpot() const { return !grant.isEmpty(); }
};

/// `version` 0 = the newest definition.
[[nodiscard]] IntakePlan planOf(const ItemDef &item, int version, const Reference &reference);

/// The item's checklist with nothing received.
[[nodiscard]] QList<LineCheck> openChecklist(const ItemDef &item);
/// Received in full and right.
[[nodiscard]] LineCheck rightLine(const MaterialDef &material);

/// What keeps an item of the visit from being accepted, in the order of the screen; the applicant's
/// and agent's numbers are brought into normal form.
[[nodiscard]] QList<FieldProblem> missingForAcceptance(CounterWork &work, int index,
                                                       const Reference &reference,
                                                       const CheckBasis &basis);
/// The same without the checklist: for taking in, asking for corrections and refusing.
[[nodiscard]] QList<FieldProblem> missingForRegistration(CounterWork &work, int index,
                                                         const CheckBasis &basis);

} // namespace hall
