#pragma once

#include "domain/result.h"
#include "store/connection.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace hall {

/// Bytes of pages, named by their SHA-256: pages/ab/<64 figures>. A page is on disk and fsynced
/// before it is shown; bytes once written never change (design.md section 6). Calls block: use them
/// on a worker thread. Any thread may call them.
class PageStore
{
public:
    static constexpr qint64 maxPage = 50 * 1024 * 1024;

    explicit PageStore(QString folder, FaultPlan *faults = nullptr,
                       std::function<qint64()> freeBytes = {});

    /// Writes the bytes unless they are here; answers their SHA-256 (32 bytes). FileEmpty,
    /// FileTooLarge, DiskFull (also below the reserve), StoreFailed.
    [[nodiscard]] Result<QByteArray> put(const QByteArray &bytes) const;
    /// The bytes of a page. NotFound, or FileUnreadable when they no longer give their name.
    [[nodiscard]] Result<QByteArray> read(const QByteArray &sha) const;
    [[nodiscard]] bool has(const QByteArray &sha) const;
    /// Overwrites and removes the bytes of a page that may not stay here; also its copies in
    /// backups that are second names of the same file.
    [[nodiscard]] Result<Done> remove(const QByteArray &sha) const;
    /// Where a page's bytes stand or would stand.
    [[nodiscard]] QString path(const QByteArray &sha) const;

private:
    [[nodiscard]] Result<Done> write(const QByteArray &bytes, const QString &target) const;

    QString m_folder;
    FaultPlan *m_faults = nullptr;
    std::function<qint64()> m_freeBytes;
};

} // namespace hall
