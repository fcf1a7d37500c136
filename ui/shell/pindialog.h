#pragma once

#include "desk/session/sessiondesk.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class PinDialog;
}

/// A short PIN for unlocking this screen until the sign-out.
class PinDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PinDialog(SessionDesk &desk, QWidget *parent = nullptr);
    ~PinDialog() override;

private:
    void set();

    std::unique_ptr<Ui::PinDialog> m_ui;
    SessionDesk &m_desk;
};

} // namespace hall
