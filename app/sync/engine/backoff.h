#pragma once

#include <QtGlobal>

#include <random>

namespace hall {

/// How long to wait after the centre could not be reached: a random part of 10 s, doubling to 60 s,
/// so that the windows of a hall do not come back all at once. The seed is passed in.
class BackOff
{
public:
    explicit BackOff(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] qint64 next()
    {
        std::uniform_int_distribution<qint64> within(0, m_limit);
        const qint64 wait = within(m_random);
        m_limit = qMin(2 * m_limit, longest);
        return wait;
    }
    void reset() { m_limit = first; }

private:
    static constexpr qint64 first = 10'000;
    static constexpr qint64 longest = 60'000;
    std::mt19937 m_random;
    qint64 m_limit = first;
};

} // namespace hall
