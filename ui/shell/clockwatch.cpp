#include "ui/shell/clockwatch.h"

#include "domain/whendone.h"

#include <algorithm>

namespace hall {

namespace {

constexpr int lookMs = 60 * 1000;
constexpr int toleranceSeconds = 120; ///< a time service may put a clock back a little

} // namespace

ClockWatch::ClockWatch(const SessionDesk &sessions, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_newest(sessions.clock().now())
{
    m_minute.setInterval(lookMs);
    connect(&m_minute, &QTimer::timeout, this, &ClockWatch::look);
}

void ClockWatch::start()
{
    m_minute.start();
    whenDone(m_sessions.newestAct(), this, [this](const Result<QDateTime> &newest) {
        if (newest.ok())
            m_newest = std::max(m_newest, newest.value());
        look();
    });
}

void ClockWatch::look()
{
    const QDateTime now = m_sessions.clock().now();
    const bool wasBehind = m_isBehind;
    m_isBehind = now.addSecs(toleranceSeconds) < m_newest;
    if (m_isBehind && !wasBehind)
        Q_EMIT fellBehind(m_newest);
    if (m_isBehind)
        return;
    m_newest = std::max(m_newest, now);
    if (wasBehind)
        Q_EMIT cameRight();
}

} // namespace hall
