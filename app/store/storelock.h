#pragma once

#include "domain/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace hall {

/// One program on one store. The lock of a program that died is taken over; StoreBusy (detail = the
/// other program's process number) while it lives. Raising the other one's window is app/main's.
class StoreLock
{
public:
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString &path);

private:
    explicit StoreLock(const QString &path);
    QLockFile m_file;
};

} // namespace hall
