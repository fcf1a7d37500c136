#include "specials.h"

#include "actors/till.h"
#include "domain/clock.h"
#include "domain/deadlines.h"
#include "store/caserows.h"

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

QDate dateOf(qint64 at)
{
    return hallDate(QDateTime::fromMSecsSinceEpoch(at));
}

const HistoryLine *lineOf(const CaseFile &file, const QString &action)
{
    const auto line = std::ranges::find(file.history, action, &HistoryLine::action);
    return line == file.history.end() ? nullptr : &*line;
}

} // namespace

Specials::Specials(Store &store, Report &report, QMap<QString, int> &counts)
    : m_store(store)
    , m_report(report)
    , m_counts(counts)
{
}

void Specials::same(const QString &what, bool isWanted, bool isFound, const QString &counted)
{
    if (isFound)
        ++m_counts[counted];
    // What is neither wanted nor there is no expectation met, it is nothing.
    if (isWanted || isFound)
        m_report.check(what, isWanted && isFound, isFound ? u"though not played"_s : u"missing"_s);
}

void Specials::check(const Visit &visit, const CaseFile &file)
{
    checkDeemed(visit, file);
    checkDates(visit, file);
    checkStops(visit, file);
    checkPayments(visit, file);
    checkManager(visit, file);
    checkPrints(visit, file);
    checkAgent(visit, file);
    checkBatch(visit, file);
    checkPages(visit, file);
}

/// Permit law art. 32(4): nobody told the applicant within five working days, so the case counts as
/// accepted from the day of receipt; nobody is the author of it.
void Specials::checkDeemed(const Visit &visit, const CaseFile &file)
{
    same(visit.id + u": counts as accepted"_s, visit.marks.contains(u"deemed"_s),
         file.isDeemedAccepted, u"counted as accepted by the law"_s);
    if (!file.isDeemedAccepted)
        return;
    const HistoryLine *line = lineOf(file, u"deemedAccepted"_s);
    m_report.check(visit.id + u": dated back to the receipt"_s,
                   file.acceptedAt == file.registeredAt);
    m_report.check(visit.id + u": on working day 6, by nobody"_s,
                   line && dateOf(line->at) == QDate(2026, 12, 1) && line->actor.isEmpty());
}

void Specials::checkDates(const Visit &visit, const CaseFile &file)
{
    if (!visit.due.isValid())
        return;
    const Deadlines dates = deadlinesOf(file, m_store.clock().now(), *m_store.reference());
    m_report.check(u"%1: promised for %2"_s.arg(visit.id, visit.due.toString(Qt::ISODate)),
                   dates.promise.date == visit.due, dates.promise.date.toString(Qt::ISODate));
    if (file.isClosed())
        return;
    const Result<CaseRow> row
        = m_store.read([id = file.id](ReadTx &tx) { return caseRow(tx, id); }).result();
    const QDate listed = row.ok() ? row.value().light.promiseDue : QDate();
    m_report.check(u"%1: the lists show %2"_s.arg(visit.id, visit.due.toString(Qt::ISODate)),
                   listed == visit.due, listed.toString(Qt::ISODate));
}

void Specials::checkStops(const Visit &visit, const CaseFile &file)
{
    same(visit.id + u": its clock was stopped"_s, visit.marks.contains(u"stopped"_s),
         !file.stops.isEmpty(), u"clocks stopped and started again"_s);
    if (file.stops.isEmpty())
        return;
    const ClockStop &stop = file.stops.first();
    m_report.check(visit.id + u": on a legal ground, from Monday to Wednesday"_s,
                   stop.ground == u"鉴定"_s && stop.stopsStatutory
                       && dateOf(stop.from) == QDate(2026, 11, 23)
                       && dateOf(stop.to) == QDate(2026, 11, 25),
                   stop.ground);
}

