#include "ui/admin/moveddates.h"

#include "domain/whendone.h"
#include "ui/admin/adminpage.h"
#include "ui/admin/admintext.h"
#include "ui/admin/calendarpage.h"

#include <QFutureWatcher>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QList<RowColumn<MovedDate>> columns()
{
    const auto before = [](const MovedDate &moved) {
        const QString text = moved.before.toString(Qt::ISODate);
        return moved.wasProvisional ? CalendarPage::tr("%1 (provisional)").arg(text) : text;
    };
    return {{.title = CalendarPage::tr("Case"),
             .text = [](const MovedDate &moved) { return moved.number; },
             .shape = {.characters = 32, .isWhole = true},
             .extra = {}},
            {.title = CalendarPage::tr("Item"),
             .text = [](const MovedDate &moved) { return inOwnLanguage(moved.item); },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = CalendarPage::tr("Limit"),
             .text = [](const MovedDate &moved) { return AdminText::clockWord(moved.clock); },
             .shape = {.characters = 10},
             .extra = {}},
            {.title = CalendarPage::tr("Before"),
             .text = before,
             .shape = {.characters = 16},
             .extra = {}},
            {.title = CalendarPage::tr("After"),
             .text = [](const MovedDate &moved) { return moved.after.toString(Qt::ISODate); },
             .shape = {.characters = 11},
             .extra = {}}};
}

} // namespace

MovedDates::MovedDates(const PageContext &context, CalendarDesk &desk, const Place &place,
                       QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_feed(context.place)
    , m_place(place)
    , m_rows(columns())
{
    m_place.table->setRowModel(&m_rows);
    // Before anybody has asked, an empty table is no answer.
    m_place.table->setEmptyText(
        CalendarPage::tr("Which due dates move?"),
        CalendarPage::tr("Choose a day and press “Show what moves” before you save."));
    connect(&m_feed, &CaseFeed::casesChanged, this, [this] {
        if (m_isMoving)
            follow();
    });
}

QFuture<Result<QList<MovedDate>>> MovedDates::ask(const CalendarChange &change)
{
    const QFuture<Result<QList<MovedDate>>> future = m_desk.impact(change);
    m_place.label->setText(CalendarPage::tr("Counting …"));
    auto *watcher = new QFutureWatcher<Result<QList<MovedDate>>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, watcher](int looked) {
        const int all = watcher->progressMaximum();
        if (looked < all)
            m_place.label->setText(
                CalendarPage::tr("%1 of %2 open cases looked at …").arg(looked).arg(all));
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    return future;
}

void MovedDates::show(const Result<QList<MovedDate>> &moved)
{
    if (!moved.ok()) {
        m_place.label->clear();
        m_place.strip->say(moved.error());
        return;
    }
    m_isSaved = false;
    m_place.table->setEmptyText(
        m_desk.seesWholeHall() ? CalendarPage::tr("No due date of an open case moves")
                               : CalendarPage::tr("No due date of a case on this computer moves"));
    m_rows.setRows(moved.value());
    m_place.label->setText(
        CalendarPage::tr("%n due date(s) of open cases would move", nullptr, m_rows.rowCount()));
}

void MovedDates::followSaved()
{
    m_isSaved = true;
    follow();
}

/// The day counts at once; the lists of cases follow behind, a slice at a time.
void MovedDates::follow()
{
    whenDone(m_desk.moving(), this, [this](const Result<std::optional<DatesProgress>> &moving) {
        if (moving.ok())
            say(moving.value());
        else
            m_place.strip->say(moving.error());
    });
}

void MovedDates::say(const std::optional<DatesProgress> &moving)
{
    const bool wasMoving = std::exchange(m_isMoving, moving.has_value());
    if (moving)
        m_place.label->setText(
            CalendarPage::tr("The lists follow the new calendar: %1 of %2 cases …")
                .arg(moving->done)
                .arg(moving->all));
    else if (std::exchange(m_isSaved, false))
        m_place.label->setText(
            CalendarPage::tr("%n due date(s) of open cases moved", nullptr, m_rows.rowCount()));
    else if (wasMoving)
        m_place.label->setText(CalendarPage::tr("The lists follow the calendar."));
}

} // namespace hall
