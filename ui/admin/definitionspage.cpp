#include "ui/admin/definitionspage.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/dryruntext.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui_definitionspage.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QSaveFile>
#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

DefinitionsPage::DefinitionsPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::DefinitionsPage>())
    , m_desk(publisher())
    , m_papers(context.place)
    , m_model(columns())
    , m_findings(findingColumns())
{
    m_ui->setupUi(this);
    m_ui->publishButton->setIcon(icon(u"import"_s));
    m_ui->saveTextButton->setIcon(icon(u"export"_s));
    m_ui->definitionTable->setRowModel(&m_model);
    m_ui->definitionTable->setEmptyText(tr("No workflow is published"),
                                        tr("Publish a definition from a file."));
    m_ui->findingTable->setRowModel(&m_findings);
    m_ui->findingTable->setEmptyText(tr("Nothing is wrong with it"));
    m_ui->startEdit->setToday(context.place.clock.today());
    m_ui->startEdit->setDate(context.place.clock.today());
    m_ui->dryRunText->setPlaceholderText(
        tr("Choose an item and a day, then press “Dry run”: it shows on which days each step would "
           "end if it took its whole limit."));
    m_ui->splitter->setSizes({262, 440});
    m_ui->startEdit->setMinimumWidth(140);
    m_ui->dryRunSplitter->setSizes({420, 560});
    m_ui->dryRunPreview->setPrintable(true);
    connectAll();
}

DefinitionsPage::~DefinitionsPage() = default;

QString DefinitionsPage::pageTitle() const
{
    return tr("Workflows");
}

QList<HelpKey> DefinitionsPage::keys() const
{
    return {{u"Enter"_s, tr("Dry run of an item of the chosen workflow")},
            {u"Ctrl+O"_s, tr("Publish a version from a file")},
            {u"Ctrl+R"_s, tr("Dry run")},
            {u"Ctrl+P"_s, tr("Print the dry run")},
            {u"Ctrl+S"_s, tr("Save the dry run as PDF")}};
}

QList<RowColumn<DefinitionRow>> DefinitionsPage::columns()
{
    const auto state = [](const DefinitionRow &row) {
        if (!row.isNewest)
            return tr("older version");
        return row.findings.isEmpty() ? tr("in order")
                                      : tr("%n finding(s)", nullptr, int(row.findings.size()));
    };
    return {{.title = tr("Code"),
             .text = [](const DefinitionRow &row) { return row.code; },
             .shape = {.characters = 6},
             .extra = {}},
            {.title = tr("Version"),
             .text = [](const DefinitionRow &row) { return row.version; },
             .shape = {.characters = 7, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Way"),
             .text = [](const DefinitionRow &row) { return inOwnLanguage(row.name); },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("States"),
             .text = [](const DefinitionRow &row) { return row.states; },
             .shape = {.characters = 7, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Items"),
             .text = [](const DefinitionRow &row) { return row.items; },
             .shape = {.characters = 6, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Open cases"),
             .text = [](const DefinitionRow &row) { return row.openCases; },
             .shape = {.characters = 10, .isRightAligned = true},
             .extra = {}},
            {.title = tr("State"), .text = state, .shape = {.characters = 12}, .extra = {}}};
}

QList<RowColumn<Finding>> DefinitionsPage::findingColumns() const
{
    const auto text = [this](const Finding &finding) {
        return AdminText::sentence(finding, *publisher().reference());
    };
    return {{.title = tr("Where"),
             .text = [](const Finding &finding) { return finding.place; },
             .shape = {.characters = 16},
             .extra = {}},
            {.title = tr("Finding"), .text = text, .shape = {.takesRest = true}, .extra = {}}};
}

void DefinitionsPage::connectAll()
{
    connect(m_ui->definitionTable, &RowTable::rowChanged, this, &DefinitionsPage::choose);
    connect(m_ui->definitionTable, &RowTable::rowOpened, this, [this] {
        m_ui->tabs->setCurrentWidget(m_ui->dryRunTab);
        m_ui->itemBox->setFocus();
    });
    connect(m_ui->runButton, &QPushButton::clicked, this, &DefinitionsPage::run);
    connect(m_ui->saveTextButton, &QPushButton::clicked, this, &DefinitionsPage::saveText);
    connect(m_ui->dryRunPreview, &PaperPreview::printRequested, this, &DefinitionsPage::print);
    connect(m_ui->dryRunPreview, &PaperPreview::saveFailed, m_ui->strip,
            [this](const Error &error) { m_ui->strip->say(error); });
    connect(m_ui->publishButton, &QPushButton::clicked, this, &DefinitionsPage::chooseFile);
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, this,
            &DefinitionsPage::chooseFile);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this), &QShortcut::activated, this,
            &DefinitionsPage::run);
}

