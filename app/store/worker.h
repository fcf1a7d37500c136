#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hall {

/// A thread that runs jobs one after the other. What a job uses (a connection) lives and dies in
/// it.
class Worker
{
public:
    Worker();
    /// Runs what is still queued, then ends the thread.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> job);
    /// Posts and waits for the end of the job. Never from a job of the same worker.
    void call(const std::function<void()> &job);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace hall
