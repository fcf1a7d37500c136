#include "store/idleworker.h"

#include <algorithm>

namespace hall {

IdleWorker::IdleWorker(Times times, std::function<bool()> step, std::function<void()> end)
    : m_times(times)
    , m_step(std::move(step))
    , m_end(std::move(end))
    , m_thread([this] { run(); })
{
}

IdleWorker::~IdleWorker()
{
    stop();
}

void IdleWorker::touch()
{
    const std::lock_guard lock(m_mutex);
    m_last = Clock::now();
    if (m_isAsked)
        return; // the thread looks at m_last by itself
    m_isAsked = true;
    m_first = m_last;
    m_wake.notify_one();
}

void IdleWorker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool IdleWorker::waitForQuiet()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isEnding || m_isAsked; });
    while (!m_isEnding) {
        const auto due = std::min(m_last + m_times.quiet, m_first + m_times.latest);
        if (Clock::now() >= due)
            break;
        m_wake.wait_until(lock, due, [this] { return m_isEnding; });
    }
    m_isAsked = false;
    return !m_isEnding;
}

void IdleWorker::run()
{
    while (waitForQuiet()) {
        if (m_step()) {
            const std::lock_guard lock(m_mutex);
            // More to do: goes on at once while it is quiet, else at the next chance.
            if (!m_isAsked) {
                m_isAsked = true;
                m_first = Clock::now();
                m_last = m_first - m_times.quiet;
            }
        }
    }
    m_end();
}

} // namespace hall
