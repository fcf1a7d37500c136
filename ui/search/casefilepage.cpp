#include "ui/search/casefilepage.h"

#include "domain/whendone.h"
#include "ui/routing/caseasks.h"
#include "ui/routing/papersdialog.h"
#include "ui/shared/casewords.h"
#include "ui/shared/decision.h"
#include "ui_casefilepage.h"

#include <QLocale>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

CaseFilePage::CaseFilePage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::CaseFilePage>())
    , m_desk(context.place)
    , m_papers(context.place)
    , m_feed(context.place)
    , m_looks(m_desk, context.session, this)
    , m_sheet((m_ui->setupUi(this), *m_ui), context.place, m_feed)
{
    m_ui->nothing->setText(u"search"_s, tr("No case is open"),
                           tr("Find a case, and open it with Enter."));
    m_ui->nothing->setButton(tr("To the search (Ctrl+F)"));
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({370, 930});
    m_ui->preview->setPrintable(false);
    m_ui->sheet->hide();
    for (int tab = 0; tab < m_ui->caseTabs->count(); ++tab)
        m_ui->caseTabs->setTabToolTip(tab, u"Alt+%1"_s.arg(tab + 1));
    connectAll();
}

CaseFilePage::~CaseFilePage() = default;

QString CaseFilePage::pageTitle() const
{
    return tr("Case");
}

QList<HelpKey> CaseFilePage::keys() const
{
    return {{u"Alt+1 … Alt+7"_s,
             tr("Pages, checklist, opinions, fees, papers, history, the applicant's cases")},
            {u"F2"_s, tr("Show or hide identity numbers and phones")},
            {u"F4"_s, tr("Add a note")},
            {u"Ctrl+E"_s, tr("Put a typing error right, where your post may")},
            {u"Ctrl+W"_s, tr("Withdraw for the applicant, where your post may")},
            {u"Ctrl+P"_s, tr("To the papers")},
            {u"F9"_s, tr("Papers: print the chosen one, also again")},
            {u"F8"_s, tr("Papers: the print is in hand")},
            {u"F7"_s, tr("Papers: the print is spoiled")},
            {u"Ctrl+F"_s, tr("To the search")},
            {u"Alt+←"_s, tr("Back to where you came from")}};
}

void CaseFilePage::connectAll()
{
    const auto toSearch = [this] { Q_EMIT goTo(u"search"_s); };
    connect(m_ui->nothing, &EmptyState::clicked, this, toSearch);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, toSearch);
    connect(m_ui->noteButton, &QPushButton::clicked, this, &CaseFilePage::addNote);
    connect(m_ui->revealButton, &QPushButton::toggled, this, &CaseFilePage::showNumbers);
    connect(&m_looks, &CaseLookGuard::failed, this,
            [this](const Error &error) { m_ui->strip->say(error); });
    connect(m_ui->opinionTable, &RowTable::rowChanged, this,
            [this](int row) { m_sheet.showOpinion(row); });
    connect(m_ui->paperTable, &RowTable::rowChanged, this, &CaseFilePage::previewPaper);
    connect(m_ui->printPaperButton, &QPushButton::clicked, this, &CaseFilePage::printPaper);
    connect(m_ui->printedButton, &QPushButton::clicked, this, &CaseFilePage::markPrinted);
    connect(m_ui->spoiledButton, &QPushButton::clicked, this, &CaseFilePage::markSpoiled);
    connect(m_ui->preview, &PaperPreview::saved, this, [this](const QString &path) {
        m_ui->strip->say(Tone::Success, tr("Saved as %1.").arg(path));
    });
    connect(m_ui->preview, &PaperPreview::saveFailed, this,
            [this](const Error &error) { m_ui->strip->say(error); });
    connect(m_ui->applicantTable, &RowTable::rowOpened, this,
            [this](int row) { showCase(StreamId(m_sheet.applicantCases().at(row).row.id)); });
    connect(&m_feed, &CaseFeed::casesChanged, this, [this] {
        if (isVisible() && m_view)
            load();
    });
    connect(m_ui->editFieldButton, &QPushButton::clicked, this, &CaseFilePage::editField);
    addKey(Qt::CTRL | Qt::Key_E, &CaseFilePage::editField);
    addKey(Qt::CTRL | Qt::Key_W, &CaseFilePage::withdraw);
    addKey(QKeySequence::Print, &CaseFilePage::showPapers);
    addKey(Qt::Key_F2, &CaseFilePage::toggleNumbers);
    addKey(Qt::Key_F4, &CaseFilePage::addNote);
    addKey(Qt::Key_F9, &CaseFilePage::printPaper);
    addKey(Qt::Key_F8, &CaseFilePage::markPrinted);
    addKey(Qt::Key_F7, &CaseFilePage::markSpoiled);
    for (int tab = 0; tab < m_ui->caseTabs->count(); ++tab) {
        connect(new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), this),
                &QShortcut::activated, m_ui->caseTabs,
                [this, tab] { m_ui->caseTabs->setCurrentIndex(tab); });
    }
}

