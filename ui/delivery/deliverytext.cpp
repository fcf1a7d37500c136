#include "ui/delivery/deliverytext.h"

#include "domain/clock.h"
#include "papers/paper.h"
#include "ui/shared/casewords.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

QString DeliveryText::daysLeft(const ReadyLine &line)
{
    return line.daysLeft < 0 ? tr("%n day(s) late", nullptr, -line.daysLeft)
                             : tr("%n day(s) left", nullptr, line.daysLeft);
}

QString DeliveryText::moment(qint64 ms)
{
    if (ms == 0)
        return u"—"_s;
    return instantOf(ms).toOffsetFromUtc(hallOffsetSeconds).toString(u"yyyy-MM-dd HH:mm"_s);
}

QStringList DeliveryText::facts(const CaseFile &file)
{
    QStringList parts{tr("Case: %1").arg(file.number.toHtmlEscaped()),
                      tr("Certificate number: %1").arg(file.applicant.idNumber.toHtmlEscaped()),
                      tr("Phone: %1").arg(file.applicant.phone.toHtmlEscaped())};
    if (!file.applicant.legalName.isEmpty())
        parts.append(tr("Legal representative: %1").arg(file.applicant.legalName.toHtmlEscaped()));
    if (!file.agent.isEmpty())
        parts.append(tr("Agent: %1").arg(file.agent.name.toHtmlEscaped()));
    parts.append(tr("Accepted: %1").arg(moment(file.acceptedAt)));
    parts.append(tr("Ready since: %1").arg(moment(file.readyAt)));
    return parts;
}

QStringList DeliveryText::result(const CaseFile &file)
{
    QStringList lines;
    for (const CasePaper &paper : DeliveryDesk::decisionsOf(file)) {
        const std::optional<PaperKind> kind = paperFromCode(paper.kind);
        const QString name = kind ? paperName(*kind).in(QLocale().language()) : paper.kind;
        // A decision that upstairs never printed comes with the receipt; one that it did not
        // confirm has to be looked for.
        const QString state = CaseWords::paperState(paper.state);
        lines.append(u"• "_s
                     + tr("%1 %2 (%3)", "decision, its number, printed or not")
                           .arg(name.toHtmlEscaped(), paper.number.toHtmlEscaped(), state));
    }
    if (!file.certificate.isEmpty())
        lines.append(
            u"• "_s
            + tr("%1, number %2", "name of the document made")
                  .arg(file.item.result.toHtmlEscaped(), file.certificate.toHtmlEscaped()));
    else if (!file.item.result.isEmpty() && file.verdict != Verdict::Deny)
        lines.append(u"• "_s + file.item.result.toHtmlEscaped());
    if (lines.isEmpty())
        lines.append(tr("No document is made for this item; the receipt of delivery is signed."));
    return lines;
}

} // namespace hall
