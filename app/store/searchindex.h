#pragma once

#include "store/searchtext.h"
#include "store/transaction.h"

namespace hall {

/// Writers of the bigram tables.
enum class GramTable { Cases, Applicants };

/// Brings the entries of a key from what they were to what they are: only the difference is
/// written. What is new waits in one row first (freshgrams.h).
[[nodiscard]] Result<Done> reindex(WriteTx &tx, GramTable table, qint64 key,
                                   const SearchTexts &before, const SearchTexts &after);

/// Many keys at once, entries sorted so that the b-tree is walked once.
[[nodiscard]] Result<Done> indexMany(WriteTx &tx, GramTable table,
                                     const QList<std::pair<qint64, SearchTexts>> &rows);

/// FROM … WHERE of the keys that carry all of `grams` (:g0, :g1, …), newest first. The rarest entry
/// drives, the others are probed; so the first rows come without reading the rest.
/// Name of the driving table in the statement: `hit`, its key: hit.key.
struct GramSearch
{
    QString from = {};
    QList<qint64> grams = {}; ///< in the order of the names
    void bindTo(Query &query) const;
};
[[nodiscard]] Result<GramSearch> gramSearch(const ReadTx &tx, GramTable table, QList<qint64> grams);

} // namespace hall
