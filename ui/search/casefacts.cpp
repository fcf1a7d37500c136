#include "ui/search/casefacts.h"

#include "domain/identity.h"
#include "domain/phone.h"
#include "ui/shared/casewords.h"
#include "ui/shared/theme.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

CaseFacts::CaseFacts(const Reference &reference, const QPalette &palette, bool isRevealed)
    : m_reference(reference)
    , m_palette(palette)
    , m_isRevealed(isRevealed)
{
}

QString CaseFacts::html(const CaseView &view) const
{
    // One table for all groups: its values stand in one column.
    const auto table
        = [](const QString &rows) { return u"<table cellspacing='0'>%1</table>"_s.arg(rows); };
    if (!view.hasJournal)
        return table(section(tr("Case"), coldFacts(view.line.row)));
    QString text = section(tr("Applicant"), people(view.file)) + section(tr("Matter"), matter(view))
        + section(tr("Dates"), clocks(view));
    const QList<Fact> end = ending(view.file);
    if (!end.isEmpty())
        text += section(tr("Result"), end);
    const Deadlines &dates = view.dates;
    for (const Due &due : {dates.receipt, dates.correction, dates.promise, dates.statutory,
                           dates.step, dates.delivery}) {
        if (due.date.isValid() && due.isProvisional)
            return table(text)
                + u"<p style='color:%1'>%2</p>"_s.arg(
                    themeColours(m_palette).muted.name(),
                    tr("* provisional: the holidays of that year are not published yet"));
    }
    return table(text);
}

QString CaseFacts::section(const QString &title, const QList<Fact> &facts) const
{
    QString rows;
    for (const Fact &fact : facts) {
        if (fact.text.isEmpty())
            continue;
        rows += u"<tr><td style='color:%1; padding:2px 12px 2px 0; white-space:nowrap'>%2</td>"
                u"<td style='padding:2px 0'>%3</td></tr>"_s.arg(
                    themeColours(m_palette).muted.name(), fact.name, fact.text);
    }
    return u"<tr><td colspan='2' style='padding:6px 0 2px 0'><b>%1</b></td></tr>%2"_s.arg(title,
                                                                                          rows);
}

QString CaseFacts::number(const QString &idKind, const QString &number) const
{
    if (number.isEmpty())
        return {};
    const QString kind = certificateKind(idKind).name.in(QLocale().language());
    return (kind + u' ' + (m_isRevealed ? number : CaseWords::masked(number))).toHtmlEscaped();
}

QString CaseFacts::phone(const QString &phone) const
{
    if (m_isRevealed || phone.isEmpty())
        return phone.toHtmlEscaped();
    const Result<PhoneNumber> parsed = PhoneNumber::parse(phone);
    return (parsed.ok() ? parsed.value().masked() : CaseWords::masked(phone)).toHtmlEscaped();
}

QList<CaseFacts::Fact> CaseFacts::people(const CaseFile &file) const
{
    const Applicant &who = file.applicant;
    QList<Fact> facts{{tr("Name"), u"<b>%1</b>"_s.arg(who.name.toHtmlEscaped())},
                      {tr("Number"), number(who.idKind, who.idNumber)},
                      {tr("Phone"), phone(who.phone)},
                      {tr("Address"), who.address.toHtmlEscaped()},
                      {tr("Legal representative"), who.legalName.toHtmlEscaped()}};
    if (!who.overrideReason.isEmpty())
        facts.append({tr("Number taken all the same"), who.overrideReason.toHtmlEscaped()});
    if (!file.agent.isEmpty()) {
        facts.append({tr("Agent"), file.agent.name.toHtmlEscaped()});
        facts.append({tr("Agent's number"), number(file.agent.idKind, file.agent.idNumber)});
        facts.append({tr("Agent's phone"), phone(file.agent.phone)});
        facts.append({tr("Authority"), file.agent.authority.toHtmlEscaped()});
    }
    return facts;
}

