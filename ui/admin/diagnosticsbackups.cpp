// The right half of the diagnostics page: backups made, tested, restored, and where they go.
#include "domain/whendone.h"
#include "ui/admin/diagnosticspage.h"
#include "ui/shared/casewords.h"
#include "ui/shared/decision.h"
#include "ui/shared/settings.h"
#include "ui_diagnosticspage.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace hall {

using namespace Qt::StringLiterals;

QList<RowColumn<BackupEntry>> DiagnosticsPage::backupColumns()
{
    const auto when
        = [](const BackupEntry &entry) { return CaseWords::moment(entry.at.toMSecsSinceEpoch()); };
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
             .question = tr("Put the backup of %1 in place?")
                             .arg(CaseWords::moment(backup.at.toMSecsSinceEpoch())),
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
