#pragma once

#include "desk/cashier/cashierdesk.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class VoidDialog;
}

/// What is taken back, and whether the open shift gives back what an earlier one took.
struct VoidSubject
{
    PaymentRow payment = {};
    bool isRefund = false;
};

/// A payment taken back: reason, and a second person who types name and password here. The dialog
/// stays open until it is done, so that a wrong password costs nothing that was typed.
class VoidDialog : public QDialog
{
    Q_OBJECT
public:
    VoidDialog(const CashierDesk &desk, const Session &session, const VoidSubject &subject,
               QWidget *parent = nullptr);
    ~VoidDialog() override;

private:
    void takeBack();
    void finish(const Result<ActResult> &result);

    std::unique_ptr<Ui::VoidDialog> m_ui;
    const CashierDesk &m_desk;
    Session m_session;
    VoidSubject m_subject;
};

} // namespace hall
