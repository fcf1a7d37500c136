#pragma once

#include "store/searchindex.h"

namespace hall {

/// Search entries that wait to be sorted in (gram_fresh, applicant_gram_fresh): what an acceptance
/// adds stands in one row, not in fifty leaves of a big index. Searches look here too.

/// Whether the entries of `key` wait.
[[nodiscard]] Result<bool> isFresh(Connection &connection, GramTable table, qint64 key);
/// All entries of a key that has none sorted in; none = the row goes.
[[nodiscard]] Result<Done> keepFresh(Connection &connection, GramTable table, qint64 key,
                                     const QList<qint64> &grams);
/// Sorts in what has waited longest, at most `most` keys of each table, in the transaction of the
/// caller. Answers how many it were.
[[nodiscard]] Result<int> sortIn(Connection &connection, int most);
/// The same with all that waits.
[[nodiscard]] Result<Done> sortInAll(Connection &connection);

/// FROM … WHERE of the waiting keys that carry all of `grams`, newest first; as GramSearch.
struct FreshSearch
{
    QString from = {};
    QList<qint64> grams = {};
    void bindTo(Query &query) const;
};
/// At most six of `grams` count: what is found is compared with the text anyway.
[[nodiscard]] FreshSearch freshSearch(GramTable table, QList<qint64> grams);

} // namespace hall
