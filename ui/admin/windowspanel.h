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
    [[nodiscard]] QString shownCode() const override
    {
        return m_shownRow < 0 ? QString() : m_shown.code;
    }
    void showCode(const QString &code) override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    [[nodiscard]] QList<RowColumn<Window>> columns() const;
    void choose(int row);
    void present(const Window &window, int row);
    [[nodiscard]] Window typed() const;
    void tick(const QStringList &departments);
    void remove();

    std::unique_ptr<Ui::WindowsPanel> m_ui;
    RowModel<Window> m_model;
    FormGuard *m_guard = nullptr;
    Window m_shown;
    int m_shownRow = -1;
};

} // namespace hall
