#include "ui/figures/overviewpage.h"

#include "domain/clock.h"
#include "domain/whendone.h"
#include "ui/figures/casesbehind.h"
#include "ui/figures/figuretile.h"
#include "ui/shared/casewords.h"
#include "ui/shared/light.h"
#include "ui/shared/roletext.h"
#include "ui_overviewpage.h"

#include <QLocale>
#include <QShortcut>

#include <chrono>

namespace hall {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Worst first: what a manager looks for stands beside the name.
constexpr std::array<Light, lightCount> lightOrder{Light::RedBar, Light::Red,  Light::Yellow,
                                                   Light::Green,  Light::Blue, Light::Grey};

QString countText(int count)
{
    return count == 0 ? QString() : QString::number(count);
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::OverviewPage>())
    , m_desk(context.place)
    , m_feed(context.place)
    , m_departments(lightColumns(false))
    , m_windows(lightColumns(true))
    , m_stuck(stuckColumns())
{
    m_ui->setupUi(this);
    setLightTable(m_ui->departmentTable, m_departments, tr("No case is in hand"));
    setLightTable(m_ui->windowTable, m_windows, tr("No case is in hand"));
    m_ui->stuckTable->setRowModel(&m_stuck);
    m_ui->stuckTable->setEmptyText(tr("Every open case has somebody who can move it"),
                                   tr("This list should be empty. A case comes here when its post "
                                      "has nobody, or four eyes bar everybody in it."));
    connectAll();
    connectTiles();
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::pageTitle() const
{
    return tr("Overview");
}

QList<HelpKey> OverviewPage::keys() const
{
    return {{u"↑ ↓ ← →"_s, tr("Choose a figure")},
            {u"Enter"_s, tr("The cases behind the figure")},
            {u"Alt+1 … Alt+3"_s, tr("By department, by window, what nobody can move")},
            {u"F5"_s, tr("Count again")}};
}

QList<RowColumn<LightRow>> OverviewPage::lightColumns(bool hasWindow) const
{
    QList<RowColumn<LightRow>> columns{{.title = tr("Department"),
                                        .text =
                                            [this](const LightRow &row) {
                                                return m_feed.reference()->departmentName(
                                                    row.dept, QLocale().language());
                                            },
                                        .shape = {.characters = 18, .takesRest = true},
                                        .extra = {}}};
    if (hasWindow) {
        columns.append({.title = tr("Window"),
                        .text =
                            [this](const LightRow &row) {
                                const Window *window = m_feed.reference()->window(row.window);
                                return window
                                    ? row.window + u' ' + window->name.in(QLocale().language())
                                    : row.window;
                            },
                        .shape = {.characters = 18, .takesRest = true},
                        .extra = {}});
    }
    columns.append({.title = tr("In hand"),
                    .text = [](const LightRow &row) { return row.all(); },
                    .shape = {.characters = 8, .isRightAligned = true},
                    .extra = {}});
    for (const Light light : lightOrder) {
        columns.append({.title = LightText::word(light),
                        .text = [light](const LightRow &row) { return countText(row.of(light)); },
                        .shape = {.characters = 10, .isLight = true},
                        .extra =
                            [light](const LightRow &row, int role) {
                                return role == LightRole && row.of(light) > 0
                                    ? QVariant(static_cast<int>(light))
                                    : QVariant();
                            }});
    }
    return columns;
}

QList<RowColumn<StuckBranch>> OverviewPage::stuckColumns() const
{
    return {{.title = tr("Case number"),
             .text = [](const StuckBranch &stuck) { return stuck.row.number; },
             .shape = {.characters = 22, .isWhole = true},
             .extra = {}},
            {.title = tr("Item"),
             .text =
                 [this](const StuckBranch &stuck) {
                     return CaseWords::item(stuck.row.itemCode, stuck.row.itemName,
                                            *m_feed.reference());
                 },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = tr("Applicant"),
             .text = [](const StuckBranch &stuck) { return stuck.row.applicantName; },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Waits for"),
             .text =
                 [this](const StuckBranch &stuck) {
                     const Post post{.role = stuck.role, .dept = stuck.dept};
                     return CaseWords::post(post.code(), *m_feed.reference());
                 },
             .shape = {.characters = 24},
             .extra = {}},
            {.title = tr("Why"),
             .text =
                 [](const StuckBranch &stuck) {
                     return stuck.isBarred ? tr("everybody there has acted on it already")
                                           : tr("nobody has this post");
                 },
             .shape = {.characters = 24},
             .extra = {}}};
}

void OverviewPage::setLightTable(RowTable *table, RowModel<LightRow> &model, const QString &name)
{
    table->setRowModel(&model);
    table->setEmptyText(name);
    // The figure is what is chosen here, not the row.
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    connect(table, &RowTable::rowOpened, this, [this, table, &model] { openCell(table, model); });
    connect(table, &QAbstractItemView::clicked, this,
            [this, table, &model] { openCell(table, model); });
}

void OverviewPage::connectAll()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    m_clock.setInterval(60s);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_feed, &CaseFeed::casesChanged, this, [this] {
        if (isVisible())
            m_soon.start();
    });
    m_clock.start();
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &OverviewPage::refresh);
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, this, &OverviewPage::refresh);
    connect(m_ui->stuckTable, &RowTable::rowOpened, this,
            [this](int row) { Q_EMIT openCase(m_stuck.at(row).row.id); });
    for (int tab = 0; tab < m_ui->tabs->count(); ++tab) {
        connect(new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), this),
                &QShortcut::activated, m_ui->tabs, [this, tab] {
                    m_ui->tabs->setCurrentIndex(tab);
                    m_ui->tabs->currentWidget()->findChild<RowTable *>()->setFocus();
                });
    }
}

