#include "ui/routing/caseasks.h"

#include "desk/intake/applicantcheck.h"
#include "desk/intake/intakephrases.h"
#include "desk/routing/casefeed.h"
#include "ui/routing/editfielddialog.h"
#include "ui/shared/decision.h"
#include "ui/shell/pageregistry.h"

namespace hall {

void CaseAsks::withdrawal(QWidget *page, const QString &number, const Reference &reference,
                          const Ground &take)
{
    confirm(page,
            {.title = tr("Withdraw"),
             .question = tr("Does the applicant take %1 back?").arg(number),
             .consequence = tr("The case is closed. It cannot be opened again."),
             .yes = tr("Withdraw"),
             .isDangerous = true,
             .reasonLabel = tr("Ground"),
             .phrases = withdrawalGrounds(reference)},
            take);
}

void CaseAsks::lapse(QWidget *page, const QString &number, const Reference &reference,
                     const Ground &take)
{
    confirm(page,
            {.title = tr("End for want of correction"),
             .question = tr("End %1 because nothing was supplied?").arg(number),
             .consequence = tr("The case is closed. It cannot be opened again."),
             .yes = tr("End the case"),
             .isDangerous = true,
             .reasonLabel = tr("Ground"),
             .phrases = lapseGrounds(reference)},
            take);
}

void CaseAsks::edit(QWidget *page, const CaseFile &file, const PageContext &context,
                    const std::function<void(const EditField &edit)> &take)
{
    const auto check
        = [&shell = context.shell, file, today = context.place.clock.today()](EditField &edit) {
              return checkEdit(file, edit, {shell.regions(), today});
          };
    const ReferencePtr reference = CaseFeed(context.place).reference();
    auto *dialog = new EditFieldDialog(file, editReasons(*reference), check, page);
    QObject::connect(dialog, &EditFieldDialog::asked, page, take);
    dialog->open();
}

} // namespace hall
