#pragma once

#include "ui/admin/placepanel.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class WindowsPanel;
}

class WindowsPanel : public PlacePanel
{
    Q_OBJECT
public:
    explicit WindowsPanel(const PanelParts &parts, QWidget *parent = nullptr);
    ~WindowsPanel() override;

    void refresh() override;
    void save() override;
    void beginNew() override;

private:
    [[nodiscard]] QList<RowColumn<Window>> columns() const;
    void choose(int row);
    void present(const Window &window, int row);
    [[nodiscard]] Window typed() const;
    void remove();

    std::unique_ptr<Ui::WindowsPanel> m_ui;
    RowModel<Window> m_model;
    FormGuard *m_guard = nullptr;
    Window m_shown;
    int m_shownRow = -1;
};

} // namespace hall
