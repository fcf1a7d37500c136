#pragma once

#include "domain/applicant.h"
#include "ui/shell/pageregistry.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class AgentDialog;
}

/// Who acts for the applicant (代办人).
class AgentDialog : public QDialog
{
    Q_OBJECT
public:
    AgentDialog(const Agent &agent, const PageContext &context, const QStringList &authorities,
                QWidget *parent);
    ~AgentDialog() override;

Q_SIGNALS:
    void taken(const hall::Agent &agent); ///< empty = no agent

private:
    void finish();

    std::unique_ptr<Ui::AgentDialog> m_ui;
    PageContext m_context;
};

} // namespace hall
