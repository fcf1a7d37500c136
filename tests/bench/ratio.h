#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>

namespace hall::bench {

/// Milliseconds of single runs.
class Samples
{
public:
    void add(double ms) { m_values.append(ms); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }
    [[nodiscard]] qsizetype count() const { return m_values.size(); }

private:
    [[nodiscard]] double at(double part) const
    {
        if (m_values.isEmpty())
            return 0;
        QList<double> sorted = m_values;
        std::ranges::sort(sorted);
        const auto index
            = static_cast<qsizetype>(part * static_cast<double>(sorted.size() - 1) + 0.5);
        return sorted.at(index);
    }

    QList<double> m_values;
};

template <class F> double timed(F work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// A row of the table.
struct Row
{
    QString name = {};
    QString ours = {};
    QString limit = {};
    QString ratio = {};
    QString goal = {};
};

inline Row ratioRow(const QString &name, const Samples &ours, const Samples &limit,
                    const QString &goal)
{
    const double ratio = limit.median() > 0 ? ours.median() / limit.median() : 0;
    return {
        .name = name,
        .ours
        = QStringLiteral("%1 ms (p95 %2)").arg(ours.median(), 0, 'f', 3).arg(ours.p95(), 0, 'f', 3),
        .limit = QStringLiteral("%1 ms").arg(limit.median(), 0, 'f', 3),
        .ratio = QStringLiteral("%1").arg(ratio, 0, 'f', 2),
        .goal = goal};
}

} // namespace hall::bench
