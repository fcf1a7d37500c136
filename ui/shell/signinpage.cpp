#include "ui/shell/signinpage.h"

#include "domain/whendone.h"
#include "ui/shared/icon.h"
#include "ui/shared/roletext.h"
#include "ui/shared/settings.h"
#include "ui/shell/reachtext.h"
#include "ui_signinpage.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QStringListModel>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// What separates the code from the rest of a line that the completion offers.
constexpr QLatin1StringView partSeparator("   ");
constexpr int offerMs = 200;
constexpr int lookMs = 1000;

} // namespace

SignInPage::SignInPage(SessionDesk &desk, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPage>())
    , m_desk(desk)
    , m_settings(settings)
{
    m_ui->setupUi(this);
    dress();
    // Pinyin of everybody's name is for the completion only: it comes once the page can be typed
    // into.
    QTimer::singleShot(offerMs, this, &SignInPage::offerPeople);
    connectCredentials();
    connectChoice();
    m_ui->stepStack->setCurrentWidget(m_ui->credentialsStep);
    m_ui->memberEdit->setText(settings.text(Setting::LastMember));
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &SignInPage::countDown);
    countDown();
    connect(&m_look, &QTimer::timeout, this, &SignInPage::showReach);
    if (m_desk.isJoined())
        m_look.start(lookMs);
    showReach();
}

SignInPage::~SignInPage() = default;

void SignInPage::dress()
{
    const HallInfo hall = m_desk.hall();
    m_ui->logoLabel->setPixmap(iconPixmap(u"onehall"_s, Qt::black, 48, devicePixelRatioF()));
    m_ui->hallNameLabel->setText(hall.name);
    m_ui->languageButton->setIcon(icon(u"language"_s));
    m_ui->themeButton->setIcon(icon(u"theme"_s));
    const QString word = m_desk.sampleWord();
    m_ui->sampleHintLabel->setVisible(!word.isEmpty());
    m_ui->sampleHintLabel->setText(tr("This is the sample hall. Everybody's first password is "
                                      "\"%1\"; the staff code is offered while you type.")
                                       .arg(word));
    m_ui->versionLabel->setText(QCoreApplication::applicationVersion());
}

void SignInPage::showReach()
{
    if (m_reach == m_desk.reach())
        return;
    m_reach = m_desk.reach();
    m_ui->stationLabel->setText(ReachText::station(m_desk.station(), *m_reach));
}

void SignInPage::welcome(const QString &code, const QString &password)
{
    m_ui->memberEdit->setText(code);
    m_ui->signInButton->setEnabled(false);
    m_ui->waitLabel->setText(tr("You are signed in. One moment …"));
    whenDone(m_desk.goOn(code, password), this, [this](const Result<StaffMember> &member) {
        m_ui->signInButton->setEnabled(true);
        m_ui->waitLabel->clear();
        if (member.ok())
            chooseFor(member.value());
        else
            refused(member.error());
    });
}

void SignInPage::offerPeople()
{
    QStringList lines;
    for (const SignInCard &card : m_desk.people())
        lines.append(card.code + partSeparator + card.name + partSeparator
                     + card.initials.join(u' ').toLower());
    auto *completer = new QCompleter(lines, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(8);
    m_ui->memberEdit->setCompleter(completer);
    // The completer puts the whole line into the field; only the code is wanted there.
    connect(
        completer, qOverload<const QString &>(&QCompleter::activated), this,
        [this](const QString &line) {
            m_ui->memberEdit->setText(line.section(partSeparator, 0, 0));
            m_ui->passwordEdit->setFocus();
        },
        Qt::QueuedConnection);
}

void SignInPage::connectCredentials()
{
    connect(m_ui->memberEdit, &QLineEdit::returnPressed, this,
            [this] { m_ui->passwordEdit->setFocus(); });
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_ui->signInButton, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_ui->languageButton, &QToolButton::clicked, this, &SignInPage::languageAsked);
    connect(m_ui->themeButton, &QToolButton::clicked, this, &SignInPage::themeAsked);
}

void SignInPage::connectChoice()
{
    connect(m_ui->postList, &QListWidget::currentRowChanged, this, &SignInPage::offerWindows);
    connect(m_ui->postList, &QListWidget::itemActivated, this,
            [this] { m_ui->beginButton->setFocus(); });
    connect(m_ui->beginButton, &QPushButton::clicked, this, &SignInPage::begin);
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] {
        m_desk.signOut();
        m_ui->messageStrip->dismiss();
        m_ui->stepStack->setCurrentWidget(m_ui->credentialsStep);
        activate();
    });
}

void SignInPage::activate()
{
    if (m_ui->stepStack->currentWidget() != m_ui->credentialsStep)
        return;
    if (m_ui->memberEdit->text().isEmpty()) {
        m_ui->memberEdit->setFocus();
    } else {
        m_ui->passwordEdit->setFocus();
        m_ui->memberEdit->selectAll();
    }
}

