#include "ui/routing/editfielddialog.h"

#include "domain/fields.h"
#include "text/errortext.h"
#include "ui_editfielddialog.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QStringList fieldsOf(const CaseFile &file)
{
    QStringList fields{u"applicant.name"_s, u"applicant.idNumber"_s, u"applicant.phone"_s,
                       u"applicant.address"_s};
    if (!file.applicant.isPerson())
        fields += {u"applicant.legalName"_s, u"applicant.legalIdNumber"_s};
    if (!file.agent.isEmpty())
        fields += {u"agent.name"_s, u"agent.idNumber"_s, u"agent.phone"_s, u"agent.authority"_s};
    fields.append(u"summary"_s);
    return fields;
}

} // namespace

EditFieldDialog::EditFieldDialog(const CaseFile &file, const QStringList &reasons, Check check,
                                 QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EditFieldDialog>())
    , m_file(file)
    , m_check(std::move(check))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &field : fieldsOf(file))
        m_ui->fieldBox->addItem(ErrorText::fieldWord(field), field);
    m_ui->editReasonBox->addItems(reasons);
    connect(m_ui->fieldBox, &QComboBox::currentIndexChanged, this, &EditFieldDialog::showField);
    connect(m_ui->editCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->editOkButton, &QPushButton::clicked, this, &EditFieldDialog::finish);
    showField();
    m_ui->fieldBox->setFocus();
}

EditFieldDialog::~EditFieldDialog() = default;

void EditFieldDialog::showField()
{
    const QString *value = editableField(m_file, m_ui->fieldBox->currentData().toString());
    m_ui->oldValueText->setText(value && !value->isEmpty() ? *value : tr("(empty)"));
    m_ui->newValueEdit->setText(value ? *value : QString());
    m_ui->newValueEdit->selectAll();
}

void EditFieldDialog::finish()
{
    const QString field = m_ui->fieldBox->currentData().toString();
    const QString *old = editableField(m_file, field);
    EditField edit{.field = field,
                   .oldValue = old ? *old : QString(),
                   .newValue = m_ui->newValueEdit->text().trimmed(),
                   .reason = m_ui->editReasonBox->currentText().trimmed()};
    QString problem;
    if (edit.newValue == edit.oldValue)
        problem = tr("The new value is the same as the old one.");
    else if (edit.reason.isEmpty())
        problem = tr("Write why the value is changed.");
    else if (const std::optional<Error> error = m_check(edit))
        problem = ErrorText::sentence(*error);
    if (!problem.isEmpty()) {
        m_ui->editProblemLabel->setText(problem);
        m_ui->editProblemLabel->show();
        return;
    }
    Q_EMIT asked(edit);
    accept();
}

} // namespace hall
