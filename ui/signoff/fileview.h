#pragma once

#include "desk/routing/casefeed.h"
#include "desk/signoff/signoffdesk.h"
#include "ui/routing/casepages.h"
#include "ui/shared/rowmodel.h"

#include <QCoreApplication>

namespace hall {

namespace Ui {
class UpstairsPage;
}

/// What the right side shows of a file: facts, opinions so far, pages, checklist, history and the
/// applicant's other cases.
class FileView
{
    Q_DECLARE_TR_FUNCTIONS(FileView)
public:
    FileView(Ui::UpstairsPage &ui, const Workplace &place, const CaseFeed &feed);

    void show(const OpenFile &open);
    void clear();
    [[nodiscard]] const CasePages &pages() const { return m_pages; }

private:
    void showFacts(const OpenFile &open);
    void showOpinions(const OpenFile &open);
    [[nodiscard]] QList<RowColumn<MaterialLine>> materialColumns() const;
    [[nodiscard]] QList<RowColumn<HistoryLine>> historyColumns() const;
    [[nodiscard]] QList<RowColumn<CaseRow>> caseColumns() const;
    [[nodiscard]] QString actionName(const QString &action) const;
    [[nodiscard]] QString stateName(const QString &state) const;

    Ui::UpstairsPage &m_ui;
    const CaseFeed &m_feed;
    CaseFile m_file;
    RowModel<MaterialLine> m_materials;
    RowModel<HistoryLine> m_history;
    RowModel<CaseRow> m_others;
    CasePages m_pages;
};

} // namespace hall
