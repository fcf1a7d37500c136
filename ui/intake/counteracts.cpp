#include "ui/intake/counteracts.h"

#include "domain/whendone.h"
#include "ui/intake/draftkeeper.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/visit.h"
#include "ui/routing/papersdialog.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

CounterActs::CounterActs(const PageContext &context, const Parts &parts)
    : QObject(&parts.page)
    , m_context(context)
    , m_visit(parts.visit)
    , m_drafts(parts.drafts)
    , m_page(parts.page)
    , m_desk(context.place)
    , m_papers(std::make_shared<PaperDesk>(context.place))
{
}

void CounterActs::run(CounterAct act)
{
    switch (act) {
    case CounterAct::Accept:
        return accept(currentItems());
    case CounterAct::AcceptAll: {
        QList<int> all;
        for (int index = 0; index < m_visit.work().items.size(); ++index)
            all.append(index);
        return accept(all);
    }
    case CounterAct::TakeIn:
        return takeIn();
    case CounterAct::Correct:
        return askCorrection();
    case CounterAct::Refuse:
        return askRefusal();
    case CounterAct::Withdraw:
        return askGround(IntakeWish::Withdraw);
    case CounterAct::Lapse:
        return askGround(IntakeWish::Lapse);
    case CounterAct::HandOver:
        if (const CaseFile *file = m_visit.currentFile())
            handOver(file->id, nullptr);
        return;
    case CounterAct::EditField:
        return editField();
    case CounterAct::Papers:
        return reprint();
    case CounterAct::Park:
    case CounterAct::NextVisitor:
        return; // the page's own
    }
}

QList<int> CounterActs::currentItems() const
{
    return {m_visit.currentIndex()};
}

bool CounterActs::isRegistrable(const QList<int> &items, bool withChecklist)
{
    const CheckBasis basis{m_context.shell.regions(), m_context.place.clock.today()};
    for (const int index : items) {
        CounterWork work = m_visit.work();
        const bool isLoaded
            = index >= 0 && index < work.items.size() && !work.items.at(index).loaded.isNull();
        QList<FieldProblem> problems = withChecklist
            ? missingForAcceptance(work, index, m_visit.reference(), basis)
            : missingForRegistration(work, index, basis);
        // What a case says of its applicant is in its journal; it is put right as an edit.
        if (isLoaded) {
            problems.removeIf([](const FieldProblem &problem) {
                return problem.field.startsWith("applicant."_L1)
                    || problem.field.startsWith("agent."_L1);
            });
        }
        if (!problems.isEmpty()) {
            m_visit.setCurrent(index);
            Q_EMIT missing(problems.first());
            return false;
        }
        if (!isLoaded && work.applicant != m_visit.work().applicant)
            m_visit.setApplicant(work.applicant, m_visit.work().isRegistering);
    }
    return true;
}

void CounterActs::accept(const QList<int> &items)
{
    if (isRegistrable(items, true))
        commit({.items = items, .wish = IntakeWish::Accept});
}

void CounterActs::takeIn()
{
    const bool isLoaded = m_visit.currentFile() != nullptr;
    if (isRegistrable(currentItems(), false)) {
        commit(
            {.items = currentItems(), .wish = isLoaded ? IntakeWish::Check : IntakeWish::TakeIn});
    }
}

void CounterActs::commit(IntakeOrder order)
{
    order.work = m_visit.work();
    order.draft = m_drafts.draft();
    order.rest = m_visit.without(order.items);
    order.rest.isRegistering = false;
    // A loaded case is somebody else's business than the visit before.
    if (m_visit.currentFile())
        order.rest = {};
    m_drafts.hold();
    m_stays = order.rest;
    Q_EMIT busy(true);
    whenDone(m_desk.commit(order, m_context.session), this,
             [this, order](const Result<QList<ActResult>> &results) {
                 m_drafts.release();
                 m_stays.reset();
                 Q_EMIT busy(false);
                 if (results.ok()) {
                     showOutcome(order, results.value());
                     return;
                 }
                 // Nothing was written: what is typed stays on the screen and in its draft.
                 m_drafts.keepAfterFailure();
                 Q_EMIT failed(results.error());
             });
}

