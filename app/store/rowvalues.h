#pragma once

#include "domain/clock.h"
#include "domain/id.h"
#include "store/connection.h"

#include <QDate>
#include <QVariant>

#include <initializer_list>
#include <utility>

namespace hall {

/// Forms of values in projection rows.

/// A day as yyyymmdd; NULL for an invalid date.
[[nodiscard]] inline QVariant dayValue(const QDate &date)
{
    if (!date.isValid())
        return {};
    return date.year() * 10000 + date.month() * 100 + date.day();
}
[[nodiscard]] inline QDate dayFrom(qint64 number)
{
    return number == 0 ? QDate()
                       : QDate(int(number / 10000), int(number / 100 % 100), int(number % 100));
}
/// The hall's date of an instant in ms; NULL for 0 = not reached.
[[nodiscard]] inline QVariant dayValue(qint64 ms)
{
    return ms == 0 ? QVariant() : dayValue(hallDate(instantOf(ms)));
}

/// Qt binds a null QString as NULL; the columns know only empty texts.
[[nodiscard]] inline QVariant textValue(const QString &text)
{
    return text.isNull() ? QVariant(QString::fromLatin1("")) : QVariant(text);
}

template <class Tag> [[nodiscard]] QVariant idValue(const Id<Tag> &id)
{
    return id.bytes();
}

using NamedValues = std::initializer_list<std::pair<QLatin1StringView, QVariant>>;

inline Query &bindAll(Query &query, NamedValues values)
{
    for (const auto &[name, value] : values)
        query.bind(name, value);
    return query;
}

/// All rows of a query, each mapped by `map(query)`.
template <class Map>
[[nodiscard]] auto rowsOf(Query &query, Map map)
    -> Result<QList<std::invoke_result_t<Map, Query &>>>
{
    QList<std::invoke_result_t<Map, Query &>> rows;
    for (;;) {
        const Result<bool> more = query.next();
        if (!more.ok())
            return more.error();
        if (!more.value())
            return rows;
        rows.append(map(query));
    }
}

} // namespace hall
