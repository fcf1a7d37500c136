#include "ui/shell/pindialog.h"

#include "domain/whendone.h"
#include "ui_pindialog.h"

namespace hall {

PinDialog::PinDialog(SessionDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PinDialog>())
    , m_desk(desk)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->forgetPinButton->setVisible(desk.hasPin());
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->setPinButton, &QPushButton::clicked, this, &PinDialog::set);
    connect(m_ui->forgetPinButton, &QPushButton::clicked, this, [this] {
        m_desk.forgetPin();
        accept();
    });
    m_ui->pinEdit->setFocus();
}

PinDialog::~PinDialog() = default;

void PinDialog::set()
{
    const QString pin = m_ui->pinEdit->text();
    if (!SessionDesk::isPin(pin)) {
        m_ui->messageStrip->say(Tone::Problem, tr("A PIN has four to six figures."));
        m_ui->pinEdit->setFocus();
        m_ui->pinEdit->selectAll();
        return;
    }
    if (pin != m_ui->pinAgainEdit->text()) {
        m_ui->messageStrip->say(Tone::Problem,
                                tr("The two PINs differ. Type the second one again."));
        m_ui->pinAgainEdit->setFocus();
        m_ui->pinAgainEdit->selectAll();
        return;
    }
    m_ui->setPinButton->setEnabled(false);
    whenDone(m_desk.setPin(pin), this, [this](const Result<Done> &result) {
        m_ui->setPinButton->setEnabled(true);
        if (result.ok())
            accept();
        else
            m_ui->messageStrip->say(result.error());
    });
}

} // namespace hall
