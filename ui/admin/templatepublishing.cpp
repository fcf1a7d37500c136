// The templates page: publishing a text, going back to the bundled one, and who did so.
#include "domain/whendone.h"
#include "ui/admin/templatespage.h"
#include "ui/shared/casewords.h"
#include "ui/shared/decision.h"
#include "ui_templatespage.h"

namespace hall {

using namespace Qt::StringLiterals;

QList<RowColumn<HallChange>> TemplatesPage::historyColumns() const
{
    const auto what = [](const HallChange &change) {
        switch (change.sort) {
        case ChangeSort::Added:
            return tr("own template");
        case ChangeSort::Changed:
            return tr("new version");
        case ChangeSort::Retired:
            return tr("back to the bundled one");
        }
        return QString();
    };
    return {{.title = tr("When"),
             .text = [](const HallChange &change) { return CaseWords::moment(change.at); },
             .shape = {.characters = 17},
             .extra = {}},
            {.title = tr("Who"),
             .text =
                 [this](const HallChange &change) {
                     return publisher().reference()->staffName(change.actor);
                 },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("Change"), .text = what, .shape = {.takesRest = true}, .extra = {}}};
}

void TemplatesPage::showHistory()
{
    whenDone(m_desk.history(m_shown.kind), this,
             [this, kind = m_shown.kind](const Result<QList<HallChange>> &changes) {
                 if (changes.ok() && kind == m_shown.kind)
                     m_history.setRows(changes.value());
             });
}

void TemplatesPage::askPublish()
{
    if (!m_ui->publishButton->isEnabled()) {
        m_ui->strip->say(Tone::Info,
                         isDirty() ? tr("Put right what is wrong with the text first; it is listed "
                                        "below it.")
                                   : tr("The text is as it was published."));
        return;
    }
    const QString name = inOwnLanguage(paperName(m_shown.kind));
    confirm(
        this,
        {.title = tr("Publish a template"),
         .question = tr("Print “%1” like this from now on?").arg(name),
         .consequence
         = tr("It becomes version %1. Papers printed before keep theirs.").arg(m_shown.newest + 1),
         .yes = tr("Publish")},
        [this, name](const QString &) {
            whenDone(m_desk.publish(m_shown, m_ui->textEdit->toPlainText()), this,
                     [this, name](const Result<Done> &result) {
                         if (!tell(m_ui->strip, result, tr("“%1” is published.").arg(name)))
                             return;
                         m_shown.text.clear(); // nothing is unsaved
                         refresh();
                     });
        });
}

void TemplatesPage::askTakeBack()
{
    const QString name = inOwnLanguage(paperName(m_shown.kind));
    confirm(this,
            {.title = tr("Back to the bundled template"),
             .question = tr("Print “%1” as the program brought it?").arg(name),
             .consequence = tr("The hall's own text stays in the history of the journal."),
             .yes = tr("Go back"),
             .isDangerous = true},
            [this, name](const QString &) {
                whenDone(m_desk.takeBack(m_shown.kind), this,
                         [this, name](const Result<Done> &result) {
                             if (!tell(m_ui->strip, result,
                                       tr("“%1” is printed as the program brought it.").arg(name)))
                                 return;
                             m_shown.text.clear();
                             refresh();
                         });
            });
}

} // namespace hall
