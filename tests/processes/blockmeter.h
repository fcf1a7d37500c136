#pragma once

#include <QString>
#include <QtGlobal>

#include <atomic>

namespace hall::test {

/// What the kernel says about this thread, in nanoseconds.
struct ThreadTimes
{
    qint64 wall = 0;
    qint64 running = 0;
    qint64 queued = 0; ///< wanted to run and could not: somebody else had the processor
    [[nodiscard]] static ThreadTimes now();
};

/// How long calls keep their thread waiting: not running and not queued for a processor either, so
/// that a busy machine is not taken for a call that blocks.
class BlockMeter
{
public:
    template <class F> void time(const char *what, F call)
    {
        const ThreadTimes before = ThreadTimes::now();
        call();
        note(what, before, ThreadTimes::now());
    }
    [[nodiscard]] double longestMs() const { return double(m_longest.load()) / 1e6; }
    [[nodiscard]] QString longestCall() const { return QString::fromLatin1(m_what.load()); }

private:
    void note(const char *what, const ThreadTimes &before, const ThreadTimes &after);

    std::atomic<qint64> m_longest{0};
    std::atomic<const char *> m_what{""};
};

} // namespace hall::test
