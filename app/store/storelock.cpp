#include "store/storelock.h"

namespace hall {

using namespace Qt::StringLiterals;

StoreLock::StoreLock(const QString &path)
    : m_file(path)
{
    // Age says nothing: a hall's program runs for weeks. Only a dead process loses its lock.
    m_file.setStaleLockTime(0);
}

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString &path)
{
    std::unique_ptr<StoreLock> lock(new StoreLock(path));
    if (lock->m_file.tryLock(0))
        return lock;
    if (lock->m_file.error() != QLockFile::LockFailedError)
        return Error{ErrorKind::StoreOpen, path};
    qint64 process = 0;
    QString host;
    QString program;
    lock->m_file.getLockInfo(&process, &host, &program);
    return Error{ErrorKind::StoreBusy, QString::number(process)};
}

} // namespace hall
