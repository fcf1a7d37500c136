#pragma once

#include "domain/casefile.h"
#include "domain/reference.h"
#include "papers/paper.h"

#include <QDateTime>
#include <QJsonObject>

namespace hall {

/// What the fields of one paper are taken from.
struct PaperSource
{
    const CaseFile &file;
    const CasePaper &paper;
    const Reference &reference;
    QDateTime now;
};

/// Adds the fields of a paper beyond the common head (table in app/papers/README.md).
void insertPaperFields(QJsonObject &data, PaperKind kind, const PaperSource &source);

/// "2026-11-22" of an instant in ms; empty for 0.
[[nodiscard]] QString dayText(qint64 ms);
/// Chinese name of a GB/T 39046 applicant kind and of a certificate code.
[[nodiscard]] QString applicantKindName(int kind);
[[nodiscard]] QString certificateName(const QString &code);
/// The words of the papers for a post ("HB/reviewer") and for the way a fee was paid.
[[nodiscard]] QString postName(const QString &code);
[[nodiscard]] QString instrumentName(Instrument instrument);
/// "80.00元/套", or what a line without a rate says.
[[nodiscard]] QString feeStandard(const QString &unit, std::optional<qint64> rateMicroYuan);
/// "10个工作日", "当场办结".
[[nodiscard]] QString limitText(const std::optional<Limit> &limit);

} // namespace hall
