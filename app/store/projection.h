#pragma once

#include "domain/casefile.h"
#include "store/transaction.h"

#include <QStringList>

namespace hall {

/// Projections (resources/sql/0002_projections.sql and later) are pure functions of the journals
/// and of the reference data: no clock, no counters. WriteTx::append calls these; nobody else
/// writes the tables.

/// Writes every row that says something about a case, from the folded journal. `streamKey` = the
/// key of the stream's row: it orders lists by arrival.
[[nodiscard]] Result<Done> project(WriteTx &tx, const CaseFile &after, qint64 streamKey,
                                   bool isNew);

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
