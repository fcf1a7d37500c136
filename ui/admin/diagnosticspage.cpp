#include "ui/admin/diagnosticspage.h"

#include "domain/clock.h"
#include "domain/whendone.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui/shared/settings.h"
#include "ui_diagnosticspage.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString momentText(const QDateTime &at)
{
    return hallDate(at).toString(Qt::ISODate) + u' ' + hallTime(at).toString(u"HH:mm"_s);
}

} // namespace

DiagnosticsPage::DiagnosticsPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::DiagnosticsPage>())
    , m_desk(publisher())
    , m_facts(factColumns())
    , m_backups(backupColumns())
{
    m_ui->setupUi(this);
    m_ui->backupButton->setIcon(icon(u"backup"_s));
    m_ui->folderButton->setIcon(icon(u"folder"_s));
    m_ui->factTable->setRowModel(&m_facts);
    m_ui->factTable->setEmptyText(
        tr("Not checked yet"), tr("Press “Check now”; the work of the windows goes on meanwhile."));
    m_ui->backupTable->setRowModel(&m_backups);
    m_ui->backupTable->setEmptyText(tr("There is no backup yet"), tr("Press “Back up now”."));
    m_ui->progressBar->setVisible(false);
    connectAll();
}

DiagnosticsPage::~DiagnosticsPage() = default;

QString DiagnosticsPage::pageTitle() const
{
    return tr("Diagnostics and backup");
}

QList<HelpKey> DiagnosticsPage::keys() const
{
    return {{u"Ctrl+R"_s, tr("Check now")}, {u"Ctrl+B"_s, tr("Back up now")}};
}

QString DiagnosticsPage::factName(FactKind kind)
{
    switch (kind) {
    case FactKind::ReplayEqual:
        return tr("Lists compared with the journals");
    case FactKind::Chains:
        return tr("Chains and hashes");
    case FactKind::Streams:
        return tr("Journals");
    case FactKind::Events:
        return tr("Entries in the journals");
    case FactKind::ProjectionRows:
        return tr("Rows compared");
    case FactKind::SafetyEvents:
        return tr("Entries in the second file");
    case FactKind::SafetyDamage:
        return tr("Second file");
    case FactKind::LastBackup:
        return tr("Last backup");
    case FactKind::Station:
        return tr("Station");
    }
    return {};
}

QString DiagnosticsPage::factText(const Fact &fact)
{
    switch (fact.kind) {
    case FactKind::ReplayEqual:
        return fact.isGood ? tr("equal")
                           : tr("%n difference(s); rebuild the lists", nullptr, int(fact.number));
    case FactKind::Chains:
        return fact.isGood ? tr("all fit") : tr("damaged: %1").arg(fact.text);
    case FactKind::SafetyDamage:
        return fact.isGood ? tr("whole") : tr("damaged; make a backup now");
    case FactKind::LastBackup:
        if (fact.number < 0)
            return tr("none; make one now");
        return fact.number == 0 ? tr("today") : tr("%n day(s) ago", nullptr, int(fact.number));
    case FactKind::Station:
        return fact.text;
    case FactKind::Streams:
    case FactKind::Events:
    case FactKind::ProjectionRows:
    case FactKind::SafetyEvents:
        return QLocale().toString(fact.number);
    }
    return {};
}

QList<RowColumn<Fact>> DiagnosticsPage::factColumns()
{
    const auto look = [](const Fact &fact, int role) -> QVariant {
        if (role == Qt::DecorationRole)
            return icon(fact.isGood ? u"success"_s : u"problem"_s);
        if (role == Qt::ToolTipRole && !fact.text.isEmpty())
            return fact.text;
        return {};
    };
    return {{.title = tr("What"),
             .text = [](const Fact &fact) { return factName(fact.kind); },
             .shape = {.characters = 30},
             .extra = look},
            {.title = tr("Result"), .text = &factText, .shape = {.takesRest = true}, .extra = {}}};
}

QList<RowColumn<BackupEntry>> DiagnosticsPage::backupColumns()
{
    const auto when = [](const BackupEntry &entry) { return momentText(entry.at); };
    return {
        {.title = tr("Made"), .text = when, .shape = {.characters = 18}, .extra = {}},
        {.title = tr("Size"),
         .text = [](const BackupEntry &entry) { return QLocale().formattedDataSize(entry.bytes); },
         .shape = {.characters = 10, .isRightAligned = true},
         .extra = {}},
        {.title = tr("File"),
         .text = [](const BackupEntry &entry) { return QFileInfo(entry.file).fileName(); },
         .shape = {.takesRest = true},
         .extra = {}}};
}

void DiagnosticsPage::connectAll()
{
    connect(m_ui->checkButton, &QPushButton::clicked, this, &DiagnosticsPage::check);
    connect(m_ui->rebuildButton, &QPushButton::clicked, this, &DiagnosticsPage::askRebuild);
    connect(m_ui->backupButton, &QPushButton::clicked, this, &DiagnosticsPage::backUp);
    connect(m_ui->testButton, &QPushButton::clicked, this, &DiagnosticsPage::test);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &DiagnosticsPage::askRestore);
    connect(m_ui->backupTable, &RowTable::rowOpened, this, &DiagnosticsPage::test);
    connect(m_ui->folderButton, &QPushButton::clicked, this, &DiagnosticsPage::chooseFolder);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this), &QShortcut::activated, this,
            &DiagnosticsPage::check);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_B), this), &QShortcut::activated, this,
            &DiagnosticsPage::backUp);
}

