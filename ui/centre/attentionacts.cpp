// What the page "To decide" does with the act that is chosen.
#include "domain/whendone.h"
#include "ui/centre/attentionpage.h"
#include "ui/centre/handoverdialog.h"
#include "ui/centre/redodialog.h"
#include "ui/shared/casewords.h"
#include "ui/shared/decision.h"
#include "ui_attentionpage.h"

namespace hall {

using namespace Qt::StringLiterals;

void AttentionPage::openRow()
{
    const AttentionLine *line = chosen();
    if (!line)
        return;
    if (line->isHere)
        Q_EMIT openCase(line->row.stream);
    else
        m_ui->strip->say(Tone::Info,
                         tr("Nothing else of this case is on this computer; what was recorded "
                            "stands below."));
}

void AttentionPage::retry()
{
    if (m_ui->retryButton->isEnabled())
        decide(AttentionAct::Retry, {}, tr("It is sent once more."));
}

void AttentionPage::adopt()
{
    if (!m_ui->adoptButton->isEnabled())
        return;
    const AttentionLine &line = *chosen();
    confirm(this,
            {.title = tr("Adopt as mine"),
             .question = tr("Do you do the same under your name: %1, case %2?", "act, case number")
                             .arg(CentreWords::action(line, *m_desk.reference()), line.row.number),
             .consequence = tr("What %1 recorded stays inside, with name and time.")
                                .arg(CaseWords::person(line.row.actor, *m_desk.reference())),
             .yes = tr("Adopt")},
            [this](const QString &) {
                decide(AttentionAct::Adopt, {}, tr("It is yours now, and on its way."));
            });
}

void AttentionPage::giveUp()
{
    if (!m_ui->giveUpButton->isEnabled())
        return;
    const AttentionLine &line = *chosen();
    confirm(
        this,
        {.title = tr("Give up"),
         .question = tr("Give up: %1, case %2?", "act, case number")
                         .arg(CentreWords::action(line, *m_desk.reference()), line.row.number),
         .consequence = tr("It never takes effect. The reason stands in the history of the case "
                           "with your name."),
         .yes = tr("Give up"),
         .isDangerous = true,
         .reasonLabel = tr("Reason"),
         .phrases = {tr("A colleague has done it already."), tr("It was entered by mistake."),
                     tr("The applicant was asked and agrees.")}},
        [this](const QString &reason) {
            decide(AttentionAct::GiveUp, reason, tr("Given up; the reason is recorded."));
        });
}

void AttentionPage::handOver()
{
    if (!m_ui->handButton->isEnabled())
        return;
    auto *dialog
        = new HandOverDialog(m_desk.colleagues(m_context.session), m_desk.reference(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString code = dialog->colleague();
        if (!code.isEmpty())
            decide(AttentionAct::HandOver, code,
                   tr("Handed to %1.").arg(m_desk.reference()->staffName(code)));
    });
    dialog->open();
}

void AttentionPage::change()
{
    if (!m_ui->changeButton->isEnabled())
        return;
    if (m_versions->kind == RedoKind::Number) {
        confirm(this,
                {.title = tr("A new number"),
                 .question = tr("Send it again with a new number?"),
                 .consequence = m_versions->papers.isEmpty()
                     ? QString()
                     : tr("Papers with the old number become spoiled and wait to be printed anew."),
                 .yes = tr("Send")},
                [this](const QString &) {
                    redo({.paperReason = tr("Its number was given twice; a new one was taken.")});
                });
        return;
    }
    auto *dialog = new RedoDialog(*m_versions, m_desk.reference(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { redo(dialog->wish()); });
    dialog->open();
}

void AttentionPage::redo(const RedoWish &wish)
{
    if (!hasVersions())
        return;
    whenDone(m_desk.redo(*m_versions, wish, m_context.session), this,
             [this](const Result<Done> &done) { finish(done, tr("Recorded, and on its way.")); });
}

void AttentionPage::decide(AttentionAct act, const QString &text, const QString &sentence)
{
    whenDone(m_desk.decideOn({.event = m_wanted, .act = act, .text = text}, m_context.session),
             this, [this, sentence](const Result<Done> &done) { finish(done, sentence); });
}

void AttentionPage::finish(const Result<Done> &done, const QString &sentence)
{
    if (done.ok())
        m_ui->strip->say(Tone::Success, sentence);
    else
        m_ui->strip->say(done.error());
    load();
}

} // namespace hall
