#pragma once

#include "desk/session/sessiondesk.h"
#include "desk/setup/setupdesk.h"
#include "desk/workplace.h"
#include "devices/api/pagefolder.h"
#include "devices/api/pageimporter.h"
#include "devices/api/paperprinter.h"
#include "domain/regions.h"
#include "main/centredoor.h"
#include "main/singleinstance.h"
#include "ui/shared/settings.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageregistry.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QApplication;

namespace hall {

/// What a program is put together from. Whatever is left empty is the real thing; tests and the
/// played day give a fixed clock, seeded ids and a printer whose paper is a PDF file.
struct CompositionOptions
{
    QString storeFolder = {};    ///< empty = setting, else the platform's data folder
    QString settingsFile = {};   ///< empty = the platform's configuration folder
    QString station = {};        ///< of a store that has none yet; empty = drawn by lot
    QString connectionFile = {}; ///< of `--connect`: offered for joining, or the newer file
    QString language = {};       ///< "zh_CN" or "en"; empty = as set
    QString theme = {};          ///< "light" or "dark"; empty = as set
    std::unique_ptr<Clock> clock = {};
    std::unique_ptr<IdSource> ids = {};
    std::unique_ptr<PaperPrinter> printer = {};
    std::unique_ptr<PageImporter> importer = {};
    /// False for a played day: acts keep the time of `clock` instead of the centre's.
    bool takesCentreTime = true;
    bool makesBackups = true; ///< the daily backup, shortly after the start and at midnight
};

/// The object graph of the workstation, made by hand. It alone knows everything.
class Composition : public QObject
{
    Q_OBJECT
public:
    Composition(QApplication &application, CompositionOptions options);
    ~Composition() override;

    /// False when another program works on this store: it was asked to come to the front.
    [[nodiscard]] bool isFirst();
    /// Shows the window at once and opens the store behind it. Before it there is no window().
    void start();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] QString storeFolder() const { return m_folder; }
    /// Null until the store is open.
    [[nodiscard]] Workplace *place() { return m_place ? &*m_place : nullptr; }
    [[nodiscard]] SessionDesk *sessions() { return m_sessions.get(); }

Q_SIGNALS:
    void isOpen();

private:
    struct Opened;
    void makeWindow();
    void openStore(); ///< after a restore, where one was asked for
    void restore(const QString &backup);
    void take(const std::shared_ptr<Opened> &opened);
    [[nodiscard]] Result<Done> takeGivenFile();
    [[nodiscard]] Result<Done> linkUp();
    void layOut();
    [[nodiscard]] JoiningDoor door();
    [[nodiscard]] QFuture<Result<Done>> join(const QString &file);
    void giveUpJoining(const std::optional<Error> &why);
    void close();
    void dropOpening();
    void closeStore();
    void settle(); ///< waits until the store has answered what was asked
    [[nodiscard]] QFuture<Result<QString>> recover();
    [[nodiscard]] ShellHooks hooks();
    [[nodiscard]] const RegionTable &regions();
    [[nodiscard]] const Clock &workClock() const
    {
        return m_takesCentreTime ? static_cast<const Clock &>(m_corrected) : *m_clock;
    }
    void watchBackups();
    void backUp();

    QApplication &m_application;
    Settings m_settings;
    QString m_folder;
    QString m_station;
    QString m_given; ///< connection file of the command line
    bool m_wasJoined = false;
    bool m_takesCentreTime;
    bool m_makesBackups;
    std::unique_ptr<Clock> m_clock;
    SystemClock m_systemClock;
    CorrectedClock m_corrected;
    RandomIds m_lineIds; ///< an IdSource belongs to one thread
    CentreDoor m_door;
    std::unique_ptr<IdSource> m_ids;
    std::unique_ptr<PaperPrinter> m_printer;
    std::unique_ptr<PageImporter> m_importer;
    std::unique_ptr<PageFolder> m_pageFolder;
    Languages m_languages;
    SingleInstance m_single;
    PageRegistry m_registry;
    std::optional<RegionTable> m_regions;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<PageStore> m_pages;
    std::unique_ptr<CentreLink> m_centre;
    std::optional<Workplace> m_place;
    std::unique_ptr<SessionDesk> m_sessions;
    std::unique_ptr<SetupDesk> m_setup;
    std::unique_ptr<JoiningDesk> m_joining;
    std::unique_ptr<MainWindow> m_window; ///< last: it goes first
    QTimer m_backupTimer;
    QFuture<std::shared_ptr<Opened>> m_opening;
};

} // namespace hall
