#pragma once

#include "desk/admin/templatedesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <QTimer>

#include <memory>

class QListWidgetItem;

namespace hall {

namespace Ui {
class TemplatesPage;
}

/// Paper templates: the text of each kind, what is wrong with it, and the paper that it makes,
/// while it is being written.
class TemplatesPage : public AdminPage
{
    Q_OBJECT
public:
    explicit TemplatesPage(const PageContext &context, QWidget *parent = nullptr);
    ~TemplatesPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    [[nodiscard]] static QList<RowColumn<TemplateRow>> columns();
    [[nodiscard]] QList<RowColumn<HallChange>> historyColumns() const;
    void connectAll();
    void refresh();
    void takeRows(const QList<TemplateRow> &rows);
    void choose(int row);
    void present(const TemplateRow &row);
    void showHistory();
    void judge(); ///< problems at once, the paper after a short while
    void paint();
    void goToProblem(const QListWidgetItem *problem);
    void drop();
    void askPublish();
    void askTakeBack();
    [[nodiscard]] bool isDirty() const;

    std::unique_ptr<Ui::TemplatesPage> m_ui;
    TemplateDesk m_desk;
    RowModel<TemplateRow> m_rows;
    RowModel<HallChange> m_history;
    TemplateRow m_shown;
    QTimer m_soon;
    int m_painted = 0; ///< previews begun: an older answer is dropped
};

} // namespace hall
