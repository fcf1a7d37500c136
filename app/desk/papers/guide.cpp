#include "desk/papers/casepapers.h"
#include "desk/papers/paperfields.h"

#include <QJsonArray>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString caseTypeName(CaseType type)
{
    switch (type) {
    case CaseType::SameDay:
        return u"即办件"_s;
    case CaseType::Promised:
        return u"承诺件"_s;
    case CaseType::Joint:
        return u"联办件"_s;
    case CaseType::SentUp:
        return u"上报件"_s;
    }
    return {};
}

QJsonArray paragraphs(const QString &text)
{
    QJsonArray lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line);
    return lines;
}

QJsonArray materialRows(const ItemDef &item)
{
    QJsonArray rows;
    for (const MaterialDef &material : item.materials) {
        rows.append(QJsonObject{{u"name"_s, material.name.zh},
                                {u"form"_s, material.form},
                                {u"originals"_s, material.originals},
                                {u"copies"_s, material.copies},
                                {u"issuer"_s, material.issuer},
                                {u"required"_s, material.required}});
    }
    return rows;
}

/// Steps without one department: the joint departments' is all of theirs, the rest is the hall's.
QString stepOwner(const StepDef &step, const ItemDef &item, const Reference &reference)
{
    if (!step.dept.isEmpty())
        return reference.departmentName(step.dept);
    const Definition *definition = reference.definitions.newest(item.workflow);
    const QList<StateDef> states = definition ? definition->states() : QList<StateDef>();
    const bool isJoint = std::ranges::any_of(states, [&step](const StateDef &state) {
        return state.step == step.code && state.group
            && state.group->members == GroupDef::Members::JointDepts;
    });
    QStringList names;
    for (const QString &dept : isJoint ? item.jointDepts : QStringList())
        names.append(reference.departmentName(dept));
    return names.isEmpty() ? reference.hall.name : names.join(u'、');
}

QJsonArray stepRows(const ItemDef &item, const Reference &reference)
{
    QJsonArray rows;
    for (const StepDef &step : item.steps) {
        const QString limit = !step.counts ? u"不计入时限"_s
            : step.limitDays == 0          ? u"当日"_s
                                           : u"%1个工作日"_s.arg(step.limitDays);
        rows.append(QJsonObject{{u"name"_s, step.name.zh},
                                {u"department"_s, stepOwner(step, item, reference)},
                                {u"limit"_s, limit}});
    }
    return rows;
}

QJsonArray feeRows(const ItemDef &item)
{
    QJsonArray rows;
    for (const FeeDef &fee : item.fees) {
        rows.append(QJsonObject{{u"name"_s, fee.name},
                                {u"standard"_s, feeStandard(fee.unit, fee.rateMicroYuan)},
                                {u"basis"_s, fee.basis}});
    }
    return rows;
}

QString windowsOf(const ItemDef &item, const Reference &reference)
{
    QStringList codes;
    for (const Window &window : reference.windows) {
        if (!window.isCashier && window.depts.contains(item.dept))
            codes.append(window.code);
    }
    return codes.isEmpty() ? u"综合窗口"_s : codes.join(u'、') + u"号窗口"_s;
}

} // namespace

QJsonObject guideData(const ItemDef &item, const Reference &reference)
{
    const HallInfo &hall = reference.hall;
    const Department *dept = reference.department(item.dept);
    QStringList kinds;
    for (const int kind : item.applicantKinds)
        kinds.append(applicantKindName(kind));
    return {
        {u"organName"_s, hall.organ.isEmpty() ? hall.name : hall.organ},
        {u"organPhone"_s, dept && !dept->phone.isEmpty() ? dept->phone : hall.phone},
        {u"supervisionPhone"_s, hall.supervisionPhone},
        {u"departmentName"_s, reference.departmentName(item.dept)},
        {u"itemName"_s, item.name.zh},
        {u"itemCode"_s, item.code},
        {u"itemTypeName"_s, item.typeName},
        {u"caseTypeName"_s, caseTypeName(item.caseType)},
        {u"applicantScope"_s, kinds.join(u'、')},
        {u"quota"_s, u"无"_s},
        {u"channel"_s, u"窗口申请"_s},
        {u"place"_s, hall.address},
        {u"windowCode"_s, windowsOf(item, reference)},
        {u"hours"_s,
         u"工作日 %1—%2"_s.arg(hall.opens.toString(u"HH:mm"_s), hall.closes.toString(u"HH:mm"_s))},
        {u"legalLimit"_s, limitText(item.legalLimit)},
        {u"promisedLimit"_s, limitText(item.promisedLimit)},
        {u"resultName"_s, item.result},
        {u"delivery"_s, u"窗口领取"_s},
        {u"enquiryPhone"_s, dept && !dept->phone.isEmpty() ? dept->phone : hall.phone},
        {u"feeText"_s, item.hasFee ? u"按公布标准收费"_s : u"不收费"_s},
        {u"visits"_s, item.caseType == CaseType::SameDay ? 1 : 2},
        {u"basis"_s, paragraphs(item.basis)},
        {u"conditions"_s, paragraphs(item.conditions)},
        {u"materials"_s, materialRows(item)},
        {u"steps"_s, stepRows(item, reference)},
        {u"fees"_s, feeRows(item)},
        {u"guideVersion"_s, QString::number(item.version)},
        {u"qr"_s, u"OHG|%1|%2"_s.arg(item.code).arg(item.version)}};
}

} // namespace hall
