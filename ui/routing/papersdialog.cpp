#include "ui/routing/papersdialog.h"

#include "domain/whendone.h"
#include "ui/shared/casewords.h"
#include "ui/shared/icon.h"
#include "ui/shared/settings.h"
#include "ui_papersdialog.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

PapersDialog::PapersDialog(const PageContext &context, Kind kind, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PapersDialog>())
    , m_context(context)
    , m_kind(kind)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_jobs(new RowModel<PaperJob>(columns(kind), this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->papersTable->setRowModel(m_jobs);
    m_ui->paperPreview->setPrintable(false);
    m_ui->handOverButton->hide();
    m_ui->handOverButton->setIcon(icon(u"delivery"_s));
    const bool isAct = kind == Kind::Act;
    m_ui->inHandButton->setText(isAct ? tr("All in hand (Enter)") : tr("In hand (Enter)"));
    m_ui->papersHintLabel->setText(
        isAct ? tr("“In hand” says that the paper came out right. What is left for later waits "
                   "among the papers not in hand (Ctrl+Shift+P).")
              : tr("Choose a paper: Enter says that it is in hand, F5 prints it again. A second "
                   "print of a paper that was in hand is marked as a copy."));
    connectButtons();
}

PapersDialog::~PapersDialog() = default;

QList<RowColumn<PaperJob>> PapersDialog::columns(Kind kind)
{
    QList<RowColumn<PaperJob>> columns{
        {.title = tr("Paper"),
         .text = [](const PaperJob &job) { return CaseWords::paperName(job.paper.kind); },
         .shape = {.characters = 11, .takesRest = true},
         .extra = [](const PaperJob &job, int role) -> QVariant {
             return role == Qt::ToolTipRole ? job.number : QVariant();
         }},
        {.title = tr("State"), .text = stateWord, .shape = {.characters = 10}, .extra = {}}};
    if (kind == Kind::LeftOver)
        columns.insert(1,
                       {.title = tr("Applicant"),
                        .text = [](const PaperJob &job) { return job.applicant; },
                        .shape = {.characters = 7, .takesRest = true},
                        .extra = [](const PaperJob &job, int role) -> QVariant {
                            return role == Qt::ToolTipRole ? job.number : QVariant();
                        }});
    return columns;
}

QString PapersDialog::stateWord(const PaperJob &job)
{
    // "Printed" is the person's word here, and the button says it so.
    return job.paper.state == PaperState::Printed ? tr("in hand")
                                                  : CaseWords::paperState(job.paper.state);
}

void PapersDialog::connectButtons()
{
    connect(m_ui->papersTable, &RowTable::rowChanged, this, &PapersDialog::showRow);
    connect(m_ui->papersTable, &RowTable::rowOpened, this, &PapersDialog::confirmInHand);
    connect(m_ui->inHandButton, &QPushButton::clicked, this, &PapersDialog::confirmInHand);
    connect(m_ui->spoiledButton, &QPushButton::clicked, this, &PapersDialog::printAgain);
    connect(m_ui->laterButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->handOverButton, &QPushButton::clicked, this,
            [this] { Q_EMIT handOverAsked(m_ready); });
    m_ui->handOverButton->setShortcut(Qt::Key_F11);
    if (m_kind == Kind::LeftOver)
        m_ui->papersTable->setFocus();
    else
        m_ui->inHandButton->setFocus();
}

void PapersDialog::addPapers(const QList<PaperJob> &jobs, const QString &done)
{
    m_ui->papersDoneLabel->setText(done);
    m_jobs->append(jobs);
    if (!m_jobs->isEmpty() && m_ui->papersTable->currentRow() < 0)
        m_ui->papersTable->goToRow(0);
    nameButton();
}

void PapersDialog::begin()
{
    const bool atOnce = m_context.settings.number(Setting::PrintAtOnce) != 0;
    for (int row = 0; atOnce && row < m_jobs->rowCount(); ++row) {
        if (m_jobs->at(row).paper.state == PaperState::Wanted)
            print(row);
    }
}

void PapersDialog::offerHandOver(const StreamId &stream)
{
    m_ready = stream;
    m_ui->handOverButton->setVisible(!stream.isNull());
}

void PapersDialog::showRow(int row)
{
    nameButton();
    if (!hasRow(row))
        return;
    const PaperJob job = m_jobs->at(row);
    whenDone(m_papers->compose(job.stream, job.paper.id, m_context.session), this,
             [this, papers = m_papers](const Result<Document> &document) {
                 if (document.ok())
                     m_ui->paperPreview->setDocument(document.value());
                 else
                     m_ui->papersStrip->say(document.error());
             });
}

void PapersDialog::nameButton()
{
    const int row = m_ui->papersTable->currentRow();
    const PaperState state = hasRow(row) ? m_jobs->at(row).paper.state : PaperState::Wanted;
    m_ui->spoiledButton->setText(state == PaperState::Wanted     ? tr("Print (F5)")
                                     : state == PaperState::Sent ? tr("Spoiled, print again (F5)")
                                                                 : tr("Print a copy (F5)"));
    m_ui->spoiledButton->setShortcut(Qt::Key_F5); // setText() takes it away
}

void PapersDialog::print(int row)
{
    const PaperJob job = m_jobs->at(row);
    // Handing over at once begins again while the receipt is still on its way.
    if (m_sending.contains(job.paper.id))
        return;
    m_sending.insert(job.paper.id);
    const QString printer = m_context.shell.printerFor(job.paper.kind);
    const bool isWaste = job.paper.state == PaperState::Sent;
    whenDone(isWaste ? m_papers->replace(job.stream, job.paper.id, m_context.session, printer)
                     : m_papers->print(job.stream, job.paper.id, m_context.session, printer),
             this,
             [this, papers = m_papers, paper = job.paper.id](const Result<ActResult> &result) {
                 printed(paper, result);
             });
}

void PapersDialog::printed(const QString &paper, const Result<ActResult> &result)
{
    m_sending.remove(paper);
    if (result.ok()) {
        m_ui->papersStrip->dismiss();
        setState(paper, PaperState::Sent);
    } else {
        m_isWaiting = false;
        m_ui->papersStrip->say(result.error());
    }
    if (m_sending.isEmpty() && m_isWaiting)
        confirmInHand();
}

void PapersDialog::printAgain()
{
    const int row = m_ui->papersTable->currentRow();
    if (hasRow(row) && m_sending.isEmpty())
        print(row);
}

int PapersDialog::firstRow(PaperState state) const
{
    for (int row = 0; row < m_jobs->rowCount(); ++row) {
        if (m_jobs->at(row).paper.state == state)
            return row;
    }
    return -1;
}

QStringList PapersDialog::sentOf(const StreamId &stream) const
{
    QStringList ids;
    for (const PaperJob &job : m_jobs->rows()) {
        if (job.stream == stream && job.paper.state == PaperState::Sent)
            ids.append(job.paper.id);
    }
    return ids;
}

void PapersDialog::sayUnprinted(const PaperJob &job)
{
    m_ui->papersStrip->say(
        Tone::Warning,
        tr("“%1” has not been printed. F5 prints it; Esc leaves it among the papers not in hand.")
            .arg(CaseWords::paperName(job.paper.kind)));
}

void PapersDialog::confirmInHand()
{
    m_isWaiting = !m_sending.isEmpty();
    if (m_isWaiting || !m_toMark.isEmpty())
        return;
    const int row
        = m_kind == Kind::LeftOver ? m_ui->papersTable->currentRow() : firstRow(PaperState::Wanted);
    if (hasRow(row) && m_jobs->at(row).paper.state == PaperState::Wanted) {
        m_ui->papersTable->goToRow(row);
        sayUnprinted(m_jobs->at(row));
        return;
    }
    for (const PaperJob &job : m_jobs->rows()) {
        if (m_kind == Kind::Act && !m_toMark.contains(job.stream) && !sentOf(job.stream).isEmpty())
            m_toMark.append(job.stream);
    }
    if (m_kind == Kind::LeftOver && hasRow(row) && m_jobs->at(row).paper.state == PaperState::Sent)
        m_toMark.append(m_jobs->at(row).stream);
    m_ui->inHandButton->setEnabled(false);
    markNext();
}

void PapersDialog::markNext()
{
    if (m_toMark.isEmpty()) {
        goOn();
        return;
    }
    const StreamId stream = m_toMark.takeFirst();
    const int row = m_ui->papersTable->currentRow();
    const QStringList papers
        = m_kind == Kind::Act ? sentOf(stream) : QStringList{m_jobs->at(row).paper.id};
    whenDone(m_papers->mark(stream, papers, PaperState::Printed, m_context.session), this,
             [this, desk = m_papers, papers](const Result<ActResult> &marked) {
                 if (!marked.ok()) {
                     m_toMark.clear();
                     m_ui->inHandButton->setEnabled(true);
                     m_ui->papersStrip->say(marked.error());
                     return;
                 }
                 for (const QString &id : papers)
                     setState(id, PaperState::Printed);
                 markNext();
             });
}

/// Everything in hand: done. Of papers that were left over the next one is gone to.
void PapersDialog::goOn()
{
    m_ui->inHandButton->setEnabled(true);
    const int sent = firstRow(PaperState::Sent);
    const int next = sent >= 0 ? sent : firstRow(PaperState::Wanted);
    if (next >= 0) {
        m_ui->papersTable->goToRow(next);
        m_ui->papersTable->setFocus();
        return;
    }
    Q_EMIT printedAll();
    accept();
}

void PapersDialog::setState(const QString &paper, PaperState state)
{
    for (int row = 0; row < m_jobs->rowCount(); ++row) {
        if (m_jobs->at(row).paper.id != paper)
            continue;
        PaperJob job = m_jobs->at(row);
        job.paper.state = state;
        m_jobs->replace(row, job);
    }
    nameButton();
}

} // namespace hall
