#pragma once

#include <QByteArray>
#include <QString>

namespace hall {

/// What has come of pages that are not whole yet: one file a page, so that a program that ends in
/// the middle goes on there. Nothing is promised by it: what cannot be kept is fetched again, and a
/// whole page is checked by its SHA-256 before it counts.
class PartShelf
{
public:
    explicit PartShelf(QString folder);

    /// Whole pieces only; a torn end is cut off.
    [[nodiscard]] QByteArray read(const QByteArray &sha) const;
    void append(const QByteArray &sha, const QByteArray &bytes) const;
    /// Overwritten first: the page may be one that must not stay here.
    void remove(const QByteArray &sha) const;

private:
    [[nodiscard]] QString path(const QByteArray &sha) const;

    QString m_folder;
};

} // namespace hall
