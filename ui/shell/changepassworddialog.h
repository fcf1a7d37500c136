#pragma once

#include "desk/session/sessiondesk.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class ChangePasswordDialog;
}

class ChangePasswordDialog : public QDialog
{
    Q_OBJECT
public:
    ChangePasswordDialog(SessionDesk &desk, QString staffCode, QWidget *parent = nullptr);
    ~ChangePasswordDialog() override;

private:
    void change();

    std::unique_ptr<Ui::ChangePasswordDialog> m_ui;
    SessionDesk &m_desk;
    QString m_code;
};

} // namespace hall
