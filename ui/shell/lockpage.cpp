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
    m_ui->lockedWhoLabel->setText(tr("%1 is signed in.").arg(m_session.member.name));
    connect(m_ui->unlockButton, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_ui->unlockPasswordEdit, &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_ui->otherPersonButton, &QPushButton::clicked, this, &LockPage::signOutAsked);
}

LockPage::~LockPage() = default;

void LockPage::activate()
{
    m_ui->unlockPasswordEdit->setFocus();
}

void LockPage::unlock()
{
    if (!m_ui->unlockButton->isEnabled())
        return;
    m_ui->messageStrip->dismiss();
    m_ui->unlockButton->setEnabled(false);
    whenDone(m_desk.unlock(m_session, m_ui->unlockPasswordEdit->text()), this,
             [this](const Result<Done> &result) {
                 m_ui->unlockButton->setEnabled(true);
                 m_ui->unlockPasswordEdit->clear();
                 if (result.ok()) {
                     Q_EMIT unlocked();
                     return;
                 }
                 m_ui->messageStrip->say(result.error());
                 m_ui->unlockPasswordEdit->setFocus();
             });
}

} // namespace hall
