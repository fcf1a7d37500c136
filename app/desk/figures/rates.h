#pragma once

#include "domain/localtext.h"
#include "store/figurerows.h"

#include <optional>

namespace hall {

/// Ratios below the sheet.
enum class Rate { SameDayRate, OnTimeRate, EarlyRate, SpeedUp, MeanDays, MedianDays, NinthDecile };

struct RateDef
{
    Rate rate = Rate::SameDayRate;
    LocalText name = {};
    LocalText formula = {};
    LocalText unit = {}; ///< % or working days
    LocalText source = {};
};
[[nodiscard]] const QList<RateDef> &rateDefs();
[[nodiscard]] const RateDef &rateDef(Rate rate);

/// A ratio; a denominator of 0 gives none.
struct RateValue
{
    Rate rate = Rate::SameDayRate;
    std::optional<double> value = {};   ///< percent or days
    [[nodiscard]] QString text() const; ///< "93.2 %", "1.8", or —
};
/// From the closings of the scope and their net days, ascending.
[[nodiscard]] QList<RateValue> ratesOf(const QList<MilestoneSum> &sums, const QList<int> &netDays);

} // namespace hall
