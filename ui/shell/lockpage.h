#pragma once

#include "desk/session/sessiondesk.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class LockPage;
}

/// Covers the work while nobody sits here; asks the same person's password again.
class LockPage : public QWidget
{
    Q_OBJECT
public:
    LockPage(SessionDesk &desk, Session session, QWidget *parent = nullptr);
    ~LockPage() override;

    void activate();

Q_SIGNALS:
    void unlocked();
    void signOutAsked();
    void languageAsked();

private:
    void unlock();
    void refused(const Error &error, bool wasPin);
    void showWord();

    std::unique_ptr<Ui::LockPage> m_ui;
    SessionDesk &m_desk;
    Session m_session;
};

} // namespace hall
