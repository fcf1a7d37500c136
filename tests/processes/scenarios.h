#pragma once

#include "run.h"

#include <QList>

namespace hall::test {

/// A line of the matrix: the trouble between a run's beginning and its healing.
struct Scenario
{
    const char *name = "";
    void (*trouble)(Run &run) = nullptr;
    /// Defects on purpose are found, or the checks are worth nothing: word that a problem begins
    /// with; empty = a run of the matrix.
    const char *mustFind = "";
    /// Fails for a reason that is not mended yet (README): named by the tests, played by
    /// `./run faults`.
    bool isOpen = false;
};

[[nodiscard]] QList<Scenario> killScenarios();
[[nodiscard]] QList<Scenario> lineScenarios();
[[nodiscard]] QList<Scenario> serverScenarios();
[[nodiscard]] QList<Scenario> storeScenarios();
[[nodiscard]] QList<Scenario> peopleScenarios();
/// Three defects on purpose.
[[nodiscard]] QList<Scenario> brokenScenarios();

} // namespace hall::test
