#pragma once

#include "papers/document.h"

#include <QJsonObject>

namespace hall::test {

/// The code of every case paper below.
[[nodiscard]] QString sampleQr(PaperKind kind);

/// Every field of the paper filled as the use cases fill it.
[[nodiscard]] QJsonObject fullData(PaperKind kind);
/// Only what no case can be without.
[[nodiscard]] QJsonObject minimalData(PaperKind kind);
/// 80 rows in every list, 4,000 characters in every long text, long names with rare characters.
[[nodiscard]] QJsonObject extremeData(PaperKind kind);
/// A hall of 33 windows in 25 departments, some figures without a source.
[[nodiscard]] QJsonObject dailyReportData();

[[nodiscard]] PaperOptions plainOptions();
[[nodiscard]] Document composed(PaperKind kind, const QJsonObject &data,
                                const PaperOptions &options = plainOptions());

} // namespace hall::test
