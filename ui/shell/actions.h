#pragma once

#include "domain/roles.h"

#include <QCoreApplication>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace hall {

enum class ActionId {
    SignOut,
    Lock,
    ChangePassword,
    LockPin,
    LanguageChinese,
    LanguageEnglish,
    ThemeLight,
    ThemeDark,
    Printers,
    PageKeys,
    About,
    GoBack,
    Quit
};

/// What an action needs to be usable. Enabling is computed from these and one ShellState, here
/// only.
enum class ShellNeed { Nothing, SignedIn, UnlockedSession, History };

/// The state of the window that enabling is computed from.
struct ShellState
{
    bool isSignedIn = false;
    bool isLocked = false;
    bool hasHistory = false;
    QString language = {};
    QString theme = {};
};

struct ActionRow
{
    ActionId id = ActionId::Quit;
    QString text = {};
    QKeySequence shortcut = {};
    QString icon = {};
    ShellNeed need = ShellNeed::Nothing;
};

/// All actions of the shell: id, text, shortcut, icon, need.
class ShellActions : public QObject
{
    Q_OBJECT
public:
    explicit ShellActions(QWidget *window);

    [[nodiscard]] QAction *action(ActionId id) const;
    [[nodiscard]] const QList<ActionRow> &rows() const { return m_rows; }
    void apply(const ShellState &state);
    void retranslate();

Q_SIGNALS:
    void triggered(hall::ActionId id);

private:
    [[nodiscard]] static QList<ActionRow> table();
    QList<ActionRow> m_rows;
    QHash<ActionId, QAction *> m_actions;
};

} // namespace hall
