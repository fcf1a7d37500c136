#include "store/ownrows.h"

#include <QHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// Texts are kept with "t:" so that a text that begins with "b:" stays one.
QJsonValue kept(const QVariant &value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return u"b:"_s + QString::fromLatin1(value.toByteArray().toBase64());
    if (value.typeId() == QMetaType::QString)
        return u"t:"_s + value.toString();
    return value.toLongLong();
}

QVariant restored(const QJsonValue &value)
{
    if (!value.isString())
        return value.toInteger();
    const QString text = value.toString();
    if (text.startsWith("b:"_L1))
        return QByteArray::fromBase64(text.mid(2).toLatin1());
    return text.mid(2);
}

QJsonObject keptMap(const QVariantMap &map)
{
    QJsonObject object;
    for (auto entry = map.constBegin(); entry != map.constEnd(); ++entry)
        object.insert(entry.key(), kept(entry.value()));
    return object;
}

QStringList keyColumns(const QString &table)
{
    static const QHash<QString, QStringList> keys{
        {u"setting"_s, {u"key"_s}},
        {u"draft"_s, {u"id"_s}},
        {u"intake_serial"_s, {u"station"_s, u"date"_s}},
        {u"number_lease"_s, {u"series"_s, u"organ"_s, u"year"_s, u"first"_s}},
        {u"number_given"_s, {u"series"_s, u"organ"_s, u"year"_s, u"serial"_s}},
        {u"credential"_s, {u"staff"_s}},
        {u"attention"_s, {u"event"_s}},
        {u"gone_event"_s, {u"event"_s}},
        {u"mac_key"_s, {u"staff"_s, u"station"_s}},
        {u"look"_s, {u"at"_s, u"staff"_s, u"stream"_s, u"kind"_s}}};
    return keys.value(table);
}

const QString serialKey = u"store.serial"_s;

OwnRow settingRow(const QString &key, const QString &value)
{
    return {.table = u"setting"_s,
            .key = keptMap({{u"key"_s, key}}),
            .row = keptMap({{u"key"_s, key}, {u"value"_s, value}})};
}

bool isOfThisFile(const QString &table, const QJsonObject &row)
{
    const QString key = row.value("key"_L1).toString();
    return table == "setting"_L1
        && (key.startsWith("t:store."_L1) || key.startsWith("t:backup."_L1));
}

Result<Done> readTable(Connection &connection, const QString &table, QList<OwnRow> &rows)
{
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    if (!query.exec(u"select * from "_s + table))
        return storeError(query.lastError());
    while (query.next()) {
        const QSqlRecord record = query.record();
        OwnRow row{.table = table};
        for (int i = 0; i < record.count(); ++i)
            row.row.insert(record.fieldName(i), kept(record.value(i)));
        for (const QString &column : keyColumns(table))
            row.key.insert(column, row.row.value(column));
        if (!isOfThisFile(table, row.row))
            rows.append(row);
    }
    if (query.lastError().type() != QSqlError::NoError)
        return storeError(query.lastError());
    return Done{};
}

QVariantMap restoredMap(const QJsonObject &object)
{
    QVariantMap map;
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry)
        map.insert(entry.key(), restored(entry.value()));
    return map;
}

void bindAll(Query &query, const QVariantMap &values)
{
    for (auto entry = values.constBegin(); entry != values.constEnd(); ++entry) {
        const QByteArray name = ':' + entry.key().toLatin1();
        query.bind(QLatin1StringView(name), entry.value());
    }
}

Result<Done> putInto(Connection &connection, const QString &table, const QVariantMap &row)
{
    const QStringList columns = row.keys();
    const QString sql = u"insert or replace into %1 (%2) values (:%3)"_s.arg(
        table, columns.join(u", "_s), columns.join(u", :"_s));
    Query insert(connection, sql);
    bindAll(insert, row);
    return insert.run();
}

QString conditions(const QVariantMap &key)
{
    QStringList parts;
    for (const QString &column : key.keys())
        parts.append(u"%1 = :%1"_s.arg(column));
    return parts.join(u" and "_s);
}

Result<qint64> nextOf(Connection &connection, const QString &table, const QVariantMap &key)
{
    Query query(
        connection,
        u"select coalesce(max(next), 0) as next from %1 where %2"_s.arg(table, conditions(key)));
    bindAll(query, key);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return query.number("next"_L1);
}

Result<Done> removeFrom(Connection &connection, const QString &table, const QVariantMap &key)
{
    Query remove(connection, u"delete from %1 where %2"_s.arg(table, conditions(key)));
    bindAll(remove, key);
    return remove.run();
}

} // namespace

const QStringList &ownTables()
{
    static const QStringList tables{
        u"setting"_s,    u"draft"_s,     u"intake_serial"_s, u"number_lease"_s, u"number_given"_s,
        u"credential"_s, u"attention"_s, u"gone_event"_s,    u"mac_key"_s,      u"look"_s};
    return tables;
}

Result<Done> putRow(WriteTx &tx, const QString &table, const QVariantMap &key,
                    const QVariantMap &values)
{
    QVariantMap row = key;
    row.insert(values);
    const Result<Done> done = putInto(tx.connection(), table, row);
    if (done.ok())
        tx.keep({table, keptMap(key), keptMap(row)});
    return done;
}

Result<Done> removeRow(WriteTx &tx, const QString &table, const QVariantMap &key)
{
    const Result<Done> done = removeFrom(tx.connection(), table, key);
    if (done.ok())
        tx.keep({table, keptMap(key), {}});
    return done;
}

Result<QList<OwnRow>> allOwnRows(Connection &connection)
{
    QList<OwnRow> rows;
    for (const QString &table : ownTables()) {
        const Result<Done> done = readTable(connection, table, rows);
        if (!done.ok())
            return done.error();
    }
    return rows;
}

OwnRow stationRow(const QString &station)
{
    return settingRow(u"store.station"_s, station);
}

OwnRow serialRow(qint64 serial)
{
    return settingRow(serialKey, QString::number(serial));
}

qint64 toldSerial(const QList<OwnRow> &rows)
{
    qint64 newest = 0;
    for (const OwnRow &row : rows) {
        const QVariantMap values = restoredMap(row.row);
        if (row.table == "setting"_L1 && values.value(u"key"_s).toString() == serialKey)
            newest = qMax(newest, values.value(u"value"_s).toLongLong());
    }
    return newest;
}

Result<Done> replayRow(Connection &connection, const OwnRow &row)
{
    if (!ownTables().contains(row.table))
        return Done{};
    if (row.row.isEmpty())
        return removeFrom(connection, row.table, restoredMap(row.key));
    QVariantMap values = restoredMap(row.row);
    // Kept rows may be read in any order, but a number given once is never given again.
    if (values.contains(u"next"_s)) {
        const Result<qint64> next = nextOf(connection, row.table, restoredMap(row.key));
        if (!next.ok())
            return next.error();
        values.insert(u"next"_s, qMax(next.value(), values.value(u"next"_s).toLongLong()));
    }
    return putInto(connection, row.table, values);
}

} // namespace hall
