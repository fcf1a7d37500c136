#pragma once

#include "domain/clock.h"

#include <atomic>

namespace hall::test {

/// The machine's clock of a station, wrong by as much as a scenario wants.
class StationClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::currentDateTimeUtc().addMSecs(m_wrong.load());
    }
    void setWrong(qint64 ms) { m_wrong.store(ms); }

private:
    std::atomic<qint64> m_wrong{0};
};

} // namespace hall::test
