#pragma once

#include <QString>

namespace hall {

/// The names inside a store's folder.
struct StorePaths
{
    QString folder = {};
    QString backupFolder = {}; ///< never empty once made by storePaths()

    [[nodiscard]] QString file(QLatin1StringView name) const { return folder + u'/' + name; }
    [[nodiscard]] QString database() const { return file(QLatin1StringView("hall.sqlite")); }
    [[nodiscard]] QString safety() const { return file(QLatin1StringView("safety.log")); }
    [[nodiscard]] QString previousSafety() const
    {
        return file(QLatin1StringView("safety.prev.log"));
    }
    [[nodiscard]] QString newSafety() const { return file(QLatin1StringView("safety.new.log")); }
    [[nodiscard]] QString lock() const { return file(QLatin1StringView("store.lock")); }
    [[nodiscard]] QString pages() const { return file(QLatin1StringView("pages")); }
    [[nodiscard]] QString backupPages() const { return backupFolder + QStringLiteral("/pages"); }
};

/// `backupFolder` empty = backups/ inside `folder`.
[[nodiscard]] inline StorePaths storePaths(const QString &folder, const QString &backupFolder)
{
    return {folder, backupFolder.isEmpty() ? folder + QStringLiteral("/backups") : backupFolder};
}

} // namespace hall
