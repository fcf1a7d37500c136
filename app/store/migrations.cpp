#include "store/migrations.h"

#include "domain/clock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

// Outside of any namespace, as the macro demands.
static void initialiseSqlResource()
{
    Q_INIT_RESOURCE(store_sql);
}

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr auto insertMigrationSql
    = "insert into migration (number, name, sha256, program, applied_at)"
      " values (:number, :name, :sha256, :program, :at)";

constexpr qint64 applicationId = 1330136396; // 'OHAL', set by 0001_journal.sql

Result<Done> record(Connection &connection, const Migration &migration, const Clock &clock)
{
    const QByteArray sha = QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256);
    Query insert(connection, QString::fromLatin1(insertMigrationSql));
    insert.bind(":number"_L1, migration.number)
        .bind(":name"_L1, migration.name)
        .bind(":sha256"_L1, QString::fromLatin1(sha.toHex()))
        .bind(":program"_L1, QCoreApplication::applicationVersion())
        .bind(":at"_L1, clock.now().toMSecsSinceEpoch());
    return insert.run();
}

Result<Done> runOne(Connection &connection, const Migration &migration, const Clock &clock)
{
    Result<Done> done = connection.begin();
    if (done.ok())
        done = connection.script(QString::fromUtf8(migration.sql));
    if (done.ok())
        done = record(connection, migration, clock);
    if (done.ok())
        done = connection.script(u"pragma user_version = %1"_s.arg(migration.number));
    if (done.ok())
        done = connection.commit();
    if (!done.ok())
        connection.rollback();
    return done;
}

} // namespace

QList<Migration> allMigrations()
{
    initialiseSqlResource();
    QList<Migration> migrations;
    const QStringList names = QDir(u":/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(u":/sql/"_s + name);
        if (file.open(QIODevice::ReadOnly))
            migrations.append({name.left(4).toInt(), name, file.readAll()});
    }
    return migrations;
}

int newestMigration()
{
    const QList<Migration> migrations = allMigrations();
    return migrations.isEmpty() ? 0 : migrations.last().number;
}

Result<int> storeVersion(Connection &connection)
{
    Query query(connection, u"pragma user_version"_s);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return int(query.number("user_version"_L1));
}

Result<bool> isHallStore(Connection &connection)
{
    Query query(connection, u"pragma application_id"_s);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return query.number("application_id"_L1) == applicationId;
}

Result<Done> migrate(Connection &connection, const Clock &clock)
{
    const Result<int> version = storeVersion(connection);
    if (!version.ok())
        return version.error();
    if (version.value() > newestMigration())
        return Error{ErrorKind::StoreNewer, QString::number(version.value())};
    for (const Migration &migration : allMigrations()) {
        if (migration.number <= version.value())
            continue;
        const Result<Done> done = runOne(connection, migration, clock);
        if (!done.ok())
            return done.error();
    }
    return Done{};
}

} // namespace hall
