#include "blockmeter.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace hall::test {

namespace {

qint64 clockNs(clockid_t id)
{
    timespec at{};
    ::clock_gettime(id, &at);
    return qint64(at.tv_sec) * 1'000'000'000 + at.tv_nsec;
}

} // namespace

ThreadTimes ThreadTimes::now()
{
    ThreadTimes times{.wall = clockNs(CLOCK_MONOTONIC),
                      .running = clockNs(CLOCK_THREAD_CPUTIME_ID)};
    // "<running> <queued> <slices>"; a kernel without the file leaves queued at 0.
    const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return times;
    std::array<char, 96> text{};
    if (::read(file, text.data(), text.size() - 1) > 0)
        times.queued = QByteArray(text.data()).split(' ').value(1).toLongLong();
    ::close(file);
    return times;
}

void BlockMeter::note(const char *what, const ThreadTimes &before, const ThreadTimes &after)
{
    const qint64 waited = (after.wall - before.wall) - (after.running - before.running)
        - (after.queued - before.queued);
    if (waited <= m_longest.load())
        return;
    m_longest.store(waited);
    m_what.store(what);
}

} // namespace hall::test
