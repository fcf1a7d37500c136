#pragma once

#include "domain/localtext.h"
#include "store/figurerows.h"

#include <array>
#include <bitset>
#include <optional>

namespace hall {

/// Columns of the daily workload report (domain.md section 7), in their order on the sheet.
enum class Figure {
    Consult,
    Tickets,
    AverageWait,
    Received,
    Accepted,
    Refused,
    Corrections,
    Returned,
    SameDay,
    Promised,
    Joint,
    SentUp,
    Early,
    OnTime,
    Late,
    InHand,
    Paused,
    DueSoon,
    Overdue,
    Payments,
    Amount,
    Rated,
    Satisfied,
    Bad
};
inline constexpr int figureCount = static_cast<int>(Figure::Bad) + 1;

/// The one definition of a figure.
struct FigureDef
{
    Figure figure = Figure::Received;
    QString key = {}; ///< field of the paper (app/papers/README.md)
    LocalText block = {};
    LocalText name = {};
    LocalText formula = {};
    LocalText unit = {};
    LocalText source = {}; ///< which rows are counted; what is missing where `hasSource` is false
    bool hasSource = true; ///< false = nothing in the program writes such rows yet: it prints —
};

[[nodiscard]] const QList<FigureDef> &figureDefs();
[[nodiscard]] const FigureDef &figureDef(Figure figure);
/// Figures in hand count the open cases of a moment; the others what happened on a day.
[[nodiscard]] bool isStock(Figure figure);
[[nodiscard]] bool isMoney(Figure figure); ///< payments and their sum
/// The milestones that a figure counts; nothing for stock, money and figures without a source.
[[nodiscard]] std::optional<MilestoneChoice> choiceOf(Figure figure);
/// Ended by a closing of the office.
[[nodiscard]] bool isClosing(const MilestoneSum &sum);
/// Finish codes that are a closing (办结): document given, sent up, done. Withdrawn, void, lapsed
/// and refused cases end, but are not closed by the office (domain.md section 7).
[[nodiscard]] const QStringList &closingFinishes();
/// Chinese and English word of a finish code of the exchange tables.
[[nodiscard]] LocalText finishName(const QString &code);

/// The values of one row of the report. Amount is in fen.
class FigureSet
{
public:
    FigureSet();
    /// Nothing where there is no source: prints —, never 0.
    [[nodiscard]] std::optional<qint64> value(Figure figure) const;
    void add(Figure figure, qint64 count) { m_values[index(figure)] += count; }
    void add(const FigureSet &other);
    [[nodiscard]] bool isIdle() const; ///< nothing happened and nothing is in hand

private:
    static constexpr std::size_t index(Figure figure) { return static_cast<std::size_t>(figure); }
    std::array<qint64, figureCount> m_values = {};
    std::bitset<figureCount> m_isKnown;
};

/// Adds what a sum of milestones counts; a milestone may count in several figures.
void count(FigureSet &figures, const MilestoneSum &sum);
/// Whether a case in hand with this light counts in a stock figure.
[[nodiscard]] bool countsInHand(Figure figure, Light light, bool isStopped);

} // namespace hall