void DiagnosticsPage::activate()
{
    refreshBackups();
    m_ui->checkButton->setFocus();
}

void DiagnosticsPage::refreshBackups()
{
    m_backups.setRows(m_desk.backups());
    const QString chosen = context().settings.text(Setting::BackupFolder);
    const QString folder = chosen.isEmpty() ? m_desk.standardFolder() : chosen;
    m_ui->folderLabel->setText(
        tr("Folder: %1. A backup is made every day; the newest 14 are kept. Choose a folder on "
           "another disk, so that a broken disk does not take both.")
            .arg(QDir::toNativeSeparators(folder)));
    m_ui->testButton->setEnabled(!m_backups.isEmpty());
    m_ui->restoreButton->setEnabled(!m_backups.isEmpty());
    m_ui->backupTable->goToRow(0);
}

void DiagnosticsPage::setBusy(bool isBusy)
{
    m_ui->progressBar->setVisible(isBusy);
    m_ui->checkButton->setEnabled(!isBusy);
    m_ui->rebuildButton->setEnabled(!isBusy);
}

void DiagnosticsPage::check()
{
    setBusy(true);
    whenDone(m_desk.diagnose(), this, [this](const Result<QList<Fact>> &facts) {
        setBusy(false);
        if (!facts.ok()) {
            m_ui->strip->say(facts.error());
            return;
        }
        m_facts.setRows(facts.value());
        const bool isGood = std::ranges::all_of(facts.value(), &Fact::isGood);
        m_ui->strip->say(isGood ? Tone::Success : Tone::Warning,
                         isGood ? tr("Everything is as recorded.")
                                : tr("Something needs you; the marked lines say what."));
    });
}

void DiagnosticsPage::askRebuild()
{
    confirm(this,
            {.title = tr("Rebuild the lists"),
             .question = tr("Make all lists anew from the journals?"),
             .consequence = tr("The journals stay as they are. Windows wait while it runs."),
             .yes = tr("Rebuild")},
            [this](const QString &) {
                setBusy(true);
                whenDone(m_desk.rebuild(), this, [this](const Result<Done> &result) {
                    setBusy(false);
                    tell(m_ui->strip, result, tr("The lists are made anew from the journals."));
                });
            });
}

void DiagnosticsPage::backUp()
{
    m_ui->backupButton->setEnabled(false);
    whenDone(m_desk.backUp(), this, [this](const Result<BackupCheck> &report) {
        m_ui->backupButton->setEnabled(true);
        if (!report.ok()) {
            m_ui->strip->say(report.error());
            return;
        }
        m_ui->strip->say(Tone::Success,
                         tr("The backup is made and checked: %1 entries.")
                             .arg(QLocale().toString(report.value().events)));
        refreshBackups();
    });
}

void DiagnosticsPage::test()
{
    const int row = m_ui->backupTable->currentRow();
    if (row < 0)
        return;
    m_ui->testButton->setEnabled(false);
    whenDone(m_desk.test(m_backups.at(row).file), this, [this](const Result<BackupCheck> &report) {
        m_ui->testButton->setEnabled(true);
        if (!report.ok()) {
            m_ui->strip->say(report.error());
            return;
        }
        m_ui->strip->say(
            Tone::Success,
            tr("The backup can be restored: %1 journals with %2 entries, every chain fits.")
                .arg(QLocale().toString(report.value().streams),
                     QLocale().toString(report.value().events)));
    });
}

void DiagnosticsPage::askRestore()
{
    const int row = m_ui->backupTable->currentRow();
    if (row < 0)
        return;
    const BackupEntry backup = m_backups.at(row);
    confirm(this,
            {.title = tr("Restore a backup"),
             .question = tr("Put the backup of %1 in place?").arg(momentText(backup.at)),
             .consequence
             = tr("The backup is tested, then the program starts again. What was done since is "
                  "applied on top, so nothing is lost; the store as it is now is kept beside it."),
             .yes = tr("Restore"),
             .isDangerous = true},
            [this, backup](const QString &) { restore(backup); });
}

void DiagnosticsPage::restore(const BackupEntry &backup)
{
    m_ui->restoreButton->setEnabled(false);
    whenDone(m_desk.askRestore(backup.file), this, [this](const Result<BackupCheck> &check) {
        m_ui->restoreButton->setEnabled(true);
        if (!check.ok()) {
            m_ui->strip->say(check.error());
            return;
        }
        m_ui->strip->say(Tone::Info,
                         tr("The backup fits. The program starts again and puts it in place."));
        context().shell.restart();
    });
}

void DiagnosticsPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DiagnosticsPage::useFolder);
    dialog->open();
}

void DiagnosticsPage::useFolder(const QString &folder)
{
    const Result<Done> fits = UpkeepDesk::checkFolder(folder);
    if (!fits.ok()) {
        m_ui->strip->say(Tone::Problem,
                         tr("Nothing can be written to this folder; choose another one."));
        return;
    }
    context().settings.set(Setting::BackupFolder, folder);
    m_desk.useFolder(folder);
    refreshBackups();
    m_ui->strip->say(Tone::Success,
                     m_backups.isEmpty()
                         ? tr("Backups go to this folder from now on. It holds none yet.")
                         : tr("Backups go to this folder from now on."),
                     {.text = tr("Back up now"), .run = [this] { backUp(); }});
}

} // namespace hall
