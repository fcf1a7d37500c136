#pragma once

#include "desk/routing/caseline.h"
#include "store/figurerows.h"
#include "store/stuckrows.h"

#include <array>
#include <optional>

namespace hall {

inline constexpr int lightCount = static_cast<int>(Light::RedBar) + 1;

/// Cases in hand of a department or window (registered and not ended), by light.
struct LightRow
{
    QString dept = {};
    QString window = {}; ///< rows by window only
    std::array<int, lightCount> counts = {};
    [[nodiscard]] int of(Light light) const { return counts.at(static_cast<std::size_t>(light)); }
    [[nodiscard]] int all() const;
};

/// The hall at this moment.
struct Overview
{
    QDateTime asOf = {};
    LightRow total = {};
    QList<LightRow> departments = {};
    QList<LightRow> windows = {}; ///< grouped by department
    int receivedToday = 0;
    int acceptedToday = 0;
    int closedToday = 0;
    int waiting = 0; ///< for the applicant's corrections
    int ready = 0;   ///< results to hand over
    QList<StuckBranch> stuck = {};
};

/// What a figure of the overview opens; nothing set = all cases in hand.
struct HandChoice
{
    std::optional<QString> dept = {};
    std::optional<QString> window = {};
    std::optional<Light> light = {};
    std::optional<Phase> phase = {};
};

[[nodiscard]] Result<Overview> overviewOf(const ReadTx &tx, const QDateTime &now);
[[nodiscard]] Result<QList<CaseRow>> rowsInHand(const ReadTx &tx, const HandChoice &choice,
                                                const QDateTime &now);

} // namespace hall
