#pragma once

#include "store/connection.h"

#include <QList>
#include <QString>

namespace hall {

class Clock;

/// One numbered file of resources/sql.
struct Migration
{
    int number = 0;
    QString name = {}; ///< "0001_journal.sql"
    QByteArray sql = {};
};

/// All migrations that this program carries, by number.
[[nodiscard]] QList<Migration> allMigrations();
/// The number of the newest one: `pragma user_version` of an up-to-date store.
[[nodiscard]] int newestMigration();
/// The store's number; 0 = empty file.
[[nodiscard]] Result<int> storeVersion(Connection &connection);
/// Migrations have four figures: a bigger version is no version but damage.
constexpr int maxMigration = 9999;
/// The file carries our application id.
[[nodiscard]] Result<bool> isHallStore(Connection &connection);
/// Runs what is missing, each file in one transaction with its number, so that it resumes after a
/// crash. StoreNewer (detail = the store's number) when a newer program wrote the store.
[[nodiscard]] Result<Done> migrate(Connection &connection, const Clock &clock);

} // namespace hall
