#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// Form that names and addresses are compared in: full width made half width, white space out,
/// Latin in upper case, one middle dot for all (买买提·艾力 is typed with ·, • or ・).
[[nodiscard]] QString searchForm(const QString &text);

/// Entries of the tables gram and applicant_gram: integers of at most 47 bits (six bytes in
/// SQLite), by code point, for rare characters of names lie outside the BMP (sync.md section C4).
///  - names: every character and every pair of neighbours;
///  - addresses: pairs only, in a class of their own, so that 大朗 finds people before streets;
///  - initials: every prefix up to `longestInitials` letters of every reading.
/// All functions take text in searchForm and give each entry once, sorted.
constexpr int longestInitials = 8;
[[nodiscard]] QList<qint64> nameGrams(const QString &form);
[[nodiscard]] QList<qint64> addressGrams(const QString &form);
[[nodiscard]] QList<qint64> initialGrams(const QStringList &readings);

/// The entries that a query must have: its pairs, or its one character.
[[nodiscard]] QList<qint64> nameQuery(const QString &form);
[[nodiscard]] QList<qint64> addressQuery(const QString &form);
/// One entry: the first letters of what was typed.
[[nodiscard]] qint64 initialQuery(const QString &letters);

/// Pinyin initials of a name in all readings, lower case ("zjg"); empty where a character has none.
[[nodiscard]] QStringList initialsOf(const QString &name);

/// The entries of a row: what a case or an applicant is found by.
struct SearchTexts
{
    QStringList names = {};
    QString address = {};
    friend bool operator==(const SearchTexts &, const SearchTexts &) = default;
};
[[nodiscard]] QList<qint64> gramsOf(const SearchTexts &texts);

/// First text behind all that begin with `prefix`, for a range on a b-tree.
[[nodiscard]] inline QString behindPrefix(const QString &prefix)
{
    return prefix + QChar(0xffff);
}

} // namespace hall