void DefinitionsPage::activate()
{
    refresh();
    m_ui->definitionTable->setFocus();
}

void DefinitionsPage::refresh()
{
    whenDone(m_desk.rows(), this, [this](const Result<QList<DefinitionRow>> &rows) {
        if (!rows.ok()) {
            m_ui->strip->say(rows.error());
            return;
        }
        const int row = std::max(0, m_ui->definitionTable->currentRow());
        m_model.setRows(rows.value());
        m_ui->definitionTable->goToRow(std::min(row, m_model.rowCount() - 1));
    });
}

void DefinitionsPage::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const DefinitionRow &definition = m_model.at(row);
    m_findings.setRows(definition.findings);
    m_ui->tabs->setTabText(0, tr("Findings (%1)").arg(definition.findings.size()));
    m_ui->itemBox->clear();
    for (const ItemDef &item : m_desk.items(definition.code))
        m_ui->itemBox->addItem(item.code + u"  "_s + inOwnLanguage(item.name), item.code);
}

void DefinitionsPage::run()
{
    const QString code = m_ui->itemBox->currentData().toString();
    const ReferencePtr reference = publisher().reference();
    const ItemDef *item = reference->item(code);
    const Result<DryRun> run = m_desk.dryRun(code, m_ui->startEdit->date());
    if (!run.ok() || !item) {
        m_ui->strip->say(Tone::Info, tr("Choose a workflow with an item first."));
        return;
    }
    m_ui->tabs->setCurrentWidget(m_ui->dryRunTab);
    m_ui->dryRunText->setPlainText(
        DryRunText::text(*item, run.value(), m_desk.findings(code), *reference));
    compose();
}

/// The paper carries what the linter says of the item, in the words of this screen.
void DefinitionsPage::compose()
{
    const QString code = m_ui->itemBox->currentData().toString();
    QStringList warnings;
    for (const Finding &finding : m_desk.findings(code))
        warnings.append(AdminText::sentence(finding, *publisher().reference()));
    whenDone(m_desk.dryRunPaper(code, m_ui->startEdit->date(), warnings), this,
             [this](const Result<Document> &paper) {
                 if (paper.ok())
                     m_ui->dryRunPreview->setDocument(paper.value());
                 else
                     m_ui->strip->say(paper.error());
             });
}

void DefinitionsPage::print()
{
    if (!m_ui->dryRunPreview->hasDocument())
        return;
    whenDone(m_papers.printDocument(*m_ui->dryRunPreview->document(),
                                    context().shell.printerFor(paperCode(PaperKind::DryRun))),
             this, [this](const Result<Done> &printed) {
                 tell(m_ui->strip, printed, tr("The dry run was sent to the printer."));
             });
}

void DefinitionsPage::saveText()
{
    if (m_ui->dryRunText->toPlainText().isEmpty())
        run();
    auto *dialog
        = new QFileDialog(this, tr("Save the dry run"), u"dry-run.txt"_s, tr("Texts (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray bytes = m_ui->dryRunText->toPlainText().toUtf8() + '\n';
        const bool isSaved
            = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_ui->strip->say(isSaved ? Tone::Success : Tone::Problem,
                         isSaved ? tr("The text is saved.")
                                 : tr("The text could not be saved there; choose another folder."));
    });
    dialog->open();
}

void DefinitionsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Publish a version of a workflow"), {},
                                   tr("Workflow definitions (*.json)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DefinitionsPage::readFile);
    dialog->open();
}

void DefinitionsPage::readFile(const QString &path)
{
    const Result<DefinitionFile> read = m_desk.read(path);
    if (!read.ok()) {
        m_ui->strip->say(read.error());
        return;
    }
    const DefinitionFile &file = read.value();
    if (!file.findings.isEmpty()) {
        m_findings.setRows(file.findings);
        m_ui->tabs->setCurrentWidget(m_ui->findingsTab);
        m_ui->strip->say(Tone::Problem,
                         tr("The file is not published: it has %n finding(s), "
                            "listed below.",
                            nullptr, int(file.findings.size())));
        return;
    }
    if (!file.isNextVersion) {
        m_ui->strip->say(
            Tone::Problem,
            tr("The file is not published: its version must be the newest one plus 1."));
        return;
    }
    const QString name = file.definition.code() + u' ' + QString::number(file.definition.version());
    confirm(
        this,
        {.title = tr("Publish a workflow"),
         .question = tr("Publish %1?").arg(name),
         .consequence = tr("Cases accepted from now on go this way; running cases keep theirs."),
         .yes = tr("Publish")},
        [this, file, name](const QString &) {
            whenDone(m_desk.publish(file), this, [this, name](const Result<Done> &result) {
                if (tell(m_ui->strip, result, tr("%1 is published.").arg(name)))
                    refresh();
            });
        });
}

} // namespace hall
