#include "ui/shell/workbench.h"

#include "ui/shared/icon.h"
#include "ui/shared/roletext.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/centrestrip.h"
#include "ui_workbench.h"

#include <QEvent>
#include <QMenu>
#include <QScopeGuard>
#include <QToolButton>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHistory = 20;

} // namespace

Workbench::Workbench(const WorkbenchParts &parts, Session session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::Workbench>())
    , m_parts(parts)
    , m_session(std::move(session))
    , m_clockWatch(parts.sessions)
{
    m_ui->setupUi(this);
    dress();
    buildMenus();
    addCentreStrip();
    buildRail();
    showDate();
    m_minute.setInterval(60 * 1000);
    connect(&m_minute, &QTimer::timeout, this, &Workbench::showDate);
    m_minute.start();
    watchClock();
}

Workbench::~Workbench() = default;

void Workbench::dress()
{
    dressTopBar();
    dressStatus();
}

void Workbench::dressTopBar()
{
    const HallInfo hall = m_parts.sessions.hall();
    m_ui->hallLabel->setText(hall.name);
    m_ui->sampleLabel->setVisible(hall.isSample);
    m_ui->backButton->setIcon(icon(u"back"_s));
    m_ui->settingsButton->setIcon(icon(u"settings"_s));
    m_ui->keysButton->setIcon(icon(u"help"_s));
    m_ui->personButton->setIcon(icon(u"person"_s));
    m_ui->personButton->setText(m_session.member.name);
    m_ui->personButton->setProperty("hasMenu", true);
    const QLocale::Language language = QLocale().language();
    const QString where = m_session.window.isEmpty()
        ? m_parts.sessions.departmentName(m_session.post.dept, language)
        : tr("%1 %2", "A07 Housing office's window")
              .arg(m_session.window, m_parts.sessions.windowName(m_session.window, language));
    QStringList place{where, RoleText::word(m_session.post.role)};
    place.removeAll(QString());
    m_ui->placeLabel->setText(place.join(u" · "_s));
}

void Workbench::dressStatus()
{
    const ThemeColours colours = themeColours(palette());
    m_ui->savedIconLabel->setPixmap(
        iconPixmap(u"database"_s, colours.good, 15, devicePixelRatioF()));
    m_ui->whoLabel->setText(
        tr("%1 (%2)", "name and staff code").arg(m_session.member.name, m_session.member.code));
    m_ui->stationLabel->setText(tr("Station %1").arg(m_session.station));
    m_ui->sampleStatusLabel->setVisible(m_parts.sessions.hall().isSample);
}

/// Behind what is said of this computer; on a machine of its own it is hidden.
void Workbench::addCentreStrip()
{
    m_centre = new CentreStrip(m_parts.place, m_session, m_ui->statusStrip);
    m_ui->statusLayout->insertWidget(1, m_centre);
    connect(m_centre, &CentreStrip::attentionAsked, this, [this] { goTo(u"attention"_s); });
    connect(m_centre, &CentreStrip::attentionCounted, this,
            [this](int count) { setBadge(u"attention"_s, count); });
}

void Workbench::buildMenus()
{
    const ShellActions &actions = m_parts.actions;
    auto *person = new QMenu(this);
    person->addAction(actions.action(ActionId::Lock));
    person->addAction(actions.action(ActionId::LockPin));
    person->addAction(actions.action(ActionId::ChangePassword));
    person->addSeparator();
    person->addAction(actions.action(ActionId::SignOut));
    person->addAction(actions.action(ActionId::Quit));
    m_ui->personButton->setMenu(person);

    auto *settings = new QMenu(this);
    settings->addSection(tr("Language"));
    settings->addAction(actions.action(ActionId::LanguageChinese));
    settings->addAction(actions.action(ActionId::LanguageEnglish));
    settings->addSection(tr("Look"));
    settings->addAction(actions.action(ActionId::ThemeLight));
    settings->addAction(actions.action(ActionId::ThemeDark));
    settings->addSeparator();
    settings->addAction(actions.action(ActionId::Printers));
    settings->addAction(actions.action(ActionId::PageKeys));
    settings->addAction(actions.action(ActionId::About));
    m_ui->settingsButton->setMenu(settings);

    m_ui->backButton->setEnabled(false);
    connect(m_ui->backButton, &QToolButton::clicked, actions.action(ActionId::GoBack),
            &QAction::trigger);
    connect(m_ui->keysButton, &QToolButton::clicked, actions.action(ActionId::PageKeys),
            &QAction::trigger);
}

