#pragma once

#include "domain/error.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class TroublePage;
}

/// The store cannot be used: why, and what to do. Nothing else of the program is reachable
/// meanwhile.
class TroublePage : public QWidget
{
    Q_OBJECT
public:
    explicit TroublePage(QWidget *parent = nullptr);
    ~TroublePage() override;

    void show(const Error &error, const QString &folder);
    void showRecovering();
    /// The report of a recovery, as lines; the person reads it and goes on with "Try again".
    void showReport(const QString &report);
    void activate();

Q_SIGNALS:
    void retryAsked();
    void recoverAsked();

private:
    std::unique_ptr<Ui::TroublePage> m_ui;
};

} // namespace hall
