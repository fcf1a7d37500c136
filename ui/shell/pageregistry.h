#pragma once

#include "desk/workplace.h"
#include "domain/regions.h"

#include <QList>
#include <QString>

#include <functional>

namespace hall {

class Page;
class Settings;

/// Exit code of a program that is to be started again by its main().
inline constexpr int restartCode = 77;

/// What a page may ask of the window that carries it (without knowing it).
class ShellServices
{
public:
    virtual ~ShellServices() = default;
    virtual void openCase(const StreamId &stream) = 0;
    virtual void goTo(const QString &pageId) = 0;
    /// Chosen queue for a paper (papers/paper.h code), empty = the system's default.
    [[nodiscard]] virtual QString printerFor(const QString &paperCode) const = 0;
    /// Ends the program and starts it again, once every page has kept what was typed.
    virtual void restart() { }
    /// For number checks; read at the first call.
    [[nodiscard]] virtual const RegionTable &regions() const = 0;
};

/// Everything that a page is made from.
struct PageContext
{
    Workplace &place;
    Session session;
    Settings &settings;
    ShellServices &shell;
};

/// A page that a feature offers. The shell knows no feature: composition fills the list.
struct PageEntry
{
    QString id = {};                     ///< "intake"
    std::function<QString()> title = {}; ///< asked again after a change of language
    QString icon = {};                   ///< name in resources/icons, "counter"
    QList<Role> roles = {};              ///< who sees it in the navigation
    std::function<Page *(const PageContext &)> make = {};
    bool showsCases = false;  ///< openCase() leads here
    bool needsCentre = false; ///< no button for it on a machine of its own
    bool isHome = false;      ///< shown first to its first role; else the first of the list
};

class PageRegistry
{
public:
    void add(PageEntry entry) { m_entries.append(std::move(entry)); }
    /// In the order in which they were added.
    [[nodiscard]] const QList<PageEntry> &entries() const { return m_entries; }
    [[nodiscard]] QList<PageEntry> forRole(Role role) const
    {
        QList<PageEntry> mine;
        for (const PageEntry &entry : m_entries) {
            if (entry.roles.contains(role))
                mine.append(entry);
        }
        return mine;
    }

private:
    QList<PageEntry> m_entries;
};

} // namespace hall
