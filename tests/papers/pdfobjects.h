#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QString>

namespace hall::test {

/// One indirect object, its dictionary with every run of white space made one blank.
struct PdfObject
{
    int number = 0; ///< 0 = there is no such object
    QByteArray dictionary = {};
    QByteArray source = {}; ///< the dictionary as it stands in the file
    QByteArray stream = {}; ///< the same

    /// The stream without its Flate filter.
    [[nodiscard]] QByteArray content() const;
    /// A string of the dictionary: "(…)" with UTF-16 or Latin-1 inside.
    [[nodiscard]] QString text(const QByteArray &key) const;
};

/// The objects of a PDF with one cross-reference table, found through it.
struct PdfObjects
{
    QString fault = {}; ///< why the file could not be read; else empty
    QByteArray trailer = {};
    QHash<int, PdfObject> objects = {};

    [[nodiscard]] static PdfObjects read(const QByteArray &pdf);
    /// The object that "key n 0 R" or "key [n 0 R" points at.
    [[nodiscard]] PdfObject linked(const QByteArray &dictionary, const QByteArray &key) const;
};

/// Numbers and operators of a content stream; names, strings and arrays are left out.
[[nodiscard]] QByteArrayList contentTokens(const QByteArray &content);

} // namespace hall::test
