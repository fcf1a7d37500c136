#include "desk/intake/timers.h"

#include "desk/routing/caseacts.h"
#include "domain/deadlines.h"
#include "store/caserows.h"
#include "store/paperrows.h"
#include "store/store.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// One transaction does not hold the writer for longer than a clerk would notice; the rest follows
/// with the next run, and the most urgent come first.
constexpr int timerLimit = 200;

Result<int> noticesIn(WriteTx &tx, const Session &session, IdSource &ids)
{
    const Result<QList<StreamId>> cases = deemedWithoutNotice(tx, session.window);
    if (!cases.ok())
        return cases.error();
    int given = 0;
    for (const StreamId &id : cases.value()) {
        const Result<ActResult> done
            = CaseActs::runIn(tx, id, session, TimerDue{.rule = u"deemedAccepted"_s}, ids);
        if (done.ok())
            ++given;
        else if (done.error().kind != ErrorKind::StateMoved)
            return done.error();
    }
    return given;
}

/// A list of cases that a timer waits for, and the date that it waits for.
struct Waiting
{
    CaseList list = CaseList::ReceivedHere;
    QDate CaseRow::*due = &CaseRow::receiptDue;
};

Result<int> runIn(WriteTx &tx, const Session &session, IdSource &ids, const Waiting &waiting)
{
    const Result<QList<CaseRow>> rows = casesIn(tx, waiting.list, {}, timerLimit);
    if (!rows.ok())
        return rows.error();
    const QDateTime now = tx.clock().now();
    int moved = 0;
    for (const CaseRow &row : rows.value()) {
        const QDate date = row.*waiting.due;
        if (!row.isFolded || !date.isValid() || date >= hallDate(now))
            continue;
        const Result<CaseFile> file = tx.caseFile(row.id);
        if (!file.ok())
            return file.error();
        const std::optional<TimerDue> due = dueTimer(file.value(), now, tx.reference());
        if (!due)
            continue;
        const Result<ActResult> done = CaseActs::runIn(tx, row.id, session, *due, ids);
        if (done.ok())
            ++moved;
        else if (done.error().kind != ErrorKind::StateMoved
                 && done.error().kind != ErrorKind::CaseClosed)
            return done.error();
    }
    return moved;
}

} // namespace

QFuture<Result<TimersRun>> runIntakeTimers(Workplace &place, const Session &session)
{
    return place.store.write([session, &ids = place.ids](WriteTx &tx) -> Result<TimersRun> {
        const Result<int> deemed
            = runIn(tx, session, ids, {CaseList::ReceivedHere, &CaseRow::receiptDue});
        if (!deemed.ok())
            return deemed.error();
        const Result<int> lapsed
            = runIn(tx, session, ids, {CaseList::WaitingApplicant, &CaseRow::correctionDue});
        if (!lapsed.ok())
            return lapsed.error();
        return TimersRun{.deemed = deemed.value(), .lapsed = lapsed.value()};
    });
}

QFuture<Result<int>> giveDeemedNotices(Workplace &place, const Session &session)
{
    return place.store.write([session, &ids = place.ids](WriteTx &tx) -> Result<int> {
        return session.window.isEmpty() ? Result<int>(0) : noticesIn(tx, session, ids);
    });
}

} // namespace hall
