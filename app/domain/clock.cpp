#include "domain/clock.h"

namespace hall {

QDate hallDate(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(hallOffsetSeconds).date();
}

QTime hallTime(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(hallOffsetSeconds).time();
}

QDateTime hallInstant(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::OffsetFromUTC, hallOffsetSeconds).toUTC();
}

} // namespace hall
