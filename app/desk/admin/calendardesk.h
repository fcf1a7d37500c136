#pragma once

#include "desk/admin/hallpublisher.h"
#include "domain/calendar.h"
#include "domain/csv.h"

#include <QDate>
#include <QFuture>
#include <QList>
#include <QString>

#include <optional>

namespace hall {

/// A day that differs from "Monday to Friday are worked".
struct CalendarDay
{
    QDate date = {};
    QString note = {}; ///< the holiday, or the local reason
    bool isOff = true;
    bool isLocal = false;
    QString author = {}; ///< staff code, of local days
};

/// What is to change: one local day, one local day taken back, or the notice of whole years.
struct CalendarChange
{
    std::optional<LocalDay> day = {};
    QDate removed = {};
    QList<HolidayRow> notice = {};
};

enum class CaseClock { Receipt, Correction, Promise, Statutory, Step, Delivery };

/// A due date of an open case that a change moves. No applicant: the administrator sees none.
struct MovedDate
{
    StreamId id = {};
    QString number = {};
    LocalText item = {};
    CaseClock clock = CaseClock::Promise;
    QDate before = {};
    QDate after = {};
    bool wasProvisional = false;
};

/// Cases whose dates have followed a saved change, of those that have to.
struct DatesProgress
{
    int done = 0;
    int all = 0;
};

/// A file of a yearly notice as read: nothing of it counts before it is saved.
struct NoticeFile
{
    QList<HolidayRow> days = {};
    QList<int> years = {};
    QList<RejectedRow> rejected = {};
};

enum class DayFault { None, DateMissing, ReasonMissing, AlreadySo, NothingThere };

/// The working calendar of the hall (domain.md section 6).
class CalendarDesk
{
public:
    explicit CalendarDesk(const HallPublisher &publisher);

    [[nodiscard]] QFuture<Result<QList<CalendarDay>>> days(int year) const;
    /// Due dates behind this year are provisional.
    [[nodiscard]] int lastLoadedYear() const;
    [[nodiscard]] DayFault faultOf(const LocalDay &day) const;

    /// "date,name,is_off_day"; FileUnreadable, FileTooLarge.
    [[nodiscard]] static Result<NoticeFile> readNotice(const QString &path);

    /// False on a joined machine: only the cases of its own scope are here to be counted.
    [[nodiscard]] bool seesWholeHall() const;
    /// Which due dates of open cases would move; nothing is written. The future tells its progress
    /// (cases looked at, of those whose dates may move).
    [[nodiscard]] QFuture<Result<QList<MovedDate>>> impact(const CalendarChange &change) const;
    /// The author of a local day is who is signed in. The due dates of many cases follow behind, a
    /// slice at a time: moving() says how far they are.
    [[nodiscard]] QFuture<Result<Done>> save(const CalendarChange &change) const;
    /// Nothing when all due dates follow the calendar.
    [[nodiscard]] QFuture<Result<std::optional<DatesProgress>>> moving() const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall
