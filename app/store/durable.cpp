#include "store/durable.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace hall {

using namespace Qt::StringLiterals;

namespace {

Error systemError(int code)
{
    // EFBIG: the limit of file size set for the user; for the person it is the same as a full disk.
    const bool isFull = code == ENOSPC || code == EFBIG
#ifdef EDQUOT
        || code == EDQUOT
#endif
        ;
    return {isFull ? ErrorKind::DiskFull : ErrorKind::SafetyFile,
            QString::fromLocal8Bit(std::strerror(code))};
}

constexpr qint64 zeros = 1024 * 1024; // written at once

std::filesystem::path nativePath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<Done> flushToDisk(QFile &file)
{
    file.flush();
#ifdef Q_OS_WIN
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    return FlushFileBuffers(handle) ? Result<Done>(Done{}) : Result<Done>(systemError(EIO));
#else
    if (::fdatasync(file.handle()) != 0)
        return systemError(errno);
    return Done{};
#endif
}

Result<Done> preallocate(QFile &file, qint64 size)
{
#ifdef Q_OS_LINUX
    const int code = ::posix_fallocate(file.handle(), 0, size);
    if (code == 0)
        return Done{};
    if (code != EOPNOTSUPP && code != EINVAL)
        return systemError(code);
#endif
    if (!file.resize(size))
        return systemError(ENOSPC);
    return Done{};
}

void flushFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
#else
    const int handle
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#endif
}

qint64 freeBytes(const QString &folder)
{
    std::error_code failed;
    const std::filesystem::space_info space = std::filesystem::space(nativePath(folder), failed);
    if (failed || space.available > std::uintmax_t(std::numeric_limits<qint64>::max()))
        return std::numeric_limits<qint64>::max();
    return qint64(space.available);
}

Result<Done> moveIntoPlace(const QString &from, const QString &path)
{
    // QFile::rename does not replace; std::filesystem::rename does, in one step.
    std::error_code failed;
    std::filesystem::rename(nativePath(from), nativePath(path), failed);
    if (failed)
        return systemError(failed.value());
    flushFolder(QFileInfo(path).absolutePath());
    return Done{};
}

Result<Done> eraseFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Done{};
    // A page that was taken in may be read-only.
    file.setPermissions(file.permissions() | QFile::WriteOwner);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return Error{ErrorKind::StoreFailed, file.errorString()};
    for (qint64 left = file.size(); left > 0;) {
        const qint64 part = std::min(left, zeros);
        if (file.write(QByteArray(part, '\0')) != part)
            return Error{ErrorKind::StoreFailed, file.errorString()};
        left -= part;
    }
    const Result<Done> flushed = flushToDisk(file);
    if (!flushed.ok())
        return flushed;
    file.close();
    if (!file.remove())
        return Error{ErrorKind::StoreFailed, file.errorString()};
    flushFolder(QFileInfo(path).absolutePath());
    return Done{};
}

} // namespace hall
