#pragma once

#include "domain/casefile.h"
#include "domain/deadlines.h"
#include "store/transaction.h"

#include <QDate>
#include <QList>
#include <QString>

namespace hall {

/// A case as lists show it: one row of the projection `case_row`, written by WriteTx::append from
/// the folded journal. Dates are hall dates; an invalid date = not reached or none.
struct CaseRow
{
    StreamId id = {};
    QString number = {};
    QString itemCode = {};
    QString itemName = {};
    QString dept = {};
    QString window = {};
    QString clerk = {}; ///< who registered
    QString acceptedBy = {};
    ApplicantId applicant = {};
    QString applicantName = {};
    QString applicantNumber = {};
    QString phone = {};
    QString agentName = {};
    QString summary = {};
    Phase phase = Phase::Received;
    QString state = {};
    CaseType caseType = CaseType::Promised;
    QString finish = {};
    LightInputs light = {}; ///< lightOf() gives the light
    QDate receiptDue = {};
    QDate stepDue = {};
    QDate correctionDue = {};
    QDate deliveryDue = {};
    qint64 registeredAt = 0;
    qint64 acceptedAt = 0;
    qint64 closedAt = 0;
    qint64 changedAt = 0;
    bool isFolded = true; ///< its journal is here; false = cold row
    bool isPaid = true;
    int version = 0; ///< events folded so far: changes with every event
};

/// An entry of somebody's pile: a branch that waits for a post.
struct PileRow
{
    CaseRow row = {};
    QString branch = {};
    QString state = {};
    QString stateName = {}; ///< Chinese
    LocalText stateText = {};
    QString member = {}; ///< department or seat of a group's branch
    Role role = Role::Clerk;
    QString dept = {}; ///< owner; empty = any post of the role
    qint64 since = 0;
    QDate due = {};       ///< the step's due date
    EventId expects = {}; ///< last state-changing event of the branch
};

enum class CaseList {
    ReceivedHere,     ///< taken in, not yet decided on (five-day timer)
    WaitingApplicant, ///< correction notice given
    Ready,            ///< results to hand over
    AcceptedHere      ///< accepted, newest first; acceptedAt() asks by window and day
};

/// NotFound when this store has no such case.
[[nodiscard]] Result<CaseRow> caseRow(const ReadTx &tx, const StreamId &id);
[[nodiscard]] Result<StreamId> caseByNumber(const ReadTx &tx, const QString &number);
/// Branches that a post may act on, newest change last; sorting by light is the desk's. Branches
/// that four eyes bar `staff` from are left out. A post without department sees every department's.
[[nodiscard]] Result<QList<PileRow>> pileOf(const ReadTx &tx, const Post &post,
                                            const QString &staff);
/// `depts` empty = all departments; `limit` rows, most urgent date first.
[[nodiscard]] Result<QList<CaseRow>> casesIn(const ReadTx &tx, CaseList list,
                                             const QStringList &depts, int limit);
/// Accepted on a day at a window (empty = all windows), newest first.
[[nodiscard]] Result<QList<CaseRow>> acceptedAt(const ReadTx &tx, const QString &window,
                                                const QDate &day, int limit);
/// Newest first; by the directory's id and by the same identity number.
[[nodiscard]] Result<QList<CaseRow>> casesOfApplicant(const ReadTx &tx, const ApplicantId &id);

/// Rows copied from the centre: no journal here. Much faster than project(); for new streams only,
/// in the order in which lists shall have them (oldest first).
[[nodiscard]] Result<Done> insertColdRows(WriteTx &tx, const QList<CaseRow> &rows);

} // namespace hall
