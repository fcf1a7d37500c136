// The acts of the counter that ask something first.
#include "desk/intake/intakephrases.h"
#include "domain/whendone.h"
#include "ui/intake/correctiondialog.h"
#include "ui/intake/counteracts.h"
#include "ui/intake/guidedialog.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/refusaldialog.h"
#include "ui/intake/visit.h"
#include "ui/routing/caseasks.h"
#include "ui/routing/papersdialog.h"

#include <QPointer>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Lines that the notice names; a required line that nobody looked at is told as not handed in.
QList<CorrectionDialog::Line> wrongLines(const ItemDef &item, const ItemWork &work)
{
    QList<CorrectionDialog::Line> lines;
    for (const LineCheck &check : work.lines) {
        const auto due = std::ranges::find(item.materials, check.line, &MaterialDef::no);
        if (check.verdict == LineVerdict::Wrong && due != item.materials.end())
            lines.append({check.line, due->name.in(IntakeText::language()), check.problem});
    }
    return lines;
}

} // namespace

void CounterActs::askCorrection()
{
    const ItemDef *item = m_visit.currentItem();
    if (!isRegistrable(currentItems(), false) || !item)
        return;
    const QStringList phrases = problemPhrases(m_visit.reference());
    bool hasNameless = false;
    int nameless = 0;
    // "Complete": a required line that is still open has not been handed in.
    const ItemDef due = *item;
    m_visit.editCurrent([&](ItemWork &work) {
        for (LineCheck &line : work.lines) {
            const auto def = std::ranges::find(due.materials, line.line, &MaterialDef::no);
            const bool isOwed = def != due.materials.end() && def->required && !def->suppliedLater
                && line.verdict == LineVerdict::Open;
            if (isOwed) {
                line.verdict = LineVerdict::Wrong;
                line.problem = phrases.value(0);
            }
            if (line.verdict == LineVerdict::Wrong && line.problem.isEmpty() && !hasNameless) {
                hasNameless = true;
                nameless = line.line;
            }
        }
    });
    const QList<CorrectionDialog::Line> lines = wrongLines(due, *m_visit.current());
    if (hasNameless || lines.isEmpty()) {
        const int line = hasNameless ? nameless : due.materials.value(0).no;
        Q_EMIT missing({u"material/%1"_s.arg(line), {ErrorKind::NothingToCorrect}});
        return;
    }
    const QDate until
        = m_visit.reference()
              .calendar
              .due(m_visit.reference().calendar.actingDay(m_context.place.clock.today()),
                   {.days = m_visit.reference().hall.correctionDays})
              .date;
    auto *dialog = new CorrectionDialog(lines, until, &m_page);
    connect(dialog, &QDialog::accepted, this,
            [this] { commit({.items = currentItems(), .wish = IntakeWish::Correct}); });
    dialog->open();
    whenDone(m_desk.preview(
                 {.work = m_visit.work(), .items = currentItems(), .wish = IntakeWish::Correct},
                 m_context.session),
             dialog, [dialog](const Result<Document> &notice) {
                 if (notice.ok())
                     dialog->showNotice(notice.value());
             });
}

void CounterActs::askRefusal()
{
    const ItemDef *item = m_visit.currentItem();
    if (!isRegistrable(currentItems(), false) || !item)
        return;
    const IntakePlan plan = planOf(*item, m_visit.current()->version, m_visit.reference());
    auto *dialog = new RefusalDialog(plan.refusals, refusalGrounds(m_visit.reference()), &m_page);
    connect(dialog, &RefusalDialog::refused, this, [this](const Refusal &refusal) {
        commit({.items = currentItems(),
                .wish = IntakeWish::Refuse,
                .refusal = refusal.action,
                .ground = refusal.ground,
                .rightBody = refusal.rightBody});
    });
    dialog->open();
}

void CounterActs::askGround(IntakeWish wish)
{
    if (!m_visit.currentFile())
        return;
    const auto take = [this, wish](const QString &ground) {
        commit({.items = currentItems(), .wish = wish, .ground = ground});
    };
    const QString number = m_visit.current()->number;
    if (wish == IntakeWish::Withdraw)
        CaseAsks::withdrawal(&m_page, number, m_visit.reference(), take);
    else
        CaseAsks::lapse(&m_page, number, m_visit.reference(), take);
}

void CounterActs::editField()
{
    const CaseFile *file = m_visit.currentFile();
    if (!file)
        return;
    CaseAsks::edit(&m_page, *file, m_context, [this, stream = file->id](const EditField &edit) {
        whenDone(m_desk.change(stream, m_context.session, edit), this,
                 [this, stream](const Result<ActResult> &result) {
                     if (!result.ok()) {
                         Q_EMIT failed(result.error());
                         return;
                     }
                     open(stream);
                     Q_EMIT said(Tone::Success,
                                 tr("The value is put right; the old one stays in the history."));
                 });
    });
}

void CounterActs::handOver(const StreamId &stream, PapersDialog *dialog)
{
    const QPointer<PapersDialog> guard(dialog);
    const auto show = [this, guard](const Result<ActResult> &result) {
        if (!result.ok()) {
            Q_EMIT failed(result.error());
            return;
        }
        const CaseFile &file = result.value().file;
        const QString done
            = tr("%1 is handed over to %2 and closed. The receipt wants a signature.")
                  .arg(file.number, file.collector.value_or(Collector{}).name);
        if (guard) {
            guard->offerHandOver({});
            guard->addPapers(jobsOf(file, result.value().wanted), done);
            guard->begin();
            return;
        }
        m_visit.clear();
        Q_EMIT committed();
        showPapers(jobsOf(file, result.value().wanted), done);
    };
    whenDone(m_desk.load(stream), this, [this, stream, show](const Result<CaseFile> &file) {
        const Collector collector
            = file.ok() ? IntakeDesk::usualCollector(file.value()) : Collector{};
        whenDone(m_desk.handOver(stream, collector, m_context.session), this, show);
    });
}

void CounterActs::reprint()
{
    const CaseFile *file = m_visit.currentFile();
    if (!file)
        return;
    if (file->papers.isEmpty()) {
        Q_EMIT said(Tone::Info, tr("This case has no papers yet."));
        return;
    }
    auto *dialog = new PapersDialog(m_context, PapersDialog::Kind::Act, &m_page);
    dialog->addPapers(jobsOf(*file, file->papers),
                      tr("Papers of %1. A second print is marked as a copy.").arg(file->number));
    connect(dialog, &QDialog::finished, this, [this, stream = file->id] { open(stream); });
    dialog->open();
}

void CounterActs::showGuide(const QString &item)
{
    if (item.isEmpty()) {
        Q_EMIT said(Tone::Info, tr("Choose an item; then F2 shows its guide."));
        return;
    }
    auto *dialog = new GuideDialog(&m_page);
    dialog->open();
    connect(dialog, &GuideDialog::printAsked, this, [this, dialog](const Document &guide) {
        whenDone(m_papers->printDocument(guide, m_context.shell.printerFor(u"service-guide"_s)),
                 dialog, [dialog, papers = m_papers](const Result<Done> &printed) {
                     if (printed.ok())
                         dialog->sayPrinted();
                     else
                         dialog->say(printed.error());
                 });
    });
    whenDone(m_papers->composeGuide(item, m_context.session), dialog,
             [dialog, papers = m_papers](const Result<Document> &guide) {
                 if (guide.ok())
                     dialog->showGuide(guide.value());
                 else
                     dialog->say(guide.error());
             });
}

} // namespace hall
