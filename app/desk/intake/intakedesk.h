#pragma once

#include "desk/intake/counterwork.h"
#include "desk/intake/intakeplan.h"
#include "desk/routing/caseacts.h"
#include "desk/workplace.h"
#include "papers/document.h"

#include <QFuture>

namespace hall {

/// What the clerk wants done with items of the visit.
enum class IntakeWish {
    Accept,  ///< 受理; an item that is decided on the spot is decided too
    TakeIn,  ///< 收件 only: the five-day timer runs
    Check,   ///< of a case taken in before: what was supplied since
    Correct, ///< 一次性告知
    Refuse,
    Withdraw,
    Lapse
};

/// One act at the counter. Everything of it is one store transaction.
struct IntakeOrder
{
    CounterWork work = {};
    QList<int> items = {}; ///< which of work.items
    IntakeWish wish = IntakeWish::Accept;
    QString refusal = {};   ///< Refuse: the action chosen from IntakePlan::refusals
    QString ground = {};    ///< Refuse, Withdraw, Lapse
    QString rightBody = {}; ///< Refuse: who has the power (permit law art. 32)
    QString draft = {};     ///< the draft that keeps this work
    CounterWork rest = {};  ///< what stays on the screen afterwards; empty = the draft goes
};

/// The counter's use case: registers, accepts, takes in, asks for corrections, refuses; and what
/// may follow on a case that stands here. Futures are ready on a store thread; nothing is left half
/// done when one fails.
class IntakeDesk
{
public:
    explicit IntakeDesk(Workplace &place)
        : m_place(place)
        , m_acts(place)
    {
    }

    /// One result per item, in their order; `wanted` holds all papers of the whole act.
    [[nodiscard]] QFuture<Result<QList<ActResult>>> commit(const IntakeOrder &order,
                                                           const Session &session) const;
    /// The last paper that an order for one item would want, with "—" for its number.
    [[nodiscard]] QFuture<Result<Document>> preview(const IntakeOrder &order,
                                                    const Session &session) const;
    [[nodiscard]] QFuture<Result<CaseFile>> load(const StreamId &stream) const
    {
        return m_acts.load(stream);
    }
    /// A case that was taken in before, as work on the screen.
    [[nodiscard]] static CounterWork workOf(const CaseFile &file);
    /// A typing error, more pages, a page turned, moved or taken off, another paper.
    [[nodiscard]] QFuture<Result<ActResult>> change(const StreamId &stream, const Session &session,
                                                    const Command &command) const
    {
        return m_acts.run(stream, session, command);
    }
    /// Hands a result over that was decided here and owes nothing. StateMoved where the item's
    /// definition has no such step now.
    [[nodiscard]] QFuture<Result<ActResult>>
    handOver(const StreamId &stream, const Collector &collector, const Session &session) const;
    /// The person who takes the result when nobody else is named: the agent, else the applicant.
    [[nodiscard]] static Collector usualCollector(const CaseFile &file);

private:
    Workplace &m_place;
    CaseActs m_acts;
};

} // namespace hall
