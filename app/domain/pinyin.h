#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// Pinyin initials for the search: 张三丰 → "zsf". A character with several readings gives several
/// strings (重庆 → "cq", "zq"), all of them indexed, at most 16 for a text. zh, ch, sh count as z,
/// c, s. Latin letters (in lower case) and figures stand for themselves, everything else is passed
/// over.
class PinyinInitials
{
public:
    /// Without a table every Chinese character is passed over.
    PinyinInitials() = default;
    /// The generated table (form: resources/pinyin/generator/main.cpp). ReferenceMissing if
    /// damaged.
    [[nodiscard]] static Result<PinyinInitials> fromBytes(const QByteArray &bytes);

    /// A person's name: the reading as a family name comes first (单 s, 曾 z, 尉迟 yc).
    [[nodiscard]] QStringList ofName(const QString &name) const;
    /// An item, an organisation, an address.
    [[nodiscard]] QStringList ofText(const QString &text) const;

private:
    struct Range
    {
        char32_t first = 0;
        QByteArray letters = {};
    };
    [[nodiscard]] QString lettersOf(char32_t character) const;
    [[nodiscard]] QStringList combined(const QList<char32_t> &characters,
                                       const QString &surnameLetters) const;

    QList<Range> m_ranges;
    QHash<char32_t, QString> m_polyphones;
    QHash<QString, QString> m_surnames;
};

} // namespace hall