void Specials::checkPayments(const Visit &visit, const CaseFile &file)
{
    const QList<Payment> payments
        = file.slips.isEmpty() ? QList<Payment>() : file.slips.first().payments;
    const auto taken = std::ranges::find(payments, true, &Payment::isVoid);
    same(visit.id + u": a payment was taken back"_s, visit.marks.contains(u"retaken"_s),
         taken != payments.end(), u"payments taken back and taken again"_s);
    if (taken == payments.end())
        return;
    m_report.check(visit.id + u": with a reason and a second person"_s,
                   !taken->voidReason.isEmpty() && taken->voidedBy == cashier
                       && taken->voidWitness == "sf03"_L1,
                   taken->voidWitness);
    const Payment &last = payments.last();
    m_report.check(visit.id + u": taken again under a number of its own"_s,
                   payments.size() == 2 && !last.isVoid && last.receipt != taken->receipt
                       && last.amount == taken->amount && file.slips.first().livePayments() == 1);
}

void Specials::checkManager(const Visit &visit, const CaseFile &file)
{
    const HistoryLine *again = lineOf(file, u"correctAgain"_s);
    same(visit.id + u": a second correction notice"_s, visit.marks.contains(u"corrected-again"_s),
         again && file.corrections == 2, u"second notices approved by the manager"_s);
    const HistoryLine *gone = lineOf(file, u"void"_s);
    for (const HistoryLine *line : {again, gone}) {
        if (line && line->type == "moved"_L1) {
            m_report.check(visit.id + u": by the manager, with a reason"_s,
                           line->actor == "gl02"_L1 && !line->text.isEmpty(), line->actor);
        }
    }
}

void Specials::checkPrints(const Visit &visit, const CaseFile &file)
{
    int again = 0;
    for (const CasePaper &paper : file.papers)
        again += std::max(0, paper.copies - 1);
    same(visit.id + u": a paper was printed again and counted"_s,
         visit.marks.contains(u"reprinted"_s), again == 1, u"papers printed again"_s);
    m_report.check(visit.id + u": nothing else was printed twice"_s, again <= 1);
}

void Specials::checkAgent(const Visit &visit, const CaseFile &file)
{
    same(visit.id + u": an agent came"_s, !visit.agent.name.isEmpty(), !file.agent.isEmpty(),
         u"visits by an agent"_s);
    if (file.agent.isEmpty())
        return;
    m_report.check(visit.id + u": the agent stands in the case"_s,
                   file.agent.name == visit.agent.name && file.agent.idNumber == visit.agent.number
                       && file.agent.phone == visit.agent.phone && !file.agent.authority.isEmpty(),
                   file.agent.name);
    m_report.check(visit.id + u": the agent took the result"_s,
                   file.collector && file.collector->name == visit.agent.name
                       && file.collector->relation == u"代办人"_s);
}

void Specials::checkBatch(const Visit &visit, const CaseFile &file)
{
    if (visit.batchOpinion.isEmpty())
        return;
    const auto signature = std::ranges::find(file.opinions, visit.batchOpinion, &Opinion::text);
    const bool isSigned = signature != file.opinions.end() && signature->actor == "fg11"_L1
        && !signature->manifest.isEmpty();
    same(visit.id + u": signed with the others"_s, true, isSigned, u"files signed in one go"_s);
}

void Specials::checkPages(const Visit &visit, const CaseFile &file)
{
    const int line = visit.pages == "drop"_L1 ? droppedOn : 1;
    const int wanted = visit.pages.isEmpty() ? 0 : visit.pages == "pdf"_L1 ? 2 : 1;
    m_report.check(u"%1: %2 page(s) on line %3"_s.arg(visit.id).arg(wanted).arg(line),
                   file.livePages().size() == wanted && file.livePages(line).size() == wanted,
                   QString::number(file.livePages().size()));
    if (visit.pages == "drop"_L1)
        ++m_counts[u"pages dropped onto a line"_s];
    if (visit.pages == "paste"_L1)
        ++m_counts[u"pages pasted"_s];
}

void Specials::checkHall()
{
    const ReferencePtr reference = m_store.reference();
    const bool isOff = !reference->calendar.isWorkingDay(dayOff);
    same(u"the hall is closed by local order"_s, true, isOff, u"local days off"_s);
    m_report.check(u"with the reason that was given"_s,
                   reference->calendar.note(dayOff).contains(u"台风"_s),
                   reference->calendar.note(dayOff));
    const int batch = m_counts.value(u"files signed in one go"_s);
    m_report.check(u"several files were signed in one go"_s, batch >= 5, QString::number(batch));
}

} // namespace hall::journeys
