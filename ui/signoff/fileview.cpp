#include "ui/signoff/fileview.h"

#include "desk/routing/pageimages.h"
#include "domain/clock.h"
#include "ui/shared/light.h"
#include "ui_upstairspage.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString momentText(qint64 ms)
{
    if (ms == 0)
        return {};
    return instantOf(ms).toOffsetFromUtc(hallOffsetSeconds).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString dueText(const Due &due)
{
    if (!due.date.isValid())
        return u"—"_s;
    return due.date.toString(Qt::ISODate) + (due.isProvisional ? u" *"_s : QString());
}

QLocale::Language language()
{
    return QLocale().language();
}

} // namespace

FileView::FileView(Ui::UpstairsPage &ui, const Workplace &place, const CaseFeed &feed)
    : m_ui(ui)
    , m_place(place)
    , m_feed(feed)
    , m_materials(materialColumns())
    , m_history(historyColumns())
    , m_others(caseColumns())
{
    m_ui.materialTable->setRowModel(&m_materials);
    m_ui.materialTable->setEmptyText(tr("This item asks for no materials"));
    m_ui.historyTable->setRowModel(&m_history);
    m_ui.historyTable->setEmptyText(tr("Nothing has happened yet"));
    m_ui.othersTable->setRowModel(&m_others);
    m_ui.othersTable->setEmptyText(tr("The applicant has no other case here"));
    m_ui.thumbStrip->setEditable(false);
    m_ui.thumbStrip->setFixedWidth(150);
    m_ui.thumbStrip->setEmptyText(tr("No page was scanned for this case."));
    const PageImageSource source = [this](PageId id) {
        for (const CasePage &page : m_file.pages) {
            if (page.id == id)
                return pageImage(m_place, page.sha);
        }
        return QFuture<QImage>();
    };
    m_ui.thumbStrip->setSource(source);
    m_ui.viewer->setSource(source);
    QObject::connect(m_ui.thumbStrip, &ThumbnailStrip::currentPageChanged, m_ui.viewer,
                     &PageViewer::showPage);
    QObject::connect(m_ui.viewer, &PageViewer::currentPageChanged, m_ui.thumbStrip,
                     &ThumbnailStrip::setCurrentPage);
}

void FileView::show(const OpenFile &open)
{
    m_file = open.file;
    showFacts(open);
    showOpinions(open);
    showPages(open);
    m_materials.setRows(open.file.materials);
    m_history.setRows(open.file.history);
    QList<CaseRow> others = open.applicantCases;
    others.removeIf([&open](const CaseRow &row) { return row.id == open.file.id; });
    m_others.setRows(others);
}

void FileView::clear()
{
    m_file = {};
    m_ui.titleLabel->setText(tr("No file is open"));
    m_ui.lightBadge->hide();
    m_ui.factsLabel->clear();
    m_ui.opinionsLabel->clear();
    m_ui.thumbStrip->setPages({});
    m_ui.viewer->setPages({});
    m_materials.setRows({});
    m_history.setRows({});
    m_others.setRows({});
}

void FileView::showFacts(const OpenFile &open)
{
    const CaseFile &file = open.file;
    m_ui.titleLabel->setText(
        tr("%1 · %2", "item · case number").arg(file.item.name.in(language()), file.number));
    m_ui.lightBadge->show();
    m_ui.lightBadge->setLight(open.light);
    QStringList facts{tr("Applicant: <b>%1</b>").arg(file.applicant.name.toHtmlEscaped())};
    if (!file.applicant.legalName.isEmpty())
        facts.append(tr("Legal representative: %1").arg(file.applicant.legalName.toHtmlEscaped()));
    if (!file.agent.isEmpty())
        facts.append(tr("Agent: %1").arg(file.agent.name.toHtmlEscaped()));
    facts.append(tr("Phone: %1").arg(file.applicant.phone.toHtmlEscaped()));
    facts.append(tr("Accepted: %1").arg(momentText(file.acceptedAt)));
    facts.append(tr("Step due: %1").arg(dueText(open.dates.step)));
    facts.append(tr("Promised: %1").arg(dueText(open.dates.promise)));
    facts.append(tr("By law: %1").arg(dueText(open.dates.statutory)));
    if (!file.summary.isEmpty())
        facts.append(tr("About: %1").arg(file.summary.toHtmlEscaped()));
    if (file.findings)
        facts.append(
            tr("Site visit: %1, %2")
                .arg(file.findings->place.toHtmlEscaped(), file.findings->text.toHtmlEscaped()));
    m_ui.factsLabel->setText(facts.join(u"  &nbsp;·&nbsp;  "_s));
}