void Workbench::buildRail()
{
    m_rail.setExclusive(true);
    int number = 0;
    for (const PageEntry &entry : m_parts.registry.forRole(m_session.post.role)) {
        if (!entry.needsCentre || !m_centre->isHidden())
            addRailButton(entry, ++number);
    }
    setBadge(u"attention"_s, m_centre->attention());
}

void Workbench::addRailButton(const PageEntry &entry, int number)
{
    auto *button = new QToolButton(m_ui->navigationRail);
    button->setObjectName(entry.id + u"RailButton"_s);
    button->setIcon(icon(entry.icon));
    button->setIconSize({24, 24});
    button->setText(entry.title());
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setAccessibleName(entry.title());
    if (number <= 9) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
        button->setShortcut(key);
        button->setToolTip(tr("%1 (%2)", "page and its key")
                               .arg(entry.title(), key.toString(QKeySequence::NativeText)));
    }
    connect(button, &QToolButton::clicked, this, [this, id = entry.id] { goTo(id); });
    m_rail.addButton(button);
    m_buttons.insert(entry.id, button);
    auto *layout = static_cast<QVBoxLayout *>(m_ui->navigationRail->layout());
    layout->insertWidget(number - 1, button);
}

void Workbench::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressStatus();
}

void Workbench::showDate()
{
    const QDate today = m_parts.place.clock.today();
    m_ui->dateLabel->setText(QLocale().toString(today,
                                                QLocale().language() == QLocale::Chinese
                                                    ? u"yyyy年M月d日 dddd"_s
                                                    : u"dddd, d MMMM yyyy"_s));
}

void Workbench::watchClock()
{
    m_ui->clockLabel->hide();
    connect(&m_clockWatch, &ClockWatch::fellBehind, this, &Workbench::warnOfClock);
    connect(&m_clockWatch, &ClockWatch::cameRight, this, [this] { m_ui->clockLabel->hide(); });
    m_clockWatch.start();
}

void Workbench::warnOfClock(const QDateTime &newest)
{
    const auto local = [](const QDateTime &instant) {
        return hallDate(instant).toString(Qt::ISODate) + u' '
            + hallTime(instant).toString(u"HH:mm"_s);
    };
    const QString sentence
        = tr("The clock of this computer was set back: it says %1, but work was recorded here at "
             "%2. Put the computer's time right before you go on, or papers get a wrong date. "
             "Nothing recorded is lost, and no number is given twice.",
             "2026-11-21 09:00, 2026-11-22 15:30")
              .arg(local(m_parts.place.clock.now()), local(newest));
    m_ui->clockLabel->setToolTip(sentence);
    m_ui->clockLabel->show();
    m_ui->messageStrip->say(Tone::Problem, sentence);
}

const PageEntry *Workbench::entry(const QString &pageId) const
{
    for (const PageEntry &entry : m_parts.registry.entries()) {
        if (entry.id == pageId)
            return &entry;
    }
    return nullptr;
}

QString Workbench::homePage() const
{
    const QList<PageEntry> mine = m_parts.registry.forRole(m_session.post.role);
    for (const PageEntry &entry : mine) {
        if (entry.isHome)
            return entry.id;
    }
    return mine.isEmpty() ? QString() : mine.constFirst().id;
}

Page *Workbench::currentPage() const
{
    return m_pages.value(m_current);
}

void Workbench::activate()
{
    if (m_current.isEmpty())
        show(homePage());
    else if (Page *page = currentPage())
        page->activate();
}

void Workbench::restart()
{
    if (prepareToLeave())
        QCoreApplication::exit(restartCode);
}

