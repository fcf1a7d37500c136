#include "domain/calendar.h"

#include "domain/csv.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isIn(const QList<DaySpan> &merged, const QDate &date)
{
    return std::any_of(merged.begin(), merged.end(), [&date](const DaySpan &span) {
        return date >= span.from && (!span.to.isValid() || date < span.to);
    });
}

/// A stop without an end never comes to a due date; the search for one ends here.
constexpr int searchDays = 366 * 40;

} // namespace

Result<QList<HolidayRow>> holidaysFromCsv(const QByteArray &bytes)
{
    QList<HolidayRow> holidays;
    const auto rows = parseCsv(bytes);
    for (qsizetype line = 1; line < rows.size(); ++line) {
        const QStringList &row = rows.at(line);
        const Error rejected{ErrorKind::RowRejected, QString::number(line + 1)};
        if (row.size() != 3 || (row.at(2) != "true"_L1 && row.at(2) != "false"_L1))
            return rejected;
        const QDate date = QDate::fromString(row.at(0), Qt::ISODate);
        if (!date.isValid())
            return rejected;
        holidays += HolidayRow{.date = date, .name = row.at(1), .isOff = row.at(2) == "true"_L1};
    }
    return holidays;
}

QList<DaySpan> mergedSpans(QList<DaySpan> spans)
{
    spans.removeIf([](const DaySpan &span) {
        return !span.from.isValid() || (span.to.isValid() && span.to <= span.from);
    });
    std::ranges::sort(spans, {}, &DaySpan::from);
    QList<DaySpan> merged;
    for (const DaySpan &span : spans) {
        const bool isApart
            = merged.isEmpty() || (merged.back().to.isValid() && span.from > merged.back().to);
        if (isApart)
            merged += span;
        else if (!span.to.isValid())
            merged.back().to = {};
        else if (merged.back().to.isValid())
            merged.back().to = std::max(merged.back().to, span.to);
    }
    return merged;
}

WorkingCalendar::WorkingCalendar(const QList<HolidayRow> &holidays,
                                 const QList<LocalOff> &localOffs)
{
    constexpr int october = 10;
    for (const HolidayRow &row : holidays) {
        (row.isOff ? m_offs : m_workdays).insert(row.date);
        m_notes.insert(row.date, row.name);
        if (row.isOff && row.date.month() == october)
            m_lastLoadedYear = std::max(m_lastLoadedYear, row.date.year());
    }
    for (const LocalOff &off : localOffs) {
        m_offs.insert(off.date);
        m_workdays.remove(off.date);
        m_notes.insert(off.date, off.reason);
    }
}

bool WorkingCalendar::isWorkingDay(const QDate &date) const
{
    if (m_workdays.contains(date))
        return true;
    return date.dayOfWeek() <= Qt::Friday && !m_offs.contains(date);
}

QDate WorkingCalendar::actingDay(const QDate &date) const
{
    QDate day = date;
    for (int i = 0; i < searchDays && !isWorkingDay(day); ++i)
        day = day.addDays(1);
    return day;
}

QDate WorkingCalendar::addWorkingDays(const QDate &date, int n) const
{
    return due(date, Limit{.days = n, .roll = Roll::None}).date;
}

Due WorkingCalendar::due(const QDate &start, const Limit &limit,
                         const QList<DaySpan> &excluded) const
{
    const auto stops = mergedSpans(excluded);
    const auto counts = [&](const QDate &day) {
        return !isIn(stops, day) && (limit.unit == DayUnit::Calendar || isWorkingDay(day));
    };
    QDate day = start;
    int left = limit.days;
    for (int i = 0; i < searchDays && left > 0; ++i) {
        day = day.addDays(1);
        if (counts(day))
            --left;
    }
    // A last day is never one on which the clock stands.
    const auto canEnd = [&](const QDate &last) { return isWorkingDay(last) && !isIn(stops, last); };
    for (int i = 0; limit.roll == Roll::Next && i < searchDays && !canEnd(day); ++i)
        day = day.addDays(1);
    return Due{.date = day, .isProvisional = day.year() > m_lastLoadedYear};
}

int WorkingCalendar::workingDaysBetween(const QDate &from, const QDate &to,
                                        const QList<DaySpan> &excluded) const
{
    return daysBetween(from, to, DayUnit::Workday, excluded);
}

int WorkingCalendar::daysBetween(const QDate &from, const QDate &to, DayUnit unit,
                                 const QList<DaySpan> &excluded) const
{
    if (to < from)
        return -daysBetween(to, from, unit, excluded);
    const auto stops = mergedSpans(excluded);
    int days = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1)) {
        if (!isIn(stops, day) && (unit == DayUnit::Calendar || isWorkingDay(day)))
            ++days;
    }
    return days;
}

} // namespace hall
