#pragma once

#include "papers/document.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class CorrectionDialog;
}

/// The complete list of what is wrong, and the notice as it will be printed.
class CorrectionDialog : public QDialog
{
    Q_OBJECT
public:
    struct Line
    {
        int no = 0;
        QString material = {};
        QString problem = {};
    };

    CorrectionDialog(const QList<Line> &lines, const QDate &due, QWidget *parent);
    ~CorrectionDialog() override;
    void showNotice(const Document &notice);

private:
    std::unique_ptr<Ui::CorrectionDialog> m_ui;
};

} // namespace hall