void CaseFilePage::addKey(const QKeySequence &keys, void (CaseFilePage::*slot)())
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
}

void CaseFilePage::activate()
{
    m_ui->nothing->setVisible(!m_view);
    m_ui->sheet->setVisible(m_view.has_value());
    if (m_view)
        load();
}

void CaseFilePage::showCase(const StreamId &stream)
{
    m_wanted = stream;
    m_ui->revealButton->setChecked(false);
    m_looks.forget();
    m_ui->strip->dismiss();
    m_ui->caseTabs->setFocus();
    load();
}

QJsonObject CaseFilePage::saveInput() const
{
    QJsonObject input = Page::saveInput();
    if (m_view)
        input.insert(u"case"_s, m_view->line.row.id.text());
    return input;
}

void CaseFilePage::restoreInput(const QJsonObject &input)
{
    Page::restoreInput(input);
    const StreamId stream = StreamId::fromText(input.value(u"case"_s).toString());
    if (!stream.isNull())
        showCase(stream);
}

void CaseFilePage::load()
{
    whenDone(m_desk.open(m_wanted, m_context.session), this,
             [this, wanted = m_wanted](const Result<CaseView> &view) {
                 if (wanted != m_wanted)
                     return;
                 if (view.ok())
                     present(view.value());
                 else
                     m_ui->strip->say(view.error());
             });
}

void CaseFilePage::present(const CaseView &view)
{
    const bool isOther = !m_view || m_view->line.row.id != view.line.row.id;
    const int paper = m_ui->paperTable->currentRow();
    m_view = view;
    m_looks.shown(view);
    if (!m_looks.mayShowNumbers()) // asked for before it was known whose case it is
        m_ui->revealButton->setChecked(false);
    m_ui->nothing->hide();
    m_ui->sheet->show();
    m_sheet.show(view);
    m_ui->noteButton->setEnabled(view.hasJournal);
    m_ui->editFieldButton->setVisible(view.mayEdit);
    if (isOther) {
        m_previewed.clear();
        m_ui->preview->clear();
        m_ui->caseTabs->setFocus();
    }
    m_ui->paperTable->goToRow(isOther ? 0 : std::max(0, paper));
    const bool hasPapers = !view.file.papers.isEmpty();
    for (QPushButton *button : {m_ui->printPaperButton, m_ui->printedButton, m_ui->spoiledButton})
        button->setEnabled(hasPapers);
    offerActions();
    if (!view.hasJournal)
        m_ui->strip->say(Tone::Info,
                         tr("Only the summary of this case is on this computer. Its pages, papers "
                            "and history are shown where it was handled."));
}

void CaseFilePage::offerActions()
{
    while (QLayoutItem *item = m_ui->actionsLayout->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->setObjectName({}); // until it goes, its name is the next one's
            button->deleteLater();
        }
        delete item;
    }
    for (const ActionDef &action : std::as_const(m_view->actions)) {
        const QString name = action.name.in(QLocale().language());
        const bool isWithdrawal = action.sort == ActionSort::Withdraw;
        auto *button = new QPushButton(
            isWithdrawal ? tr("%1 (Ctrl+W)", "action and its key").arg(name) : name,
            m_ui->actionsBar);
        button->setObjectName(action.id + u"Button"_s);
        button->setProperty("kind", u"danger"_s);
        connect(button, &QPushButton::clicked, this, [this, action] { ask(action); });
        m_ui->actionsLayout->addWidget(button);
    }
}

void CaseFilePage::ask(const ActionDef &action)
{
    const CaseFile shown = m_view->file;
    const auto take
        = [this, shown, action](const QString &reason) { decide(shown, action, reason); };
    if (action.sort == ActionSort::Withdraw) {
        CaseAsks::withdrawal(this, shown.number, *m_feed.reference(), take);
        return;
    }
    const QString name = action.name.in(QLocale().language());
    confirm(this,
            {.title = name,
             .question = tr("%1: case %2 of %3?", "action, case number, applicant")
                             .arg(name, shown.number, shown.applicant.name),
             .consequence = tr("The reason stands in the history of the case with your name."),
             .yes = name,
             .isDangerous = true,
             .reasonLabel = tr("Reason")},
            take);
}

void CaseFilePage::decide(const CaseFile &shown, const ActionDef &action, const QString &reason)
{
    const QString name = action.name.in(QLocale().language());
    whenDone(m_desk.decide(shown, action, reason, m_context.session), this,
             [this, name](const Result<ActResult> &result) {
                 const QString sentence = tr("%1: recorded.", "action").arg(name);
                 changed(result, sentence);
                 if (result.ok())
                     printWanted(result.value(), sentence);
             });
}

