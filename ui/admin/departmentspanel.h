#pragma once

#include "ui/admin/placepanel.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class DepartmentsPanel;
}

class DepartmentsPanel : public PlacePanel
{
    Q_OBJECT
public:
    explicit DepartmentsPanel(const PanelParts &parts, QWidget *parent = nullptr);
    ~DepartmentsPanel() override;

    void refresh() override;
    void save() override;
    void beginNew() override;
    [[nodiscard]] QString shownCode() const override
    {
        return m_shownRow < 0 ? QString() : m_shown.code;
    }
    void showCode(const QString &code) override;

private:
    [[nodiscard]] static QList<RowColumn<Department>> columns();
    void choose(int row);
    void present(const Department &department, int row);
    [[nodiscard]] Department typed() const;

    std::unique_ptr<Ui::DepartmentsPanel> m_ui;
    RowModel<Department> m_model;
    FormGuard *m_guard = nullptr;
    Department m_shown;
    int m_shownRow = -1;
};

} // namespace hall
