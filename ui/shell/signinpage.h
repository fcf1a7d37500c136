#pragma once

#include "desk/session/sessiondesk.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

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
    /// Somebody whom the centre has let in while this computer joined: the next question.
    void welcome(const QString &code, const QString &password);

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
    void showReach();
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
    QTimer m_look; ///< how the centre is reached, now and then
    std::optional<CentreReach> m_reach;
};

} // namespace hall
