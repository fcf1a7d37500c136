#pragma once

#include "domain/dryrun.h"
#include "domain/reference.h"
#include "papers/document.h"

#include <QDateTime>
#include <QStringList>

namespace hall {

/// A dry run to be printed: 办理时限试算表 (fields in app/papers/README.md).
struct DryRunSheet
{
    ItemDef item = {};
    DryRun run = {};
    QStringList warnings = {}; ///< sentences beyond those that the run itself gives
    QDateTime printedAt = {};
    QString printedBy = {};
};

[[nodiscard]] QJsonObject dryRunData(const DryRunSheet &sheet, const Reference &reference);
[[nodiscard]] Result<Document> composeDryRun(const DryRunSheet &sheet, const Reference &reference);

} // namespace hall
