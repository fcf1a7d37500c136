#pragma once

#include "desk/centre/centredesk.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class UnsentDialog;
}

/// What was made here and is not at the centre yet, and what each waits for.
class UnsentDialog : public QDialog
{
    Q_OBJECT
public:
    /// `desk` outlives the dialog.
    UnsentDialog(CentreDesk &desk, const Session &session, QWidget *parent = nullptr);
    ~UnsentDialog() override;

private:
    [[nodiscard]] QList<RowColumn<UnsentLine>> columns() const;
    [[nodiscard]] QString whatOf(const UnsentLine &line) const;
    [[nodiscard]] QString reasonOf(const UnsentLine &line) const;
    void load();

    std::unique_ptr<Ui::UnsentDialog> m_ui;
    CentreDesk &m_desk;
    Session m_session;
    RowModel<UnsentLine> m_lines;
    int m_asked = 0;
};

} // namespace hall
