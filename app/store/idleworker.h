#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace hall {

/// A thread for what may wait until nobody works: it begins when there was quiet for a while, at
/// the latest some time after the first touch, and goes on step by step.
class IdleWorker
{
public:
    struct Times
    {
        std::chrono::milliseconds quiet{200};
        std::chrono::milliseconds latest{2000};
    };

    /// `step` does a little and answers whether there is more; `end` runs last. Both on the thread.
    IdleWorker(Times times, std::function<bool()> step, std::function<void()> end);
    ~IdleWorker();
    IdleWorker(const IdleWorker &) = delete;
    IdleWorker &operator=(const IdleWorker &) = delete;

    /// Somebody worked: there is something to do, but not now.
    void touch();
    /// Waits for the step that runs, and ends the thread; what is left over stays.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    void run();
    [[nodiscard]] bool waitForQuiet();

    Times m_times;
    std::function<bool()> m_step;
    std::function<void()> m_end;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isAsked = false;
    bool m_isEnding = false;
    Clock::time_point m_first; ///< touch since the last step
    Clock::time_point m_last;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace hall
