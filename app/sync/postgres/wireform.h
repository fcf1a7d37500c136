#pragma once

#include "domain/result.h"
#include "sync/api/protocol.h"
#include "sync/postgres/values.h"

namespace hall {

// The JSON and the rows of PROTOCOL.md. A form that cannot be read is CentreTooOld: one side speaks
// another version.

[[nodiscard]] QByteArray helloForm(const HelloAsk &ask);
[[nodiscard]] Result<HelloReply> helloFrom(const QByteArray &json);

[[nodiscard]] QByteArray offersForm(const QList<OfferedEvent> &events);
[[nodiscard]] Result<PushReply> pushFrom(const QByteArray &json, qsizetype offered);

[[nodiscard]] QByteArray cursorsForm(const ScopeCursors &after);
/// Rows of `pull` and `history`; the last one is the `upto`.
[[nodiscard]] Result<PullReply> feedFrom(const Rows &rows);
[[nodiscard]] QList<SnapshotRow> snapshotFrom(const Rows &rows);
[[nodiscard]] QMap<QByteArray, PageProgress> progressFrom(const QByteArray &json);

} // namespace hall
