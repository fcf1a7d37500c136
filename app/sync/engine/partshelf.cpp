#include "sync/engine/partshelf.h"

#include "sync/api/protocol.h"

#include <QDir>
#include <QFile>

namespace hall {

PartShelf::PartShelf(QString folder)
    : m_folder(std::move(folder))
{
}

QString PartShelf::path(const QByteArray &sha) const
{
    return m_folder + u'/' + QString::fromLatin1(sha.toHex());
}

QByteArray PartShelf::read(const QByteArray &sha) const
{
    QFile file(path(sha));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return bytes.left(bytes.size() / pagePiece * pagePiece);
}

void PartShelf::append(const QByteArray &sha, const QByteArray &bytes) const
{
    QFile file(path(sha));
    const bool isOpen
        = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly | QIODevice::Append);
    // A part with a hole would only be found out by the SHA at the end.
    if (isOpen && file.write(bytes) != bytes.size())
        file.remove();
}

void PartShelf::remove(const QByteArray &sha) const
{
    QFile file(path(sha));
    if (!file.exists())
        return;
    if (file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        file.write(QByteArray(file.size(), '\0'));
    file.remove();
}

} // namespace hall
