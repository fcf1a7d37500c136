#pragma once

#include "desk/intake/intakeplan.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class RefusalDialog;
}

/// What a refusal says: kind, ground in words, the right body.
struct Refusal
{
    QString action = {};
    QString ground = {};
    QString rightBody = {};
};

class RefusalDialog : public QDialog
{
    Q_OBJECT
public:
    RefusalDialog(const QList<RefusalChoice> &choices, const QStringList &grounds, QWidget *parent);
    ~RefusalDialog() override;

Q_SIGNALS:
    void refused(const hall::Refusal &refusal);

private:
    std::unique_ptr<Ui::RefusalDialog> m_ui;
};

} // namespace hall