QList<CaseFacts::Fact> CaseFacts::matter(const CaseView &view) const
{
    const CaseFile &file = view.file;
    QStringList open;
    for (const Branch &branch : file.openBranches())
        open.append(CaseWords::state(file, branch.state, m_reference));
    open.removeDuplicates();
    const QString state = file.isClosed() || open.isEmpty()
        ? CaseWords::state(file, file.state(), m_reference)
        : open.join(u", "_s);
    QList<Fact> facts{
        {tr("Item"), file.item.name.in(QLocale().language()).toHtmlEscaped()},
        {tr("About"), file.summary.toHtmlEscaped()},
        {tr("Department"),
         m_reference.departmentName(file.item.dept, QLocale().language()).toHtmlEscaped()},
        {tr("State"), u"<b>%1</b>"_s.arg(state.toHtmlEscaped())},
        {tr("Window"), file.window.toHtmlEscaped()},
        {tr("Taken in by"), CaseWords::person(file.clerk, m_reference).toHtmlEscaped()}};
    if (file.acceptedAt != 0 && !file.isDeemedAccepted)
        facts.append(
            {tr("Accepted by"), CaseWords::person(file.acceptedBy, m_reference).toHtmlEscaped()});
    if (file.findings)
        facts.append({tr("Site visit"),
                      tr("%1: %2", "place of the visit, findings")
                          .arg(file.findings->place, file.findings->text)
                          .toHtmlEscaped()});
    return facts;
}

QList<CaseFacts::Fact> CaseFacts::clocks(const CaseView &view) const
{
    const CaseFile &file = view.file;
    const Deadlines &dates = view.dates;
    const auto dated
        = [](const Due &due) { return due.date.isValid() ? CaseWords::due(due) : QString(); };
    QList<Fact> facts{{tr("Taken in"), CaseWords::moment(file.registeredAt)}};
    if (file.phase == Phase::Received)
        facts.append({tr("Decide by"), dated(dates.receipt)});
    if (file.phase == Phase::Correction)
        facts.append({tr("Applicant corrects by"), dated(dates.correction)});
    facts.append({file.isDeemedAccepted ? tr("Deemed accepted") : tr("Accepted"),
                  CaseWords::moment(file.acceptedAt)});
    if (file.acceptedAt != 0) {
        facts.append({tr("Promised for"), dated(dates.promise)});
        facts.append({tr("By law"), dated(dates.statutory)});
        facts.append({tr("Working days used"), QString::number(dates.daysUsed)});
    }
    if (file.acceptedAt != 0 && !file.isClosed()) {
        facts.append({tr("Step due"), dated(dates.step)});
        facts.append({tr("Working days left"),
                      file.isStopped()         ? tr("the clock is stopped")
                          : dates.daysLeft < 0 ? tr("%n day(s) late", nullptr, -dates.daysLeft)
                                               : QString::number(dates.daysLeft)});
    }
    for (const ClockStop &stop : file.stops)
        facts.append(
            {tr("Stopped"),
             tr("%1 to %2: %3", "from, to, legal ground")
                 .arg(CaseWords::moment(stop.from),
                      stop.to == 0 ? tr("now", "end of a stop") : CaseWords::moment(stop.to),
                      stop.ground)
                 .toHtmlEscaped()});
    facts.append({tr("Decided"), CaseWords::moment(file.decidedAt)});
    facts.append({tr("Ready"), CaseWords::moment(file.readyAt)});
    if (file.phase == Phase::Delivery)
        facts.append({tr("Hand over by"), dated(dates.delivery)});
    facts.append({tr("Closed"), CaseWords::moment(file.closedAt)});
    return facts;
}

QList<CaseFacts::Fact> CaseFacts::ending(const CaseFile &file) const
{
    QList<Fact> facts;
    if (file.verdict != Verdict::None)
        facts.append(
            {tr("Decision"), file.verdict == Verdict::Grant ? tr("granted") : tr("denied")});
    if (!file.certificate.isEmpty())
        facts.append({tr("Document"), file.certificate.toHtmlEscaped()});
    if (file.collector)
        facts.append({tr("Collected by"),
                      tr("%1 (%2)", "collector, relation")
                          .arg(file.collector->name, CaseWords::relation(file.collector->relation))
                          .toHtmlEscaped()});
    return facts;
}

QList<CaseFacts::Fact> CaseFacts::coldFacts(const CaseRow &row) const
{
    const auto moment = [](qint64 ms) { return CaseWords::moment(ms); };
    return {{tr("Name"), u"<b>%1</b>"_s.arg(row.applicantName.toHtmlEscaped())},
            {tr("Number"),
             (m_isRevealed ? row.applicantNumber : CaseWords::masked(row.applicantNumber))
                 .toHtmlEscaped()},
            {tr("Phone"), phone(row.phone)},
            {tr("Item"), CaseWords::item(row.itemCode, row.itemName, m_reference).toHtmlEscaped()},
            {tr("About"), row.summary.toHtmlEscaped()},
            {tr("Window"), row.window.toHtmlEscaped()},
            {tr("Taken in"), moment(row.registeredAt)},
            {tr("Accepted"), moment(row.acceptedAt)},
            {tr("Closed"), moment(row.closedAt)}};
}

} // namespace hall
