#include "ui/admin/dryruntext.h"

#include "ui/admin/adminpage.h"
#include "ui/admin/admintext.h"
#include "ui/shared/roletext.h"

namespace hall {

using namespace Qt::StringLiterals;

QString DryRunText::dueText(const Due &due)
{
    if (!due.date.isValid())
        return tr("no limit of the hall");
    const QString date = QLocale().toString(due.date, u"yyyy-MM-dd ddd"_s);
    return due.isProvisional ? tr("%1 (provisional)").arg(date) : date;
}

QString DryRunText::limitText(const Limit &limit)
{
    if (limit.days == 0)
        return tr("on the spot");
    return limit.unit == DayUnit::Calendar ? tr("%n calendar day(s)", nullptr, limit.days)
                                           : tr("%n working day(s)", nullptr, limit.days);
}

QString DryRunText::stepLine(const DryRunStep &step, const Reference &reference)
{
    QString line = u"  %1 → %2   %3"_s.arg(step.begins.toString(Qt::ISODate), dueText(step.due),
                                           inOwnLanguage(step.name));
    if (step.role)
        line += u"   "_s + RoleText::word(*step.role);
    if (!step.dept.isEmpty())
        line += u" · "_s + reference.departmentName(step.dept, QLocale().language());
    line += u"   "_s + limitText({.days = step.limitDays});
    if (!step.counts)
        line += u"   "_s + tr("(not counted)");
    return line;
}

QString DryRunText::text(const ItemDef &item, const DryRun &run, const QList<Finding> &findings,
                         const Reference &reference)
{
    QStringList lines{tr("Dry run of %1  %2").arg(item.code, inOwnLanguage(item.name)),
                      tr("Workflow %1, accepted on %2; every step takes its whole limit.")
                          .arg(item.workflow, run.accepted.toString(Qt::ISODate)),
                      {}};
    for (const DryRunStep &step : run.steps)
        lines.append(stepLine(step, reference));
    lines.append(QString());
    lines.append(
        tr("Promised: %1, due on %2").arg(limitText(item.promisedLimit), dueText(run.promise)));
    if (run.statutory)
        lines.append(
            tr("Statute: %1, due on %2").arg(limitText(*item.legalLimit), dueText(*run.statutory)));
    else
        lines.append(tr("Statute: sets no limit"));
    if (run.endsAfterPromise)
        lines.append(tr("WARNING: the steps end later than promised."));
    if (run.promiseAfterLaw)
        lines.append(
            tr("WARNING: on this calendar the promise ends later than the statute allows."));
    if (run.hasNoEnd)
        lines.append(tr("WARNING: the straight way does not come to an end."));
    for (const Finding &finding : findings)
        lines.append(tr("WARNING: %1").arg(AdminText::sentence(finding, reference)));
    return lines.join(u'\n');
}

} // namespace hall
