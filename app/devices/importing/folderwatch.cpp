#include "devices/importing/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isInProgress(const QString &fileName)
{
    static constexpr std::array endings{".part"_L1, ".tmp"_L1, ".crdownload"_L1, ".filepart"_L1};
    return fileName.startsWith('.'_L1) || fileName.startsWith('~'_L1)
        || std::ranges::any_of(endings, [&fileName](QLatin1StringView ending) {
               return fileName.endsWith(ending, Qt::CaseInsensitive);
           });
}

QString freePath(const QDir &folder, const QFileInfo &file)
{
    QString path = folder.filePath(file.fileName());
    for (int number = 2; QFileInfo::exists(path); ++number) {
        const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
        path = folder.filePath(u"%1 (%2)%3"_s.arg(file.completeBaseName()).arg(number).arg(suffix));
    }
    return path;
}

} // namespace

FolderWatch::FolderWatch(FolderWatchOptions options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    m_settle.setInterval(m_options.settleMs);
    m_settle.setSingleShot(true);
    m_settle.setTimerType(Qt::PreciseTimer);
    m_rescan.setInterval(m_options.rescanMs);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::look);
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_rescan, &QTimer::timeout, this, &FolderWatch::look);
}

Result<Done> FolderWatch::watch(const QString &folder, FilesReady ready)
{
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return Error{.kind = ErrorKind::FileUnreadable};
    stop();
    m_folder = info.absoluteFilePath();
    m_ready = std::move(ready);
    m_watcher.addPath(m_folder);
    m_rescan.start();
    look();
    return Done{};
}

void FolderWatch::stop()
{
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_settle.stop();
    m_rescan.stop();
    m_seen.clear();
    m_folder.clear();
    m_ready = {};
}

Result<QString> FolderWatch::setAside(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error{.kind = ErrorKind::FileVanished};
    QDir folder = file.absoluteDir();
    if (!folder.mkpath(u"taken"_s) || !folder.cd(u"taken"_s))
        return Error{.kind = ErrorKind::FileUnreadable};
    const QString target = freePath(folder, file);
    if (!QFile::rename(file.absoluteFilePath(), target))
        return Error{.kind = ErrorKind::FileUnreadable};
    return target;
}

void FolderWatch::look()
{
    QHash<QString, Seen> present;
    QStringList ready;
    bool someWait = false;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        if (isInProgress(file.fileName()))
            continue;
        const QString path = file.absoluteFilePath();
        Seen seen = m_seen.value(path);
        if (seen.size != file.size() || seen.changed != file.lastModified())
            seen = {.size = file.size(),
                    .changed = file.lastModified(),
                    .settled = QDeadlineTimer(m_options.settleMs, Qt::PreciseTimer)};
        else if (!seen.isReported && seen.settled.hasExpired() && isSettled(path, seen)) {
            seen.isReported = true;
            ready.append(path);
        }
        someWait = someWait || !seen.isReported;
        present.insert(path, seen);
    }
    m_seen = present;
    if (someWait && !m_settle.isActive())
        m_settle.start();
    // A copy: the receiver may stop the watch or turn to another folder while it is told.
    const FilesReady tell = m_ready;
    if (!ready.isEmpty() && tell)
        tell(ready);
}

bool FolderWatch::isSettled(const QString &path, Seen &seen) const
{
    ++seen.looks;
    if (seen.size == 0 && seen.looks < m_options.emptyLooks)
        return false;
    return QFile(path).open(QIODevice::ReadOnly);
}

} // namespace hall
