#pragma once

#include "desk/session/sessiondesk.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace hall {

class Settings;
namespace Ui {
class SignInPage;
}

/// Name and password, then post and window where there is something to choose.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    SignInPage(SessionDesk &desk, Settings &settings, QWidget *parent = nullptr);
    ~SignInPage() override;

    void activate(); ///< focus where typing begins

Q_SIGNALS:
    void signedIn(const hall::Session &session);
    void languageAsked();
    void themeAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    void dress();
    void offerPeople();
    void connectCredentials();
    void connectChoice();
    void signIn();
    void refused(const Error &error);
    void countDown();
    void chooseFor(const StaffMember &member);
    void offerWindows();
    void begin();
    [[nodiscard]] Post chosenPost() const;

    std::unique_ptr<Ui::SignInPage> m_ui;
    SessionDesk &m_desk;
    Settings &m_settings;
    StaffMember m_member;
    QDateTime m_waitUntil;
    QTimer m_tick;
};

} // namespace hall