void FileView::showOpinions(const OpenFile &open)
{
    QStringList lines;
    const ReferencePtr reference = m_feed.reference();
    for (const Opinion &opinion : open.file.opinions) {
        QString line = tr("%1, %2 (%3): %4", "step, person (when): opinion")
                           .arg(stateName(opinion.state), reference->staffName(opinion.actor),
                                momentText(opinion.at), opinion.text);
        if (opinion.isVoid)
            line += tr(" — signature void: the file was changed afterwards");
        lines.append(line);
    }
    m_ui.opinionsLabel->setText(lines.join(u'\n'));
    m_ui.opinionsLabel->setVisible(!lines.isEmpty());
}

void FileView::showPages(const OpenFile &open)
{
    QList<PageThumb> thumbs;
    for (const CasePage &page : open.file.livePages()) {
        QString title = page.title;
        for (const MaterialLine &line : open.file.materials) {
            if (line.due.no == page.line)
                title = line.due.name.in(language());
        }
        thumbs.append({.id = page.id,
                       .title = title,
                       .rotation = page.rotation,
                       .missing = open.missingPages.contains(page.id)});
    }
    m_ui.thumbStrip->setPages(thumbs);
    m_ui.viewer->setPages(thumbs);
}

QList<RowColumn<MaterialLine>> FileView::materialColumns() const
{
    const auto verdict = [](const MaterialLine &line) {
        switch (line.verdict) {
        case LineVerdict::Open:
            return tr("open");
        case LineVerdict::Right:
            return tr("right");
        case LineVerdict::Wrong:
            return tr("wrong: %1").arg(line.problem);
        case LineVerdict::NotNeeded:
            return tr("not needed");
        }
        return QString();
    };
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
             .text = [](const HistoryLine &line) { return momentText(line.at); },
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
             .text =
                 [](const HistoryLine &line) {
                     return line.isIrregular ? tr("not applied: %1").arg(line.text) : line.text;
                 },
             .shape = {.takesRest = true},
             .extra = {}}};
}

QList<RowColumn<CaseRow>> FileView::caseColumns() const
{
    return {{.title = tr("Case number"),
             .text = [](const CaseRow &row) { return row.number; },
             .shape = {.characters = 28},
             .extra = {}},
            {.title = tr("Item"),
             .text = [](const CaseRow &row) { return row.itemName; },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Taken in"),
             .text = [](const CaseRow &row) { return momentText(row.registeredAt); },
             .shape = {.characters = 16},
             .extra = {}}};
}

QString FileView::stateName(const QString &state) const
{
    const Definition *definition
        = m_feed.reference()->definitions.find(m_file.item.workflow, m_file.definitionVersion);
    const StateDef *found = definition ? definition->state(state) : nullptr;
    return found ? found->name.in(language()) : state;
}

QString FileView::actionName(const QString &action) const
{
    const Definition *definition
        = m_feed.reference()->definitions.find(m_file.item.workflow, m_file.definitionVersion);
    const ActionDef *found = definition ? definition->action(action) : nullptr;
    if (found)
        return found->name.in(language());
    static const QHash<QString, const char *> words{
        {u"register"_s, QT_TR_NOOP("taken in")},
        {u"attach"_s, QT_TR_NOOP("pages attached")},
        {u"move"_s, QT_TR_NOOP("page moved")},
        {u"rotate"_s, QT_TR_NOOP("page rotated")},
        {u"remove"_s, QT_TR_NOOP("page removed")},
        {u"materials"_s, QT_TR_NOOP("materials checked")},
        {u"edit"_s, QT_TR_NOOP("field corrected")},
        {u"note"_s, QT_TR_NOOP("note")},
        {u"demand"_s, QT_TR_NOOP("fee slip made")},
        {u"pay"_s, QT_TR_NOOP("fee paid")},
        {u"want"_s, QT_TR_NOOP("paper wanted")},
        {u"sent"_s, QT_TR_NOOP("sent to the printer")},
        {u"printed"_s, QT_TR_NOOP("paper printed")},
        {u"spoiled"_s, QT_TR_NOOP("print spoiled")},
        {u"handed"_s, QT_TR_NOOP("paper handed over")},
        {u"deemedAccepted"_s, QT_TR_NOOP("deemed accepted")}};
    const auto word = words.constFind(action);
    return word == words.constEnd() ? action : tr(*word);
}

} // namespace hall
