// The papers of the pile: printed after the act that wants them, the sign-off sheet when asked for.
#include "domain/whendone.h"
#include "ui/routing/papersdialog.h"
#include "ui/signoff/upstairspage.h"
#include "ui_upstairspage.h"

namespace hall {

using namespace Qt::StringLiterals;

void UpstairsPage::acted(const ActResult &result, const QString &done)
{
    m_open.reset();
    m_ui->pileTable->setFocus();
    const QList<PaperJob> jobs = jobsOf(result.file, result.wanted);
    if (!jobs.isEmpty())
        showPapers(jobs, done);
    refresh();
}

void UpstairsPage::printSheet()
{
    if (!m_open)
        return;
    const QString done = tr("Sign-off sheet of %1.").arg(m_open->file.number);
    // The sheet that sending up asked for, or that is still at the printer, before another one.
    for (const CasePaper &paper : std::as_const(m_open->file.papers)) {
        const bool isOut = paper.state == PaperState::Wanted || paper.state == PaperState::Sent;
        if (paper.kind == "signoff-sheet"_L1 && isOut) {
            showPapers(jobsOf(m_open->file, {paper}), done);
            return;
        }
    }
    whenDone(m_papers.want(m_open->file.id, u"signoff-sheet"_s, m_context.session), this,
             [this, done](const Result<ActResult> &wanted) {
                 if (wanted.ok())
                     showPapers(jobsOf(wanted.value().file, wanted.value().wanted), done);
                 else
                     m_ui->strip->say(wanted.error());
             });
}

void UpstairsPage::showPapers(const QList<PaperJob> &jobs, const QString &done)
{
    auto *dialog = new PapersDialog(m_context, PapersDialog::Kind::Act, this);
    dialog->addPapers(jobs, done);
    connect(dialog, &PapersDialog::printedAll, this, [this, done] {
        m_ui->strip->say(Tone::Success, tr("%1 The papers are in hand.").arg(done));
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_ui->strip->say(Tone::Warning,
                         tr("Papers that are not in hand wait below the pile (Ctrl+Shift+P)."));
    });
    connect(dialog, &QDialog::finished, m_ui->pileTable, qOverload<>(&QWidget::setFocus));
    dialog->open();
    dialog->begin();
}

} // namespace hall
