#include "ui/intake/refusaldialog.h"

#include "ui/intake/intaketext.h"
#include "ui_refusaldialog.h"

#include <algorithm>

namespace hall {

RefusalDialog::RefusalDialog(const QList<RefusalChoice> &choices, const QStringList &grounds,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RefusalDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const RefusalChoice &choice : choices)
        m_ui->refusalKindBox->addItem(choice.name.in(IntakeText::language()), choice.action);
    m_ui->groundBox->addItem(tr("Choose a ground or write one"));
    m_ui->groundBox->addItems(grounds);
    connect(m_ui->groundBox, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_ui->groundTextEdit->setPlainText(m_ui->groundBox->itemText(index));
    });
    connect(m_ui->groundTextEdit, &QPlainTextEdit::textChanged, this, [this] {
        const QString ground = m_ui->groundTextEdit->toPlainText().trimmed();
        m_ui->refusalOkButton->setEnabled(!ground.isEmpty());
        m_ui->groundBox->setCurrentIndex(std::max(0, m_ui->groundBox->findText(ground)));
    });
    connect(m_ui->refusalCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->refusalOkButton, &QPushButton::clicked, this, [this] {
        Q_EMIT refused({.action = m_ui->refusalKindBox->currentData().toString(),
                        .ground = m_ui->groundTextEdit->toPlainText().trimmed(),
                        .rightBody = m_ui->rightBodyEdit->text().trimmed()});
        accept();
    });
    m_ui->refusalOkButton->setEnabled(false);
    m_ui->refusalOkButton->setAutoDefault(false);
    m_ui->groundBox->setFocus();
}

RefusalDialog::~RefusalDialog() = default;

} // namespace hall
