#include "desk/admin/calendardesk.h"

#include "desk/admin/hallchanges.h"
#include "domain/csvtable.h"
#include "store/clockrows.h"
#include "store/movingdates.h"
#include "store/store.h"

#include <QFile>
#include <QPromise>

#include <algorithm>
#include <array>
#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

/// The same composition as the store's: local days change the national ones.
WorkingCalendar calendarOf(QList<HolidayRow> holidays, const QMap<QDate, LocalDay> &localDays)
{
    QList<LocalOff> offs;
    for (const LocalDay &day : localDays) {
        if (day.isOff)
            offs.append({.date = day.date, .reason = day.reason, .author = day.author});
        else
            holidays.append({.date = day.date, .name = day.reason, .isOff = false});
    }
    return WorkingCalendar(holidays, offs);
}

WorkingCalendar changed(const Reference &reference, QList<HolidayRow> holidays,
                        const CalendarChange &change)
{
    for (const HolidayRow &day : change.notice) {
        const int year = day.date.year();
        holidays.removeIf([year](const HolidayRow &old) { return old.date.year() == year; });
    }
    holidays += change.notice;
    QMap<QDate, LocalDay> localDays = reference.localDays;
    if (change.day)
        localDays.insert(change.day->date, *change.day);
    localDays.remove(change.removed);
    return calendarOf(holidays, localDays);
}

struct Clocks
{
    CaseClock clock = CaseClock::Promise;
    Due Deadlines::*due = &Deadlines::promise;
};
constexpr std::array<Clocks, 6> clocks{{{CaseClock::Receipt, &Deadlines::receipt},
                                        {CaseClock::Correction, &Deadlines::correction},
                                        {CaseClock::Promise, &Deadlines::promise},
                                        {CaseClock::Statutory, &Deadlines::statutory},
                                        {CaseClock::Step, &Deadlines::step},
                                        {CaseClock::Delivery, &Deadlines::delivery}}};

/// A date that a case has behind it moves nothing for anybody.
bool isRunning(CaseClock clock, Phase phase)
{
    switch (clock) {
    case CaseClock::Receipt:
        return phase == Phase::Received;
    case CaseClock::Correction:
        return phase == Phase::Correction;
    case CaseClock::Promise:
    case CaseClock::Statutory:
    case CaseClock::Step:
        return phase == Phase::Review || phase == Phase::Decision || phase == Phase::Making;
    case CaseClock::Delivery:
        return phase == Phase::Delivery;
    }
    return false;
}

void compare(const ClockRow &row, const LocalText &item,
             const std::pair<Deadlines, Deadlines> &dates, QList<MovedDate> &moved)
{
    for (const Clocks &entry : clocks) {
        const Due &old = dates.first.*entry.due;
        const Due &young = dates.second.*entry.due;
        if (old.date == young.date || !isRunning(entry.clock, row.phase))
            continue;
        moved.append({.id = row.id,
                      .number = row.number,
                      .item = item,
                      .clock = entry.clock,
                      .before = old.date,
                      .after = young.date,
                      .wasProvisional = old.isProvisional});
    }
}

Result<QList<HolidayRow>> nationalDays(const ReadTx &tx)
{
    const Result<QList<Event>> journal = tx.journal(hallStream());
    if (!journal.ok())
        return journal.error();
    return holidaysOf(hallValues(journal.value()));
}

/// The first day that a change touches.
QDate firstDay(const CalendarChange &change)
{
    QDate first;
    const auto take = [&first](const QDate &day) {
        if (day.isValid() && (!first.isValid() || day < first))
            first = day;
    };
    if (change.day)
        take(change.day->date);
    take(change.removed);
    for (const HolidayRow &day : change.notice)
        take(QDate(day.date.year(), 1, 1)); // a notice replaces its whole year
    return first;
}

using ImpactPromise = QPromise<Result<QList<MovedDate>>>;

/// Tells how far it is.
Result<QList<MovedDate>> movedDates(const ReadTx &tx, const CalendarChange &change,
                                    const QDate &today, ImpactPromise &progress)
{
    const Result<QList<HolidayRow>> holidays = nationalDays(tx);
    if (!holidays.ok())
        return holidays.error();
    const Result<QList<ClockRow>> rows = clocksDueFrom(tx, firstDay(change));
    if (!rows.ok())
        return rows.error();
    const WorkingCalendar calendar = changed(tx.reference(), holidays.value(), change);
    DueReckoner before(tx.reference().calendar, tx.reference().hall);
    DueReckoner after(calendar, tx.reference().hall);
    QList<MovedDate> moved;
    int looked = 0;
    progress.setProgressRange(0, int(rows.value().size()));
    for (const ClockRow &row : rows.value()) {
        if (progress.isCanceled())
            return Error{ErrorKind::Cancelled};
        const LocalText item = tx.reference().itemName(row.itemCode, row.itemName);
        compare(row, item, {before.datesOf(row.inputs, today), after.datesOf(row.inputs, today)},
                moved);
        progress.setProgressValue(++looked);
    }
    return moved;
}

