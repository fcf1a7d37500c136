#include "ui/shared/settings.h"

#include <QSettings>
#include <QStandardPaths>

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Scope: everything here belongs to this machine; what belongs to the hall is reference data.
struct SettingRow
{
    Setting setting = Setting::Language;
    QLatin1StringView key = {};
    QMetaType::Type type = QMetaType::QString;
    QVariant standard = {};
};

const SettingRow &rowOf(Setting setting)
{
    static const auto rows = std::to_array<SettingRow>({
        {Setting::Language, "look/language"_L1, QMetaType::QString, u"zh_CN"_s},
        {Setting::Theme, "look/theme"_L1, QMetaType::QString, u"light"_s},
        {Setting::StoreFolder, "store/folder"_L1, QMetaType::QString, QString()},
        {Setting::WindowCode, "machine/window"_L1, QMetaType::QString, QString()},
        {Setting::LastMember, "machine/lastMember"_L1, QMetaType::QString, QString()},
        {Setting::LockMinutes, "machine/lockMinutes"_L1, QMetaType::Int, 10},
        {Setting::BackupFolder, "store/backupFolder"_L1, QMetaType::QString, QString()},
        {Setting::WatchedFolder, "machine/watchedFolder"_L1, QMetaType::QString, QString()},
        {Setting::PrintAtOnce, "machine/printAtOnce"_L1, QMetaType::Int, 1},
        {Setting::MainGeometry, "window/geometry"_L1, QMetaType::QByteArray, QByteArray()},
        {Setting::MainState, "window/state"_L1, QMetaType::QByteArray, QByteArray()},
        {Setting::PrinterFor, "printers"_L1, QMetaType::QString, QString()},
        {Setting::ColumnWidths, "columns"_L1, QMetaType::QByteArray, QByteArray()},
    });
    for (const SettingRow &row : rows) {
        if (row.setting == setting)
            return row;
    }
    return rows.front();
}

} // namespace

Settings::Settings(const QString &file)
    : m_settings(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QVariant Settings::value(Setting setting) const
{
    const SettingRow &row = rowOf(setting);
    QVariant value = m_settings->value(row.key, row.standard);
    // A file edited by hand may hold anything: what does not convert counts as not set.
    return value.convert(QMetaType(row.type)) ? value : row.standard;
}

QString Settings::text(Setting setting) const
{
    return value(setting).toString();
}

int Settings::number(Setting setting) const
{
    return value(setting).toInt();
}

QByteArray Settings::bytes(Setting setting) const
{
    return value(setting).toByteArray();
}

void Settings::set(Setting setting, const QVariant &value)
{
    // Even a value that stays the same would write the whole file and wait for the disk.
    const SettingRow &row = rowOf(setting);
    if (m_settings->value(row.key) != value)
        m_settings->setValue(row.key, value);
}

QVariant Settings::entry(Setting group, const QString &name) const
{
    return m_settings->value(u"%1/%2"_s.arg(rowOf(group).key, name), rowOf(group).standard);
}

void Settings::setEntry(Setting group, const QString &name, const QVariant &value)
{
    m_settings->setValue(u"%1/%2"_s.arg(rowOf(group).key, name), value);
}

QString Settings::file() const
{
    return m_settings->fileName();
}

QString Settings::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/onehall.ini"_s;
}

} // namespace hall
