#pragma once

#include "domain/casefile.h"
#include "store/transaction.h"

namespace hall {

/// A paper of a case that somebody still has to print, or has printed.
struct PaperRow
{
    StreamId caseId = {};
    QString caseNumber = {};
    QString applicantName = {};
    QString itemName = {};
    QString id = {};   ///< EventId text of the event that wanted it
    QString kind = {}; ///< paper code
    QString number = {};
    PaperState state = PaperState::Wanted;
    int copies = 0;
    qint64 at = 0; ///< wanted at
    QString dept = {};
    QString window = {};
    QString wantedBy = {};   ///< staff code, empty = a timer; only papersWaitingIn() says it
    QString wantedPost = {}; ///< "HB/certifier"; likewise
};

/// Wanted or sent to the printer, not confirmed as printed; oldest first. `window` empty = all.
[[nodiscard]] Result<QList<PaperRow>> papersWaiting(const ReadTx &tx, const QString &window,
                                                    int limit);
/// The same over departments (empty = all), newest first, and who wanted each.
[[nodiscard]] Result<QList<PaperRow>> papersWaitingIn(const ReadTx &tx, const QStringList &depts,
                                                      int limit);
/// Open cases of a window that were deemed accepted and whose notice nobody has asked for yet.
[[nodiscard]] Result<QList<StreamId>> deemedWithoutNotice(const ReadTx &tx, const QString &window);
/// Papers with an official number, for the scanner gun at a counter.
[[nodiscard]] Result<QList<PaperRow>> papersByNumber(const ReadTx &tx, const QString &number);

/// Rows of one case, for project().
[[nodiscard]] Result<Done> writePapers(WriteTx &tx, qint64 key, const CaseFile &file);
[[nodiscard]] Result<Done> removePapers(WriteTx &tx, qint64 key);

} // namespace hall
