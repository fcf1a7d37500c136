#include "ui/shell/lockpage.h"

#include "domain/whendone.h"
#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui_lockpage.h"

namespace hall {

using namespace Qt::StringLiterals;

LockPage::LockPage(SessionDesk &desk, Session session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LockPage>())
    , m_desk(desk)
    , m_session(std::move(session))
{
    m_ui->setupUi(this);
    m_ui->lockIconLabel->setPixmap(
        iconPixmap(u"lock"_s, themeColours(palette()).accent, 36, devicePixelRatioF()));
    m_ui->languageButton->setIcon(icon(u"language"_s));
    m_ui->lockedWhoLabel->setText(tr("%1 is signed in.").arg(m_session.member.name));
    showWord();
    connect(m_ui->unlockButton, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_ui->unlockPasswordEdit, &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_ui->languageButton, &QToolButton::clicked, this, &LockPage::languageAsked);
    connect(m_ui->otherPersonButton, &QPushButton::clicked, this, &LockPage::signOutAsked);
}

LockPage::~LockPage() = default;

void LockPage::activate()
{
    m_ui->unlockPasswordEdit->setFocus();
}

void LockPage::showWord()
{
    const QString word = m_desk.hasPin() ? tr("&PIN or password") : tr("&Password");
    m_ui->unlockPasswordLabel->setText(word);
    m_ui->unlockPasswordEdit->setAccessibleName(m_desk.hasPin() ? tr("PIN or password")
                                                                : tr("Password"));
}

void LockPage::refused(const Error &error, bool wasPin)
{
    showWord();
    if (!wasPin)
        m_ui->messageStrip->say(error);
    else if (m_desk.hasPin())
        m_ui->messageStrip->say(Tone::Problem,
                                tr("This PIN is not right. Try again, or type your password."));
    else
        m_ui->messageStrip->say(
            Tone::Problem,
            tr("The PIN was wrong three times and does not count any more. Type your password."));
    m_ui->unlockPasswordEdit->setFocus();
}

void LockPage::unlock()
{
    if (!m_ui->unlockButton->isEnabled())
        return;
    m_ui->messageStrip->dismiss();
    m_ui->unlockButton->setEnabled(false);
    const QString word = m_ui->unlockPasswordEdit->text();
    const bool wasPin = m_desk.hasPin() && SessionDesk::isPin(word);
    whenDone(m_desk.unlock(m_session, word), this, [this, wasPin](const Result<Done> &result) {
        m_ui->unlockButton->setEnabled(true);
        m_ui->unlockPasswordEdit->clear();
        if (result.ok()) {
            Q_EMIT unlocked();
            return;
        }
        refused(result.error(), wasPin);
    });
}

} // namespace hall
