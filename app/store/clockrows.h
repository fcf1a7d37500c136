#pragma once

#include "domain/clockinputs.h"
#include "store/transaction.h"

#include <QDate>
#include <QList>
#include <QString>

namespace hall {

/// An open case with what its due dates are reckoned from, and the dates that its rows show.
struct ClockRow
{
    qint64 key = 0;
    StreamId id = {};
    QString number = {};
    QString itemCode = {};
    QString itemName = {};
    Phase phase = Phase::Received;
    qint64 changedAt = 0;
    ClockInputs inputs = {};
};

/// Open cases whose journal is here and whose due dates a change of the calendar from that day on
/// may move, oldest first: a date of theirs lies on it or behind it, or their clock stands still
/// (its dates follow today). No journal is read.
[[nodiscard]] Result<QList<ClockRow>> clocksDueFrom(const ReadTx &tx, const QDate &day);
/// Those with after < key ≤ last.
[[nodiscard]] Result<QList<ClockRow>> clocksBetween(const ReadTx &tx, qint64 after, qint64 last);

/// Rows of one case, for project().
[[nodiscard]] Result<Done> writeClock(WriteTx &tx, qint64 key, const CaseFile &file);
[[nodiscard]] Result<Done> removeClock(WriteTx &tx, qint64 key);
/// Writes the dates of an open case that follow from its clock: the same that project() writes.
/// False when none has moved.
[[nodiscard]] Result<bool> moveDates(WriteTx &tx, const ClockRow &row, DueReckoner &reckoner);

} // namespace hall
