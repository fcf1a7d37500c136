#pragma once

#include "domain/result.h"
#include "store/connection.h"

namespace hall {

/// How much of a journal is there and fits together.
struct JournalFacts
{
    qint64 streams = 0;
    qint64 events = 0;
    qint64 newestPos = 0;
};

/// What SQLite says about the file: StoreDamaged with its first line, if it is not "ok".
[[nodiscard]] Result<Done> checkFile(Connection &connection);
/// Every event gives its hash, every chain its end, every stream its count. StoreDamaged otherwise.
[[nodiscard]] Result<JournalFacts> checkJournal(Connection &connection);

} // namespace hall
