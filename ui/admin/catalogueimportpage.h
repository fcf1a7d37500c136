#pragma once

#include "desk/admin/importdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <QStringList>

#include <memory>

namespace hall {

namespace Ui {
class CatalogueImportPage;
}

/// Catalogue and staff from CSV files: what would change and every rejected row, before anything is
/// saved.
class CatalogueImportPage : public AdminPage
{
    Q_OBJECT
public:
    explicit CatalogueImportPage(const PageContext &context, QWidget *parent = nullptr);
    ~CatalogueImportPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] bool mayLeave() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

    /// What the file dialog answers; a drop of files does the same.
    void read(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] static QList<RowColumn<ImportChange>> changeColumns();
    [[nodiscard]] static QList<RowColumn<FieldChange>> fieldColumns();
    [[nodiscard]] static QList<RowColumn<RejectedRow>> rejectedColumns();
    [[nodiscard]] QList<RowColumn<Finding>> findingColumns() const;
    void setUpTables();
    void connectAll();
    void chooseFiles();
    void present(const ImportPreview &preview);
    void discard();
    void save();
    void saveReport();

    std::unique_ptr<Ui::CatalogueImportPage> m_ui;
    ImportDesk m_desk;
    RowModel<ImportChange> m_changes;
    RowModel<FieldChange> m_fields;
    RowModel<RejectedRow> m_rejected;
    RowModel<Finding> m_findings;
    ImportPreview m_preview;
};

} // namespace hall
