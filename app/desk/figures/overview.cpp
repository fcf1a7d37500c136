#include "desk/figures/overview.h"

#include "desk/figures/figures.h"
#include "domain/clock.h"

#include <QMap>

#include <numeric>

namespace hall {

namespace {

void countToday(Overview &overview, const QList<MilestoneSum> &sums)
{
    for (const MilestoneSum &sum : sums) {
        overview.receivedToday += sum.kind == Milestone::Received ? sum.count : 0;
        overview.acceptedToday += sum.kind == Milestone::Accepted ? sum.count : 0;
        overview.closedToday += isClosing(sum) ? sum.count : 0;
    }
}

void countHand(Overview &overview, const QList<InHand> &hands, const Reference &reference)
{
    QMap<QString, LightRow> departments;
    QMap<std::pair<QString, QString>, LightRow> windows;
    for (const InHand &hand : hands) {
        const auto light = static_cast<std::size_t>(lightOf(hand.light, overview.asOf, reference));
        LightRow &dept = departments[hand.dept];
        dept.dept = hand.dept;
        LightRow &window = windows[{hand.dept, hand.window}];
        window.dept = hand.dept;
        window.window = hand.window;
        ++dept.counts.at(light);
        ++window.counts.at(light);
        ++overview.total.counts.at(light);
        overview.waiting += hand.light.phase == Phase::Correction ? 1 : 0;
        overview.ready += hand.light.phase == Phase::Delivery ? 1 : 0;
    }
    overview.departments = departments.values();
    overview.windows = windows.values();
}

} // namespace

int LightRow::all() const
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

Result<Overview> overviewOf(const ReadTx &tx, const QDateTime &now)
{
    Overview overview{.asOf = now};
    const QDate today = hallDate(now);
    const auto sums = milestoneSums(tx, {.from = today, .to = today}, FigureGroup::Hall);
    if (!sums.ok())
        return sums.error();
    countToday(overview, sums.value());
    const auto hands = casesInHand(tx, {});
    if (!hands.ok())
        return hands.error();
    countHand(overview, hands.value(), tx.reference());
    const auto stuck = stuckBranches(tx);
    if (!stuck.ok())
        return stuck.error();
    overview.stuck = stuck.value();
    return overview;
}

Result<QList<CaseRow>> rowsInHand(const ReadTx &tx, const HandChoice &choice, const QDateTime &now)
{
    const auto hands = casesInHand(tx, {});
    if (!hands.ok())
        return hands.error();
    QList<qint64> keys;
    for (const InHand &hand : hands.value()) {
        const bool isMeant = (!choice.dept || hand.dept == *choice.dept)
            && (!choice.window || hand.window == *choice.window)
            && (!choice.phase || hand.light.phase == *choice.phase)
            && (!choice.light || lightOf(hand.light, now, tx.reference()) == *choice.light);
        if (isMeant)
            keys.append(hand.key);
    }
    return rowsOfKeys(tx, keys);
}

} // namespace hall