QString CounterActs::sentenceOf(const IntakeOrder &order, const QList<ActResult> &results) const
{
    QStringList numbers;
    for (const ActResult &result : results)
        numbers.append(result.file.number);
    const QString number = numbers.join(u", "_s);
    const CaseFile &file = results.first().file;
    switch (order.wish) {
    case IntakeWish::Accept:
        if (file.phase == Phase::Delivery && file.isPaid())
            return tr("%1 is accepted and decided; the result can be handed over.").arg(number);
        if (file.phase == Phase::Delivery)
            return tr("%1 is accepted and decided; %2 yuan to pay at the cashier first.")
                .arg(number, file.owed().text());
        if (!file.isPaid())
            return tr("%1 is accepted; %2 yuan to pay at the cashier.")
                .arg(number, file.owed().text());
        return tr("%1 is accepted.").arg(number);
    case IntakeWish::TakeIn:
        return tr("%1 is taken in; decide within five working days.").arg(number);
    case IntakeWish::Check:
        return tr("%1: what came in is kept.").arg(number);
    case IntakeWish::Correct:
        return tr("%1 waits for the applicant's corrections.").arg(number);
    case IntakeWish::Refuse:
        return tr("%1 is not accepted.").arg(number);
    case IntakeWish::Withdraw:
        return tr("%1 is withdrawn.").arg(number);
    case IntakeWish::Lapse:
        return tr("%1 is ended for want of correction.").arg(number);
    }
    return {};
}

void CounterActs::showOutcome(const IntakeOrder &order, const QList<ActResult> &results)
{
    if (results.isEmpty())
        return;
    const bool wasLoaded = m_visit.currentFile() != nullptr;
    CounterWork rest = order.rest;
    if (!wasLoaded) {
        rest.applicant = results.first().file.applicant;
        rest.agent = results.first().file.agent;
        rest.visit = results.first().file.visit;
        rest.isSomebodyElse = true;
    }
    if (rest.isEmpty())
        m_drafts.follow({});
    m_visit.show(rest);
    Q_EMIT committed();
    const QString done = sentenceOf(order, results);
    QList<PaperJob> jobs;
    for (const ActResult &result : results)
        jobs.append(jobsOf(result.file, result.wanted));
    if (!jobs.isEmpty()) {
        showPapers(jobs, done, handOverNow(results));
        return;
    }
    Q_EMIT said(Tone::Success, done);
    Q_EMIT finished();
}

StreamId CounterActs::handOverNow(const QList<ActResult> &results) const
{
    if (results.size() != 1)
        return {};
    const CaseFile &file = results.first().file;
    const IntakePlan plan = planOf(file.item, file.definitionVersion, m_visit.reference());
    const bool isReady = file.phase == Phase::Delivery && file.isPaid() && !plan.handOver.isEmpty();
    return isReady ? file.id : StreamId();
}

void CounterActs::showPapers(const QList<PaperJob> &jobs, const QString &done,
                             const StreamId &ready)
{
    auto *dialog = new PapersDialog(m_context, PapersDialog::Kind::Act, &m_page);
    dialog->addPapers(jobs, done);
    dialog->offerHandOver(ready);
    connect(dialog, &PapersDialog::handOverAsked, this,
            [this, dialog](const StreamId &stream) { handOver(stream, dialog); });
    connect(dialog, &PapersDialog::printedAll, this,
            [this, done] { Q_EMIT said(Tone::Success, done); });
    connect(dialog, &QDialog::rejected, this, [this, done] {
        Q_EMIT said(Tone::Warning,
                    tr("%1 Papers that are not in hand wait above (Ctrl+Shift+P).").arg(done));
    });
    connect(dialog, &QDialog::finished, this, &CounterActs::finished);
    dialog->open();
    dialog->begin();
}

void CounterActs::change(const Command &command)
{
    const CaseFile *file = m_visit.currentFile();
    if (!file)
        return;
    const StreamId stream = file->id;
    whenDone(m_desk.change(stream, m_context.session, command), this,
             [this, stream](const Result<ActResult> &result) {
                 if (!result.ok())
                     Q_EMIT failed(result.error());
                 // What stands in the store is shown, whether the change went through or not.
                 if (m_visit.currentFile() && !m_visit.isCurrentOpen())
                     open(stream);
             });
}

void CounterActs::open(const StreamId &stream)
{
    whenDone(m_desk.load(stream), this, [this](const Result<CaseFile> &file) {
        if (!file.ok()) {
            Q_EMIT failed(file.error());
            return;
        }
        m_visit.showCase(IntakeDesk::workOf(file.value()), file.value());
        Q_EMIT committed();
    });
}

void CounterActs::openOver(const CounterWork &typed)
{
    whenDone(m_desk.load(typed.items.first().loaded), this,
             [this, typed](const Result<CaseFile> &file) {
                 if (!file.ok()) {
                     Q_EMIT failed(file.error());
                     return;
                 }
                 const CounterWork stored = IntakeDesk::workOf(file.value());
                 const bool isMoved = stored.items.first().seen != typed.items.first().seen;
                 m_visit.showCase(isMoved ? stored : typed, file.value());
                 if (isMoved) {
                     Q_EMIT said(Tone::Warning,
                                 tr("%1 was moved on meanwhile; it is shown as it stands now.")
                                     .arg(file.value().number));
                 }
                 Q_EMIT committed();
             });
}

} // namespace hall