void SignInPage::signIn()
{
    if (!m_ui->signInButton->isEnabled())
        return;
    const QString who = m_ui->memberEdit->text().section(partSeparator, 0, 0).trimmed();
    if (who.isEmpty()) {
        m_ui->messageStrip->say(Tone::Warning,
                                tr("Type your staff code, your name or its initials first."));
        m_ui->memberEdit->setFocus();
        return;
    }
    m_ui->messageStrip->dismiss();
    m_ui->signInButton->setEnabled(false);
    m_ui->waitLabel->setText(m_desk.isJoined() ? tr("Asking the centre …") : tr("Checking …"));
    whenDone(m_desk.signIn(who, m_ui->passwordEdit->text()), this,
             [this](const Result<StaffMember> &member) {
                 m_ui->signInButton->setEnabled(true);
                 m_ui->waitLabel->clear();
                 m_ui->passwordEdit->clear();
                 if (member.ok())
                     chooseFor(member.value());
                 else
                     refused(member.error());
             });
}

void SignInPage::refused(const Error &error)
{
    // A wrong password says how long the next try must wait.
    const bool isAboutPassword
        = error.kind == ErrorKind::WaitBeforeRetry || error.kind == ErrorKind::WrongPassword;
    const qint64 seconds = isAboutPassword ? error.detail.toLongLong() : 0;
    if (seconds > 0) {
        m_waitUntil = m_desk.clock().now().addSecs(seconds);
        m_tick.start();
        countDown();
    }
    m_ui->messageStrip->say(error);
    m_ui->passwordEdit->setFocus();
}

void SignInPage::countDown()
{
    const qint64 left = m_waitUntil.isValid() ? m_desk.clock().now().secsTo(m_waitUntil) : 0;
    m_ui->signInButton->setEnabled(left <= 0);
    if (left > 0) {
        m_ui->waitLabel->setText(tr("Wait %n second(s)", nullptr, int(left)));
        return;
    }
    if (m_tick.isActive()) {
        m_tick.stop();
        m_ui->waitLabel->clear();
        m_ui->messageStrip->dismiss();
    }
}

void SignInPage::chooseFor(const StaffMember &member)
{
    m_member = member;
    m_settings.set(Setting::LastMember, member.code);
    if (member.posts.isEmpty()) {
        m_ui->messageStrip->say(
            Tone::Problem,
            tr("This account has no post yet. Ask the administrator to give it one."));
        return;
    }
    const bool hasChoice = member.posts.size() > 1;
    if (!hasChoice && !SessionDesk::needsWindow(member.posts.constFirst())) {
        Q_EMIT signedIn(m_desk.begin(member, member.posts.constFirst(), {}));
        return;
    }
    if (m_desk.way() == SignInWay::WithoutCentre)
        m_ui->messageStrip->say(Tone::Info, ReachText::signedInWithout(m_desk.signInUntil()));
    m_ui->greetingLabel->setText(tr("Welcome, %1").arg(member.name));
    m_ui->postLabel->setVisible(hasChoice);
    m_ui->postList->setVisible(hasChoice);
    m_ui->postList->clear();
    for (const Post &post : member.posts) {
        const QString dept = m_desk.departmentName(post.dept, QLocale().language());
        m_ui->postList->addItem(dept.isEmpty() ? RoleText::word(post.role)
                                               : tr("%1 · %2", "Window clerk · Housing office")
                                                     .arg(RoleText::word(post.role), dept));
    }
    m_ui->postList->setCurrentRow(0);
    offerWindows();
    m_ui->stepStack->setCurrentWidget(m_ui->choiceStep);
    if (hasChoice)
        m_ui->postList->setFocus();
    else
        m_ui->beginButton->setFocus();
}

Post SignInPage::chosenPost() const
{
    const int row = std::max(0, m_ui->postList->currentRow());
    return m_member.posts.value(row);
}

void SignInPage::offerWindows()
{
    const Post post = chosenPost();
    const bool isNeeded = SessionDesk::needsWindow(post);
    m_ui->windowLabel->setVisible(isNeeded);
    m_ui->windowBox->setVisible(isNeeded);
    m_ui->windowBox->clear();
    if (!isNeeded)
        return;
    for (const Window &window : m_desk.windowsFor(post))
        m_ui->windowBox->addItem(tr("%1  %2", "A07  Housing window")
                                     .arg(window.code, window.name.in(QLocale().language())),
                                 window.code);
    // The machine's window counts before the person's usual one: the person may stand in for
    // somebody.
    int index = m_ui->windowBox->findData(m_settings.text(Setting::WindowCode));
    if (index < 0)
        index = m_ui->windowBox->findData(m_member.window);
    m_ui->windowBox->setCurrentIndex(std::max(0, index));
}

void SignInPage::begin()
{
    const Post post = chosenPost();
    const QString window
        = SessionDesk::needsWindow(post) ? m_ui->windowBox->currentData().toString() : QString();
    Q_EMIT signedIn(m_desk.begin(m_member, post, window));
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_ui->stepStack->currentWidget() == m_ui->choiceStep)
        begin();
    else if (event->key() == Qt::Key_Escape && m_ui->stepStack->currentWidget() == m_ui->choiceStep)
        m_ui->backButton->click();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::keyReleaseEvent(QKeyEvent *event)
{
    QWidget::keyReleaseEvent(event);
    // Qt does not tell the state of Caps Lock; a capital typed without Shift does.
    const QString password = m_ui->passwordEdit->text();
    const bool isTyping = m_ui->passwordEdit->hasFocus() && !password.isEmpty();
    m_ui->capsLabel->setVisible(isTyping && event->text() == event->text().toUpper()
                                && event->text() != event->text().toLower()
                                && !(event->modifiers() & Qt::ShiftModifier));
}

} // namespace hall
