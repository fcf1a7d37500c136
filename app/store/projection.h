#pragma once

#include "domain/casefile.h"
#include "store/transaction.h"

#include <QSet>
#include <QStringList>

namespace hall {

/// Projections (resources/sql/0002_projections.sql and later) are pure functions of the journals
/// and of the reference data: no clock, no counters. WriteTx::append calls these; nobody else
/// writes the tables.

/// What was here of a case before it is projected.
enum class Newness {
    Known,      ///< its journal
    NewJournal, ///< perhaps a cold row
    NewStream   ///< nothing at all
};

/// What the projections of many cases leave for their end: an applicant's entry is then written
/// once. Until then it may stand as it was.
struct ProjectionBatch
{
    QSet<ApplicantId> applicants = {};
    [[nodiscard]] Result<Done> finish(WriteTx &tx);
};

struct Projecting
{
    qint64 streamKey = 0; ///< key of the stream's row: it orders lists by arrival
    Newness newness = Newness::Known;
    ProjectionBatch *batch = nullptr; ///< without one everything is written at once
};

/// Writes every row that says something about a case, from the folded journal.
[[nodiscard]] Result<Done> project(WriteTx &tx, const CaseFile &after, const Projecting &how);
[[nodiscard]] inline Result<Done> project(WriteTx &tx, const CaseFile &after, qint64 streamKey,
                                          bool isNew)
{
    return project(
        tx, after,
        {.streamKey = streamKey, .newness = isNew ? Newness::NewJournal : Newness::Known});
}

/// Takes every row of a case out of lists, search, directory and figures, cold ones too.
[[nodiscard]] Result<Done> unproject(WriteTx &tx, qint64 streamKey);
/// Takes a till out of its list.
[[nodiscard]] Result<Done> unprojectTill(WriteTx &tx, const StreamId &till);

/// Events of tills (moneyrows.h has their form). Stock streams have no list yet and write nothing.
[[nodiscard]] Result<Done> projectTill(WriteTx &tx, const Event &event);

/// Removes everything that journals of this store can give again; cold rows stay.
[[nodiscard]] Result<Done> clearProjections(WriteTx &tx);

/// Tables that a replay must give again, row by row.
[[nodiscard]] QStringList projectionTables();

} // namespace hall
