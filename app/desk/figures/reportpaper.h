#pragma once

#include "desk/figures/dayreport.h"
#include "papers/document.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall {

/// Who prints the report, and when.
struct ReportStamp
{
    QDateTime printedAt = {};
    QString preparedBy = {}; ///< person's name
};

/// Fields of the daily report (app/papers/README.md). Pure.
[[nodiscard]] QJsonObject reportData(const DayReport &report, const Reference &reference,
                                     const ReportStamp &stamp);
/// Chart objects: by hour, by department, ended by finish code.
[[nodiscard]] QJsonArray reportCharts(const DayReport &report, const Reference &reference);
[[nodiscard]] Result<Document> composeReport(const DayReport &report, const Reference &reference,
                                             const ReportStamp &stamp);

/// Chinese words of a row: "A07 环保一窗", and of the scope.
[[nodiscard]] QString windowLabel(const QString &window, const Reference &reference);
[[nodiscard]] QString scopeLabel(const ReportScope &scope, const Reference &reference);
/// "超期：…" lines of what is not counted, one for each reason.
[[nodiscard]] QStringList missingLines(const DayReport &report);

} // namespace hall
