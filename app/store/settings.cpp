#include "store/settings.h"

#include "store/ownrows.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString selectSql = u"select value from setting where key = :key"_s;
const QString upsertSql = u"insert or replace into setting (key, value) values (:key, :value)"_s;

} // namespace

Result<QString> setting(Connection &connection, const QString &key, const QString &usual)
{
    Query query(connection, selectSql);
    query.bind(":key"_L1, key);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return row.value() ? query.text("value"_L1) : usual;
}

Result<Done> setSetting(WriteTx &tx, const QString &key, const QString &value)
{
    return putRow(tx, u"setting"_s, {{u"key"_s, key}}, {{u"value"_s, value}});
}

Result<Done> setOwnSetting(Connection &connection, const QString &key, const QString &value)
{
    Query upsert(connection, upsertSql);
    upsert.bind(":key"_L1, key).bind(":value"_L1, value);
    return upsert.run();
}

} // namespace hall
