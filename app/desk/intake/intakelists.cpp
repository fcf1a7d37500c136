#include "desk/intake/intakelists.h"

#include "desk/routing/departments.h"
#include "store/caserows.h"
#include "store/store.h"

#include <algorithm>

namespace hall {

namespace {

constexpr int listLimit = 500;

LocalText stateOf(const CaseRow &row, const Reference &reference)
{
    const ItemDef *item = reference.item(row.itemCode);
    const Definition *definition = item ? reference.definitions.newest(item->workflow) : nullptr;
    const StateDef *state = definition ? definition->state(row.state) : nullptr;
    return state ? state->name : LocalText{.zh = row.state};
}

QDate dueOf(const CaseRow &row)
{
    switch (row.phase) {
    case Phase::Received:
        return row.receiptDue;
    case Phase::Correction:
        return row.correctionDue;
    case Phase::Delivery:
        return row.deliveryDue;
    default:
        return row.light.promiseDue;
    }
}

QList<IntakeRow> rowsFrom(const QList<CaseRow> &cases, const QDateTime &now,
                          const Reference &reference)
{
    QList<IntakeRow> rows;
    for (const CaseRow &found : cases) {
        IntakeRow row{.id = found.id,
                      .number = found.number,
                      .applicantName = found.applicantName,
                      .itemName = reference.itemName(found.itemCode, found.itemName),
                      .state = stateOf(found, reference),
                      .phase = found.phase,
                      .light = lightOf(found.light, now, reference),
                      .due = dueOf(found),
                      .at = found.acceptedAt != 0 ? found.acceptedAt : found.registeredAt,
                      .isPaid = found.isPaid};
        if (row.due.isValid())
            row.daysLeft = reference.calendar.workingDaysBetween(hallDate(now), row.due, {});
        rows.append(row);
    }
    return rows;
}

} // namespace

QFuture<Result<IntakeLists>> IntakeOverview::lists(const Session &session) const
{
    return m_place.store.read(
        [session, now = m_place.clock.now()](ReadTx &tx) -> Result<IntakeLists> {
            const QStringList depts = departmentsServed(session, tx.reference());
            const auto received = casesIn(tx, CaseList::ReceivedHere, depts, listLimit);
            const auto waiting = casesIn(tx, CaseList::WaitingApplicant, depts, listLimit);
            const auto accepted = acceptedAt(tx, session.window, hallDate(now), listLimit);
            for (const auto *answer : {&received, &waiting, &accepted}) {
                if (!answer->ok())
                    return answer->error();
            }
            IntakeLists lists{.received = rowsFrom(received.value(), now, tx.reference()),
                              .waiting = rowsFrom(waiting.value(), now, tx.reference()),
                              .accepted = rowsFrom(accepted.value(), now, tx.reference())};
            std::ranges::stable_sort(lists.received, [](const IntakeRow &a, const IntakeRow &b) {
                return std::pair(-int(a.light), a.due) < std::pair(-int(b.light), b.due);
            });
            return lists;
        });
}

} // namespace hall
