#pragma once

#include "desk/session/sessiondesk.h"

#include <QDialog>
#include <QHash>

#include <memory>

class QComboBox;

namespace hall {

class Settings;
namespace Ui {
class PrintersDialog;
}

/// Which queue takes which paper on this machine.
class PrintersDialog : public QDialog
{
    Q_OBJECT
public:
    PrintersDialog(SessionDesk &desk, Settings &settings, QWidget *parent = nullptr);
    ~PrintersDialog() override;

private:
    void addPapers();
    void offer(const QList<PrinterChoice> &printers);
    void keep();

    std::unique_ptr<Ui::PrintersDialog> m_ui;
    Settings &m_settings;
    QHash<QString, QComboBox *> m_boxes;
};

} // namespace hall
