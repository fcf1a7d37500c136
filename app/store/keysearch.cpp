#include "store/keysearch.h"

#include "store/freshgrams.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// %1 table, %2 column. A plus before a name keeps SQLite from using it as an index or an order.
const QString selectSql = u"SELECT %1.key AS key, %1.%2 AS text FROM %1 "_s;
const QString newestSql = u"ORDER BY key DESC LIMIT :limit"_s;
const QString exactSql = u"WHERE %1 = :value AND %1 <> '' ORDER BY key DESC LIMIT :limit"_s;
const QString rangeSql
    = u"WHERE %1 >= :value AND %1 < :behind AND %1 <> '' ORDER BY +key DESC LIMIT :limit"_s;
const QString scanSql = u"WHERE +%1 >= :value AND +%1 < :behind ORDER BY key DESC LIMIT :limit"_s;
const QString tailSql = u"WHERE substr(%1, -4) = :value AND %1 <> '' ORDER BY key DESC"_s;
const QString probeSql = u"SELECT count(*) AS n FROM (SELECT 1 FROM %1 WHERE %2 >= :value "
                         "AND %2 < :behind AND %2 <> '' LIMIT :most)"_s;

// Where reading an index range and sorting it costs as much as walking rows newest first.
constexpr int denseRows = 12000;
constexpr int tailLength = 4;

std::optional<QString> everyRow(const Query &row)
{
    return row.text("text"_L1);
}

} // namespace

KeySearch::KeySearch(const ReadTx &tx, Table table, int limit)
    : m_tx(tx)
    , m_table(std::move(table))
    , m_limit(limit)
{
}

QString KeySearch::select(const QString &column) const
{
    return selectSql.arg(m_table.name, column);
}

Result<QList<Found>> KeySearch::gathered(Query &query, const Named &named) const
{
    QList<Found> list;
    while (list.size() < m_limit) {
        const Result<bool> more = query.next();
        if (!more.ok())
            return more.error();
        if (!more.value())
            break;
        if (const std::optional<Found> found = named(query))
            list.append(*found);
    }
    return list;
}

Result<Done> KeySearch::collect(Query &query, const Named &named)
{
    const Result<QList<Found>> list = gathered(query, named);
    if (!list.ok())
        return list.error();
    m_lists.append(list.value());
    return Done{};
}

Result<Done> KeySearch::newest()
{
    Query query(m_tx.connection(), select(m_table.number) + newestSql);
    query.bind(":limit"_L1, m_limit);
    return collect(query, [](const Query &row) { return Found{.key = row.number("key"_L1)}; });
}

Result<Done> KeySearch::exact(const QString &column, const QString &value, MatchField field)
{
    Query query(m_tx.connection(), select(column) + exactSql.arg(column));
    query.bind(":value"_L1, value).bind(":limit"_L1, m_limit);
    return collect(query, [field](const Query &row) {
        return Found{row.number("key"_L1), field, row.text("text"_L1)};
    });
}

Result<bool> KeySearch::isDense(const QString &column, const QString &value) const
{
    Query query(m_tx.connection(), probeSql.arg(m_table.name, column));
    query.bind(":value"_L1, value)
        .bind(":behind"_L1, behindPrefix(value))
        .bind(":most"_L1, denseRows);
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    return query.number("n"_L1) >= denseRows;
}

Result<Done> KeySearch::prefix(const QString &column, const QString &value, MatchField field)
{
    const Result<bool> dense = isDense(column, value);
    if (!dense.ok())
        return dense.error();
    Query query(m_tx.connection(),
                select(column) + (dense.value() ? scanSql : rangeSql).arg(column));
    query.bind(":value"_L1, value)
        .bind(":behind"_L1, behindPrefix(value))
        .bind(":limit"_L1, m_limit);
    return collect(query, [field](const Query &row) {
        return Found{row.number("key"_L1), field, row.text("text"_L1)};
    });
}

Result<Done> KeySearch::tail(const QString &column, const QString &value, MatchField field)
{
    Query query(m_tx.connection(), select(column) + tailSql.arg(column));
    query.bind(":value"_L1, value.last(std::min<qsizetype>(value.size(), tailLength)));
    return collect(query, [field, &value](const Query &row) -> std::optional<Found> {
        const QString text = row.text("text"_L1);
        if (!QString(text).remove(u'-').endsWith(value)) // 0769-83312345
            return {};
        return Found{row.number("key"_L1), field, text};
    });
}

