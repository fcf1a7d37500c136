#include "desk/papers/paperfields.h"

#include "domain/clock.h"
#include "domain/deadlines.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// What goes back with a refusal: everything that came in.
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

QString remarkOf(const MaterialLine &line)
{
    if (!line.problem.isEmpty())
        return line.problem;
    if (line.verdict == LineVerdict::NotNeeded)
        return u"本次不需要"_s;
    if (line.originals >= line.due.originals && line.copies >= line.due.copies)
        return line.due.originalReturned ? u"原件核对后退还"_s : QString();
    if (!line.due.required)
        return u"非必要"_s;
    return line.due.suppliedLater ? u"可容缺后补"_s : u"未齐"_s;
}

void insertIntake(QJsonObject &data, const PaperSource &source)
{
    QJsonArray rows;
    for (const MaterialLine &line : source.file.materials) {
        const int pages = static_cast<int>(source.file.livePages(line.due.no).size());
        rows.append(QJsonObject{{u"name"_s, line.due.name.zh},
                                {u"due"_s, line.due.originals + line.due.copies},
                                {u"received"_s, line.originals + line.copies},
                                {u"pages"_s, pages},
                                {u"form"_s, line.due.form},
                                {u"remark"_s, remarkOf(line)}});
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
        if (const HistoryLine *again = lastAction(source.file, {u"correctAgain"_s}))
            data.insert(u"secondReason"_s, again->text);
    }
}

/// What the promise does not count and is known at acceptance: steps outside the hall, and stops
/// (permit law art. 45).
QJsonArray excludedTimes(const PaperSource &source)
{
    QJsonArray rows;
    const CaseFile &file = source.file;
    const Definition *definition
        = source.reference.definitions.find(file.item.workflow, file.definitionVersion);
    const QList<StateDef> states = definition ? definition->states() : QList<StateDef>();
    for (const StateDef &state : states) {
        const StepDef *step = file.item.step(state.step);
        if (state.clock != ClockMode::Outside || !step)
            continue;
        rows.append(QJsonObject{
            {u"name"_s, step->name.zh},
            {u"days"_s,
             step->limitDays > 0 ? u"%1个工作日"_s.arg(step->limitDays) : u"由该机关依法确定"_s}});
    }
    for (const ClockStop &stop : file.stops)
        rows.append(QJsonObject{{u"name"_s, stop.ground}, {u"days"_s, u"以实际所需时间为准"_s}});
    return rows;
}

QJsonArray owedMaterials(const CaseFile &file, const QDate &due)
{
    QJsonArray owed;
    for (const MaterialLine &line : file.materials) {
        if (line.due.suppliedLater && line.due.required && line.verdict == LineVerdict::Open)
            owed.append(QJsonObject{{u"material"_s, line.due.name.zh}, {u"dueBy"_s, isoDay(due)}});
    }
    return owed;
}

void insertAcceptance(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    const Deadlines dates = deadlinesOf(file, source.now, source.reference);
    data.insert(u"appliedOn"_s, dayText(file.registeredAt));
    data.insert(u"acceptedOn"_s, acceptedDay(source));
    data.insert(u"promisedDays"_s, limitText(file.item.promisedLimit));
    data.insert(u"promisedDueOn"_s, isoDay(dates.promise.date));
    data.insert(u"legalDays"_s, limitText(file.item.legalLimit));
    if (file.item.legalLimit)
        data.insert(u"legalDueOn"_s, isoDay(dates.statutory.date));
    data.insert(u"dueProvisional"_s, dates.promise.isProvisional || dates.statutory.isProvisional);
    data.insert(u"deemed"_s, file.isDeemedAccepted);
    data.insert(u"excluded"_s, excludedTimes(source));
    QJsonArray fees;
    for (const FeeSlip &slip : file.slips) {
        if (slip.standing != SlipStanding::Due)
            continue;
        for (const SlipLine &line : slip.lines)
            fees.append(QJsonObject{{u"name"_s, line.name},
                                    {u"standard"_s, feeStandard(line.unit, line.rateMicroYuan)},
                                    {u"basis"_s, line.basis}});
    }
    data.insert(u"fees"_s, fees);
    data.insert(u"owed"_s, owedMaterials(file, dates.promise.date));
    data.insert(u"resultName"_s, file.item.result);
    data.insert(u"deliveryWay"_s, u"窗口领取"_s);
}

/// The box of the refusal's form that a ground in words belongs to (permit law art. 31, 32).
QString refusalReason(const QString &ground, const QString &rightBody)
{
    static const QList<std::pair<QString, QString>> words{
        {u"职权"_s, u"out-of-power"_s},        {u"虚假"_s, u"false-facts"_s},
        {u"隐瞒"_s, u"false-facts"_s},         {u"资格"_s, u"no-standing"_s},
        {u"补正"_s, u"still-incomplete"_s},    {u"不齐全"_s, u"still-incomplete"_s},
        {u"法定形式"_s, u"still-incomplete"_s}};
    if (!rightBody.isEmpty())
        return u"out-of-power"_s;
    for (const auto &[word, reason] : words) {
        if (ground.contains(word))
            return reason;
    }
    return u"other"_s;
}

void insertRefusal(QJsonObject &data, PaperKind kind, const PaperSource &source)
{
    const HistoryLine *line = lastAction(source.file, {u"refuse"_s, u"notNeeded"_s});
    const QString ground = line ? line->text : QString();
    data.insert(u"appliedOn"_s, dayText(source.file.registeredAt));
    data.insert(u"reasonText"_s, ground);
    // No `basis`: the item's law grants, it does not refuse; the form names the permit law itself.
    data.insert(u"returned"_s, returnedMaterials(source.file));
    if (kind == PaperKind::NotNeededNotice) {
        data.insert(u"requestText"_s, source.file.summary);
        return;
    }
    const QString rightBody = source.about.value("rightBody"_L1).toString();
    data.insert(u"reason"_s, refusalReason(ground, rightBody));
    data.insert(u"rightOrgan"_s, rightBody);
}

} // namespace

bool isPermit(const ItemDef &item)
{
    return item.typeCode == "01"_L1; // GB/T 39046: 行政许可
}

QString acceptedDay(const PaperSource &source)
{
    if (source.file.acceptedAt == 0)
        return {};
    return isoDay(source.reference.calendar.actingDay(hallDate(instantOf(source.file.acceptedAt))));
}

const HistoryLine *lastAction(const CaseFile &file, const QStringList &actions)
{
    const auto last = std::ranges::find_if(
        file.history.crbegin(), file.history.crend(),
        [&actions](const HistoryLine &line) { return actions.contains(line.action); });
    return last == file.history.crend() ? nullptr : &*last;
}

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
        insertRefusal(data, kind, source);
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
        insertDecision(data, kind, source);
        break;
    case PaperKind::DeliveryReceipt:
        insertDelivery(data, source);
        break;
    case PaperKind::ServiceGuide: // of an item: guideData()
    case PaperKind::DailyReport:  // of a day: desk/figures
    case PaperKind::DryRun:       // of a definition: desk/admin
        break;
    }
}

} // namespace hall
