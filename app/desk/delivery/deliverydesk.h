#pragma once

#include "desk/routing/caseacts.h"
#include "domain/deadlines.h"
#include "store/caserows.h"

#include <QFuture>
#include <QList>

namespace hall {

/// A result that waits for its applicant.
struct ReadyLine
{
    CaseRow row = {};
    Light light = Light::Grey;
    int daysLeft = 0; ///< working days of the ten (permit law art. 44); negative = late
};

/// Results handed over at the window, with the collector's identity (domain.md section 5).
class DeliveryDesk
{
public:
    explicit DeliveryDesk(Workplace &place)
        : m_place(place)
        , m_acts(place)
    {
    }

    /// What is ready in the departments that this post or window serves, most urgent first.
    [[nodiscard]] QFuture<Result<QList<ReadyLine>>> ready(const Session &session) const;
    [[nodiscard]] QFuture<Result<CaseFile>> open(const StreamId &stream) const;
    /// By case number, or what a barcode gun types from a receipt.
    [[nodiscard]] QFuture<Result<StreamId>> find(const QString &text) const;
    /// Takes the step of the item's definition that names a collector. `wanted` holds the receipt
    /// that the collector signs and, before it, a decision that was never printed. StateMoved when
    /// the case does not stand there (any more), FeeUnpaid, FieldMissing.
    [[nodiscard]] QFuture<Result<ActResult>>
    handOver(const CaseFile &file, const Collector &collector, const Session &session) const;
    /// The receipt is signed: `papers` came out right, and the decisions are in the collector's
    /// hand; one that upstairs never confirmed was printed, or it could not be there.
    [[nodiscard]] QFuture<Result<ActResult>>
    confirmSigned(const StreamId &stream, const QStringList &papers, const Session &session) const;
    /// Decisions of the case that go to the applicant.
    [[nodiscard]] static QList<CasePaper> decisionsOf(const CaseFile &file);
    /// Whether the case waits to be handed over.
    [[nodiscard]] static bool isReady(const CaseFile &file);

private:
    Workplace &m_place;
    CaseActs m_acts;
};

} // namespace hall
