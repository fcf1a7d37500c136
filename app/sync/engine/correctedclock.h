#pragma once

#include "domain/clock.h"

#include <atomic>

namespace hall {

/// The machine's clock, corrected by the offset to the centre's that was measured at the last
/// contact: what a person does carries this time (design.md rule 5). Any thread.
class CorrectedClock final : public Clock
{
public:
    explicit CorrectedClock(const Clock &local)
        : m_local(local)
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_local.now().addMSecs(m_offset); }
    [[nodiscard]] const Clock &local() const { return m_local; }
    [[nodiscard]] qint64 offset() const { return m_offset; }
    void setOffset(qint64 ms) { m_offset = ms; }

private:
    const Clock &m_local;
    std::atomic<qint64> m_offset{0};
};

} // namespace hall
