#include "desk/papers/paperfields.h"

#include "domain/clock.h"
#include "domain/deadlines.h"

#include <QJsonArray>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString isoDay(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QString receivedText(int originals, int copies)
{
    return u"原件%1 复印件%2"_s.arg(originals).arg(copies);
}

QJsonArray returnedMaterials(const CaseFile &file)
{
    QJsonArray rows;
    for (const MaterialLine &line : file.materials) {
        if (line.originals + line.copies > 0)
            rows.append(QJsonObject{{u"name"_s, line.due.name.zh},
                                    {u"copies"_s, line.originals + line.copies}});
    }
    return rows;
}

void insertIntake(QJsonObject &data, const PaperSource &source)
{
    QJsonArray rows;
    for (const MaterialLine &line : source.file.materials) {
        const bool isComplete
            = line.originals >= line.due.originals && line.copies >= line.due.copies;
        QString remark = line.problem;
        if (remark.isEmpty() && !isComplete)
            remark = line.due.suppliedLater ? u"可容缺后补"_s : u"未齐"_s;
        rows.append(QJsonObject{{u"name"_s, line.due.name.zh},
                                {u"due"_s, receivedText(line.due.originals, line.due.copies)},
                                {u"received"_s, receivedText(line.originals, line.copies)},
                                {u"pages"_s, source.file.livePages(line.due.no).size()},
                                {u"form"_s, line.due.form},
                                {u"remark"_s, remark}});
    }
    data.insert(u"materials"_s, rows);
    const Deadlines dates = deadlinesOf(source.file, source.now, source.reference);
    data.insert(u"decideBy"_s, isoDay(dates.receipt.date));
}

void insertCorrection(QJsonObject &data, const PaperSource &source)
{
    QJsonArray rows;
    bool isMissing = false;
    bool isWrong = false;
    for (const MaterialLine &line : source.file.materials) {
        if (line.verdict != LineVerdict::Wrong)
            continue;
        const bool came = line.originals + line.copies > 0;
        isMissing = isMissing || !came;
        isWrong = isWrong || came;
        rows.append(QJsonObject{{u"material"_s, line.due.name.zh},
                                {u"problem"_s, line.problem},
                                {u"basis"_s, source.file.item.basis}});
    }
    data.insert(u"corrections"_s, rows);
    data.insert(u"incomplete"_s, isMissing);
    data.insert(u"wrongForm"_s, isWrong);
    const Deadlines dates = deadlinesOf(source.file, source.now, source.reference);
    data.insert(u"dueBy"_s, isoDay(dates.correction.date));
    if (source.file.corrections > 1) {
        const auto last
            = std::ranges::find(source.file.history.crbegin(), source.file.history.crend(),
                                u"correctAgain"_s, &HistoryLine::action);
        if (last != source.file.history.crend())
            data.insert(u"secondReason"_s, last->text);
    }
}

QJsonArray feeLines(const FeeSlip &slip)
{
    QJsonArray rows;
    for (const SlipLine &line : slip.lines) {
        rows.append(
            QJsonObject{{u"projectCode"_s, u"%1"_s.arg(line.feeNo, 3, 10, '0'_L1)},
                        {u"name"_s, line.name},
                        {u"unit"_s, line.unit},
                        {u"quantity"_s,
                         QString::number(line.quantityMilli / 1000)
                             + (line.quantityMilli % 1000 == 0
                                    ? QString()
                                    : u".%1"_s.arg(line.quantityMilli % 1000, 3, 10, '0'_L1))},
                        {u"standard"_s, feeStandard(line.unit, line.rateMicroYuan)},
                        {u"amountFen"_s, line.amount.fen()},
                        {u"basis"_s, line.basis}});
    }
    return rows;
}

