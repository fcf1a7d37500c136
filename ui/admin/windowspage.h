#pragma once

#include "desk/admin/placesdesk.h"
#include "ui/admin/adminpage.h"

#include <memory>

namespace hall {

class DepartmentsPanel;
class HallPanel;
class WindowsPanel;
namespace Ui {
class WindowsPage;
}

/// Windows, departments, and the hall's own words and hours, each in a tab.
class WindowsPage : public AdminPage
{
    Q_OBJECT
public:
    explicit WindowsPage(const PageContext &context, QWidget *parent = nullptr);
    ~WindowsPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    void refresh();

    std::unique_ptr<Ui::WindowsPage> m_ui;
    PlacesDesk m_desk;
    WindowsPanel *m_windows;
    DepartmentsPanel *m_departments;
    HallPanel *m_hall;
};

} // namespace hall
