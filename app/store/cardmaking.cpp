#include "store/casecard.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// An edited field of the applicant is newer word than the registration.
qint64 applicantSaidAt(const CaseFile &file)
{
    qint64 at = file.registeredAt;
    for (const HistoryLine &line : file.history) {
        if (line.type == "edited"_L1 && !line.isIrregular)
            at = std::max(at, line.at);
    }
    return at;
}

qint64 changedAt(const CaseFile &file)
{
    qint64 at = file.registeredAt;
    for (const HistoryLine &line : file.history)
        at = std::max(at, line.at);
    return at;
}

void setDates(CaseRow &row, const CaseFile &file, const Deadlines &dates)
{
    row.light = lightInputsOf(file, dates);
    row.light.phase = file.phase;
    row.light.isSameDay = file.item.caseType == CaseType::SameDay;
    row.receiptDue = dates.receipt.date;
    row.stepDue = dates.step.date;
    row.correctionDue = dates.correction.date;
    row.deliveryDue = dates.delivery.date;
    row.registeredAt = file.registeredAt;
    row.acceptedAt = file.acceptedAt;
    row.closedAt = file.closedAt;
}

} // namespace

CaseCard cardOf(const CaseFile &file, const Reference &reference)
{
    CaseCard card;
    CaseRow &row = card.row;
    row = {.id = file.id,
           .number = file.number,
           .itemCode = file.item.code,
           .itemName = file.item.name.zh,
           .dept = file.item.dept,
           .window = file.window,
           .clerk = file.clerk,
           .acceptedBy = file.acceptedBy,
           .applicant = file.applicant.id,
           .applicantName = file.applicant.name,
           .applicantNumber = file.applicant.idNumber,
           .phone = file.applicant.phone,
           .agentName = file.agent.name,
           .summary = file.summary,
           .phase = file.phase,
           .state = file.state(),
           .caseType = file.item.caseType,
           .finish = file.finish,
           .changedAt = changedAt(file),
           .isPaid = file.isPaid(),
           .version = file.eventCount};
    // The newest event stands for "now": a row must not depend on when it is written.
    const Deadlines dates = deadlinesOf(file, instantOf(row.changedAt), reference);
    setDates(row, file, dates);
    card.applicant = file.applicant;
    card.saidAt = applicantSaidAt(file);
    card.isDeemed = file.isDeemedAccepted;
    card.corrections = file.corrections;
    for (const FeeSlip &slip : file.slips)
        card.feeTotal += slip.total;
    card.daysUsed = file.isClosed() ? dates.daysUsed : 0;
    card.legalDays = file.item.legalLimit ? file.item.legalLimit->days : 0;
    card.promisedDays = file.item.promisedLimit.days;
    card.decidedAt = file.decidedAt;
    card.readyAt = file.readyAt;
    return card;
}

} // namespace hall
