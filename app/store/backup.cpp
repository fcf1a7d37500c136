#include "store/backup.h"

#include "domain/clock.h"
#include "store/durable.h"
#include "store/integrity.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString prefix = u"onehall-"_s;
const QString suffix = u".sqlite"_s;
const QString stampForm = u"yyyyMMdd-HHmmss-zzz"_s;

Result<Done> vacuumInto(const StorePaths &paths, const QString &file, FaultPlan *faults)
{
    Result<std::unique_ptr<Connection>> source
        = Connection::open(paths.database(), Connection::Sync::Normal, faults);
    if (!source.ok())
        return source.error();
    QString quoted = file;
    quoted.replace(u'\'', u"''"_s);
    return source.value()->script(u"vacuum into '%1'"_s.arg(quoted));
}

Result<Done> settleFile(const QString &file)
{
    QFile written(file);
    if (!written.open(QIODevice::ReadWrite))
        return Error{ErrorKind::StoreFailed, written.errorString()};
    return flushToDisk(written);
}

// A page's bytes never change, so a second name for the same bytes is a copy; another disk gets
// bytes.
bool linkOrCopy(const QString &from, const QString &to)
{
    const std::filesystem::path source(from.toStdU16String());
    const std::filesystem::path target(to.toStdU16String());
    std::error_code failed;
    std::filesystem::create_hard_link(source, target, failed);
    if (!failed)
        return true;
    const QString part = to + u".part"_s;
    QFile::remove(part);
    return QFile::copy(from, part) && settleFile(part).ok() && moveIntoPlace(part, to).ok();
}

Result<int> copyPages(const StorePaths &paths)
{
    int copied = 0;
    QDirIterator files(paths.pages(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString relative = from.mid(paths.pages().size());
        if (relative.endsWith(".part"_L1))
            continue;
        const QString to = paths.backupPages() + relative;
        if (QFile::exists(to))
            continue;
        QDir().mkpath(QFileInfo(to).absolutePath());
        if (!linkOrCopy(from, to))
            return Error{ErrorKind::StoreFailed, u"page copy"_s};
        ++copied;
    }
    return copied;
}

void prune(const QString &folder)
{
    const QList<BackupInfo> all = listBackups(folder);
    for (qsizetype i = keptBackups; i < all.size(); ++i)
        QFile::remove(all.at(i).file);
}

} // namespace

Result<BackupReport> verifyBackup(const QString &file)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(file, Connection::Sync::ReadOnly);
    if (!opened.ok())
        return opened.error();
    Connection &connection = *opened.value();
    const Result<Done> checked = checkFile(connection);
    if (!checked.ok())
        return checked.error();
    const Result<JournalFacts> facts = checkJournal(connection);
    if (!facts.ok())
        return facts.error();
    return BackupReport{.file = file,
                        .bytes = QFileInfo(file).size(),
                        .streams = facts.value().streams,
                        .events = facts.value().events,
                        .newestPos = facts.value().newestPos};
}

Result<BackupReport> makeBackup(const StorePaths &paths, const Clock &clock, FaultPlan *faults)
{
    if (!QDir().mkpath(paths.backupFolder))
        return Error{ErrorKind::StoreFailed, u"backup folder"_s};
    const QString stamp = clock.now().toUTC().toString(stampForm);
    const QString part = paths.backupFolder + u'/' + prefix + stamp + u".part"_s;
    const QString file = paths.backupFolder + u'/' + prefix + stamp + suffix;
    QFile::remove(part);
    Result<Done> done = vacuumInto(paths, part, faults);
    if (done.ok())
        done = settleFile(part);
    if (!done.ok()) {
        QFile::remove(part);
        return done.error();
    }
    Result<BackupReport> report = verifyBackup(part);
    if (!report.ok()) {
        QFile::remove(part);
        return report.error();
    }
    const Result<int> pages = copyPages(paths);
    if (!pages.ok())
        return pages.error();
    done = moveIntoPlace(part, file);
    if (!done.ok())
        return done.error();
    report.value().file = file;
    report.value().at = clock.now();
    report.value().pagesCopied = pages.value();
    prune(paths.backupFolder);
    return report;
}

QList<BackupInfo> listBackups(const QString &backupFolder)
{
    QList<BackupInfo> list;
    // Names carry the time in UTC, so their order is the order of time.
    const QFileInfoList files
        = QDir(backupFolder)
              .entryInfoList({prefix + u'*' + suffix}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &info : files) {
        const QString stamp = info.completeBaseName().mid(prefix.size());
        QDateTime at = QDateTime::fromString(stamp, stampForm);
        at.setTimeSpec(Qt::UTC);
        list.append({info.absoluteFilePath(), at, info.size()});
    }
    return list;
}

} // namespace hall
