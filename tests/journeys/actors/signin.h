#pragma once

#include "stage.h"

namespace hall::journeys {

/// Comes to the machine and leaves it again.
class SignIn
{
public:
    explicit SignIn(Stage &stage)
        : m_stage(stage)
    {
    }

    /// The first start: takes the sample hall.
    void makeSampleHall();
    /// Staff code and password; `post` is the row of the choice for somebody with several posts.
    void as(const QString &staff, int post = 0);
    void out();
    /// A mistyped password, and what is said about it.
    void mistype(const QString &staff);
    void lockAndUnlock(const QString &staff);

private:
    Stage &m_stage;
};

} // namespace hall::journeys
