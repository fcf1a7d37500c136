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
    /// The first start of a workstation with a connection file: the hall comes from its centre.
    void joinHall(const QString &staff, const QString &password);
    /// Staff code and password; `post` is the row of the choice for somebody with several posts.
    void as(const QString &staff, int post = 0);
    void out();
    /// Wrong passwords: nobody is let in, and the third one has to wait.
    void mistype(const QString &staff);
    /// Locks by key, does not come back with a wrong password, and comes back with the right one.
    void lockAndUnlock();
    /// Of the sample hall: everybody has the same; its sign-in page tells it.
    [[nodiscard]] const QString &password() const { return m_password; }

private:
    Stage &m_stage;
    QString m_password;
};

} // namespace hall::journeys
