#include "ui/signoff/fileview.h"

#include "ui/shared/casewords.h"
#include "ui/shared/light.h"
#include "ui_upstairspage.h"

#include <QLocale>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QLocale::Language language()
{
    return QLocale().language();
}

} // namespace

FileView::FileView(Ui::UpstairsPage &ui, const Workplace &place, const CaseFeed &feed)
    : m_ui(ui)
    , m_feed(feed)
    , m_materials(materialColumns())
    , m_history(historyColumns())
    , m_others(caseColumns())
    , m_pages(place, {.strip = ui.thumbStrip, .viewer = ui.viewer})
{
    m_ui.materialTable->setRowModel(&m_materials);
    m_ui.materialTable->setEmptyText(tr("This item asks for no materials"));
    m_ui.historyTable->setRowModel(&m_history);
    m_ui.historyTable->setEmptyText(tr("Nothing has happened yet"));
    m_ui.othersTable->setRowModel(&m_others);
    m_ui.othersTable->setEmptyText(tr("The applicant has no other case here"));
}

void FileView::show(const OpenFile &open)
{
    m_file = open.file;
    m_ui.thumbStrip->setEmptyText(tr("No page was scanned for this case."));
    showFacts(open);
    showOpinions(open);
    m_pages.show(open.file, open.missingPages);
    m_materials.setRows(open.file.materials);
    m_history.setRows(open.file.history);
    QList<CaseRow> others = open.applicantCases;
    others.removeIf([&open](const CaseRow &row) { return row.id == open.file.id; });
    m_others.setRows(others);
}

void FileView::clear()
{
    m_file = {};
    m_ui.titleLabel->setFacts({tr("No file is open")});
    m_ui.lightBadge->hide();
    m_ui.factsLabel->setFacts({});
    m_ui.opinionsLabel->clear();
    m_ui.opinionsScroll->hide();
    m_ui.thumbStrip->setEmptyText({});
    m_pages.clear();
    m_materials.setRows({});
    m_history.setRows({});
    m_others.setRows({});
}

void FileView::showFacts(const OpenFile &open)
{
    const CaseFile &file = open.file;
    m_ui.titleLabel->setFacts(
        {file.item.name.in(language()).toHtmlEscaped(), file.number.toHtmlEscaped()});
    m_ui.lightBadge->show();
    m_ui.lightBadge->setLight(open.light);
    QStringList facts{tr("Applicant: <b>%1</b>").arg(file.applicant.name.toHtmlEscaped())};
    if (!file.applicant.legalName.isEmpty())
        facts.append(tr("Legal representative: %1").arg(file.applicant.legalName.toHtmlEscaped()));
    if (!file.agent.isEmpty())
        facts.append(tr("Agent: %1").arg(file.agent.name.toHtmlEscaped()));
    facts.append(tr("Phone: %1").arg(file.applicant.phone.toHtmlEscaped()));
    facts.append(tr("Accepted: %1").arg(CaseWords::moment(file.acceptedAt)));
    facts.append(tr("Step due: %1").arg(CaseWords::due(open.dates.step)));
    facts.append(tr("Promised: %1").arg(CaseWords::due(open.dates.promise)));
    facts.append(tr("By law: %1").arg(CaseWords::due(open.dates.statutory)));
    if (!file.summary.isEmpty())
        facts.append(tr("About: %1").arg(file.summary.toHtmlEscaped()));
    if (file.findings)
        facts.append(
            tr("Site visit: %1, %2")
                .arg(file.findings->place.toHtmlEscaped(), file.findings->text.toHtmlEscaped()));
    m_ui.factsLabel->setFacts(facts);
}

void FileView::showOpinions(const OpenFile &open)
{
    QStringList lines;
    const ReferencePtr reference = m_feed.reference();
    for (const Opinion &opinion : open.file.opinions) {
        QString line = tr("%1, %2 (%3): %4", "step, person (when): opinion")
                           .arg(stateName(opinion.state), reference->staffName(opinion.actor),
                                CaseWords::moment(opinion.at), opinion.text);
        if (opinion.isVoid)
            line += tr(" — signature void: the file was changed afterwards");
        lines.append(line);
    }
    m_ui.opinionsLabel->setText(lines.join(u'\n'));
    m_ui.opinionsScroll->setVisible(!lines.isEmpty());
    // As high as what is said, up to four lines; the rest is scrolled to, newest in sight.
    constexpr int mostLines = 4;
    const int line = m_ui.opinionsLabel->fontMetrics().lineSpacing();
    const int width = m_ui.opinionsScroll->viewport()->width();
    const int wanted = m_ui.opinionsLabel->heightForWidth(width);
    m_ui.opinionsScroll->setFixedHeight(std::min(wanted, mostLines * line) + 4);
    QTimer::singleShot(0, m_ui.opinionsScroll, [scroll = m_ui.opinionsScroll] {
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
}

QList<RowColumn<MaterialLine>> FileView::materialColumns() const
{
    const auto verdict = [](const MaterialLine &line) { return CaseWords::verdict(line); };
    const auto counts = [](int originals, int copies) {
        return tr("%1 / %2", "originals / copies").arg(originals).arg(copies);
    };
    return {
        {.title = tr("No."),
         .text = [](const MaterialLine &line) { return line.due.no; },
         .shape = {.characters = 4},
         .extra = {}},
        {.title = tr("Material"),
         .text = [](const MaterialLine &line) { return line.due.name.in(language()); },
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("Due", "originals / copies due"),
         .text
         = [counts](
               const MaterialLine &line) { return counts(line.due.originals, line.due.copies); },
         .shape = {.characters = 8},
         .extra = {}},
        {.title = tr("Received"),
         .text = [counts](const MaterialLine &line) { return counts(line.originals, line.copies); },
         .shape = {.characters = 8},
         .extra = {}},
        {.title = tr("Verdict"), .text = verdict, .shape = {.characters = 24}, .extra = {}}};
}

QList<RowColumn<HistoryLine>> FileView::historyColumns() const
{
    return {{.title = tr("When"),
             .text = [](const HistoryLine &line) { return CaseWords::moment(line.at); },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Who"),
             .text =
                 [this](const HistoryLine &line) {
                     return line.actor.isEmpty() ? tr("timer", "no person did it")
                                                 : m_feed.reference()->staffName(line.actor);
                 },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = tr("What"),
             .text = [this](const HistoryLine &line) { return actionName(line.action); },
             .shape = {.characters = 22},
             .extra = {}},
            {.title = tr("Words"),
             .text = [this](const HistoryLine &line) { return CaseWords::words(m_file, line); },
             .shape = {.takesRest = true},
             .extra = {}}};
}

QList<RowColumn<CaseRow>> FileView::caseColumns() const
{
    return {{.title = tr("Case number"),
             .text = [](const CaseRow &row) { return row.number; },
             .shape = {.characters = 28, .isWhole = true},
             .extra = {}},
            {.title = tr("Item"),
             .text =
                 [this](const CaseRow &row) {
                     return CaseWords::item(row.itemCode, row.itemName, *m_feed.reference());
                 },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Taken in"),
             .text = [](const CaseRow &row) { return CaseWords::moment(row.registeredAt); },
             .shape = {.characters = 16},
             .extra = {}}};
}

QString FileView::stateName(const QString &state) const
{
    return CaseWords::state(m_file, state, *m_feed.reference());
}

QString FileView::actionName(const QString &action) const
{
    return CaseWords::action(m_file, action, *m_feed.reference());
}

} // namespace hall