QList<CalendarDay> daysOf(int year, const QList<HolidayRow> &holidays, const Reference &reference)
{
    QMap<QDate, CalendarDay> days;
    for (const HolidayRow &row : holidays) {
        if (row.date.year() == year)
            days.insert(row.date, {.date = row.date, .note = row.name, .isOff = row.isOff});
    }
    for (const LocalDay &day : reference.localDays) {
        if (day.date.year() == year)
            days.insert(day.date,
                        {.date = day.date,
                         .note = day.reason,
                         .isOff = day.isOff,
                         .isLocal = true,
                         .author = day.author});
    }
    return days.values();
}

HolidayRow noticeRow(CsvCells &cells)
{
    const QString name = cells.needed("name"_L1, 40);
    const QDate date = cells.date("date"_L1);
    if (!date.isValid() && cells.isGood())
        cells.reject("date"_L1, RowFault::Empty);
    const int word = cells.choice("is_off_day"_L1, {u"true"_s, u"false"_s});
    return {.date = date, .name = name, .isOff = word == 0};
}

} // namespace

CalendarDesk::CalendarDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QFuture<Result<QList<CalendarDay>>> CalendarDesk::days(int year) const
{
    return m_publisher.place().store.read([year](ReadTx &tx) -> Result<QList<CalendarDay>> {
        const Result<QList<HolidayRow>> holidays = nationalDays(tx);
        if (!holidays.ok())
            return holidays.error();
        return daysOf(year, holidays.value(), tx.reference());
    });
}

int CalendarDesk::lastLoadedYear() const
{
    return m_publisher.reference()->calendar.lastLoadedYear();
}

DayFault CalendarDesk::faultOf(const LocalDay &day) const
{
    if (!day.date.isValid())
        return DayFault::DateMissing;
    if (day.reason.trimmed().isEmpty())
        return DayFault::ReasonMissing;
    const ReferencePtr reference = m_publisher.reference();
    if (reference->localDays.contains(day.date))
        return reference->localDays.value(day.date).isOff == day.isOff ? DayFault::AlreadySo
                                                                       : DayFault::None;
    return reference->calendar.isWorkingDay(day.date) == day.isOff ? DayFault::None
                                                                   : DayFault::AlreadySo;
}

Result<NoticeFile> CalendarDesk::readNotice(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, path};
    if (file.size() > largestFile)
        return Error{ErrorKind::FileTooLarge, path};
    NoticeFile notice;
    const CsvFile csv = readCsv(u"holidays"_s, file.readAll());
    notice.rejected = csv.rejected;
    for (const QString &column : {u"date"_s, u"name"_s, u"is_off_day"_s}) {
        if (!csv.header.isEmpty() && !csv.header.contains(column))
            notice.rejected.append({.file = u"holidays"_s,
                                    .line = 1,
                                    .column = column,
                                    .fault = RowFault::ColumnMissing});
    }
    if (!notice.rejected.isEmpty() && csv.rows.isEmpty())
        return notice;
    for (const CsvRow &row : csv.rows) {
        CsvCells cells(csv, row, u"holidays"_s, notice.rejected);
        const HolidayRow day = noticeRow(cells);
        const bool isTwice = std::ranges::any_of(
            notice.days, [&](const HolidayRow &known) { return known.date == day.date; });
        if (isTwice && cells.isGood())
            cells.reject("date"_L1, RowFault::Twice, day.date.toString(Qt::ISODate));
        if (!cells.isGood())
            continue;
        notice.days.append(day);
        if (!notice.years.contains(day.date.year()))
            notice.years.append(day.date.year());
    }
    return notice;
}

bool CalendarDesk::seesWholeHall() const
{
    return !m_publisher.isJoined();
}

QFuture<Result<QList<MovedDate>>> CalendarDesk::impact(const CalendarChange &change) const
{
    const QDate today = m_publisher.place().clock.today();
    auto promise = std::make_shared<ImpactPromise>();
    promise->start();
    const QFuture<Result<QList<MovedDate>>> future = promise->future();
    m_publisher.place().store.report([change, today, promise](ReadTx &tx) -> Result<Done> {
        promise->addResult(movedDates(tx, change, today, *promise));
        promise->finish();
        return Done{};
    });
    return future;
}

QFuture<Result<Done>> CalendarDesk::save(const CalendarChange &change) const
{
    QList<Publication> publications = publicationsOf(change.notice);
    if (change.day) {
        if (faultOf(*change.day) != DayFault::None)
            return answered<Done>(Error{ErrorKind::RuleBroken, u"localday"_s});
        LocalDay day = *change.day;
        day.author = m_publisher.session().member.code;
        publications.append(publicationOf(day));
    }
    if (change.removed.isValid()) {
        if (!m_publisher.reference()->localDays.contains(change.removed))
            return answered<Done>(Error{ErrorKind::NotFound, u"localday"_s});
        publications.append({.kind = u"localday"_s,
                             .code = change.removed.toString(Qt::ISODate),
                             .isRetired = true});
    }
    return m_publisher.publish(publications);
}

QFuture<Result<std::optional<DatesProgress>>> CalendarDesk::moving() const
{
    using Answer = Result<std::optional<DatesProgress>>;
    return m_publisher.place().store.read([](ReadTx &tx) -> Answer {
        const Result<std::optional<MovingDates>> left = movingDates(tx.connection());
        if (!left.ok())
            return left.error();
        if (!left.value())
            return std::optional<DatesProgress>();
        return std::optional(
            DatesProgress{.done = int(left.value()->done), .all = int(left.value()->all)});
    });
}

} // namespace hall
