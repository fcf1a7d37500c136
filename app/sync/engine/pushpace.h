#pragma once

#include <QtGlobal>

namespace hall {

/// How many events the next push carries. The stations of a town queue before one row of the
/// centre: when 33 of them come back from a week alone, calls that were as long as they may be
/// would keep the last ones waiting beyond the deadline of the line, and what is given up there is
/// still done, and offered again. So a call grows while answers come quickly, and shrinks when they
/// do not.
class PushPace
{
public:
    static constexpr int least = 25;
    static constexpr int first = 100;

    explicit PushPace(int most)
        : m_most(most)
    {
    }
    [[nodiscard]] int events() const { return m_events; }
    /// `ms`: from the offer to its answer.
    void answered(qint64 ms)
    {
        constexpr qint64 quick = 500;
        constexpr qint64 slow = 2000;
        if (ms < quick)
            m_events = qMin(m_most, m_events * 2);
        else if (ms > slow)
            m_events = qMax(least, m_events / 2);
    }
    /// No answer came: perhaps so many were waiting.
    void lost() { m_events = qMax(least, m_events / 4); }

private:
    int m_most;
    int m_events = first;
};

} // namespace hall
