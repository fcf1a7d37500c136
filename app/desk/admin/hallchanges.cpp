#include "desk/admin/hallchanges.h"

#include "domain/canonicaljson.h"
#include "store/referencerows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString plain(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Object:
        return QString::fromUtf8(canonicalJson(value.toObject()));
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue &entry : value.toArray())
            parts.append(plain(entry));
        return parts.join(u"; "_s);
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    }
    return {};
}

/// What tells one row of a list from another.
QString rowKey(const QJsonObject &row)
{
    for (const auto key : {"no"_L1, "code"_L1, "date"_L1, "id"_L1}) {
        if (row.contains(key))
            return plain(row.value(key));
    }
    return {};
}

bool isRows(const QJsonValue &value)
{
    return value.isArray() && value.toArray().first().isObject();
}

/// A row that came or went is told by its name, not by all of its fields.
QString rowName(const QJsonObject &row)
{
    const QJsonValue name = row.value("name"_L1);
    const QString text = name.isObject() ? name.toObject().value("zh"_L1).toString() : plain(name);
    return text.isEmpty() ? plain(row) : text;
}

class Differ
{
public:
    void compare(const QString &path, const QJsonObject &before, const QJsonObject &after)
    {
        QStringList keys = before.keys() + after.keys();
        keys.sort();
        keys.removeDuplicates();
        for (const QString &key : keys)
            compareValue(path.isEmpty() ? key : path + u'.' + key, before.value(key),
                         after.value(key));
    }

    QList<FieldChange> take() { return std::move(m_changes); }

private:
    void compareValue(const QString &path, const QJsonValue &before, const QJsonValue &after)
    {
        if (before == after)
            return;
        if (before.isObject() && after.isObject())
            compare(path, before.toObject(), after.toObject());
        else if (isRows(before) || isRows(after))
            compareRows(path, before.toArray(), after.toArray());
        else
            m_changes.append({.path = path, .before = plain(before), .after = plain(after)});
    }

    void compareRows(const QString &path, const QJsonArray &before, const QJsonArray &after)
    {
        QMap<QString, std::pair<QJsonObject, QJsonObject>> rows;
        for (const QJsonValue &row : before)
            rows[rowKey(row.toObject())].first = row.toObject();
        for (const QJsonValue &row : after)
            rows[rowKey(row.toObject())].second = row.toObject();
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            const auto &[old, young] = row.value();
            const QString place = u"%1[%2]"_s.arg(path, row.key());
            if (old.isEmpty())
                m_changes.append({.path = place, .after = rowName(young)});
            else if (young.isEmpty())
                m_changes.append({.path = place, .before = rowName(old)});
            else
                compare(place, old, young);
        }
    }

    QList<FieldChange> m_changes;
};

LocalText nameOf(const QJsonObject &data)
{
    const QJsonValue name = data.value("name"_L1);
    if (name.isObject())
        return LocalText::fromJson(name.toObject());
    return {.zh = name.isString() ? name.toString() : data.value("reason"_L1).toString()};
}

/// Goes through the publications in order and keeps the newest value of each code.
template <class F> void forPublications(const QList<Event> &journal, HallValues &values, F each)
{
    for (const Event &event : journal) {
        if (event.type != publishedType)
            continue;
        const QJsonObject body = event.bodyObject();
        const std::pair key{body.value("kind"_L1).toString(), body.value("code"_L1).toString()};
        each(event, key, body.value("data"_L1));
        if (body.value("data"_L1).isObject())
            values.insert(key, body.value("data"_L1).toObject());
        else
            values.remove(key);
    }
}

} // namespace

QList<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after)
{
    Differ differ;
    differ.compare({}, before, after);
    return differ.take();
}

QList<HallChange> hallChanges(const QList<Event> &journal)
{
    QList<HallChange> changes;
    HallValues values;
    forPublications(
        journal, values, [&](const Event &event, const auto &key, const QJsonValue &data) {
            const bool wasThere = values.contains(key);
            const QJsonObject before = values.value(key);
            HallChange change{.event = event.id,
                              .at = event.actedAt,
                              .actor = event.actor,
                              .kind = key.first,
                              .code = key.second,
                              .name = nameOf(data.isObject() ? data.toObject() : before)};
            if (!data.isObject())
                change.sort = ChangeSort::Retired;
            else if (wasThere)
                change.sort = ChangeSort::Changed;
            if (change.sort == ChangeSort::Changed)
                change.fields = fieldChanges(before, data.toObject());
            changes.append(change);
        });
    std::ranges::reverse(changes);
    return changes;
}

HallValues hallValues(const QList<Event> &journal)
{
    HallValues values;
    forPublications(journal, values, [](const Event &, const auto &, const QJsonValue &) {});
    return values;
}

QList<HolidayRow> holidaysOf(const HallValues &values)
{
    QList<HolidayRow> days;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (value.key().first != "holiday-year"_L1)
            continue;
        for (const QJsonValue &entry : value.value().value("days"_L1).toArray()) {
            const QJsonObject day = entry.toObject();
            days.append({.date = QDate::fromString(day.value("date"_L1).toString(), Qt::ISODate),
                         .name = day.value("name"_L1).toString(),
                         .isOff = day.value("off"_L1).toBool()});
        }
    }
    std::ranges::sort(days, {}, &HolidayRow::date);
    return days;
}

} // namespace hall
