#include "ui/intake/papersdialog.h"

#include "domain/whendone.h"
#include "ui/intake/intaketext.h"
#include "ui/shared/icon.h"
#include "ui/shared/settings.h"
#include "ui_papersdialog.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QList<RowColumn<PaperJob>> jobColumns()
{
    return {{.title = PapersDialog::tr("Paper"),
             .text = [](const PaperJob &job) { return IntakeText::paper(job.paper.kind); },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = PapersDialog::tr("State"),
             .text = [](const PaperJob &job) { return IntakeText::paperState(job.paper); },
             .shape = {.characters = 10},
             .extra = {}}};
}

} // namespace

PapersDialog::PapersDialog(const PageContext &context, const QList<ActResult> &results,
                           const QString &done, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PapersDialog>())
    , m_context(context)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_jobs(new RowModel<PaperJob>(jobColumns(), this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->papersTable->setRowModel(m_jobs);
    m_ui->paperPreview->setPrintable(false);
    m_ui->handOverButton->hide();
    m_ui->handOverButton->setIcon(icon(u"delivery"_s));
    m_ui->papersHintLabel->setText(
        tr("“In hand” says that the paper came out right. What is left for later stays in the "
           "list of papers to print."));
    connectButtons();
    for (const ActResult &result : results)
        addPapers(result, done);
}

PapersDialog::~PapersDialog() = default;

void PapersDialog::connectButtons()
{
    connect(m_ui->papersTable, &RowTable::rowChanged, this, &PapersDialog::showPaper);
    connect(m_ui->papersTable, &RowTable::rowOpened, this, &PapersDialog::confirmInHand);
    connect(m_ui->inHandButton, &QPushButton::clicked, this, &PapersDialog::confirmInHand);
    connect(m_ui->spoiledButton, &QPushButton::clicked, this, &PapersDialog::printAgain);
    connect(m_ui->laterButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->handOverButton, &QPushButton::clicked, this,
            [this] { Q_EMIT handOverAsked(m_ready); });
    m_ui->spoiledButton->setShortcut(Qt::Key_F5);
    m_ui->handOverButton->setShortcut(Qt::Key_F11);
    m_ui->inHandButton->setFocus();
}

void PapersDialog::addPapers(const ActResult &result, const QString &done)
{
    m_ui->papersDoneLabel->setText(done);
    QList<PaperJob> jobs;
    for (const CasePaper &paper : result.wanted)
        jobs.append({result.file.id, paper, result.file.number});
    m_jobs->append(jobs);
}

void PapersDialog::begin()
{
    if (!m_jobs->isEmpty() && m_ui->papersTable->currentRow() < 0)
        m_ui->papersTable->goToRow(0);
    const bool atOnce = m_context.settings.number(Setting::PrintAtOnce) != 0;
    m_ui->spoiledButton->setText(atOnce ? tr("Spoiled, print again (F5)") : tr("Print (F5)"));
    m_ui->spoiledButton->setShortcut(Qt::Key_F5); // setText() takes it away
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

void PapersDialog::showPaper(int row)
{
    if (row < 0 || row >= m_jobs->rowCount())
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

void PapersDialog::print(int row)
{
    const PaperJob job = m_jobs->at(row);
    ++m_printing;
    whenDone(m_papers->print(job.stream, job.paper.id, m_context.session,
                             m_context.shell.printerFor(job.paper.kind)),
             this,
             [this, papers = m_papers, paper = job.paper.id](const Result<ActResult> &result) {
                 printed(paper, result);
             });
}

void PapersDialog::printed(const QString &paper, const Result<ActResult> &result)
{
    --m_printing;
    if (result.ok()) {
        setState(paper, PaperState::Sent);
    } else {
        m_isWaiting = false;
        m_ui->papersStrip->say(result.error());
    }
    if (m_printing == 0 && m_isWaiting)
        confirmInHand();
}

void PapersDialog::printAgain()
{
    const int row = m_ui->papersTable->currentRow();
    if (row < 0 || row >= m_jobs->rowCount() || m_printing > 0)
        return;
    const PaperJob job = m_jobs->at(row);
    if (job.paper.state == PaperState::Wanted) {
        print(row);
        return;
    }
    whenDone(m_papers->mark(job.stream, {job.paper.id}, PaperState::Spoiled, m_context.session),
             this, [this, papers = m_papers, row](const Result<ActResult> &marked) {
                 if (marked.ok())
                     print(row);
                 else
                     m_ui->papersStrip->say(marked.error());
             });
}

QStringList PapersDialog::unconfirmedOf(const StreamId &stream) const
{
    QStringList ids;
    for (const PaperJob &job : m_jobs->rows()) {
        if (job.stream == stream && job.paper.state != PaperState::Printed)
            ids.append(job.paper.id);
    }
    return ids;
}

void PapersDialog::confirmInHand()
{
    m_isWaiting = m_printing > 0;
    if (m_isWaiting || !m_toMark.isEmpty())
        return;
    for (const PaperJob &job : m_jobs->rows()) {
        if (!m_toMark.contains(job.stream) && !unconfirmedOf(job.stream).isEmpty())
            m_toMark.append(job.stream);
    }
    m_ui->inHandButton->setEnabled(false);
    markNext();
}

void PapersDialog::markNext()
{
    if (m_toMark.isEmpty()) {
        Q_EMIT printedAll();
        accept();
        return;
    }
    const StreamId stream = m_toMark.takeFirst();
    whenDone(m_papers->mark(stream, unconfirmedOf(stream), PaperState::Printed, m_context.session),
             this, [this, papers = m_papers, stream](const Result<ActResult> &marked) {
                 if (!marked.ok()) {
                     m_toMark.clear();
                     m_ui->inHandButton->setEnabled(true);
                     m_ui->papersStrip->say(marked.error());
                     return;
                 }
                 for (const QString &id : unconfirmedOf(stream))
                     setState(id, PaperState::Printed);
                 markNext();
             });
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
}

} // namespace hall
