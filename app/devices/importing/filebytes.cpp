#include "devices/importing/filebytes.h"

#include <QFile>
#include <QFileInfo>

namespace hall {

Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{.kind = ErrorKind::FileVanished};
    // A pipe or a device would never end.
    if (!info.isFile())
        return Error{.kind = ErrorKind::FileUnreadable};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = info.exists() && !QFileInfo::exists(path) ? ErrorKind::FileVanished
                                                                       : ErrorKind::FileUnreadable};
    if (file.size() == 0)
        return Error{.kind = ErrorKind::FileEmpty};
    if (file.size() > limit)
        return Error{.kind = ErrorKind::FileTooLarge, .detail = QString::number(file.size())};
    return readAnnounced(file);
}

Result<QByteArray> readAnnounced(QIODevice &device)
{
    const qint64 announced = device.size();
    QByteArray bytes;
    bytes.reserve(announced);
    while (bytes.size() < announced) {
        const QByteArray piece = device.read(announced - bytes.size());
        // A memory stick pulled out, a network share gone, a file cut short by its writer.
        if (piece.isEmpty())
            return Error{.kind = ErrorKind::FileVanished};
        bytes += piece;
    }
    return bytes;
}

} // namespace hall
