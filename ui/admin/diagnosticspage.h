#pragma once

#include "desk/admin/upkeepdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class DiagnosticsPage;
}

/// Whether everything is as recorded, and the backups.
class DiagnosticsPage : public AdminPage
{
    Q_OBJECT
public:
    explicit DiagnosticsPage(const PageContext &context, QWidget *parent = nullptr);
    ~DiagnosticsPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

    /// What the folder dialog answers.
    void useFolder(const QString &folder);

private:
    [[nodiscard]] static QList<RowColumn<Fact>> factColumns();
    [[nodiscard]] static QList<RowColumn<BackupEntry>> backupColumns();
    [[nodiscard]] static QString factName(FactKind kind);
    [[nodiscard]] static QString factText(const Fact &fact);
    void connectAll();
    void refreshBackups();
    void check();
    void askRebuild();
    void backUp();
    void test();
    void askRestore();
    void restore(const BackupEntry &backup);
    void chooseFolder();
    void setBusy(bool isBusy);

    std::unique_ptr<Ui::DiagnosticsPage> m_ui;
    UpkeepDesk m_desk;
    RowModel<Fact> m_facts;
    RowModel<BackupEntry> m_backups;
};

} // namespace hall
