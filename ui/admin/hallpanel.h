#pragma once

#include "ui/admin/placepanel.h"

#include <memory>

namespace hall {

namespace Ui {
class HallPanel;
}

class HallPanel : public PlacePanel
{
    Q_OBJECT
public:
    explicit HallPanel(const PanelParts &parts, QWidget *parent = nullptr);
    ~HallPanel() override;

    void refresh() override;
    void save() override;
    [[nodiscard]] QString shownCode() const override { return QLatin1StringView("hall"); }

private:
    std::unique_ptr<Ui::HallPanel> m_ui;
    FormGuard *m_guard = nullptr;
};

} // namespace hall
