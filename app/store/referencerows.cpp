#include "store/referencerows.h"

#include "domain/canonicaljson.h"
#include "domain/event.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString upsertSql = u"insert into ref (kind, code, version, json, is_retired, event)"
                          u" values (:kind, :code, :version, :json, 0, :event)"
                          u" on conflict (kind, code, version) do update"
                          u" set json = excluded.json, is_retired = 0, event = excluded.event"_s;
const QString retireSql
    = u"update ref set is_retired = 1, event = :event where kind = :kind and code = :code"_s;
// Versions come in rising order, so the newest one is what stays in a map.
const QString allSql
    = u"select kind, code, version, json, is_retired from ref order by kind, code, version"_s;
const QString settingSql
    = u"select json from ref where kind = 'setting' and code = :code and is_retired = 0"
      u" order by version desc limit 1"_s;

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Gathers rows into a Reference; the calendar needs all of its days at once.
class Loader
{
public:
    Result<Done> take(const QString &kind, const QString &code, const QByteArray &json,
                      bool isRetired)
    {
        // It was well-formed when it was published: now the file has lost it.
        const QJsonObject data = parsed(json);
        if (data.isEmpty())
            return Error{ErrorKind::StoreDamaged, u"ref "_s + kind};
        if (kind == "definition"_L1)
            return keepDefinition(json);
        if (isRetired)
            forget(kind, code);
        else
            keep(kind, code, data);
        return Done{};
    }

    ReferencePtr finished()
    {
        QList<LocalOff> offs;
        for (const LocalDay &day : std::as_const(m_reference->localDays)) {
            if (day.isOff)
                offs.append({day.date, day.reason, day.author});
            else
                m_holidays.append({day.date, day.reason, false});
        }
        m_reference->calendar = WorkingCalendar(m_holidays, offs);
        return m_reference;
    }

private:
    // A running case keeps its definition, so a retired one stays known.
    Result<Done> keepDefinition(const QByteArray &json)
    {
        const Result<Definition> definition = Definition::fromJson(json);
        if (!definition.ok())
            return definition.error();
        m_reference->definitions.add(definition.value());
        return Done{};
    }

    void forget(const QString &kind, const QString &code)
    {
        if (kind == "item"_L1)
            m_reference->items.remove(code);
    }

    void keep(const QString &kind, const QString &code, const QJsonObject &data)
    {
        if (kind == "item"_L1)
            m_reference->items.insert(code, ItemDef::fromJson(data));
        else if (kind == "department"_L1)
            m_reference->departments.insert(code, Department::fromJson(data));
        else if (kind == "window"_L1)
            m_reference->windows.insert(code, Window::fromJson(data));
        else if (kind == "staff"_L1)
            m_reference->staff.insert(code, StaffMember::fromJson(data));
        else if (kind == "hall"_L1)
            m_reference->hall = HallInfo::fromJson(data);
        else
            keepOther(kind, code, data);
    }

    void keepOther(const QString &kind, const QString &code, const QJsonObject &data)
    {
        if (kind == "localday"_L1) {
            const LocalDay day = LocalDay::fromJson(data);
            m_reference->localDays.insert(day.date, day);
        } else if (kind == "holiday-year"_L1) {
            keepHolidays(data);
        } else if (kind == "phrases"_L1) {
            for (const QJsonValue &phrase : data.value("list"_L1).toArray())
                m_reference->phrases[code].append(phrase.toString());
        } else if (kind == "template"_L1) {
            m_reference->templates.insert(code, data.value("text"_L1).toString().toUtf8());
        }
    }

    void keepHolidays(const QJsonObject &data)
    {
        for (const QJsonValue &value : data.value("days"_L1).toArray()) {
            const QJsonObject day = value.toObject();
            m_holidays.append({QDate::fromString(day.value("date"_L1).toString(), Qt::ISODate),
                               day.value("name"_L1).toString(), day.value("off"_L1).toBool()});
        }
    }

    std::shared_ptr<Reference> m_reference = std::make_shared<Reference>();
    QList<HolidayRow> m_holidays;
};

} // namespace

QJsonObject publicationBody(const QString &kind, const QString &code, const QJsonObject &data)
{
    return {{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}};
}

QJsonObject retirementBody(const QString &kind, const QString &code)
{
    return {{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, QJsonValue::Null}};
}

QJsonObject holidayYearJson(const QList<HolidayRow> &days)
{
    QJsonArray list;
    for (const HolidayRow &day : days)
        list.append(QJsonObject{{u"date"_s, day.date.toString(Qt::ISODate)},
                                {u"name"_s, day.name},
                                {u"off"_s, day.isOff}});
    return {{u"days"_s, list}};
}

Result<Done> storePublication(Connection &connection, const Event &event)
{
    if (event.type != publishedType)
        return Done{};
    const QJsonObject body = event.bodyObject();
    const QString kind = body.value("kind"_L1).toString();
    const QString code = body.value("code"_L1).toString();
    if (kind.isEmpty() || code.isEmpty())
        return Error{ErrorKind::RuleBroken, u"publication without kind or code"_s};
    if (!body.value("data"_L1).isObject()) {
        Query retire(connection, retireSql);
        retire.bind(":event"_L1, event.id.bytes()).bind(":kind"_L1, kind).bind(":code"_L1, code);
        return retire.run();
    }
    const QJsonObject data = body.value("data"_L1).toObject();
    Query upsert(connection, upsertSql);
    upsert.bind(":kind"_L1, kind)
        .bind(":code"_L1, code)
        .bind(":version"_L1, data.value("version"_L1).toInt(1))
        .bind(":json"_L1, QString::fromUtf8(canonicalJson(data)))
        .bind(":event"_L1, event.id.bytes());
    return upsert.run();
}

std::optional<QDate> firstMovedDay(const Event &event)
{
    const QJsonObject body = event.bodyObject();
    const QString kind = body.value("kind"_L1).toString();
    const QString code = body.value("code"_L1).toString();
    if (kind == "hall"_L1)
        return QDate();
    if (kind == "localday"_L1)
        return QDate::fromString(code, Qt::ISODate);
    // A year's notice also names days of the December before.
    if (kind == "holiday-year"_L1)
        return QDate(code.toInt() - 1, 12, 1);
    return {};
}

Result<ReferencePtr> loadReference(Connection &connection)
{
    Loader loader;
    Query query(connection, allSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        const Result<Done> taken
            = loader.take(query.text("kind"_L1), query.text("code"_L1),
                          query.text("json"_L1).toUtf8(), query.number("is_retired"_L1) != 0);
        if (!taken.ok())
            return taken.error();
    }
    if (!more.ok())
        return more.error();
    return loader.finished();
}

Result<QJsonObject> publishedSetting(Connection &connection, const QString &code)
{
    Query query(connection, settingSql);
    query.bind(":code"_L1, code);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return row.value() ? parsed(query.text("json"_L1).toUtf8()) : QJsonObject();
}

} // namespace hall
