#include "ui/admin/passworddialog.h"

#include "ui_setpassworddialog.h"

#include <QDialog>

#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 8;

class SetPasswordDialog final : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(SetPasswordDialog)
public:
    SetPasswordDialog(QWidget *parent, const QString &person)
        : QDialog(parent)
        , m_ui(std::make_unique<Ui::SetPasswordDialog>())
    {
        m_ui->setupUi(this);
        setAttribute(Qt::WA_DeleteOnClose);
        setMinimumWidth(380);
        setWindowTitle(tr("Password"));
        m_ui->questionLabel->setText(tr("New password of %1").arg(person));
        connect(m_ui->passwordEdit, &QLineEdit::textChanged, this, [this] { judge(); });
        connect(m_ui->againEdit, &QLineEdit::textChanged, this, [this] { judge(); });
        connect(m_ui->noButton, &QPushButton::clicked, this, &QDialog::reject);
        connect(m_ui->yesButton, &QPushButton::clicked, this, &QDialog::accept);
        judge();
    }

    [[nodiscard]] QString password() const { return m_ui->passwordEdit->text(); }

private:
    void judge()
    {
        const bool isLong = password().size() >= shortest;
        const bool isSame = password() == m_ui->againEdit->text();
        m_ui->yesButton->setEnabled(isLong && isSame);
        if (!isLong)
            m_ui->hintLabel->setText(tr("At least %n characters.", nullptr, shortest));
        else if (!isSame)
            m_ui->hintLabel->setText(tr("Type the same password in both fields."));
        else
            m_ui->hintLabel->setText(tr("Tell it to the person; they can change it themselves."));
    }

    std::unique_ptr<Ui::SetPasswordDialog> m_ui;
};

} // namespace

void askPassword(QWidget *parent, const QString &person,
                 std::function<void(const QString &)> onPassword)
{
    auto *dialog = new SetPasswordDialog(parent, person);
    QObject::connect(
        dialog, &QDialog::accepted, parent,
        [dialog, onPassword = std::move(onPassword)] { onPassword(dialog->password()); });
    dialog->open();
}

} // namespace hall
