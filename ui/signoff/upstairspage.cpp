#include "ui/signoff/upstairspage.h"

#include "domain/whendone.h"
#include "text/errortext.h"
#include "ui/shared/light.h"
#include "ui/signoff/batchdialog.h"
#include "ui_upstairspage.h"

#include <QLocale>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

UpstairsPage::UpstairsPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::UpstairsPage>())
    , m_desk(context.place)
    , m_papers(context.place)
    , m_pile(pileColumns())
    , m_feed(context.place)
    , m_view((m_ui->setupUi(this), *m_ui), context.place, m_feed)
    , m_act(*m_ui, context.place, m_feed, context.session)
{
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_ui->splitter->setSizes({560, 740});
    m_ui->pileTable->setRowModel(&m_pile);
    m_ui->pileTable->setMultiSelect(true);
    m_ui->pileTable->setEmptyText(tr("Nothing waits for you"),
                                  tr("New files appear here by themselves."));
    m_ui->opinionEdit->setFixedHeight(58);
    m_ui->findingsEdit->setFixedHeight(52);
    m_ui->phraseBox->setMaximumWidth(420);
    m_ui->waitingPapersButton->serve(context);
    connectAll();
    showNothing();
}

UpstairsPage::~UpstairsPage() = default;

QString UpstairsPage::pageTitle() const
{
    return tr("My pile");
}

QList<HelpKey> UpstairsPage::keys() const
{
    return {{u"↑ ↓"_s, tr("Choose a file; it opens at once")},
            {u"Enter"_s, tr("From the pile to the opinion")},
            {u"F9"_s, tr("Sign: agree and hand on")},
            {u"F8"_s, tr("Sign: do not agree")},
            {u"F7"_s, tr("Return to an earlier step")},
            {u"F11"_s, tr("Stop the clock, or start it again")},
            {u"F6"_s, tr("Next file")},
            {u"F10"_s, tr("Sign the chosen files in one go")},
            {u"Ctrl+P"_s, tr("Print the sign-off sheet")},
            {u"Ctrl+Shift+P"_s, tr("Papers that you have not in hand")},
            {u"Alt+1 … Alt+4"_s, tr("Pages, checklist, history, applicant")},
            {u"Esc"_s, tr("Back to the pile")}};
}

QString UpstairsPage::itemName(const PileLine &line) const
{
    const ReferencePtr reference = m_feed.reference();
    const ItemDef *item = reference->item(line.pile.row.itemCode);
    return item ? item->name.in(QLocale().language()) : line.pile.row.itemName;
}

QList<RowColumn<PileLine>> UpstairsPage::pileColumns() const
{
    const auto days = [](const PileLine &line) {
        if (line.light == Light::Blue)
            return tr("not counted", "the clock of a case stands still");
        if (line.daysLeft == 0)
            return tr("today", "the step is due today");
        return line.daysLeft < 0 ? tr("%n day(s) late", nullptr, -line.daysLeft)
                                 : tr("%n day(s) left", nullptr, line.daysLeft);
    };
    return {
        {.title = tr("Light"),
         .text = [](const PileLine &line) { return LightText::word(line.light); },
         .shape = {.characters = 9, .isLight = true},
         .extra =
             [](const PileLine &line, int role) {
                 return role == LightRole ? QVariant(static_cast<int>(line.light)) : QVariant();
             }},
        {.title = tr("Item"),
         .text = [this](const PileLine &line) { return itemName(line); },
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("Applicant"),
         .text = [](const PileLine &line) { return line.pile.row.applicantName; },
         .shape = {.characters = 9},
         .extra = {}},
        {.title = tr("Step"),
         .text = [](const PileLine &line) { return line.pile.stateText.in(QLocale().language()); },
         .shape = {.characters = 11},
         .extra = {}},
        {.title = tr("Time"), .text = days, .shape = {.characters = 9}, .extra = {}}};
}

void UpstairsPage::connectAll()
{
    connect(m_ui->pileTable, &RowTable::rowChanged, this, &UpstairsPage::openRow);
    connect(m_ui->pileTable, &RowTable::rowOpened, this, [this] { m_ui->opinionEdit->setFocus(); });
    connect(m_ui->batchButton, &QPushButton::clicked, this, &UpstairsPage::signChosen);
    connect(m_ui->phraseBox, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_ui->opinionEdit->setPlainText(m_ui->phraseBox->itemText(index));
    });
    connect(&m_view.pages(), &CasePages::completed, this, &UpstairsPage::allPagesCame);
    connect(&m_feed, &CaseFeed::casesChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_act, &ActBox::acted, this, &UpstairsPage::acted);
    connect(m_ui->waitingPapersButton, &WaitingPapersButton::finished, m_ui->pileTable,
            qOverload<>(&QWidget::setFocus));
    connect(&m_act, &ActBox::stale, this, &UpstairsPage::refresh);
    connectKeys();
}

