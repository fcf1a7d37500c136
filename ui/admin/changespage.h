#pragma once

#include "desk/admin/changelogdesk.h"
#include "ui/admin/adminpage.h"
#include "ui/shared/rowmodel.h"

#include <memory>

namespace hall {

namespace Ui {
class ChangesPage;
}

class LooksPanel;

/// What changed in the hall's reference data, when and by whom, with old and new values; and who
/// looked at cases beyond the own work.
class ChangesPage : public AdminPage
{
    Q_OBJECT
public:
    explicit ChangesPage(const PageContext &context, QWidget *parent = nullptr);
    ~ChangesPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    [[nodiscard]] QList<RowColumn<HallChange>> columns() const;
    [[nodiscard]] static QList<RowColumn<FieldChange>> fieldColumns();
    void connectAll();
    void load();
    void filter();
    [[nodiscard]] bool showsLooks() const;

    std::unique_ptr<Ui::ChangesPage> m_ui;
    LooksPanel *m_looks = nullptr;
    ChangeLogDesk m_desk;
    RowModel<HallChange> m_model;
    RowModel<FieldChange> m_fields;
    QList<HallChange> m_all;
};

} // namespace hall