void Workbench::goTo(const QString &pageId)
{
    // A rail button that was clicked has checked itself already; what is shown decides.
    const auto mark = qScopeGuard([this] {
        if (QToolButton *button = m_buttons.value(m_current))
            button->setChecked(true);
    });
    if (pageId == m_current || !entry(pageId))
        return;
    Page *page = currentPage();
    if (page && !page->mayLeave())
        return;
    remember(m_current);
    show(pageId);
}

void Workbench::openCase(const StreamId &stream)
{
    for (const PageEntry &entry : m_parts.registry.entries()) {
        if (!entry.showsCases || !entry.roles.contains(m_session.post.role))
            continue;
        goTo(entry.id);
        if (m_current == entry.id)
            currentPage()->showCase(stream);
        return;
    }
}

void Workbench::remember(const QString &pageId)
{
    if (pageId.isEmpty())
        return;
    m_history.append(pageId);
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
}

void Workbench::goBack()
{
    if (m_history.isEmpty() || (currentPage() && !currentPage()->mayLeave()))
        return;
    show(m_history.takeLast());
}

void Workbench::show(const QString &pageId)
{
    Page *page = pageFor(pageId);
    if (!page)
        return;
    m_current = pageId;
    m_ui->messageStrip->dismiss();
    m_ui->pageStack->setCurrentWidget(page);
    m_ui->pageTitleLabel->setText(page->pageTitle());
    m_ui->pageTitleLabel->setVisible(!page->pageTitle().isEmpty());
    if (QToolButton *button = m_buttons.value(pageId))
        button->setChecked(true);
    m_ui->backButton->setEnabled(hasHistory());
    Q_EMIT historyChanged();
    page->activate();
    m_clockWatch.look();
}

Page *Workbench::pageFor(const QString &pageId)
{
    if (Page *page = m_pages.value(pageId))
        return page;
    const PageEntry *known = entry(pageId);
    if (!known)
        return nullptr;
    Page *page = known->make({.place = m_parts.place,
                              .session = m_session,
                              .settings = m_parts.settings,
                              .shell = *this});
    m_pages.insert(pageId, page);
    m_ui->pageStack->addWidget(page);
    connectPage(page, pageId);
    return page;
}

void Workbench::connectPage(Page *page, const QString &pageId)
{
    connect(page, &Page::openCase, this, &Workbench::openCase);
    connect(page, &Page::goTo, this, &Workbench::goTo);
    connect(page, &Page::message, this, [this](Tone tone, const QString &sentence) {
        m_ui->messageStrip->say(tone, sentence);
    });
    connect(page, &Page::badgeChanged, this,
            [this, pageId](int count) { setBadge(pageId, count); });
}

void Workbench::setBadge(const QString &pageId, int count)
{
    QToolButton *button = m_buttons.value(pageId);
    if (!button)
        return;
    const QString title = entry(pageId)->title();
    const QKeySequence key = button->shortcut(); // a new text takes it away
    button->setText(count > 0 ? tr("%1 (%2)", "page and how many wait").arg(title).arg(count)
                              : title);
    button->setShortcut(key);
}

QString Workbench::printerFor(const QString &paperCode) const
{
    return m_parts.settings.entry(Setting::PrinterFor, paperCode).toString();
}

bool Workbench::prepareToLeave()
{
    if (currentPage() && !currentPage()->mayLeave())
        return false;
    for (Page *page : std::as_const(m_pages))
        page->keepDraft();
    return true;
}

QJsonObject Workbench::saveInput() const
{
    QJsonObject pages;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        pages.insert(it.key(), it.value()->saveInput());
    return {{u"current"_s, m_current}, {u"pages"_s, pages}};
}

void Workbench::restoreInput(const QJsonObject &input)
{
    const QJsonObject pages = input.value("pages"_L1).toObject();
    for (auto it = pages.begin(); it != pages.end(); ++it) {
        if (Page *page = pageFor(it.key()))
            page->restoreInput(it.value().toObject());
    }
    show(input.value("current"_L1).toString());
}

} // namespace hall
