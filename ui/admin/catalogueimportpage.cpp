#include "ui/admin/catalogueimportpage.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/rejectedreport.h"
#include "ui_catalogueimportpage.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSaveFile>
#include <QShortcut>
#include <QUrl>

namespace hall {

using namespace Qt::StringLiterals;

CatalogueImportPage::CatalogueImportPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::CatalogueImportPage>())
    , m_desk(publisher())
    , m_changes(changeColumns())
    , m_fields(fieldColumns())
    , m_rejected(rejectedColumns())
    , m_findings(findingColumns())
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->emptyState->setText(
        u"import"_s, tr("Bring in catalogue or staff"),
        tr("Choose CSV files in UTF-8, or drop them here: departments, windows, items, materials, "
           "steps, fees, guide, joint, staff. What would change is shown before anything is "
           "saved."));
    setUpTables();
    connectAll();
}

CatalogueImportPage::~CatalogueImportPage() = default;

QString CatalogueImportPage::pageTitle() const
{
    return tr("Import");
}

QList<HelpKey> CatalogueImportPage::keys() const
{
    return {{u"Ctrl+O"_s, tr("Choose files")},
            {u"Ctrl+S"_s, tr("Take over what is shown")},
            {u"Ctrl+Tab"_s, tr("Next tab")}};
}

QList<RowColumn<ImportChange>> CatalogueImportPage::changeColumns()
{
    const auto what = [](const ImportChange &change) {
        return change.isNew ? tr("new") : tr("%n field(s)", nullptr, int(change.fields.size()));
    };
    return {{.title = tr("Kind"),
             .text = [](const ImportChange &change) { return AdminText::kindWord(change.kind); },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = tr("Code"),
             .text = [](const ImportChange &change) { return change.code; },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Name"),
             .text = [](const ImportChange &change) { return inOwnLanguage(change.name); },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Change"), .text = what, .shape = {.characters = 10}, .extra = {}}};
}

QList<RowColumn<FieldChange>> CatalogueImportPage::fieldColumns()
{
    return {
        {.title = tr("Field"),
         .text = [](const FieldChange &field) { return AdminText::fieldWord(field.path); },
         .shape = {.characters = 26},
         .extra = {}},
        {.title = tr("Now"),
         .text
         = [](const FieldChange &field) { return AdminText::valueText(field.path, field.before); },
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("After the import"),
         .text
         = [](const FieldChange &field) { return AdminText::valueText(field.path, field.after); },
         .shape = {.takesRest = true},
         .extra = {}}};
}

QList<RowColumn<RejectedRow>> CatalogueImportPage::rejectedColumns()
{
    return {{.title = tr("File"),
             .text = [](const RejectedRow &row) { return row.file; },
             .shape = {.characters = 18},
             .extra = {}},
            {.title = tr("Line"),
             .text = [](const RejectedRow &row) { return row.line; },
             .shape = {.characters = 6, .isRightAligned = true},
             .extra = {}},
            {.title = tr("Column"),
             .text = [](const RejectedRow &row) { return row.column; },
             .shape = {.characters = 18},
             .extra = {}},
            {.title = tr("What is wrong"),
             .text = [](const RejectedRow &row) { return AdminText::sentence(row); },
             .shape = {.takesRest = true},
             .extra = {}}};
}

QList<RowColumn<Finding>> CatalogueImportPage::findingColumns() const
{
    const auto text = [this](const Finding &finding) {
        return AdminText::sentence(finding, *publisher().reference());
    };
    return {{.title = tr("Item"),
             .text = [](const Finding &finding) { return finding.place; },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Finding"), .text = text, .shape = {.takesRest = true}, .extra = {}}};
}

void CatalogueImportPage::setUpTables()
{
    m_ui->changeTable->setRowModel(&m_changes);
    m_ui->changeTable->setEmptyText(tr("Nothing would change"),
                                    tr("The files say what the hall says already."));
    m_ui->fieldTable->setRowModel(&m_fields);
    m_ui->fieldTable->setEmptyText(tr("Choose a changed row above"));
    m_ui->rejectedTable->setRowModel(&m_rejected);
    m_ui->rejectedTable->setEmptyText(tr("Every row was understood"));
    m_ui->findingTable->setRowModel(&m_findings);
    m_ui->findingTable->setEmptyText(tr("The items fit their workflows"));
    m_ui->changesSplitter->setStretchFactor(0, 3);
    m_ui->changesSplitter->setStretchFactor(1, 1);
}

void CatalogueImportPage::connectAll()
{
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &CatalogueImportPage::chooseFiles);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &CatalogueImportPage::save);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &CatalogueImportPage::discard);
    connect(m_ui->reportButton, &QPushButton::clicked, this, &CatalogueImportPage::saveReport);
    connect(m_ui->changeTable, &RowTable::rowChanged, this, [this](int row) {
        m_fields.setRows(row < 0 ? QList<FieldChange>() : m_changes.at(row).fields);
    });
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, this,
            &CatalogueImportPage::chooseFiles);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            &CatalogueImportPage::save);
}