void UpstairsPage::connectKeys()
{
    addKey(Qt::Key_F9, [this] { m_act.runForward(0); });
    addKey(Qt::Key_F8, [this] { m_act.runForward(1); });
    addKey(Qt::Key_F7, [this] { m_act.runReturn(); });
    addKey(Qt::Key_F11, [this] { m_act.runStop(); });
    addKey(Qt::Key_F6, [this] { nextFile(); });
    addKey(Qt::Key_F10, [this] { signChosen(); });
    addKey(QKeySequence::Print, [this] { printSheet(); });
    addKey(Qt::Key_Escape, [this] { m_ui->pileTable->setFocus(); });
    for (int tab = 0; tab < m_ui->fileTabs->count(); ++tab)
        addKey(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)),
               [this, tab] { m_ui->fileTabs->setCurrentIndex(tab); });
}

void UpstairsPage::addKey(const QKeySequence &keys, const std::function<void()> &run)
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
}

void UpstairsPage::activate()
{
    m_ui->phraseBox->clear();
    m_ui->phraseBox->addItem(tr("Phrases …"));
    m_ui->phraseBox->addItems(m_desk.phrases(m_context.session));
    m_ui->pileTable->setFocus();
    refresh();
}

void UpstairsPage::refresh()
{
    whenDone(m_desk.pile(m_context.session), this, [this](const Result<QList<PileLine>> &lines) {
        if (lines.ok())
            showPile(lines.value());
        else
            m_ui->strip->say(lines.error());
    });
}

bool UpstairsPage::isShown(const PileLine &line) const
{
    return m_open && line.pile.row.id == m_open->file.id && line.pile.branch == m_open->branch;
}

void UpstairsPage::showPile(const QList<PileLine> &lines)
{
    const auto isSame = [](const PileLine &a, const PileLine &b) {
        return a.pile.row.id == b.pile.row.id && a.pile.branch == b.pile.branch
            && a.pile.row.version == b.pile.row.version && a.light == b.light
            && a.daysLeft == b.daysLeft;
    };
    // A change elsewhere in the hall must not take away the rows that were chosen for signing.
    if (m_open && std::ranges::equal(lines, m_pile.rows(), isSame))
        return;
    m_pile.setRows(lines);
    m_ui->countLabel->setText(tr("%n file(s) wait", nullptr, static_cast<int>(lines.size())));
    m_ui->batchButton->setEnabled(!lines.isEmpty());
    Q_EMIT badgeChanged(static_cast<int>(lines.size()));
    if (lines.isEmpty()) {
        showNothing();
        return;
    }
    const auto shown
        = std::ranges::find_if(lines, [this](const PileLine &line) { return isShown(line); });
    const int last = static_cast<int>(lines.size()) - 1;
    const int row
        = shown == lines.end() ? std::min(m_row, last) : static_cast<int>(shown - lines.begin());
    m_ui->pileTable->goToRow(row); // rowChanged opens it
}

void UpstairsPage::openRow(int row)
{
    if (row < 0 || row >= m_pile.rowCount())
        return;
    m_row = row;
    const PileRow &pile = m_pile.at(row).pile;
    if (isShown(m_pile.at(row)) && m_open->file.eventCount == pile.row.version)
        return; // nothing new: what is being written stays
    m_wanted = pile.row.id;
    whenDone(m_desk.open(pile.row.id, pile.branch, m_context.session), this,
             [this, wanted = pile.row.id](const Result<OpenFile> &open) {
                 if (wanted != m_wanted)
                     return;
                 if (open.ok())
                     showFile(open.value());
                 else
                     m_ui->strip->say(open.error());
             });
}

void UpstairsPage::showFile(const OpenFile &open)
{
    // Asked for twice: what the person has begun on it meanwhile stays.
    if (m_open && m_open->file.id == open.file.id && m_open->branch == open.branch
        && m_open->file.eventCount == open.file.eventCount)
        return;
    m_open = open;
    m_view.show(open);
    if (m_ui->strip->tone() != Tone::Success)
        m_ui->strip->dismiss();
    if (!open.missingPages.isEmpty())
        m_ui->strip->say(Tone::Warning,
                         tr("%n page(s) of this file are not on this computer yet. It can be "
                            "signed when they are here.",
                            nullptr, static_cast<int>(open.missingPages.size())));
    m_act.show(open);
}

/// The last scan of the open file has come from the centre.
void UpstairsPage::allPagesCame()
{
    if (!m_open)
        return;
    m_open->missingPages.clear();
    m_ui->strip->say(Tone::Info, tr("All pages of this file are here now. It can be signed."));
}

void UpstairsPage::showNothing()
{
    m_open.reset();
    m_wanted = {};
    m_view.clear();
    m_act.clear();
}

void UpstairsPage::nextFile()
{
    if (m_pile.rowCount() == 0)
        return;
    m_ui->pileTable->goToRow((m_ui->pileTable->currentRow() + 1) % m_pile.rowCount());
    m_ui->pileTable->setFocus();
}

void UpstairsPage::signChosen()
{
    QList<PileLine> chosen;
    for (const int row : m_ui->pileTable->selectedRows())
        chosen.append(m_pile.at(row));
    if (chosen.isEmpty()) {
        m_ui->strip->say(Tone::Info,
                         tr("Choose files with Ctrl+Space or Shift and the arrows first."));
        return;
    }
    auto *dialog = new BatchDialog(m_desk, m_context.session, chosen, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &UpstairsPage::refresh);
    connect(dialog, &BatchDialog::printAsked, this, [this](const QList<PaperJob> &jobs) {
        showPapers(jobs, tr("Papers of the files signed together."));
    });
    dialog->open();
}

} // namespace hall
