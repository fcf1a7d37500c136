#include "ui/signoff/batchdialog.h"

#include "domain/whendone.h"
#include "text/errortext.h"
#include "ui_batchdialog.h"

#include <QLocale>

#include <algorithm>

namespace hall {

BatchDialog::BatchDialog(const SignoffDesk &desk, const Session &session,
                         const QList<PileLine> &chosen, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BatchDialog>())
    , m_desk(desk)
    , m_session(session)
    , m_lines(columns())
{
    m_ui->setupUi(this);
    // Why a file was not signed is a whole sentence beside its number and the name of a firm.
    resize(std::clamp(parent ? parent->width() - 160 : 0, 760, 1400), 480);
    m_ui->introLabel->setText(
        tr("Each of the %n file(s) is signed by itself; a row that cannot be signed says why and "
           "stays in your pile.",
           nullptr, static_cast<int>(chosen.size())));
    QList<Line> lines;
    for (const PileLine &line : chosen)
        lines.append({.pile = line});
    m_ui->resultTable->setRowModel(&m_lines);
    m_lines.setRows(lines);
    const QStringList phrases = m_desk.phrases(m_session);
    m_ui->batchOpinionEdit->setText(phrases.value(0));
    m_ui->batchOpinionEdit->selectAll();
    m_ui->batchOpinionEdit->setFocus();
    connect(m_ui->signButton, &QPushButton::clicked, this, &BatchDialog::sign);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    m_ui->printButton->hide();
    connect(m_ui->printButton, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT printAsked(m_papers);
    });
}

BatchDialog::~BatchDialog() = default;

QList<RowColumn<BatchDialog::Line>> BatchDialog::columns()
{
    return {
        {.title = tr("Case number"),
         .text = [](const Line &line) { return line.pile.pile.row.number; },
         .shape = {.characters = 27, .isWhole = true},
         .extra = {}},
        {.title = tr("Applicant"),
         .text = [](const Line &line) { return line.pile.pile.row.applicantName; },
         .shape = {.characters = 12},
         .extra = {}},
        {.title = tr("Step"),
         .text = [](const Line &line) { return line.pile.pile.stateText.in(QLocale().language()); },
         .shape = {.characters = 14},
         .extra = {}},
        {.title = tr("Result"),
         .text = [](const Line &line) { return line.outcome; },
         .shape = {.takesRest = true},
         .extra = {}}};
}

void BatchDialog::sign()
{
    m_ui->signButton->setEnabled(false);
    QList<BatchItem> items;
    for (const Line &line : m_lines.rows()) {
        items.append({.stream = line.pile.pile.row.id,
                      .branch = line.pile.pile.branch,
                      .expects = line.pile.pile.expects});
    }
    whenDone(m_desk.batch(items, m_ui->batchOpinionEdit->text().trimmed(), m_session), this,
             [this](const Result<QList<BatchResult>> &results) {
                 if (results.ok())
                     show(results.value());
                 else
                     m_ui->introLabel->setText(ErrorText::sentence(results.error()));
             });
}

void BatchDialog::show(const QList<BatchResult> &results)
{
    QList<Line> lines = m_lines.rows();
    int done = 0;
    for (qsizetype i = 0; i < lines.size() && i < results.size(); ++i) {
        const Result<Done> &outcome = results.at(i).outcome;
        done += outcome.ok() ? 1 : 0;
        m_papers.append(results.at(i).papers);
        lines[i].outcome = outcome.ok() ? tr("signed") : ErrorText::sentence(outcome.error());
    }
    m_lines.setRows(lines);
    const QString signedText = tr("%1 of %2 files signed.").arg(done).arg(lines.size());
    m_ui->introLabel->setText(
        m_papers.isEmpty()
            ? signedText
            : tr("%1 %n paper(s) wait to be printed: now, or later with Ctrl+Shift+P.",
                 "after the sentence on the files", int(m_papers.size()))
                  .arg(signedText));
    m_ui->printButton->setVisible(!m_papers.isEmpty());
    m_ui->signButton->hide();
    m_ui->closeButton->setDefault(true);
    m_ui->closeButton->setFocus();
}

} // namespace hall
