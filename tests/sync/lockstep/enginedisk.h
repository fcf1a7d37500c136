#pragma once

#include "domain/id.h"
#include "domain/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace hall::lockstep {

/// A workstation's disk, with what its people know beside it.
struct EngineDisk
{
    QTemporaryDir folder;
    QSet<EventId> written = {};           ///< on this disk, by its people
    QSet<QByteArray> attached = {};       ///< pages, the same
    QHash<QString, QByteArray> keys = {}; ///< "person|station": what their passwords unlock
    QMap<QString, QStringList> personScopes = {};

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
};
using EngineDiskPtr = std::shared_ptr<EngineDisk>;

/// A copy, while no store is open on it.
[[nodiscard]] EngineDiskPtr copyOf(const EngineDisk &disk);
/// The second file of `from` and the pages that it has stand on `to` as well.
void carrySecondFile(const EngineDisk &from, EngineDisk &to);

} // namespace hall::lockstep
