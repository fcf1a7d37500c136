#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace hall {

/// One line of the State Council's yearly notice: a day off, or a weekend day that is worked.
struct HolidayRow
{
    QDate date = {};
    QString name = {};
    bool isOff = true;
};

/// "date,name,is_off_day" with ISO dates and true/false. RowRejected, detail = line number.
[[nodiscard]] Result<QList<HolidayRow>> holidaysFromCsv(const QByteArray &bytes);

/// A day on which the hall is shut by local order (typhoon …), with who ordered it.
struct LocalOff
{
    QDate date = {};
    QString reason = {};
    QString author = {};
    friend bool operator==(const LocalOff &, const LocalOff &) = default;
};

/// Days that a clock does not count, [from, to): the day of `to` counts again. from == to is no
/// pause at all. An open end (invalid `to`) lasts to the end of time.
struct DaySpan
{
    QDate from = {};
    QDate to = {};
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

/// Sorted, overlapping and touching ones merged, empty ones left out.
[[nodiscard]] QList<DaySpan> mergedSpans(QList<DaySpan> spans);

/// Limits are in working days (permit law art. 82) or calendar days (petitions, residence permits).
enum class DayUnit { Workday, Calendar };
/// Whether a last day that is no working day moves to the next one (civil code art. 203).
enum class Roll { Next, None };

struct Limit
{
    int days = 0;
    DayUnit unit = DayUnit::Workday;
    Roll roll = Roll::Next;
    friend bool operator==(const Limit &, const Limit &) = default;
};

/// A due date; provisional when it lies beyond the last year whose notice is loaded.
struct Due
{
    QDate date = {};
    bool isProvisional = false;
    friend bool operator==(const Due &, const Due &) = default;
};

/// Which days are worked: Monday to Friday, changed by the yearly notices and local days off.
class WorkingCalendar
{
public:
    WorkingCalendar() = default;
    explicit WorkingCalendar(const QList<HolidayRow> &holidays,
                             const QList<LocalOff> &localOffs = {});

    [[nodiscard]] bool isWorkingDay(const QDate &date) const;
    /// The name of the holiday or the local reason; empty on an ordinary day.
    [[nodiscard]] QString note(const QDate &date) const { return m_notes.value(date); }
    /// The newest year whose notice is loaded (0 = none). A notice also names days of the year
    /// before and after; a year is loaded only if its National Day is there.
    [[nodiscard]] int lastLoadedYear() const { return m_lastLoadedYear; }

    /// The n-th working day after `date` (n ≥ 0; 0 = the day itself).
    [[nodiscard]] QDate addWorkingDays(const QDate &date, int n) const;
    /// The day itself if it is worked, else the next working day: weekend acceptance is dated to
    /// it.
    [[nodiscard]] QDate actingDay(const QDate &date) const;

    /// The last day of a limit: `start` is not counted (civil code art. 201), nor is any day of
    /// `excluded`; 0 days are due on the start day.
    [[nodiscard]] Due due(const QDate &start, const Limit &limit,
                          const QList<DaySpan> &excluded = {}) const;

    /// Net working days after `from` up to and including `to`; negative when `to` lies before
    /// `from`. Used = between(accepted, today); left = between(today, due).
    [[nodiscard]] int workingDaysBetween(const QDate &from, const QDate &to,
                                         const QList<DaySpan> &excluded = {}) const;
    /// Net days of either unit, counted in the same way.
    [[nodiscard]] int daysBetween(const QDate &from, const QDate &to, DayUnit unit,
                                  const QList<DaySpan> &excluded = {}) const;

private:
    QSet<QDate> m_offs;     // beside Saturdays and Sundays
    QSet<QDate> m_workdays; // Saturdays and Sundays that are worked, and 2020-02-03
    QMap<QDate, QString> m_notes;
    int m_lastLoadedYear = 0;
};

} // namespace hall
