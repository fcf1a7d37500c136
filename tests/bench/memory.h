#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace hall::bench {

/// Resident memory of this process in kB; 0 where the system does not tell.
inline qint64 residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace hall::bench
