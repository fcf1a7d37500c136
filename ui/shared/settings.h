#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace hall {

/// Every setting of this machine by name; type, default and scope stand in one table
/// (settings.cpp).
enum class Setting {
    Language,      ///< "zh_CN" or "en"
    Theme,         ///< "light", "dark" or "system"
    StoreFolder,   ///< where the store lies; empty = the platform's data folder
    WindowCode,    ///< the window that this machine stands at; empty upstairs
    LastMember,    ///< who signed in last
    LockMinutes,   ///< idle minutes until the lock; 0 = never
    BackupFolder,  ///< where backups go; empty = beside the store
    WatchedFolder, ///< folder into which a scanner puts files
    PrintAtOnce,   ///< 1 = the counter prints papers at once; 0 = it shows them first
    MainGeometry,
    MainState,
    PrinterFor,  ///< group: paper code → queue name
    ColumnWidths ///< group: table name → header state
};

/// The only user of QSettings: an INI file; tests give a file of their own.
class Settings
{
public:
    explicit Settings(const QString &file);
    ~Settings();

    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] int number(Setting setting) const;
    [[nodiscard]] QByteArray bytes(Setting setting) const;
    void set(Setting setting, const QVariant &value);
    /// An entry of a group.
    [[nodiscard]] QVariant entry(Setting group, const QString &name) const;
    void setEntry(Setting group, const QString &name, const QVariant &value);

    [[nodiscard]] QString file() const;
    /// The platform's place for the file.
    [[nodiscard]] static QString standardFile();

private:
    [[nodiscard]] QVariant value(Setting setting) const;
    std::unique_ptr<QSettings> m_settings;
};

} // namespace hall
