#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace hall {

/// A folder into which a scanner or another program puts files (devices.md section 0: always offer
/// it). A file is reported once, when its writer has finished with it; files that lay there before
/// are reported too, so nothing scanned before a crash is lost.
class PageFolder
{
public:
    using FilesReady = std::function<void(const QStringList &paths)>;

    virtual ~PageFolder() = default;
    /// Starts to watch (and ends watching another folder). `ready` is called on this thread, with
    /// paths in the order of their names. Errors: FileUnreadable when it is no readable folder.
    virtual Result<Done> watch(const QString &folder, FilesReady ready) = 0;
    virtual void stop() = 0;
    /// Moves a file whose pages are stored into the sub-folder "taken" under a free name; answers
    /// its new path. Errors: FileVanished, FileUnreadable (it could not be moved and stays).
    virtual Result<QString> setAside(const QString &path) = 0;
};

} // namespace hall
