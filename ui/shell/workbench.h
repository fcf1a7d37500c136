#pragma once

#include "desk/session/sessiondesk.h"
#include "ui/shell/actions.h"
#include "ui/shell/clockwatch.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QButtonGroup>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QTimer>

#include <functional>
#include <memory>

class QToolButton;

namespace hall {

class CentreStrip;

namespace Ui {
class Workbench;
}

/// What a workbench is built from; all of it outlives the workbench.
struct WorkbenchParts
{
    Workplace &place;
    SessionDesk &sessions;
    Settings &settings;
    const PageRegistry &registry;
    ShellActions &actions;
    std::function<const RegionTable &()> regions;
};

/// The window of somebody who is signed in: navigation, pages, top bar, status strip. It only
/// navigates; what a page does is the page's.
class Workbench : public QWidget, public ShellServices
{
    Q_OBJECT
public:
    Workbench(const WorkbenchParts &parts, Session session, QWidget *parent = nullptr);
    ~Workbench() override;

    void openCase(const StreamId &stream) override;
    void goTo(const QString &pageId) override;
    [[nodiscard]] QString printerFor(const QString &paperCode) const override;
    void restart() override;
    [[nodiscard]] const RegionTable &regions() const override { return m_parts.regions(); }

    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] bool hasHistory() const { return !m_history.isEmpty(); }
    void goBack();
    void activate();

    /// False when the page shown must not be left; else every page has kept its draft.
    [[nodiscard]] bool prepareToLeave();
    /// Typed input of all pages made so far and the page shown: for a rebuild.
    [[nodiscard]] QJsonObject saveInput() const;
    void restoreInput(const QJsonObject &input);

Q_SIGNALS:
    void historyChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void dressTopBar();
    void dressStatus();
    void addCentreStrip();
    void setBadge(const QString &pageId, int count);
    void buildMenus();
    void buildRail();
    void addRailButton(const PageEntry &entry, int number);
    void showDate();
    void watchClock();
    void warnOfClock(const QDateTime &newest);
    void remember(const QString &pageId);
    void show(const QString &pageId);
    Page *pageFor(const QString &pageId);
    void connectPage(Page *page, const QString &pageId);
    [[nodiscard]] const PageEntry *entry(const QString &pageId) const;
    [[nodiscard]] QString homePage() const;

    std::unique_ptr<Ui::Workbench> m_ui;
    WorkbenchParts m_parts;
    Session m_session;
    QButtonGroup m_rail;
    QHash<QString, Page *> m_pages;
    QHash<QString, QToolButton *> m_buttons;
    QList<QString> m_history;
    QString m_current;
    CentreStrip *m_centre = nullptr;
    QTimer m_minute;
    ClockWatch m_clockWatch;
};

} // namespace hall
