#pragma once

#include "desk/routing/casefeed.h"
#include "ui/routing/casepages.h"
#include "ui/search/casecolumns.h"

#include <QCoreApplication>

namespace hall {

namespace Ui {
class CaseFilePage;
}

/// Fills the case page: heading, facts, and the tables of its tabs.
class CaseSheet
{
    Q_DECLARE_TR_FUNCTIONS(CaseSheet)
public:
    CaseSheet(Ui::CaseFilePage &ui, const Workplace &place, const CaseFeed &feed);

    void show(const CaseView &view);
    void reveal(bool isRevealed);
    void showOpinion(int row);
    [[nodiscard]] const CaseFile &file() const { return m_source.file; }
    [[nodiscard]] const RowModel<CasePaper> &papers() const { return m_papers; }
    [[nodiscard]] const RowModel<CaseLine> &applicantCases() const { return m_applicant; }

private:
    void setTables();
    void showFacts();
    void showFees();

    Ui::CaseFilePage &m_ui;
    const CaseFeed &m_feed;
    CaseView m_view;
    CaseColumns::Source m_source;
    RowModel<MaterialLine> m_materials;
    RowModel<Opinion> m_opinions;
    RowModel<SlipEntry> m_slips;
    RowModel<Payment> m_payments;
    RowModel<CasePaper> m_papers;
    RowModel<HistoryLine> m_history;
    RowModel<CaseLine> m_applicant;
    CasePages m_pages;
};

} // namespace hall