Result<Done> KeySearch::where(const QString &condition, const QString &column, const QString &value,
                              MatchField field, const Check &check)
{
    Query query(m_tx.connection(),
                select(column) + u"WHERE "_s + condition + u" ORDER BY key DESC"_s);
    query.bind(":value"_L1, value);
    const Check &fits = check ? check : Check(everyRow);
    return collect(query, [field, &fits](const Query &row) -> std::optional<Found> {
        const std::optional<QString> text = fits(row);
        if (!text)
            return {};
        return Found{row.number("key"_L1), field, *text};
    });
}

Result<Done> KeySearch::byGrams(const QList<qint64> &grams, const Named &named)
{
    if (grams.isEmpty())
        return Done{};
    const Result<GramSearch> search = gramSearch(m_tx, m_table.grams, grams);
    if (!search.ok())
        return search.error();
    QString columns = u"SELECT hit.key AS key, address"_s;
    for (const auto &[column, field] : m_table.names)
        columns += u", "_s + column;
    Query sorted(m_tx.connection(), columns + search.value().from);
    search.value().bindTo(sorted);
    const Result<QList<Found>> known = gathered(sorted, named);
    if (!known.ok())
        return known.error();
    const FreshSearch waiting = freshSearch(m_table.grams, search.value().grams);
    Query fresh(m_tx.connection(), columns + waiting.from);
    waiting.bindTo(fresh);
    const Result<QList<Found>> added = gathered(fresh, named);
    if (!added.ok())
        return added.error();
    QList<Found> all;
    std::ranges::merge(known.value(), added.value(), std::back_inserter(all), std::greater{},
                       &Found::key, &Found::key);
    m_lists.append(all.first(std::min<qsizetype>(all.size(), m_limit)));
    return Done{};
}

std::optional<Found> KeySearch::nameMatch(const Query &row,
                                          const std::function<bool(const QString &)> &fits) const
{
    for (const auto &[column, field] : m_table.names) {
        const QString name = row.value(QLatin1StringView(column.toLatin1())).toString();
        if (fits(searchForm(name)))
            return Found{row.number("key"_L1), field, name};
    }
    return {};
}

Result<Done> KeySearch::names(const QString &form)
{
    return byGrams(nameQuery(form), [this, &form](const Query &row) {
        return nameMatch(row, [&form](const QString &name) { return name.contains(form); });
    });
}

Result<Done> KeySearch::initials(const QString &letters)
{
    const auto fits = [&letters](const QString &name) {
        return std::ranges::any_of(initialsOf(name), [&letters](const QString &reading) {
            return reading.startsWith(letters, Qt::CaseInsensitive);
        });
    };
    return byGrams({initialQuery(letters)}, [this, &fits](const Query &row) {
        std::optional<Found> found = nameMatch(row, fits);
        if (found && found->field == MatchField::Name)
            found->field = MatchField::Initials;
        return found;
    });
}

Result<Done> KeySearch::addresses(const QString &form)
{
    return byGrams(addressQuery(form), [&form](const Query &row) -> std::optional<Found> {
        const QString address = row.text("address"_L1);
        if (!searchForm(address).contains(form))
            return {};
        return Found{row.number("key"_L1), MatchField::Address, address};
    });
}

QList<Found> KeySearch::inTurn() const
{
    QList<Found> all;
    QSet<qint64> seen;
    for (const QList<Found> &list : m_lists) {
        for (const Found &found : list) {
            if (all.size() < m_limit && !seen.contains(found.key)) {
                seen.insert(found.key);
                all.append(found);
            }
        }
    }
    return all;
}

QList<Found> KeySearch::shared() const
{
    QList<QList<Found>> once;
    QSet<qint64> seen;
    qsizetype total = 0;
    for (const QList<Found> &list : m_lists) {
        QList<Found> fresh;
        for (const Found &found : list) {
            if (!seen.contains(found.key))
                fresh.append(found);
            seen.insert(found.key);
        }
        total += fresh.size();
        if (!fresh.isEmpty())
            once.append(fresh);
    }
    const qsizetype share = std::max<qsizetype>(1, m_limit / std::max<qsizetype>(1, once.size()));
    qsizetype spare = m_limit;
    for (const QList<Found> &list : std::as_const(once))
        spare -= std::min(share, list.size());
    QList<Found> all;
    for (const QList<Found> &list : std::as_const(once)) {
        const qsizetype own = std::min(share, list.size());
        const qsizetype more
            = std::clamp<qsizetype>(list.size() - own, 0, std::max<qsizetype>(0, spare));
        all += list.first(own + more);
        spare -= more;
    }
    Q_ASSERT(all.size() <= total);
    return all.first(std::min<qsizetype>(all.size(), m_limit));
}

} // namespace hall
