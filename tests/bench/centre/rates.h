#pragma once

#include "tests/bench/ratio.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <ctime>

namespace hall::bench {

/// Milliseconds of the processor that this process has used, in all its threads: what a machine
/// that does other things beside takes no part in.
template <class F> double worked(F work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double before = now();
    work();
    return now() - before;
}

/// The same of one process of the server's: what waits for its disk is not in it.
template <class F> double serverWorked(const QByteArray &pid, F work)
{
    const auto now = [&pid] {
        QFile file(QStringLiteral("/proc/%1/schedstat").arg(QString::fromLatin1(pid)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').first().toDouble() / 1e6
                                              : 0.0;
    };
    const double before = now();
    work();
    return now() - before;
}

/// A row whose goal is a part of the limit's speed: ratio = limit's time / own time.
inline Row rateRow(const QString &name, double things, const Samples &ours, const Samples &limit,
                   const QString &goal)
{
    const auto speed = [things](const Samples &samples) {
        return samples.median() > 0 ? things * 1000 / samples.median() : 0;
    };
    return {.name = name,
            .ours = QStringLiteral("%1/s").arg(speed(ours), 0, 'f', 0),
            .limit = QStringLiteral("%1/s").arg(speed(limit), 0, 'f', 0),
            .ratio = QStringLiteral("%1").arg(
                ours.median() > 0 ? limit.median() / ours.median() : 0, 0, 'f', 2),
            .goal = goal};
}

} // namespace hall::bench
