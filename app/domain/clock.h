#pragma once

#include <QDate>
#include <QDateTime>
#include <QTime>

#include <atomic>

namespace hall {

/// The hall's local time. China has one zone and no summer time (none since 1991), so the offset is
/// a constant and a day never depends on the machine's zone setting.
constexpr int hallOffsetSeconds = 8 * 3600;

/// Local date, time and date-time of an instant (any time spec).
[[nodiscard]] QDate hallDate(const QDateTime &instant);
[[nodiscard]] QTime hallTime(const QDateTime &instant);
/// The instant (UTC) of a local date and time.
[[nodiscard]] QDateTime hallInstant(QDate date, QTime time = QTime(0, 0));

/// Milliseconds since 1970 UTC, the form instants have in events and in the store.
[[nodiscard]] inline QDateTime instantOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// Time is a value that is passed in (design.md rule 5).
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC with millisecond precision, corrected by the offset measured at the last
    /// contact.
    [[nodiscard]] virtual QDateTime now() const = 0;
    [[nodiscard]] QDate today() const { return hallDate(now()); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// A clock that stands still until it is told otherwise: tests, the played day. May be set while
/// other threads read it.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &at)
        : m_ms(at.toMSecsSinceEpoch())
    {
    }
    [[nodiscard]] QDateTime now() const override { return instantOf(m_ms.load()); }
    void set(const QDateTime &at) { m_ms = at.toMSecsSinceEpoch(); }
    void advance(qint64 seconds) { m_ms += seconds * 1000; }

private:
    std::atomic<qint64> m_ms;
};

} // namespace hall
