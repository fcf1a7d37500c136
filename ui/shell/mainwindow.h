#pragma once

#include "desk/session/sessiondesk.h"
#include "ui/shell/actions.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/pageregistry.h"

#include <QFuture>
#include <QJsonObject>
#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QStackedWidget;

namespace hall {

class JoiningDesk;
class OpeningPage;
class SetupDesk;
class SignInPage;
class TroublePage;
class Workbench;

/// What only app/main can do for the window.
struct ShellHooks
{
    std::function<void(const QString &word)> applyLanguage = {};
    std::function<void(const QString &word)> applyTheme = {};
    std::function<void()> openStore = {};                   ///< (again)
    std::function<QFuture<Result<QString>>()> recover = {}; ///< answers a report to read
    std::function<const RegionTable &()> regions = {};
};

/// The one window: opening, trouble, first start, signing in, work, lock. It knows no desk and no
/// feature.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Settings &settings, const PageRegistry &registry, ShellHooks hooks);
    ~MainWindow() override;

    void showOpening();
    /// While it is opening: an older program wrote the store, so it takes its time.
    void showUpgrading();
    void showTrouble(const Error &error, const QString &folder);
    /// A restore that was asked for is over: its report to read, or why there was none.
    void showRestore(const Result<QString> &report, const QString &folder);
    /// The store is open: first start or signing in. All outlive the window; without `joining` no
    /// centre can be joined.
    void enter(Workplace &place, SessionDesk &sessions, SetupDesk &setup,
               JoiningDesk *joining = nullptr);
    /// The same store with other desks behind it: it joins a centre. The page stays.
    void exchange(Workplace &place, SessionDesk &sessions);
    void lock();
    void signOut();
    void raiseToFront();           ///< a second start asks for this
    void warn(const Error &error); ///< of the store, not of a call
    void say(const QString &sentence);

    [[nodiscard]] Workbench *workbench() const { return m_workbench; }
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

Q_SIGNALS:
    void becameUsable(); ///< the sign-in page or the first start can be typed into

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Stage { Opening, Trouble, Start, SignIn, Work };

    void act(ActionId id);
    void put(Stage stage, QWidget *page);
    void retire(QWidget *page);
    template <class SomePage> void offerLanguages(SomePage *page);
    void showStart();
    SignInPage *showSignIn();
    void goOn();
    void beginWork(const Session &session);
    void buildWorkbench(const Session &session, const QJsonObject &input);
    void showLock();
    void unlock();
    void recover();
    void closeLater();
    void setLanguage(const QString &word);
    void setTheme(const QString &word);
    void rebuild();
    void refreshActions();
    void showKeys();

    Settings &m_settings;
    const PageRegistry &m_registry;
    ShellHooks m_hooks;
    ShellActions *m_actions;
    QStackedWidget *m_stack;
    IdleWatch m_idle;
    Stage m_stage = Stage::Opening;
    Workplace *m_place = nullptr;
    SessionDesk *m_sessions = nullptr;
    SetupDesk *m_setup = nullptr;
    JoiningDesk *m_joining = nullptr;
    Workbench *m_workbench = nullptr;
    OpeningPage *m_opening = nullptr;
    TroublePage *m_trouble = nullptr;
    QWidget *m_lockPage = nullptr;
    std::optional<Error> m_lastTrouble;
    QString m_folder;
    std::vector<std::unique_ptr<QWidget>> m_retired;
    bool m_isLocked = false;
    bool m_isOtherLanguage = false; ///< than that of the work behind the lock
    bool m_closesSoon = false;      ///< somebody closed the window while the store was opened
};

} // namespace hall
