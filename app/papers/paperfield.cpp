#include "papers/paperfield.h"

#include <QMap>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// name, list[row fields], object{fields}
QString headFields()
{
    return u"documentNumber organName organAddress organPhone supervisionPhone sealName "
           u"applicantName "
           "applicantKind applicantIdKind applicantId applicantIdMasked applicantPhone legalPerson "
           "agentName agentIdKind agentId itemName itemCode departmentName caseNumber windowCode "
           "windowName clerkName receivedAt issuedOn queryCode qr code128 notPermit "_s;
}

QString feeRows()
{
    return u"fees[projectCode name unit quantity standard amountFen basis] "_s;
}

QString remedies()
{
    return u"reviewOrgan courtName "_s;
}

QString returned()
{
    return u"returned[name copies] "_s;
}

QString figures()
{
    return u"consult tickets avgWait received accepted refused corrections returned sameDay "
           u"promised "
           "joint forwarded early onTime late open paused dueSoon overdue payments amountFen rated "
           "satisfied bad "_s;
}

QString dailyReportFields()
{
    return u"hallName day scope asOf preparedBy checkedBy dutyOfficer "
           "groups[departmentName windows[departmentName windowCode windowName "_s
        + figures() + u"] subtotal{departmentName "_s + figures() + u"}] total{"_s + figures()
        + u"} missing[] notReported[] ranking[name department received closed] idleUnits[] "
          "finishes[name count] rates[name value] charts[kind title unit categories[] series[name values[]]]"_s;
}

QString fieldsOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::IntakeReceipt:
        return u"materials[name due received pages form remark] decideBy"_s;
    case PaperKind::CorrectionNotice:
        return u"incomplete wrongForm corrections[material problem basis] dueBy secondReason "
               "supersedes"_s;
    case PaperKind::AcceptanceNotice:
        return u"appliedOn acceptedOn promisedDays promisedDueOn legalDays legalDueOn "
               "dueProvisional deemed excluded[name days] fees[name standard basis] "
               "owed[material dueBy] resultName deliveryWay superseded supersedes"_s;
    case PaperKind::RefusalNotice:
        return u"appliedOn reason reasonText basis rightOrgan supersedes "_s + returned()
            + remedies();
    case PaperKind::PaymentNotice:
        return u"slipNumber payerName collectorName collectorCode "_s + feeRows()
            + u"waived[name amountFen ground approver] totalFen dueOn lateFee paymentCode "
              "checkCode bankName bankAccount superseded supersedes"_s;
    case PaperKind::FeeReceipt:
        return u"receiptNumber slipNumber payerName "_s + feeRows()
            + u"totalFen instrument takenFen changeFen cashierName paidAt voided voidReason "
              "voidedBy voidedAt"_s;
    case PaperKind::SignOffSheet:
        return u"acceptedOn promisedDueOn legalDueOn summary "
               "steps[name department post opinion verdict personName at] "
               "attachments[name pages] materials[name pages]"_s;
    case PaperKind::GrantDecision:
        return u"appliedOn acceptedOn facts basis content validFrom validTo duties "
               "certificateName certificateNumber isPublic decidedOn "_s
            + remedies();
    case PaperKind::DenialDecision:
        return u"appliedOn acceptedOn facts reasonText basis decidedOn "_s + returned()
            + remedies();
    case PaperKind::DeliveryReceipt:
        return u"documents[name number copies] recipientName servedAt place way receiverName "
               "receiverIdKind receiverId relation refusalReason witnesses servers[] remark"_s;
    case PaperKind::ServiceGuide:
        return u"itemTypeName caseTypeName applicantScope quota channel place hours legalLimit "
               "promisedLimit resultName delivery enquiryPhone feeText visits guideVersion "
               "basis[] conditions[] materials[name form originals copies issuer required] "
               "steps[name department limit] fees[name standard basis] faq[question answer]"_s;
    case PaperKind::DailyReport:
        return dailyReportFields();
    case PaperKind::NotNeededNotice:
        return u"appliedOn requestText reasonText basis advice supersedes "_s + returned();
    case PaperKind::DryRun:
        return u"workflowName workflowVersion acceptedOn promisedLimit promisedDueOn "
               "promisedProvisional legalLimit legalDueOn legalProvisional endsAfterPromise "
               "promiseAfterLaw hasNoEnd warnings[] "
               "steps[name department post begins dueOn provisional limit counted]"_s;
    }
    return {};
}

QList<PaperField> parseFields(QStringView text, qsizetype *at)
{
    QList<PaperField> fields;
    QString name;
    const auto finish = [&] {
        if (!name.isEmpty())
            fields.append({.name = name});
        name.clear();
    };
    while (*at < text.size()) {
        const QChar each = text.at((*at)++);
        if (each == u'[' || each == u'{') {
            const auto shape = each == u'[' ? PaperField::Shape::List : PaperField::Shape::Object;
            fields.append({.name = name, .shape = shape, .fields = parseFields(text, at)});
            name.clear();
        } else if (each == u']' || each == u'}') {
            break;
        } else if (each == u' ') {
            finish();
        } else {
            name += each;
        }
    }
    finish();
    return fields;
}

} // namespace

const PaperField *PaperField::find(const QString &path) const
{
    const QString first = path.section(u'.', 0, 0);
    for (const PaperField &each : fields) {
        if (each.name != first)
            continue;
        if (first == path)
            return &each;
        return each.shape == Shape::Object ? each.find(path.section(u'.', 1)) : nullptr;
    }
    return nullptr;
}

const PaperField &paperFields(PaperKind kind)
{
    static const QMap<int, PaperField> all = [] {
        QMap<int, PaperField> map;
        for (const PaperKind each : allPapers()) {
            qsizetype at = 0;
            const QString text = headFields() + fieldsOf(each);
            map.insert(int(each),
                       {.shape = PaperField::Shape::Object, .fields = parseFields(text, &at)});
        }
        return map;
    }();
    return *all.find(int(kind));
}

} // namespace hall
