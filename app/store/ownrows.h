#pragma once

#include "store/transaction.h"

#include <QStringList>

namespace hall {

/// The tables of this machine that the safety file keeps row by row: their rows are no events, but
/// a number given or a word typed must survive a damaged store too.
[[nodiscard]] const QStringList &ownTables();
/// Writes one row with `insert or replace` and keeps it for the safety file. Values are texts,
/// integers, or byte arrays (kept as base64 with the prefix "b:").
[[nodiscard]] Result<Done> putRow(WriteTx &tx, const QString &table, const QVariantMap &key,
                                  const QVariantMap &values = {});
[[nodiscard]] Result<Done> removeRow(WriteTx &tx, const QString &table, const QVariantMap &key);
/// All rows of the own tables, for a safety file that begins anew. The store's own settings are not
/// among them: they belong to this very file.
[[nodiscard]] Result<QList<OwnRow>> allOwnRows(Connection &connection);
/// What of this very file a recovery needs all the same: the code of the place (the one who works
/// here stays who it was), and the newest serial ever given, whose event may have left.
[[nodiscard]] OwnRow stationRow(const QString &station);
[[nodiscard]] OwnRow serialRow(qint64 serial);
/// The newest that serialRow() has told; 0 = none.
[[nodiscard]] qint64 toldSerial(const QList<OwnRow> &rows);
/// Applies a kept row again (recovery).
[[nodiscard]] Result<Done> replayRow(Connection &connection, const OwnRow &row);

} // namespace hall
