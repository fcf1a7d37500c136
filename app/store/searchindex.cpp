#include "store/searchindex.h"

#include "store/freshgrams.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostGrams = 6; // more make a statement longer, not the answer shorter
constexpr std::array<size_t, 3> chunkSizes{500, 25, 1};
constexpr int probeLimit = 200; // rows counted to find the rarest entry

const QString insertSql = u"INSERT OR IGNORE INTO %1 (g, key) VALUES (:g, :key)"_s;
const QString deleteSql = u"DELETE FROM %1 WHERE g = :g AND key = :key"_s;
const QString chunkSql = u"INSERT OR IGNORE INTO %1 (g, key) VALUES "_s;
const QString probeSql
    = u"SELECT count(*) AS n FROM (SELECT 1 FROM %1 WHERE g = :g LIMIT :limit)"_s;

QString tableName(GramTable table)
{
    return table == GramTable::Cases ? u"gram"_s : u"applicant_gram"_s;
}

Result<Done> writeEach(WriteTx &tx, const QString &sql, const QList<qint64> &grams, qint64 key)
{
    Query query(tx.connection(), sql);
    for (const qint64 gram : grams) {
        const Result<Done> done = query.bind(":g"_L1, gram).bind(":key"_L1, key).run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<qint64> countUpTo(const ReadTx &tx, GramTable table, qint64 gram)
{
    Query query(tx.connection(), probeSql.arg(tableName(table)));
    query.bind(":g"_L1, gram).bind(":limit"_L1, probeLimit);
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    return query.number("n"_L1);
}

using Entries = std::vector<std::pair<qint64, qint64>>;

/// One statement for `size` rows at a time, bound by position: hundreds of values have no names.
Result<size_t> insertChunks(WriteTx &tx, GramTable table,
                            std::span<const Entries::value_type> entries, size_t size)
{
    if (entries.size() < size)
        return size_t(0);
    const QString places = u"(?, ?), "_s.repeated(qsizetype(size)).chopped(2);
    QSqlQuery query(tx.connection().database());
    if (!query.prepare(chunkSql.arg(tableName(table)) + places))
        return storeError(query.lastError());
    size_t done = 0;
    for (; entries.size() - done >= size; done += size) {
        int at = 0;
        for (const auto &[gram, key] : entries.subspan(done, size)) {
            query.bindValue(at++, gram);
            query.bindValue(at++, key);
        }
        if (!query.exec())
            return storeError(query.lastError());
    }
    return done;
}

} // namespace

Result<Done> reindex(WriteTx &tx, GramTable table, qint64 key, const SearchTexts &before,
                     const SearchTexts &after)
{
    if (before == after)
        return Done{};
    const QList<qint64> old = gramsOf(before);
    const QList<qint64> now = gramsOf(after);
    const Result<bool> isWaiting
        = old.isEmpty() ? Result<bool>(true) : isFresh(tx.connection(), table, key);
    if (!isWaiting.ok())
        return isWaiting.error();
    if (isWaiting.value())
        return keepFresh(tx.connection(), table, key, now);
    QList<qint64> gone;
    QList<qint64> added;
    std::ranges::set_difference(old, now, std::back_inserter(gone));
    std::ranges::set_difference(now, old, std::back_inserter(added));
    const Result<Done> removed = writeEach(tx, deleteSql.arg(tableName(table)), gone, key);
    if (!removed.ok())
        return removed;
    return writeEach(tx, insertSql.arg(tableName(table)), added, key);
}

Result<Done> indexMany(WriteTx &tx, GramTable table,
                       const QList<std::pair<qint64, SearchTexts>> &rows)
{
    Entries entries;
    for (const auto &[key, texts] : rows) {
        for (const qint64 gram : gramsOf(texts))
            entries.emplace_back(gram, key);
    }
    std::ranges::sort(entries);
    std::span<const Entries::value_type> left = entries;
    for (const size_t size : chunkSizes) {
        const Result<size_t> done = insertChunks(tx, table, left, size);
        if (!done.ok())
            return done.error();
        left = left.subspan(done.value());
    }
    return Done{};
}

void GramSearch::bindTo(Query &query) const
{
    static constexpr std::array names{":g0"_L1, ":g1"_L1, ":g2"_L1, ":g3"_L1, ":g4"_L1, ":g5"_L1};
    static_assert(names.size() == mostGrams);
    for (qsizetype i = 0; i < grams.size(); ++i)
        query.bind(names[size_t(i)], grams.at(i));
}

Result<GramSearch> gramSearch(const ReadTx &tx, GramTable table, QList<qint64> grams)
{
    if (grams.size() > 1) {
        std::vector<std::pair<qint64, qint64>> byCount;
        for (const qint64 gram : std::as_const(grams)) {
            const Result<qint64> count = countUpTo(tx, table, gram);
            if (!count.ok())
                return count.error();
            byCount.emplace_back(count.value(), gram);
        }
        std::ranges::sort(byCount);
        grams.clear();
        for (const auto &[count, gram] : byCount)
            grams.append(gram);
        grams.resize(std::min<qsizetype>(grams.size(), mostGrams));
    }
    const QString name = tableName(table);
    QString where = u" WHERE hit.g = :g0"_s;
    for (qsizetype i = 1; i < grams.size(); ++i) {
        where
            += u" AND EXISTS (SELECT 1 FROM %1 AS other WHERE other.g = :g%2 AND other.key = hit.key)"_s
                   .arg(name)
                   .arg(i);
    }
    const QString target = table == GramTable::Cases ? u"case_row"_s : u"applicant"_s;
    // CROSS JOIN keeps SQLite from driving with the wide table.
    return GramSearch{.from
                      = u" FROM %1 AS hit CROSS JOIN %2 ON %2.key = hit.key"_s.arg(name, target)
                          + where + u" ORDER BY hit.key DESC"_s,
                      .grams = grams};
}

} // namespace hall