void insertAcceptance(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    const Deadlines dates = deadlinesOf(file, source.now, source.reference);
    const QDate accepted
        = source.reference.calendar.actingDay(hallDate(instantOf(file.acceptedAt)));
    data.insert(u"appliedOn"_s, dayText(file.registeredAt));
    data.insert(u"acceptedOn"_s, isoDay(accepted));
    data.insert(u"promisedDays"_s, file.item.promisedLimit.days);
    data.insert(u"promisedDueOn"_s, isoDay(dates.promise.date));
    if (file.item.legalLimit) {
        data.insert(u"legalDays"_s, file.item.legalLimit->days);
        data.insert(u"legalDueOn"_s, isoDay(dates.statutory.date));
    }
    data.insert(u"dueProvisional"_s, dates.promise.isProvisional || dates.statutory.isProvisional);
    data.insert(u"deemed"_s, file.isDeemedAccepted);
    QJsonArray fees;
    for (const FeeSlip &slip : file.slips) {
        for (const SlipLine &line : slip.lines)
            fees.append(QJsonObject{{u"name"_s, line.name},
                                    {u"standard"_s, feeStandard(line.unit, line.rateMicroYuan)},
                                    {u"basis"_s, line.basis}});
    }
    data.insert(u"fees"_s, fees);
    QJsonArray owed;
    for (const MaterialLine &line : file.materials) {
        if (line.due.suppliedLater && line.verdict == LineVerdict::Open)
            owed.append(QJsonObject{{u"material"_s, line.due.name.zh},
                                    {u"dueBy"_s, isoDay(dates.promise.date)}});
    }
    data.insert(u"owed"_s, owed);
    data.insert(u"resultName"_s, file.item.result);
    data.insert(u"deliveryWay"_s, u"窗口领取"_s);
}

const HistoryLine *lastAction(const CaseFile &file, const QStringList &actions)
{
    for (auto line = file.history.crbegin(); line != file.history.crend(); ++line) {
        if (actions.contains(line->action))
            return &*line;
    }
    return nullptr;
}

void insertRefusal(QJsonObject &data, const PaperSource &source)
{
    const HistoryLine *line = lastAction(source.file, {u"refuse"_s, u"notNeeded"_s});
    data.insert(u"appliedOn"_s, dayText(source.file.registeredAt));
    data.insert(u"reason"_s, u"other"_s);
    data.insert(u"reasonText"_s, line ? line->text : QString());
    data.insert(u"requestText"_s, source.file.summary);
    data.insert(u"basis"_s, source.file.item.basis);
    data.insert(u"returned"_s, returnedMaterials(source.file));
}

const FeeSlip *slipByNumber(const CaseFile &file, const QString &number)
{
    const auto slip = std::ranges::find(file.slips, number, &FeeSlip::number);
    return slip == file.slips.end() ? nullptr : &*slip;
}

void insertPaymentNotice(QJsonObject &data, const PaperSource &source)
{
    const FeeSlip *slip = slipByNumber(source.file, source.paper.number);
    if (!slip)
        return;
    data.insert(u"slipNumber"_s, slip->number);
    data.insert(u"payerName"_s, source.file.applicant.name);
    data.insert(u"collectorName"_s, source.reference.departmentName(source.file.item.dept));
    data.insert(u"collectorCode"_s, source.file.item.dept);
    data.insert(u"fees"_s, feeLines(*slip));
    data.insert(u"totalFen"_s, slip->total.fen());
    data.insert(u"bankAccount"_s, source.reference.hall.payeeAccount);
}

void insertReceipt(QJsonObject &data, const PaperSource &source)
{
    for (const FeeSlip &slip : source.file.slips) {
        for (const Payment &payment : slip.payments) {
            if (payment.receipt != source.paper.number)
                continue;
            data.insert(u"receiptNumber"_s, payment.receipt);
            data.insert(u"slipNumber"_s, slip.number);
            data.insert(u"payerName"_s, source.file.applicant.name);
            data.insert(u"fees"_s, feeLines(slip));
            data.insert(u"totalFen"_s, payment.amount.fen());
            data.insert(u"instrument"_s, instrumentName(payment.instrument));
            data.insert(u"takenFen"_s, payment.tendered.fen());
            data.insert(u"changeFen"_s, (payment.tendered - payment.amount).fen());
            data.insert(u"cashierName"_s, source.reference.staffName(payment.cashier));
            data.insert(u"paidAt"_s, payment.at);
            data.insert(u"voided"_s, payment.isVoid);
            data.insert(u"voidReason"_s, payment.voidReason);
            data.insert(u"voidedBy"_s, source.reference.staffName(payment.voidedBy));
        }
    }
}

QString stateName(const PaperSource &source, const QString &state)
{
    const Definition *definition = source.reference.definitions.find(source.file.item.workflow,
                                                                     source.file.definitionVersion);
    const StateDef *found = definition ? definition->state(state) : nullptr;
    return found ? found->name.zh : state;
}

