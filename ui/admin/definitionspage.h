#pragma once

#include "desk/admin/definitiondesk.h"
#include "desk/papers/paperdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class DefinitionsPage;
}

/// Workflow definitions with what the linter says, and a dry run of an item on the calendar.
class DefinitionsPage : public AdminPage
{
    Q_OBJECT
public:
    explicit DefinitionsPage(const PageContext &context, QWidget *parent = nullptr);
    ~DefinitionsPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

    /// What the file dialog answers.
    void readFile(const QString &path);

private:
    [[nodiscard]] static QList<RowColumn<DefinitionRow>> columns();
    [[nodiscard]] QList<RowColumn<Finding>> findingColumns() const;
    void connectAll();
    void refresh();
    void choose(int row);
    void run();
    void compose();
    void print();
    void saveText();
    void chooseFile();

    std::unique_ptr<Ui::DefinitionsPage> m_ui;
    DefinitionDesk m_desk;
    PaperDesk m_papers;
    RowModel<DefinitionRow> m_model;
    RowModel<Finding> m_findings;
};

} // namespace hall
