#pragma once

#include "domain/casefile.h"
#include "domain/reference.h"
#include "papers/paper.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace hall {

/// What the fields of one paper are taken from.
struct PaperSource
{
    const CaseFile &file;
    const CasePaper &paper;
    const Reference &reference;
    QDateTime now;
    QJsonObject about; ///< body of the event that the paper documents; empty = not at hand
};

/// Adds the fields of a paper beyond the common head (table in app/papers/README.md).
void insertPaperFields(QJsonObject &data, PaperKind kind, const PaperSource &source);

// The parts of the above: money (feefields.cpp), decisions and hand-over (decisionfields.cpp).
void insertPaymentNotice(QJsonObject &data, const PaperSource &source);
void insertReceipt(QJsonObject &data, const PaperSource &source);
void insertSignOff(QJsonObject &data, const PaperSource &source);
void insertDecision(QJsonObject &data, PaperKind kind, const PaperSource &source);
void insertDelivery(QJsonObject &data, const PaperSource &source);

/// False: a public service, a registration …; the permit law is followed by analogy only.
[[nodiscard]] bool isPermit(const ItemDef &item);
/// "2026-11-22" of an instant in ms; empty for 0.
[[nodiscard]] QString dayText(qint64 ms);
/// "2026-11-22"; empty for no date.
[[nodiscard]] QString isoDay(const QDate &date);
/// The day of acceptance in law: a weekend's is the next working day (domain.md section 1).
[[nodiscard]] QString acceptedDay(const PaperSource &source);
/// Newest line of the history with one of these actions; nullptr = none.
[[nodiscard]] const HistoryLine *lastAction(const CaseFile &file, const QStringList &actions);
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
/// Whose seal stands on a paper (domain.md section 5: special seals of the hall, the department's
/// on decisions).
[[nodiscard]] QString sealName(PaperKind kind, const ItemDef &item, const Reference &reference);

} // namespace hall
