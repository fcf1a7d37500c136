#include "ui/shell/changepassworddialog.h"

#include "domain/whendone.h"
#include "ui_changepassworddialog.h"

namespace hall {

using namespace Qt::StringLiterals;

ChangePasswordDialog::ChangePasswordDialog(SessionDesk &desk, QString staffCode, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ChangePasswordDialog>())
    , m_desk(desk)
    , m_code(std::move(staffCode))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &ChangePasswordDialog::change);
    m_ui->oldEdit->setFocus();
}

ChangePasswordDialog::~ChangePasswordDialog() = default;

void ChangePasswordDialog::change()
{
    if (m_ui->newEdit->text() != m_ui->againEdit->text()) {
        m_ui->messageStrip->say(Tone::Problem,
                                tr("The two new passwords differ. Type the second one again."));
        m_ui->againEdit->setFocus();
        m_ui->againEdit->selectAll();
        return;
    }
    m_ui->changeButton->setEnabled(false);
    whenDone(m_desk.changePassword(m_code, m_ui->oldEdit->text(), m_ui->newEdit->text()), this,
             [this](const Result<Done> &result) {
                 m_ui->changeButton->setEnabled(true);
                 if (result.ok()) {
                     accept();
                     return;
                 }
                 m_ui->messageStrip->say(result.error());
                 const bool isNew = result.error().kind == ErrorKind::PasswordTooShort;
                 (isNew ? m_ui->newEdit : m_ui->oldEdit)->setFocus();
             });
}

} // namespace hall