void OverviewPage::connectTiles()
{
    connect(m_ui->inHandButton, &QPushButton::clicked, this,
            [this] { openHand({}, tr("In hand")); });
    connect(m_ui->waitingButton, &QPushButton::clicked, this,
            [this] { openHand({.phase = Phase::Correction}, tr("Waiting for the applicant")); });
    connect(m_ui->readyButton, &QPushButton::clicked, this,
            [this] { openHand({.phase = Phase::Delivery}, tr("Ready to be handed over")); });
    connect(m_ui->receivedButton, &QPushButton::clicked, this,
            [this] { openToday(Figure::Received, tr("Taken in today")); });
    connect(m_ui->acceptedButton, &QPushButton::clicked, this,
            [this] { openToday(Figure::Accepted, tr("Accepted today")); });
    connect(m_ui->closedButton, &QPushButton::clicked, this, [this] {
        open(tr("Closed today"), m_desk.behindRates({.day = m_context.place.clock.today()}));
    });
    connect(m_ui->stuckButton, &QPushButton::clicked, this, [this] {
        m_ui->tabs->setCurrentWidget(m_ui->stuckTab);
        m_ui->stuckTable->setFocus();
    });
}

void OverviewPage::activate()
{
    m_ui->departmentTable->setFocus();
    refresh();
}

void OverviewPage::refresh()
{
    whenDone(m_desk.overview(), this, [this](const Result<Overview> &overview) {
        if (overview.ok())
            present(overview.value());
        else
            m_ui->strip->say(overview.error());
    });
}

void OverviewPage::present(const Overview &overview)
{
    const QModelIndex department = m_ui->departmentTable->currentIndex();
    const QModelIndex window = m_ui->windowTable->currentIndex();
    const std::pair chosenDepartment(department.row(), department.column());
    const std::pair chosenWindow(window.row(), window.column());
    m_departments.setRows(overview.departments);
    m_windows.setRows(overview.windows);
    m_stuck.setRows(overview.stuck);
    m_ui->departmentTable->setCurrentIndex(m_departments.index(
        std::max(0, chosenDepartment.first), std::max(1, chosenDepartment.second)));
    m_ui->windowTable->setCurrentIndex(
        m_windows.index(std::max(0, chosenWindow.first), std::max(2, chosenWindow.second)));
    setTile(m_ui->inHandButton, tr("In hand"), overview.total.all());
    setTile(m_ui->receivedButton, tr("Taken in today"), overview.receivedToday);
    setTile(m_ui->acceptedButton, tr("Accepted today"), overview.acceptedToday);
    setTile(m_ui->closedButton, tr("Closed today"), overview.closedToday);
    setTile(m_ui->waitingButton, tr("Waiting for the applicant"), overview.waiting);
    setTile(m_ui->readyButton, tr("Ready to be handed over"), overview.ready);
    setTile(m_ui->stuckButton, tr("Nobody can move"), static_cast<int>(overview.stuck.size()));
    m_ui->asOfLabel->setText(
        tr("As of %1").arg(CaseWords::moment(overview.asOf.toMSecsSinceEpoch())));
    Q_EMIT badgeChanged(static_cast<int>(overview.stuck.size()));
}

void OverviewPage::setTile(QPushButton *button, const QString &caption, int count)
{
    fillTile(*button, QLocale().toString(count), caption);
    button->setAccessibleName(tr("%1: %2", "name of a figure, its value").arg(caption).arg(count));
}

void OverviewPage::openToday(Figure figure, const QString &title)
{
    open(title, m_desk.behind({.scope = {.day = m_context.place.clock.today()}, .figure = figure}));
}

void OverviewPage::openHand(const HandChoice &choice, const QString &title)
{
    open(title, m_desk.inHand(choice));
}

void OverviewPage::openCell(RowTable *table, const RowModel<LightRow> &model)
{
    const QModelIndex cell = table->currentIndex();
    if (!cell.isValid())
        return;
    const LightRow &row = model.at(cell.row());
    const bool hasWindow = &model == &m_windows;
    const int firstLight = hasWindow ? 3 : 2;
    HandChoice choice{.dept = row.dept};
    QStringList title{m_feed.reference()->departmentName(row.dept, QLocale().language())};
    if (hasWindow) {
        choice.window = row.window;
        title.append(row.window);
    }
    if (cell.column() >= firstLight) {
        choice.light = lightOrder.at(static_cast<std::size_t>(cell.column() - firstLight));
        title.append(LightText::word(*choice.light));
    }
    openHand(choice, title.join(u" · "_s));
}

void OverviewPage::open(const QString &title, const FiguresDesk::Lines &lines)
{
    openCasesBehind(this, title, lines, [this](const Error &error) { m_ui->strip->say(error); });
}

} // namespace hall