void CaseFilePage::printWanted(const ActResult &result, const QString &sentence)
{
    const QList<PaperJob> jobs = jobsOf(result.file, result.wanted);
    if (jobs.isEmpty())
        return;
    auto *dialog = new PapersDialog(m_context, PapersDialog::Kind::Act, this);
    dialog->addPapers(jobs, sentence);
    connect(dialog, &QDialog::finished, this, &CaseFilePage::load);
    dialog->open();
    dialog->begin();
}

void CaseFilePage::withdraw()
{
    if (!m_view)
        return;
    const auto &actions = m_view->actions;
    const auto found = std::ranges::find(actions, ActionSort::Withdraw, &ActionDef::sort);
    if (found != actions.end())
        ask(*found);
}

void CaseFilePage::editField()
{
    if (!m_view || !m_view->mayEdit)
        return;
    CaseAsks::edit(this, m_view->file, m_context,
                   [this, stream = m_view->file.id](const EditField &edit) {
                       whenDone(m_desk.edit(stream, edit, m_context.session), this,
                                [this](const Result<ActResult> &result) {
                                    changed(result,
                                            tr("The value is put right; the old one stays in the "
                                               "history."));
                                });
                   });
}

void CaseFilePage::showPapers()
{
    m_ui->caseTabs->setCurrentWidget(m_ui->papersTab);
    m_ui->paperTable->setFocus();
}

void CaseFilePage::addNote()
{
    if (!m_view || !m_view->hasJournal)
        return;
    confirm(this,
            {.title = tr("Add a note"),
             .question = tr("What shall stand in the history of case %1?").arg(m_view->file.number),
             .consequence = tr("A note changes nothing else and cannot be taken back."),
             .yes = tr("Add"),
             .reasonLabel = tr("Note")},
            [this, stream = m_view->file.id](const QString &text) {
                whenDone(m_desk.addNote(stream, text, m_context.session), this,
                         [this](const Result<ActResult> &result) {
                             changed(result, tr("The note stands in the history."));
                         });
            });
}

void CaseFilePage::toggleNumbers()
{
    m_ui->revealButton->toggle();
}

/// Beyond the own work the purpose comes first.
void CaseFilePage::showNumbers(bool isRevealed)
{
    if (isRevealed && !m_looks.mayShowNumbers()) {
        m_ui->revealButton->setChecked(false);
        m_looks.askPurpose(m_view->line.row.number,
                           [this] { m_ui->revealButton->setChecked(true); });
        return;
    }
    if (isRevealed)
        m_looks.numbersShown();
    m_ui->revealButton->setText(isRevealed ? tr("Hide numbers (F2)") : tr("Show numbers (F2)"));
    m_sheet.reveal(isRevealed);
}

void CaseFilePage::changed(const Result<ActResult> &result, const QString &sentence)
{
    if (!result.ok()) {
        m_ui->strip->say(result.error());
        return;
    }
    m_ui->strip->say(Tone::Success, sentence);
    load();
}

const CasePaper *CaseFilePage::chosenPaper() const
{
    const int row = m_ui->paperTable->currentRow();
    return m_view && row >= 0 && row < m_sheet.papers().rowCount() ? &m_sheet.papers().at(row)
                                                                   : nullptr;
}

void CaseFilePage::previewPaper(int row)
{
    if (row < 0 || row >= m_sheet.papers().rowCount())
        return;
    const CasePaper &paper = m_sheet.papers().at(row);
    const QString asked = paper.id + u'/' + QString::number(paper.copies);
    if (asked == m_previewed)
        return;
    m_previewed = asked;
    whenDone(m_papers.compose(m_wanted, paper.id, m_context.session), this,
             [this, asked](const Result<Document> &document) {
                 if (asked != m_previewed)
                     return;
                 if (document.ok())
                     m_ui->preview->setDocument(document.value());
                 else
                     m_ui->strip->say(document.error());
             });
}

void CaseFilePage::printPaper()
{
    const CasePaper *paper = chosenPaper();
    if (!paper)
        return;
    const QString name = CaseWords::paperName(paper->kind);
    whenDone(
        m_papers.print(m_wanted, paper->id, m_context.session,
                       m_context.shell.printerFor(paper->kind)),
        this, [this, name](const Result<ActResult> &result) {
            changed(
                result,
                tr("%1 was sent to the printer. Press F8 when it is in hand.", "paper").arg(name));
        });
}

void CaseFilePage::markPaper(PaperState state)
{
    const CasePaper *paper = chosenPaper();
    if (!paper)
        return;
    const QString name = CaseWords::paperName(paper->kind);
    whenDone(m_papers.mark(m_wanted, {paper->id}, state, m_context.session), this,
             [this, name, state](const Result<ActResult> &result) {
                 changed(result,
                         state == PaperState::Printed
                             ? tr("%1 is in hand.", "paper").arg(name)
                             : tr("%1 was noted as spoiled; print it again "
                                  "with F9.",
                                  "paper")
                                   .arg(name));
             });
}

} // namespace hall
