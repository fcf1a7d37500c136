#pragma once

#include "store/transaction.h"

#include <QList>
#include <QString>

namespace hall {

enum class LookKind {
    Opened = 0, ///< a case outside of the own pile
    Numbers = 1 ///< identity numbers and phones were shown unmasked
};

/// Who looked at which case when and why (features.md R3). Nothing of an applicant stands in it.
struct LookRow
{
    qint64 at = 0; ///< ms UTC
    QString staff = {};
    QString post = {};
    StreamId stream = {};
    LookKind kind = LookKind::Opened;
    QString purpose = {}; ///< empty = none was asked
    QString number = {};  ///< of the case and its item, where it is still here; only read
    QString itemCode = {};
};

[[nodiscard]] Result<Done> writeLook(WriteTx &tx, const LookRow &look);
/// Newest first, from `from` (ms) on, at most `limit`.
[[nodiscard]] Result<QList<LookRow>> looks(const ReadTx &tx, qint64 from, int limit);

} // namespace hall
