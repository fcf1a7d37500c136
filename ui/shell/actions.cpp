#include "ui/shell/actions.h"

#include "ui/shared/icon.h"

#include <QAction>
#include <QWidget>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isMet(ShellNeed need, const ShellState &state)
{
    switch (need) {
    case ShellNeed::Nothing:
        return true;
    case ShellNeed::SignedIn:
        return state.isSignedIn;
    case ShellNeed::UnlockedSession:
        return state.isSignedIn && !state.isLocked;
    case ShellNeed::History:
        return state.isSignedIn && !state.isLocked && state.hasHistory;
    }
    return false;
}

} // namespace

ShellActions::ShellActions(QWidget *window)
    : QObject(window)
    , m_rows(table())
{
    for (const ActionRow &row : std::as_const(m_rows)) {
        auto *action = new QAction(icon(row.icon), row.text, this);
        action->setShortcut(row.shortcut);
        action->setShortcutContext(Qt::WindowShortcut);
        window->addAction(action);
        m_actions.insert(row.id, action);
        connect(action, &QAction::triggered, this, [this, id = row.id] { Q_EMIT triggered(id); });
    }
    for (const ActionId id : {ActionId::LanguageChinese, ActionId::LanguageEnglish,
                              ActionId::ThemeLight, ActionId::ThemeDark})
        action(id)->setCheckable(true);
}

QAction *ShellActions::action(ActionId id) const
{
    return m_actions.value(id);
}

void ShellActions::apply(const ShellState &state)
{
    for (const ActionRow &row : std::as_const(m_rows))
        action(row.id)->setEnabled(isMet(row.need, state));
    action(ActionId::LanguageChinese)->setChecked(state.language == "zh_CN"_L1);
    action(ActionId::LanguageEnglish)->setChecked(state.language == "en"_L1);
    action(ActionId::ThemeLight)->setChecked(state.theme != "dark"_L1);
    action(ActionId::ThemeDark)->setChecked(state.theme == "dark"_L1);
}

void ShellActions::retranslate()
{
    m_rows = table();
    for (const ActionRow &row : std::as_const(m_rows))
        action(row.id)->setText(row.text);
}

QList<ActionRow> ShellActions::table()
{
    return {
        {ActionId::SignOut, tr("Sign &out"), QKeySequence(u"Ctrl+Shift+Q"_s), u"sign-out"_s,
         ShellNeed::SignedIn},
        {ActionId::Lock, tr("&Lock the screen"), QKeySequence(u"Ctrl+L"_s), u"lock"_s,
         ShellNeed::UnlockedSession},
        {ActionId::ChangePassword,
         tr("Change &password …"),
         {},
         u"key"_s,
         ShellNeed::UnlockedSession},
        {ActionId::LockPin, tr("P&IN for unlocking …"), {}, u"lock"_s, ShellNeed::UnlockedSession},
        {ActionId::LanguageChinese, u"中文"_s, {}, u"language"_s, ShellNeed::Nothing},
        {ActionId::LanguageEnglish, u"English"_s, {}, u"language"_s, ShellNeed::Nothing},
        {ActionId::ThemeLight, tr("Light"), {}, u"theme"_s, ShellNeed::Nothing},
        {ActionId::ThemeDark, tr("Dark"), {}, u"theme"_s, ShellNeed::Nothing},
        {ActionId::Printers, tr("P&rinters …"), {}, u"print"_s, ShellNeed::UnlockedSession},
        {ActionId::PageKeys, tr("&Keys of this page"), QKeySequence(Qt::Key_F1), u"keyboard"_s,
         ShellNeed::Nothing},
        {ActionId::About, tr("&About OneHall"), {}, u"info"_s, ShellNeed::Nothing},
        {ActionId::GoBack, tr("&Back"), QKeySequence(u"Alt+Left"_s), u"back"_s, ShellNeed::History},
        {ActionId::Quit, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), u"close"_s, ShellNeed::Nothing},
    };
}

} // namespace hall
