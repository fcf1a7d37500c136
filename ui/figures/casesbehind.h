#pragma once

#include "desk/figures/figuresdesk.h"
#include "domain/whendone.h"
#include "ui/figures/figurecasesdialog.h"
#include "ui/shell/page.h"

namespace hall {

/// Opens the list of a figure over a page; a case chosen there opens on the page for cases.
template <class OnError>
void openCasesBehind(Page *page, const QString &title, const FiguresDesk::Lines &lines,
                     OnError onError)
{
    whenDone(lines, page, [page, title, onError](const Result<QList<CaseLine>> &found) {
        if (!found.ok()) {
            onError(found.error());
            return;
        }
        auto *dialog = new FigureCasesDialog(title, page);
        QObject::connect(dialog, &FigureCasesDialog::caseChosen, page, &Page::openCase);
        dialog->present(found.value());
        dialog->open();
    });
}

} // namespace hall
