#include "ui/search/casesheet.h"

#include "ui/search/casefacts.h"
#include "ui/shared/casewords.h"
#include "ui_casefilepage.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

CaseSheet::CaseSheet(Ui::CaseFilePage &ui, const Workplace &place, const CaseFeed &feed)
    : m_ui(ui)
    , m_feed(feed)
    , m_source({.reference = feed.reference()})
    , m_materials(CaseColumns::materials())
    , m_opinions(CaseColumns::opinions(m_source))
    , m_slips(CaseColumns::slips())
    , m_payments(CaseColumns::payments(m_source))
    , m_papers(CaseColumns::papers())
    , m_history(CaseColumns::history(m_source))
    , m_applicant(CaseColumns::cases())
    , m_pages(place, {.strip = ui.thumbStrip, .viewer = ui.viewer})
{
    setTables();
    m_ui.thumbStrip->setEmptyText(tr("No page was scanned for this case."));
}

void CaseSheet::setTables()
{
    m_ui.materialTable->setRowModel(&m_materials);
    m_ui.materialTable->setEmptyText(tr("This item asks for no materials"));
    m_ui.opinionTable->setRowModel(&m_opinions);
    m_ui.opinionTable->setEmptyText(tr("Nobody has given an opinion yet"));
    m_ui.slipTable->setRowModel(&m_slips);
    m_ui.slipTable->setEmptyText(tr("No fee is due"));
    m_ui.paymentTable->setRowModel(&m_payments);
    m_ui.paymentTable->setEmptyText(tr("Nothing was paid"));
    m_ui.paperTable->setRowModel(&m_papers);
    m_ui.paperTable->setEmptyText(tr("No paper yet"));
    m_ui.historyTable->setRowModel(&m_history);
    m_ui.historyTable->setEmptyText(tr("The history of this case is not on this computer"));
    m_ui.applicantTable->setRowModel(&m_applicant);
    m_ui.applicantTable->setEmptyText(tr("The applicant has no case here"));
}

void CaseSheet::show(const CaseView &view)
{
    m_view = view;
    m_source.file = view.file;
    m_source.reference = m_feed.reference();
    m_ui.titleLabel->setFacts({view.line.itemName.in(QLocale().language()).toHtmlEscaped(),
                               view.line.row.applicantName.toHtmlEscaped(),
                               view.line.row.number.toHtmlEscaped()});
    m_ui.lightBadge->setLight(view.line.light);
    // The grey light says "not accepted", which of a case that has ended is not what matters.
    m_ui.lightBadge->setVisible(!isEnd(view.line.row.phase));
    showFacts();
    m_pages.show(view.file, view.missingPages);
    showFees();
    m_materials.setRows(view.file.materials);
    m_opinions.setRows(view.file.opinions);
    m_papers.setRows(view.file.papers);
    QList<HistoryLine> history = view.file.history;
    std::ranges::reverse(history);
    m_history.setRows(history);
    m_applicant.setRows(view.applicantCases);
    m_ui.opinionTable->goToRow(static_cast<int>(view.file.opinions.size()) - 1);
    showOpinion(static_cast<int>(view.file.opinions.size()) - 1);
}

void CaseSheet::reveal(bool isRevealed)
{
    m_source.isRevealed = isRevealed;
    showFacts();
}

void CaseSheet::showOpinion(int row)
{
    const bool isThere = row >= 0 && row < m_opinions.rowCount();
    m_ui.opinionLabel->setText(isThere ? m_opinions.at(row).text : QString());
}

void CaseSheet::showFacts()
{
    if (!m_source.reference)
        return;
    const CaseFacts facts(*m_source.reference, m_ui.factsLabel->palette(), m_source.isRevealed);
    m_ui.factsLabel->setText(facts.html(m_view));
}

void CaseSheet::showFees()
{
    QList<SlipEntry> entries;
    QList<Payment> payments;
    for (const FeeSlip &slip : m_view.file.slips) {
        for (const SlipLine &line : slip.lines)
            entries.append({.slip = slip.number,
                            .line = line,
                            .isPaid = slip.isPaid(),
                            .standing = slip.standing});
        payments += slip.payments;
    }
    m_slips.setRows(entries);
    m_payments.setRows(payments);
}

} // namespace hall
