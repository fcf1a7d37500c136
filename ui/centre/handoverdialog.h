#pragma once

#include "domain/reference.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class HandOverDialog;
}

/// Chooses the colleague who decides on a refused act.
class HandOverDialog : public QDialog
{
    Q_OBJECT
public:
    HandOverDialog(QList<StaffMember> colleagues, ReferencePtr reference, QWidget *parent);
    ~HandOverDialog() override;

    /// Staff code; empty = nobody is chosen.
    [[nodiscard]] QString colleague() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    [[nodiscard]] QString postsOf(const StaffMember &member) const;

    std::unique_ptr<Ui::HandOverDialog> m_ui;
    QList<StaffMember> m_all;
    ReferencePtr m_reference;
    RowModel<StaffMember> m_shown;
};

} // namespace hall
