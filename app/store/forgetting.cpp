#include "store/forgetting.h"

#include "store/backup.h"
#include "store/durable.h"
#include "store/settings.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString leftKey = u"store.left"_s;
const QString backupsKey = u"backup.left"_s;
const QString mark = u"(forget)"_s; // no table: a recovery passes it over

/// What fails (a disk that is not there) is tried again after the next purge.
void erase(const QString &file)
{
    const Result<Done> erased = eraseFile(file);
    Q_UNUSED(erased)
}

} // namespace

Result<Done> noteLeft(Connection &connection)
{
    return setOwnSetting(connection, leftKey, u"1"_s);
}

Result<bool> hasLeft(Connection &connection)
{
    const Result<QString> left = setting(connection, leftKey);
    return left.ok() ? Result<bool>(!left.value().isEmpty()) : left.error();
}

void askToForget(WriteTx &tx)
{
    tx.keep({.table = mark});
}

bool asksToForget(const QList<OwnRow> &rows)
{
    return std::ranges::any_of(rows, [](const OwnRow &row) { return row.table == mark; });
}

Result<QString> staleBackups(Connection &connection)
{
    return setting(connection, backupsKey);
}

Result<Done> noteForgotten(Connection &connection)
{
    const Result<QString> times = staleBackups(connection);
    if (!times.ok())
        return times.error();
    const Result<Done> noted
        = setOwnSetting(connection, backupsKey, QString::number(times.value().toLongLong() + 1));
    return noted.ok() ? setOwnSetting(connection, leftKey, {}) : noted;
}

bool eraseOlder(const StorePaths &paths, const QString &newest, std::mutex &turn)
{
    for (const BackupInfo &backup : listBackups(paths.backupFolder)) {
        if (QFileInfo(backup.file) != QFileInfo(newest))
            erase(backup.file);
    }
    QDirIterator pages(paths.backupPages(), QDir::Files, QDirIterator::Subdirectories);
    while (pages.hasNext()) {
        const QString page = pages.next();
        if (!QFile::exists(paths.pages() + page.mid(paths.backupPages().size())))
            erase(page);
    }
    const QStringList aside{u"hall.damaged-*"_s, u"safety.kept-*.log"_s};
    for (const QString &name : QDir(paths.folder).entryList(aside, QDir::Files))
        erase(paths.folder + u'/' + name);
    const std::lock_guard guard(turn);
    const Result<std::unique_ptr<Connection>> opened
        = Connection::open(paths.database(), Connection::Sync::Full);
    return opened.ok()
        && opened.value()->script(u"vacuum; pragma wal_checkpoint(truncate);"_s).ok();
}

} // namespace hall
