#pragma once

#include "script.h"
#include "stage.h"

namespace hall::journeys {

/// Whoever opens a case from the search: prints a paper again, or takes an exception that only the
/// manager may take.
class CaseReader
{
public:
    explicit CaseReader(Stage &stage)
        : m_stage(stage)
    {
    }

    void open(const Visit &visit);
    /// Prints the paper of that name on the open case and says that it is in hand.
    void print(const QString &paper);
    /// An action of the definition by its button, with the reason that it asks for.
    void decide(const QString &action, const QString &reason, const QString &picture);

private:
    Stage &m_stage;
};

} // namespace hall::journeys
