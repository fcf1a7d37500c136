#pragma once

#include <QJsonObject>
#include <QLocale>
#include <QString>

namespace hall {

/// A name that reference data carry in Chinese and English.
struct LocalText
{
    QString zh = {};
    QString en = {};

    /// The text for a language; Chinese stands in where there is no English.
    [[nodiscard]] const QString &in(QLocale::Language language) const
    {
        return language == QLocale::Chinese || en.isEmpty() ? zh : en;
    }
    [[nodiscard]] QJsonObject json() const
    {
        return {{QStringLiteral("zh"), zh}, {QStringLiteral("en"), en}};
    }
    [[nodiscard]] static LocalText fromJson(const QJsonObject &object)
    {
        return {object.value(QStringLiteral("zh")).toString(),
                object.value(QStringLiteral("en")).toString()};
    }
    friend bool operator==(const LocalText &, const LocalText &) = default;
};

} // namespace hall
