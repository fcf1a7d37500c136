#include "ui/intake/agentdialog.h"

#include "desk/intake/applicantcheck.h"
#include "text/errortext.h"
#include "ui_agentdialog.h"

namespace hall {

AgentDialog::AgentDialog(const Agent &agent, const PageContext &context,
                         const QStringList &authorities, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AgentDialog>())
    , m_context(context)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->agentNumberEdit->setRules(
        [&shell = context.shell]() -> const RegionTable & { return shell.regions(); },
        context.place.clock.today());
    m_ui->authorityBox->addItems(authorities);
    m_ui->agentNameEdit->setText(agent.name);
    m_ui->agentNumberEdit->setKindCode(agent.idKind);
    m_ui->agentNumberEdit->setText(agent.idNumber);
    m_ui->agentPhoneEdit->setText(agent.phone);
    if (!agent.authority.isEmpty())
        m_ui->authorityBox->setEditText(agent.authority);
    m_ui->noAgentButton->setEnabled(!agent.isEmpty());
    connect(m_ui->agentOkButton, &QPushButton::clicked, this, &AgentDialog::finish);
    connect(m_ui->agentCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->noAgentButton, &QPushButton::clicked, this, [this] {
        Q_EMIT taken({});
        accept();
    });
    m_ui->agentNameEdit->setFocus();
}

AgentDialog::~AgentDialog() = default;

void AgentDialog::finish()
{
    Agent agent{.name = m_ui->agentNameEdit->text(),
                .idKind = m_ui->agentNumberEdit->kindCode(),
                .idNumber = m_ui->agentNumberEdit->text(),
                .phone = m_ui->agentPhoneEdit->text(),
                .authority = m_ui->authorityBox->currentText()};
    const QList<FieldProblem> problems
        = checkAgent(agent, {m_context.shell.regions(), m_context.place.clock.today()});
    if (problems.isEmpty()) {
        Q_EMIT taken(agent);
        accept();
        return;
    }
    m_ui->agentReasonLabel->setText(ErrorText::sentence(problems.first().error));
    m_ui->agentReasonLabel->show();
    const QString &field = problems.first().field;
    QWidget *target = m_ui->authorityBox;
    if (field.endsWith(QLatin1StringView(".name")))
        target = m_ui->agentNameEdit;
    else if (field.endsWith(QLatin1StringView(".idNumber")))
        target = m_ui->agentNumberEdit->edit();
    else if (field.endsWith(QLatin1StringView(".phone")))
        target = m_ui->agentPhoneEdit->edit();
    target->setFocus();
}

} // namespace hall
