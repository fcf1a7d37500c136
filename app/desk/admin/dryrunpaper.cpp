#include "desk/admin/dryrunpaper.h"

#include "desk/papers/casepapers.h"
#include "desk/papers/paperfields.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString stepLimit(const DryRunStep &step)
{
    if (!step.due.date.isValid())
        return u"本厅不计时限"_s;
    return step.limitDays == 0 ? u"当日"_s : u"%1个工作日"_s.arg(step.limitDays);
}

QJsonObject stepRow(const DryRunStep &step, const Reference &reference)
{
    QJsonObject row{{u"name"_s, step.name.zh},
                    {u"department"_s, reference.departmentName(step.dept)},
                    {u"begins"_s, isoDay(step.begins)},
                    {u"dueOn"_s, isoDay(step.due.date)},
                    {u"provisional"_s, step.due.isProvisional},
                    {u"limit"_s, stepLimit(step)},
                    {u"counted"_s, step.counts}};
    if (step.role)
        row.insert(u"post"_s, postName(Post{.role = *step.role, .dept = step.dept}.code()));
    return row;
}

} // namespace

QJsonObject dryRunData(const DryRunSheet &sheet, const Reference &reference)
{
    const ItemDef &item = sheet.item;
    const DryRun &run = sheet.run;
    const HallInfo &hall = reference.hall;
    const Definition *way = reference.definitions.newest(item.workflow);
    QJsonArray steps;
    for (const DryRunStep &step : run.steps)
        steps.append(stepRow(step, reference));
    QJsonObject data{{u"organName"_s, hall.organ.isEmpty() ? hall.name : hall.organ},
                     {u"itemName"_s, item.name.zh},
                     {u"itemCode"_s, item.code},
                     {u"departmentName"_s, reference.departmentName(item.dept)},
                     {u"workflowName"_s, way ? way->name().zh : item.workflow},
                     {u"workflowVersion"_s, way ? QString::number(way->version()) : QString()},
                     {u"acceptedOn"_s, isoDay(run.accepted)},
                     {u"promisedLimit"_s, limitText(item.promisedLimit)},
                     {u"promisedDueOn"_s, isoDay(run.promise.date)},
                     {u"promisedProvisional"_s, run.promise.isProvisional},
                     {u"legalLimit"_s, limitText(item.legalLimit)},
                     {u"endsAfterPromise"_s, run.endsAfterPromise},
                     {u"promiseAfterLaw"_s, run.promiseAfterLaw},
                     {u"hasNoEnd"_s, run.hasNoEnd},
                     {u"steps"_s, steps},
                     {u"warnings"_s, QJsonArray::fromStringList(sheet.warnings)}};
    if (run.statutory) {
        data.insert(u"legalDueOn"_s, isoDay(run.statutory->date));
        data.insert(u"legalProvisional"_s, run.statutory->isProvisional);
    }
    return data;
}

Result<Document> composeDryRun(const DryRunSheet &sheet, const Reference &reference)
{
    const Result<Template> form = templateFor(PaperKind::DryRun, reference);
    if (!form.ok())
        return form.error();
    return Document::compose(form.value(), dryRunData(sheet, reference),
                             {.sample = reference.hall.isSample,
                              .printedBy = sheet.printedBy,
                              .printedAt = sheet.printedAt});
}

} // namespace hall
