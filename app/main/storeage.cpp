#include "main/storeage.h"

#include "store/migrations.h"
#include "store/storepaths.h"

#include <QFile>
#include <QtEndian>

namespace hall {

namespace {

/// `pragma user_version` stands here, big-endian, in the first page of a database (SQLite,
/// "Database File Format", 1.3).
constexpr qsizetype versionOffset = 60;

} // namespace

bool isOlderStore(const QString &folder)
{
    QFile file(storePaths(folder, {}).database());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(versionOffset + qsizetype(sizeof(quint32)));
    if (head.size() < versionOffset + qsizetype(sizeof(quint32)))
        return false;
    const auto version = qFromBigEndian<quint32>(head.constData() + versionOffset);
    return version > 0 && version < quint32(newestMigration());
}

} // namespace hall
