#pragma once

#include "desk/admin/lookdesk.h"
#include "ui/shared/rowmodel.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class LooksPanel;
}

/// Who looked at which case beyond the own work, when and why. No applicant stands in it.
class LooksPanel : public QWidget
{
    Q_OBJECT
public:
    LooksPanel(const Workplace &place, Session session, QWidget *parent = nullptr);
    ~LooksPanel() override;

    void load();
    void goToSearch();

Q_SIGNALS:
    void failed(const hall::Error &error);

private:
    [[nodiscard]] QList<RowColumn<LookLine>> columns() const;
    [[nodiscard]] QString whoOf(const LookLine &line) const;
    void filter();

    std::unique_ptr<Ui::LooksPanel> m_ui;
    Session m_session;
    LookDesk m_desk;
    RowModel<LookLine> m_shown;
    QList<LookLine> m_all;
    int m_asked = 0;
};

} // namespace hall
