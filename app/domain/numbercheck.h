#pragma once

#include "domain/error.h"
#include "domain/regions.h"

#include <QDate>
#include <QList>
#include <QString>

namespace hall {

enum class Sex { Unknown, Male, Female };

/// What a valid number still makes one look at twice. Never a reason to refuse.
enum class NumberWarning {
    InnerCode,            ///< credit code: the organisation code inside fails its own check
    RegionCollective,     ///< 市辖区: a code that stands for all districts of a city
    RegionOtherPeriod,    ///< the code was not in use when the person was born
    RegionUnlisted,       ///< credit code: a registering region that is not in the table
    RegionOverridden,     ///< unknown region, accepted for the reason recorded
    CheckDigitOverridden, ///< early pilot credit code, accepted for the reason recorded
    DateImplausible       ///< old foreign residence card: the six birth figures are no date
};

/// What a number is checked against.
struct NumberContext
{
    const RegionTable &regions;
    QDate today = {};
    /// Why the clerk takes a number whose region is unknown (or a pilot credit code whose check
    /// character fails). Empty = such a number is refused.
    QString overrideReason = {};
};

/// A valid value, what to look at twice, and the reason if an error was overridden (to be
/// recorded).
template <class T> struct Checked
{
    T value;
    QList<NumberWarning> warnings = {};
    QString overrideReason = {};

    [[nodiscard]] bool has(NumberWarning warning) const { return warnings.contains(warning); }
};

} // namespace hall
