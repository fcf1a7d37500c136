#pragma once

#include "devices/api/pagefolder.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace hall {

struct FolderWatchOptions
{
    int settleMs = 700;  ///< two looks this far apart must see the same file
    int rescanMs = 5000; ///< shares on a network do not announce changes
    int emptyLooks = 15; ///< an empty file may still be written; after so many looks it is reported
};

/// Watches one folder (not its sub-folders). A file is ready when two looks see the same size and
/// time and it can be opened; names that begin with a dot or end like a download in progress wait.
class FolderWatch final : public QObject, public PageFolder
{
    Q_OBJECT

public:
    explicit FolderWatch(FolderWatchOptions options = {}, QObject *parent = nullptr);

    Result<Done> watch(const QString &folder, FilesReady ready) override;
    void stop() override;
    Result<QString> setAside(const QString &path) override;

private:
    struct Seen
    {
        qint64 size = -1;
        QDateTime changed = {};
        QDeadlineTimer settled = {};
        int looks = 0;
        bool isReported = false;
    };

    void look();
    [[nodiscard]] bool isSettled(const QString &path, Seen &seen) const;

    FolderWatchOptions m_options;
    QString m_folder;
    FilesReady m_ready;
    QHash<QString, Seen> m_seen;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_rescan;
};

} // namespace hall
