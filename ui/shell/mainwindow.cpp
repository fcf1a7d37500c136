#include "ui/shell/mainwindow.h"

#include "desk/setup/joiningdesk.h"
#include "desk/setup/setupdesk.h"
#include "domain/whendone.h"
#include "ui/shared/icon.h"
#include "ui/shared/settings.h"
#include "ui/shared/typedinput.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/changepassworddialog.h"
#include "ui/shell/keyssheet.h"
#include "ui/shell/lockpage.h"
#include "ui/shell/pindialog.h"
#include "ui/shell/printersdialog.h"
#include "ui/shell/reachtext.h"
#include "ui/shell/signinpage.h"
#include "ui/shell/startpage.h"
#include "ui/shell/workbench.h"

#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int retireMs = 3000;

} // namespace

MainWindow::MainWindow(Settings &settings, const PageRegistry &registry, ShellHooks hooks)
    : m_settings(settings)
    , m_registry(registry)
    , m_hooks(std::move(hooks))
    , m_actions(new ShellActions(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"OneHall 一厅通"_s);
    setWindowIcon(QIcon(u":/icons/onehall.svg"_s));
    setCentralWidget(m_stack);
    resize(1280, 800);
    setMinimumSize(1000, 640);
    restoreGeometry(settings.bytes(Setting::MainGeometry));
    connect(m_actions, &ShellActions::triggered, this, &MainWindow::act);
    connect(&m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    showOpening();
}

MainWindow::~MainWindow() = default;

void MainWindow::put(Stage stage, QWidget *page)
{
    while (m_stack->count() > 0) {
        QWidget *old = m_stack->widget(0);
        m_stack->removeWidget(old);
        retire(old);
    }
    m_workbench = nullptr;
    m_opening = nullptr;
    m_trouble = nullptr;
    m_lockPage = nullptr;
    m_isLocked = false;
    m_isOtherLanguage = false;
    m_stage = stage;
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    refreshActions();
    if (stage != Stage::Opening && std::exchange(m_closesSoon, false))
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::retire(QWidget *page)
{
    // What a page still waits for arrives before it goes: QFuture::then() of Qt 6.4 asserts when
    // its context dies first (domain/whendone.h). Out of the window, so that nothing finds it any
    // more.
    page->hide();
    page->setParent(nullptr);
    m_retired.emplace_back(page);
    QTimer::singleShot(retireMs, this, [this, page] {
        std::erase_if(m_retired, [page](const auto &kept) { return kept.get() == page; });
    });
}

void MainWindow::exchange(Workplace &place, SessionDesk &sessions)
{
    m_place = &place;
    m_sessions = &sessions;
}

void MainWindow::enter(Workplace &place, SessionDesk &sessions, SetupDesk &setup,
                       JoiningDesk *joining)
{
    exchange(place, sessions);
    m_setup = &setup;
    m_joining = joining;
    if (joining)
        connect(joining, &JoiningDesk::joined, this, &MainWindow::goOn, Qt::UniqueConnection);
    if (setup.isNeeded())
        showStart();
    else
        showSignIn();
    Q_EMIT becameUsable();
}

template <class SomePage> void MainWindow::offerLanguages(SomePage *page)
{
    connect(page, &SomePage::languageAsked, this, [this] {
        setLanguage(m_settings.text(Setting::Language) == "en"_L1 ? u"zh_CN"_s : u"en"_s);
    });
}

void MainWindow::showStart()
{
    auto *page = new StartPage(*m_setup, m_settings, m_hooks.regions);
    put(Stage::Start, page);
    connect(page, &StartPage::finished, this, [this] { showSignIn(); });
    offerLanguages(page);
    if (m_joining)
        page->setJoining(*m_joining);
    page->activate();
}

void MainWindow::goOn()
{
    // Whoever joined has just typed the password: the next question is the post.
    const JoinAsk ask = m_joining->takeAsk();
    SignInPage *page = showSignIn();
    page->welcome(ask.staff, ask.password);
}

SignInPage *MainWindow::showSignIn()
{
    m_idle.stop();
    auto *page = new SignInPage(*m_sessions, m_settings);
    put(Stage::SignIn, page);
    connect(page, &SignInPage::signedIn, this, &MainWindow::beginWork);
    offerLanguages(page);
    connect(page, &SignInPage::themeAsked, this, [this] {
        setTheme(m_settings.text(Setting::Theme) == "dark"_L1 ? u"light"_s : u"dark"_s);
    });
    page->activate();
    return page;
}

void MainWindow::beginWork(const Session &session)
{
    if (!session.window.isEmpty())
        m_settings.set(Setting::WindowCode, session.window);
    buildWorkbench(session, {});
    if (m_sessions->way() == SignInWay::WithoutCentre)
        say(ReachText::signedInWithout(m_sessions->signInUntil()));
    m_idle.start(m_settings.number(Setting::LockMinutes));
}

void MainWindow::buildWorkbench(const Session &session, const QJsonObject &input)
{
    auto *page = new Workbench({.place = *m_place,
                                .sessions = *m_sessions,
                                .settings = m_settings,
                                .registry = m_registry,
                                .actions = *m_actions,
                                .regions = m_hooks.regions},
                               session);
    put(Stage::Work, page);
    m_workbench = page;
    connect(page, &Workbench::historyChanged, this, &MainWindow::refreshActions);
    if (input.isEmpty())
        page->activate();
    else
        page->restoreInput(input);
    refreshActions();
}

void MainWindow::lock()
{
    if (m_stage != Stage::Work || m_isLocked)
        return;
    m_isLocked = true;
    m_idle.stop();
    showLock();
    refreshActions();
}

void MainWindow::showLock()
{
    auto *page = new LockPage(*m_sessions, m_workbench->session());
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    if (QWidget *before = std::exchange(m_lockPage, page)) {
        m_stack->removeWidget(before);
        before->deleteLater();
    }
    connect(page, &LockPage::unlocked, this, &MainWindow::unlock);
    connect(page, &LockPage::signOutAsked, this, &MainWindow::signOut);
    offerLanguages(page);
    page->activate();
}

void MainWindow::unlock()
{
    m_isLocked = false;
    m_idle.start(m_settings.number(Setting::LockMinutes));
    if (m_isOtherLanguage) {
        buildWorkbench(m_workbench->session(), m_workbench->saveInput());
        return;
    }
    m_stack->setCurrentWidget(m_workbench);
    m_stack->removeWidget(m_lockPage);
    m_lockPage->deleteLater();
    m_lockPage = nullptr;
    refreshActions();
    m_workbench->activate();
}

void MainWindow::signOut()
{
    if (m_stage != Stage::Work || !m_workbench->prepareToLeave())
        return;
    m_sessions->signOut();
    showSignIn();
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
    say(tr("The program is already running: this is its window."));
}

void MainWindow::say(const QString &sentence)
{
    if (auto *strip = m_stack->currentWidget()->findChild<MessageStrip *>(u"messageStrip"_s))
        strip->say(Tone::Info, sentence);
}

void MainWindow::warn(const Error &error)
{
    if (auto *strip = m_stack->currentWidget()->findChild<MessageStrip *>(u"messageStrip"_s))
        strip->say(error);
}

void MainWindow::act(ActionId id)
{
    switch (id) {
    case ActionId::SignOut:
        signOut();
        return;
    case ActionId::Lock:
        lock();
        return;
    case ActionId::ChangePassword:
        (new ChangePasswordDialog(*m_sessions, m_workbench->session().member.code, this))->open();
        return;
    case ActionId::LockPin:
        (new PinDialog(*m_sessions, this))->open();
        return;
    case ActionId::LanguageChinese:
        setLanguage(u"zh_CN"_s);
        return;
    case ActionId::LanguageEnglish:
        setLanguage(u"en"_s);
        return;
    case ActionId::ThemeLight:
        setTheme(u"light"_s);
        return;
    case ActionId::ThemeDark:
        setTheme(u"dark"_s);
        return;
    case ActionId::Printers:
        (new PrintersDialog(*m_sessions, m_settings, this))->open();
        return;
    case ActionId::PageKeys:
        showKeys();
        return;
    case ActionId::About:
        (new AboutDialog(m_sessions ? m_sessions->station() : QString(), this))->open();
        return;
    case ActionId::GoBack:
        m_workbench->goBack();
        return;
    case ActionId::Quit:
        close();
        return;
    }
}

void MainWindow::showKeys()
{
    const Page *page = m_workbench && !m_isLocked ? m_workbench->currentPage() : nullptr;
    (new KeysSheet(page ? page->pageTitle() : QString(), page ? page->keys() : QList<HelpKey>(),
                   this))
        ->open();
}

void MainWindow::setLanguage(const QString &word)
{
    m_settings.set(Setting::Language, word);
    m_hooks.applyLanguage(word);
    rebuild();
}

void MainWindow::setTheme(const QString &word)
{
    m_settings.set(Setting::Theme, word);
    m_hooks.applyTheme(word);
    refreshActions();
}

void MainWindow::rebuild()
{
    m_actions->retranslate();
    if (m_isLocked) {
        // Whoever passes by may change the lock's language, and touches nothing of the work.
        m_isOtherLanguage = true;
        showLock();
        refreshActions();
        return;
    }
    const QJsonObject typed = typedInput(m_stack->currentWidget());
    switch (m_stage) {
    case Stage::Opening:
        showOpening();
        return;
    case Stage::Trouble:
        showTrouble(*m_lastTrouble, m_folder);
        return;
    case Stage::Start:
        showStart();
        restoreTypedInput(m_stack->currentWidget(), typed);
        return;
    case Stage::SignIn:
        showSignIn();
        restoreTypedInput(m_stack->currentWidget(), typed);
        return;
    case Stage::Work:
        buildWorkbench(m_workbench->session(), m_workbench->saveInput());
        return;
    }
}

void MainWindow::refreshActions()
{
    m_actions->apply({.isSignedIn = m_stage == Stage::Work,
                      .isLocked = m_isLocked,
                      .hasHistory = m_workbench && m_workbench->hasHistory(),
                      .language = m_settings.text(Setting::Language),
                      .theme = m_settings.text(Setting::Theme)});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_stage == Stage::Opening)
        closeLater();
    if (m_closesSoon || (m_workbench && !m_workbench->prepareToLeave())) {
        event->ignore();
        return;
    }
    m_settings.set(Setting::MainGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace hall