void CatalogueImportPage::activate()
{
    m_ui->chooseButton->setFocus();
}

bool CatalogueImportPage::mayLeave()
{
    return true; // the files are still on the disk
}

void CatalogueImportPage::chooseFiles()
{
    auto *dialog
        = new QFileDialog(this, tr("Choose catalogue or staff files"), {}, tr("CSV files (*.csv)"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &CatalogueImportPage::read);
    dialog->open();
}

void CatalogueImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void CatalogueImportPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        paths.append(url.toLocalFile());
    event->acceptProposedAction();
    read(paths);
}

void CatalogueImportPage::read(const QStringList &paths)
{
    m_ui->chooseButton->setEnabled(false);
    m_ui->summaryLabel->setText(tr("Reading …"));
    whenDone(m_desk.preview(paths), this, [this](const Result<ImportPreview> &preview) {
        m_ui->chooseButton->setEnabled(true);
        if (preview.ok()) {
            present(preview.value());
            return;
        }
        m_ui->summaryLabel->clear();
        m_ui->strip->say(preview.error());
    });
}

void CatalogueImportPage::present(const ImportPreview &preview)
{
    m_preview = preview;
    m_changes.setRows(preview.changes);
    m_fields.setRows({});
    m_rejected.setRows(preview.rejected);
    m_findings.setRows(preview.findings);
    m_ui->changeTable->goToRow(0);
    m_ui->tabs->setTabText(0, tr("What would change (%1)").arg(preview.changes.size()));
    m_ui->tabs->setTabText(1, tr("Rejected rows (%1)").arg(preview.rejected.size()));
    m_ui->tabs->setTabText(2, tr("Findings (%1)").arg(preview.findings.size()));
    QString summary = tr("%1: %2 would change, %3 stay as they are, %4 rows are rejected.")
                          .arg(preview.files.join(u", "_s))
                          .arg(preview.changes.size())
                          .arg(preview.unchanged)
                          .arg(preview.rejected.size());
    if (!preview.heldBack.isEmpty())
        summary += u' '
            + tr("Left out for a bad row of theirs: %1.").arg(preview.heldBack.join(u", "_s));
    m_ui->summaryLabel->setText(summary);
    m_ui->saveButton->setEnabled(!preview.changes.isEmpty());
    m_ui->reportButton->setEnabled(!preview.rejected.isEmpty());
    m_ui->stack->setCurrentWidget(m_ui->previewPage);
    m_ui->tabs->setCurrentIndex(preview.rejected.isEmpty() ? 0 : 1);
    if (!preview.unknownFiles.isEmpty())
        m_ui->strip->say(Tone::Warning,
                         tr("Not understood, because the first line names no known columns: %1.")
                             .arg(preview.unknownFiles.join(u", "_s)));
}

void CatalogueImportPage::discard()
{
    m_preview = {};
    m_ui->summaryLabel->clear();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

void CatalogueImportPage::save()
{
    if (m_preview.publications.isEmpty())
        return;
    m_ui->saveButton->setEnabled(false);
    const int count = int(m_preview.publications.size());
    whenDone(m_desk.save(m_preview), this, [this, count](const Result<Done> &result) {
        m_ui->saveButton->setEnabled(true);
        if (tell(m_ui->strip, result, tr("%n entry(s) taken over.", nullptr, count)))
            discard();
    });
}

void CatalogueImportPage::saveReport()
{
    auto *dialog = new QFileDialog(this, tr("Save the report of rejected rows"),
                                   u"rejected-rows.csv"_s, tr("CSV files (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray bytes = rejectedReport(m_preview.rejected);
        const bool isSaved
            = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_ui->strip->say(isSaved ? Tone::Success : Tone::Problem,
                         isSaved
                             ? tr("The report is saved.")
                             : tr("The report could not be saved there; choose another folder."));
    });
    dialog->open();
}

} // namespace hall
