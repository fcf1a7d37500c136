#pragma once

#include "domain/error.h"
#include "papers/document.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class GuideDialog;
}

/// The guide of an item on one page, to read and to print.
class GuideDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GuideDialog(QWidget *parent);
    ~GuideDialog() override;
    void showGuide(const Document &guide);
    void say(const Error &error);
    void sayPrinted();

Q_SIGNALS:
    void printAsked(const hall::Document &guide);

private:
    void print();
    std::unique_ptr<Ui::GuideDialog> m_ui;
};

} // namespace hall