void insertSignOff(QJsonObject &data, const PaperSource &source)
{
    const Deadlines dates = deadlinesOf(source.file, source.now, source.reference);
    data.insert(u"acceptedOn"_s, dayText(source.file.acceptedAt));
    data.insert(u"promisedDueOn"_s, isoDay(dates.promise.date));
    data.insert(u"legalDueOn"_s, isoDay(dates.statutory.date));
    data.insert(u"summary"_s, source.file.summary);
    QJsonArray steps;
    for (const Opinion &opinion : source.file.opinions) {
        const std::optional<Post> post = Post::fromCode(opinion.post);
        steps.append(QJsonObject{
            {u"name"_s, stateName(source, opinion.state)},
            {u"department"_s, post ? source.reference.departmentName(post->dept) : QString()},
            {u"post"_s, postName(opinion.post)},
            {u"opinion"_s,
             opinion.isVoid ? opinion.text + u"（签署后材料有变，签名失效）"_s : opinion.text},
            {u"personName"_s, source.reference.staffName(opinion.actor)},
            {u"at"_s, opinion.at}});
    }
    data.insert(u"steps"_s, steps);
    QJsonArray materials;
    for (const MaterialLine &line : source.file.materials)
        materials.append(QJsonObject{{u"name"_s, line.due.name.zh},
                                     {u"pages"_s, source.file.livePages(line.due.no).size()}});
    data.insert(u"materials"_s, materials);
}

void insertDecision(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    data.insert(u"appliedOn"_s, dayText(file.registeredAt));
    data.insert(u"acceptedOn"_s, dayText(file.acceptedAt));
    data.insert(u"decidedOn"_s, dayText(file.decidedAt));
    data.insert(u"basis"_s, file.item.basis);
    data.insert(u"content"_s, file.summary.isEmpty() ? file.item.name.zh : file.summary);
    data.insert(u"certificateName"_s, file.item.result);
    data.insert(u"certificateNumber"_s, file.certificate);
    const auto decided = std::ranges::find_if(
        file.opinions.crbegin(), file.opinions.crend(),
        [](const Opinion &opinion) { return opinion.verdict != Verdict::None; });
    if (decided != file.opinions.crend())
        data.insert(u"reasonText"_s, decided->text);
    data.insert(u"returned"_s, returnedMaterials(file));
}

void insertDelivery(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    QJsonArray documents;
    for (const CasePaper &paper : file.papers) {
        if (paper.kind == "grant-decision"_L1 || paper.kind == "denial-decision"_L1) {
            const std::optional<PaperKind> kind = paperFromCode(paper.kind);
            documents.append(QJsonObject{{u"name"_s, kind ? paperName(*kind).zh : paper.kind},
                                         {u"number"_s, paper.number},
                                         {u"copies"_s, 1}});
        }
    }
    if (!file.certificate.isEmpty() || documents.isEmpty())
        documents.append(QJsonObject{
            {u"name"_s, file.item.result}, {u"number"_s, file.certificate}, {u"copies"_s, 1}});
    data.insert(u"documents"_s, documents);
    data.insert(u"recipientName"_s, file.applicant.name);
    data.insert(u"servedAt"_s, file.closedAt);
    data.insert(u"place"_s, source.reference.hall.name);
    data.insert(u"way"_s, u"direct"_s);
    if (file.collector) {
        data.insert(u"receiverName"_s, file.collector->name);
        data.insert(u"receiverIdKind"_s, certificateName(file.collector->idKind));
        data.insert(u"receiverId"_s, file.collector->idNumber);
        data.insert(u"relation"_s, file.collector->relation);
    }
    if (const HistoryLine *line = lastAction(file, {u"handOver"_s}))
        data.insert(u"servers"_s, QJsonArray{source.reference.staffName(line->actor)});
}

} // namespace

void insertPaperFields(QJsonObject &data, PaperKind kind, const PaperSource &source)
{
    switch (kind) {
    case PaperKind::IntakeReceipt:
        insertIntake(data, source);
        break;
    case PaperKind::CorrectionNotice:
        insertCorrection(data, source);
        break;
    case PaperKind::AcceptanceNotice:
        insertAcceptance(data, source);
        break;
    case PaperKind::RefusalNotice:
    case PaperKind::NotNeededNotice:
        insertRefusal(data, source);
        break;
    case PaperKind::PaymentNotice:
        insertPaymentNotice(data, source);
        break;
    case PaperKind::FeeReceipt:
        insertReceipt(data, source);
        break;
    case PaperKind::SignOffSheet:
        insertSignOff(data, source);
        break;
    case PaperKind::GrantDecision:
    case PaperKind::DenialDecision:
        insertDecision(data, source);
        break;
    case PaperKind::DeliveryReceipt:
        insertDelivery(data, source);
        break;
    case PaperKind::ServiceGuide: // of an item: guideData()
    case PaperKind::DailyReport:  // of a day: desk/figures
        break;
    }
}

} // namespace hall
