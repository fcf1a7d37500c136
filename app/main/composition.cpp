#include "main/composition.h"

#include "desk/setup/shipped.h"
#include "devices/importing/fileimporter.h"
#include "devices/importing/folderwatch.h"
#include "devices/printing/qtpaperprinter.h"
#include "domain/whendone.h"
#include "main/pages.h"
#include "main/storeage.h"
#include "store/credentials.h"
#include "store/pagestore.h"
#include "store/recovery.h"
#include "store/settings.h"
#include "store/store.h"
#include "sync/api/alonelink.h"
#include "text/recoverytext.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QtConcurrent>

namespace hall {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(mainLog, "hall.main")

/// What the opening thread brings; a future of a move-only Result would not pass through then().
struct Composition::Opened
{
    Result<std::unique_ptr<Store>> result;
    bool wasJoined = false;
};

namespace {

constexpr int firstBackupMs = 60 * 1000;
constexpr int settleMs = 3000;
constexpr int backupCheckMs = 30 * 60 * 1000;

QString folderFor(const CompositionOptions &options, const Settings &settings)
{
    if (!options.storeFolder.isEmpty())
        return QDir(options.storeFolder).absolutePath();
    const QString chosen = settings.text(Setting::StoreFolder);
    return chosen.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/store"_s
        : chosen;
}

WorkerOptions workerOptions()
{
    QString program = QCoreApplication::applicationDirPath() + u"/onehall-worker"_s;
#ifdef Q_OS_WIN
    program += u".exe"_s;
#endif
    return {.program = program};
}

/// While no centre gives them out, an installation draws its own: a reinstalled machine, whose last
/// serials are lost, hardly ever repeats the numbers of the one before (design.md section 4).
QString drawnStation()
{
    QRandomGenerator *lot = QRandomGenerator::global();
    return QChar(u'A' + lot->bounded(26)) + u"%1"_s.arg(lot->bounded(1, 100), 2, 10, QChar(u'0'));
}

QString textOf(const RecoveryReport &report)
{
    return RecoveryText::of({.backup = report.backup,
                             .damagedFile = report.damagedFile,
                             .eventsInBackup = report.eventsInBackup,
                             .eventsRestored = report.eventsRestored,
                             .eventsLost = report.eventsLost,
                             .eventsUnread = report.eventsUnread});
}

/// The store has spoken to a centre before (sync/local/joining).
bool isJoined(Store &store)
{
    auto asked
        = store.read([](ReadTx &tx) { return setting(tx.connection(), u"centre.joined"_s); });
    asked.waitForFinished();
    return !asked.result().valueOr(QString()).isEmpty();
}

/// A store that begins as a place of a centre has that place's code.
QString stationFor(const QString &folder, const QString &drawn)
{
    const Result<CentrePlate> plate = CentreDoor::plateOf(CentreDoor::keptFile(folder));
    return plate.ok() ? plate.value().station : drawn;
}

template <class Interface, class Real, class... Arguments>
std::unique_ptr<Interface> orReal(std::unique_ptr<Interface> given, Arguments &&...arguments)
{
    if (given)
        return given;
    return std::make_unique<Real>(std::forward<Arguments>(arguments)...);
}

} // namespace

Composition::Composition(QApplication &application, CompositionOptions options)
    : m_application(application)
    , m_settings(options.settingsFile.isEmpty() ? Settings::standardFile() : options.settingsFile)
    , m_folder(folderFor(options, m_settings))
    , m_station(options.station.isEmpty() ? drawnStation() : options.station)
    , m_given(options.connectionFile.isEmpty()
                  ? QString()
                  : QFileInfo(options.connectionFile).absoluteFilePath())
    , m_takesCentreTime(options.takesCentreTime)
    , m_makesBackups(options.makesBackups)
    , m_clock(orReal<Clock, SystemClock>(std::move(options.clock)))
    , m_corrected(m_takesCentreTime ? *m_clock : m_systemClock)
    , m_ids(orReal<IdSource, RandomIds>(std::move(options.ids)))
    , m_printer(orReal<PaperPrinter, QtPaperPrinter>(std::move(options.printer)))
    , m_importer(orReal<PageImporter, FileImporter>(std::move(options.importer), workerOptions()))
    , m_pageFolder(std::make_unique<FolderWatch>())
    , m_languages(application)
    , m_single(m_folder)
{
    if (!options.language.isEmpty())
        m_settings.set(Setting::Language, options.language);
    if (!options.theme.isEmpty())
        m_settings.set(Setting::Theme, options.theme);
    m_languages.apply(m_settings.text(Setting::Language));
    m_joining = std::make_unique<JoiningDesk>(door());
    connect(&m_backupTimer, &QTimer::timeout, this, &Composition::backUp);
}

Composition::~Composition()
{
    close();
}

void Composition::close()
{
    // A dead network is not waited for: the line ends before the pages that wait for its answers.
    m_door.breakOff();
    dropOpening();
    settle();
    m_window.reset();
    closeStore();
}

/// A store that is still being opened uses this object's clock: it is awaited, and closed again.
void Composition::dropOpening()
{
    if (!m_opening.isValid())
        return;
    m_opening.waitForFinished();
    const std::shared_ptr<Opened> opened = m_opening.result();
    if (opened->result.ok())
        std::move(opened->result).value().reset();
}

void Composition::closeStore()
{
    // What pages still wait for has arrived (domain/whendone.h); then from the outside to the
    // inside, for pages use the desks, desks the line and the store, and the line the store.
    m_setup.reset();
    m_sessions.reset();
    m_place.reset();
    m_centre.reset();
    m_pages.reset();
    m_store.reset();
}

void Composition::settle()
{
    if (!m_store)
        return;
    m_store->write([](WriteTx &) -> Result<Done> { return Done{}; }).waitForFinished();
    m_store->read([](ReadTx &) -> Result<Done> { return Done{}; }).waitForFinished();
    m_store->report([](ReadTx &) -> Result<Done> { return Done{}; }).waitForFinished();
    QThreadPool::globalInstance()->waitForDone(settleMs);
}

bool Composition::isFirst()
{
    return !m_single.raiseOther();
}

void Composition::start()
{
    m_single.listen();
    // On a thread of its own, while this one makes, lays out and draws the window.
    openStore();
    makeWindow();
    m_window->show();
}

void Composition::makeWindow()
{
    applyTheme(m_application, lookFromWord(m_settings.text(Setting::Theme)));
    registerPages(m_registry);
    m_window = std::make_unique<MainWindow>(m_settings, m_registry, hooks());
    connect(&m_single, &SingleInstance::raiseAsked, m_window.get(), &MainWindow::raiseToFront);
}

ShellHooks Composition::hooks()
{
    return {.applyLanguage = [this](const QString &word) { m_languages.apply(word); },
            .applyTheme
            = [this](const QString &word) { applyTheme(m_application, lookFromWord(word)); },
            .openStore = [this] { openStore(); },
            .recover = [this] { return recover(); },
            .regions = [this]() -> const RegionTable & { return regions(); }};
}

void Composition::restore(const QString &backup)
{
    const StoreOptions options{.folder = m_folder,
                               .backupFolder = m_settings.text(Setting::BackupFolder)};
    const Clock &clock = *m_clock;
    const auto restoring = QtConcurrent::run([options, backup, &clock]() -> Result<QString> {
        const Result<RecoveryReport> report = restoreBackup(options, clock, backup);
        if (!report.ok())
            return report.error();
        return textOf(report.value());
    });
    whenDone(restoring, this,
             [this](const Result<QString> &report) { m_window->showRestore(report, m_folder); });
}

void Composition::openStore()
{
    if (const QString backup = takeRestoreRequest(m_folder); !backup.isEmpty()) {
        restore(backup);
        return;
    }
    const StoreOptions options{.folder = m_folder,
                               .backupFolder = m_settings.text(Setting::BackupFolder),
                               .station = stationFor(m_folder, m_station)};
    const Clock &clock = workClock();
    m_opening = QtConcurrent::run([this, options, &clock] {
        QDir().mkpath(options.folder);
        if (isOlderStore(options.folder))
            QMetaObject::invokeMethod(
                this, [this] { m_window->showUpgrading(); }, Qt::QueuedConnection);
        // Made in place: when the Result is moved, g++ 12 takes it for uninitialised.
        std::shared_ptr<Opened> opened(new Opened{Store::open(options, clock)});
        if (opened->result.ok())
            opened->wasJoined = isJoined(*opened->result.value());
        return opened;
    });
    whenDone(m_opening, this, [this](const std::shared_ptr<Opened> &opened) { take(opened); });
}

void Composition::take(const std::shared_ptr<Opened> &opened)
{
    if (!opened->result.ok()) {
        qCWarning(mainLog) << "store not opened, error" << int(opened->result.error().kind);
        m_window->showTrouble(opened->result.error(), m_folder);
        return;
    }
    m_store = std::move(opened->result).value();
    m_pages = std::make_unique<PageStore>(m_folder);
    m_setup = std::make_unique<SetupDesk>(*m_store, *m_ids);
    connect(m_store.get(), &Store::troubled, m_window.get(), &MainWindow::warn);
    m_wasJoined = opened->wasJoined;
    if (m_setup->isNeeded() && (m_wasJoined || QFile::exists(CentreDoor::keptFile(m_folder)))) {
        giveUpJoining({}); // the program ended while it joined: as if it had not begun
        return;
    }
    const Result<Done> given = takeGivenFile();
    const Result<Done> linked = linkUp();
    if (!linked.ok()) {
        closeStore();
        m_window->showTrouble(linked.error(), m_folder);
        return;
    }
    layOut();
    m_window->enter(*m_place, *m_sessions, *m_setup, m_joining.get());
    if (!given.ok())
        m_window->warn(given.error());
    watchBackups();
    Q_EMIT isOpen();
}

void Composition::layOut()
{
    m_place.emplace(Workplace{.store = *m_store,
                              .pages = *m_pages,
                              .clock = workClock(),
                              .ids = *m_ids,
                              .importer = *m_importer,
                              .printer = *m_printer,
                              .centre = *m_centre,
                              .pageFolder = m_pageFolder.get()});
    m_sessions = std::make_unique<SessionDesk>(*m_place);
}

QFuture<Result<QString>> Composition::recover()
{
    const StoreOptions options{.folder = m_folder,
                               .backupFolder = m_settings.text(Setting::BackupFolder)};
    const Clock &clock = *m_clock;
    return QtConcurrent::run([options, &clock]() -> Result<QString> {
        const Result<RecoveryReport> result = recoverStore(options, clock);
        if (!result.ok())
            return result.error();
        return textOf(result.value());
    });
}

const RegionTable &Composition::regions()
{
    if (!m_regions)
        m_regions = shippedRegions().valueOr(RegionTable());
    return *m_regions;
}

void Composition::watchBackups()
{
    if (!m_makesBackups)
        return;
    m_backupTimer.start(backupCheckMs);
    QTimer::singleShot(firstBackupMs, this, &Composition::backUp);
}

void Composition::backUp()
{
    // What fails is told by Store::troubled.
    if (m_store && m_store->isBackupDue())
        m_store->backup();
}

} // namespace hall
