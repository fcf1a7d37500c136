#include "store/freshgrams.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype gramSize = 8;
constexpr std::array placeNames{":f0"_L1, ":f1"_L1, ":f2"_L1, ":f3"_L1, ":f4"_L1, ":f5"_L1};

const QString isFreshSql = u"SELECT 1 AS here FROM %1_fresh WHERE key = :key"_s;
const QString keepSql = u"INSERT OR REPLACE INTO %1_fresh (key, grams) VALUES (:key, :grams)"_s;
const QString dropSql = u"DELETE FROM %1_fresh WHERE key = :key"_s;
const QString oldestSql = u"SELECT key, grams FROM %1_fresh ORDER BY key LIMIT :most"_s;
const QString dropUpToSql = u"DELETE FROM %1_fresh WHERE key <= :key"_s;
const QString insertSql = u"INSERT OR IGNORE INTO %1 (g, key) VALUES (:g, :key)"_s;

QString gramTable(GramTable table)
{
    return table == GramTable::Cases ? u"gram"_s : u"applicant_gram"_s;
}

QByteArray packed(const QList<qint64> &grams)
{
    QByteArray bytes(grams.size() * gramSize, Qt::Uninitialized);
    qToBigEndian<qint64>(grams.constData(), grams.size(), bytes.data());
    return bytes;
}

QList<qint64> unpacked(const QByteArray &bytes)
{
    QList<qint64> grams(bytes.size() / gramSize);
    qFromBigEndian<qint64>(bytes.constData(), grams.size(), grams.data());
    return grams;
}

struct Waiting
{
    std::vector<std::pair<qint64, qint64>> entries = {}; ///< gram, key
    qint64 lastKey = 0;
    int keys = 0;
};

Result<Waiting> oldest(Connection &connection, const QString &name, int most)
{
    Waiting waiting;
    Query query(connection, oldestSql.arg(name));
    query.bind(":most"_L1, most);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        waiting.lastKey = query.number("key"_L1);
        ++waiting.keys;
        for (const qint64 gram : unpacked(query.bytes("grams"_L1)))
            waiting.entries.emplace_back(gram, waiting.lastKey);
    }
    if (!more.ok())
        return more.error();
    return waiting;
}

Result<int> sortInTable(Connection &connection, GramTable table, int most)
{
    const QString name = gramTable(table);
    Result<Waiting> waiting = oldest(connection, name, most);
    if (!waiting.ok())
        return waiting.error();
    if (waiting.value().keys == 0)
        return 0;
    std::vector<std::pair<qint64, qint64>> &entries = waiting.value().entries;
    std::ranges::sort(entries);
    Query insert(connection, insertSql.arg(name));
    for (const auto &[gram, key] : entries) {
        const Result<Done> done = insert.bind(":g"_L1, gram).bind(":key"_L1, key).run();
        if (!done.ok())
            return done.error();
    }
    const Result<Done> dropped
        = Query(connection, dropUpToSql.arg(name)).bind(":key"_L1, waiting.value().lastKey).run();
    if (!dropped.ok())
        return dropped.error();
    return waiting.value().keys;
}

} // namespace

Result<bool> isFresh(Connection &connection, GramTable table, qint64 key)
{
    Query query(connection, isFreshSql.arg(gramTable(table)));
    query.bind(":key"_L1, key);
    return query.next();
}

Result<Done> keepFresh(Connection &connection, GramTable table, qint64 key,
                       const QList<qint64> &grams)
{
    const QString name = gramTable(table);
    if (grams.isEmpty())
        return Query(connection, dropSql.arg(name)).bind(":key"_L1, key).run();
    Query keep(connection, keepSql.arg(name));
    return keep.bind(":key"_L1, key).bind(":grams"_L1, packed(grams)).run();
}

Result<int> sortIn(Connection &connection, int most)
{
    const Result<int> cases = sortInTable(connection, GramTable::Cases, most);
    if (!cases.ok())
        return cases;
    const Result<int> applicants = sortInTable(connection, GramTable::Applicants, most);
    if (!applicants.ok())
        return applicants;
    return std::max(cases.value(), applicants.value());
}

Result<Done> sortInAll(Connection &connection)
{
    const Result<int> sorted = sortIn(connection, std::numeric_limits<int>::max());
    return sorted.ok() ? Result<Done>(Done{}) : sorted.error();
}

void FreshSearch::bindTo(Query &query) const
{
    for (qsizetype i = 0; i < grams.size(); ++i)
        query.bind(placeNames[size_t(i)], packed({grams.at(i)}));
}

FreshSearch freshSearch(GramTable table, QList<qint64> grams)
{
    grams.resize(std::min<qsizetype>(grams.size(), qsizetype(placeNames.size())));
    const QString target = table == GramTable::Cases ? u"case_row"_s : u"applicant"_s;
    QString from = u" FROM %1_fresh AS hit CROSS JOIN %2 ON %2.key = hit.key WHERE 1"_s.arg(
        gramTable(table), target);
    for (qsizetype i = 0; i < grams.size(); ++i)
        from += u" AND instr(hit.grams, "_s + placeNames[size_t(i)] + u")"_s;
    return {.from = from + u" ORDER BY hit.key DESC"_s, .grams = grams};
}

} // namespace hall
