#include "desk/figures/rates.h"

#include "desk/figures/figures.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

const QList<RateDef> &rateDefs()
{
    const LocalText percent{.zh = u"%"_s, .en = u"%"_s};
    const LocalText days{.zh = u"工作日"_s, .en = u"working days"_s};
    const LocalText closed{.zh = u"当日办结的案件（办结结果 0、4、6）"_s,
                           .en = u"cases closed on the day (finish 0, 4, 6)"_s};
    static const QList<RateDef> defs{
        {Rate::SameDayRate,
         {u"即办率"_s, u"Same-day rate"_s},
         {u"即办件 ÷ 办结件"_s, u"same-day closed ÷ closed"_s},
         percent,
         closed},
        {Rate::OnTimeRate,
         {u"按时办结率"_s, u"On-time rate"_s},
         {u"不晚于承诺日期办结 ÷ 办结件"_s, u"closed by the promised date ÷ closed"_s},
         percent,
         closed},
        {Rate::EarlyRate,
         {u"提前办结率"_s, u"Early rate"_s},
         {u"提前办结的承诺件 ÷ 办结的承诺件"_s, u"promised cases closed early ÷ promised closed"_s},
         percent,
         closed},
        {Rate::SpeedUp,
         {u"实际提速率"_s, u"Real speed-up"_s},
         {u"(法定天数 − 实用天数) ÷ 法定天数，只计有法定期限的"_s,
          u"(days by law − days used) ÷ days by law, where the law sets a limit"_s},
         percent,
         closed},
        {Rate::MeanDays,
         {u"平均办理时长"_s, u"Mean time"_s},
         {u"净工作日的平均数"_s, u"mean of net working days"_s},
         days,
         closed},
        {Rate::MedianDays,
         {u"办理时长中位数"_s, u"Median time"_s},
         {u"净工作日的中位数"_s, u"median of net working days"_s},
         days,
         closed},
        {Rate::NinthDecile,
         {u"九成案件办理时长"_s, u"90th percentile"_s},
         {u"九成办结件不超过的净工作日"_s, u"net working days that 90 % do not exceed"_s},
         days,
         closed}};
    return defs;
}

const RateDef &rateDef(Rate rate)
{
    return rateDefs().at(static_cast<int>(rate));
}

QString RateValue::text() const
{
    if (!value)
        return u"—"_s;
    const bool isPercent = rate <= Rate::SpeedUp;
    return QString::number(*value, 'f', 1) + (isPercent ? u" %"_s : QString());
}

namespace {

struct Closings
{
    int all = 0;
    int sameDay = 0;
    int inTime = 0;
    int promised = 0;
    int promisedEarly = 0;
    qint64 legalDays = 0;
    qint64 legalDaysUsed = 0;
};

Closings closingsOf(const QList<MilestoneSum> &sums)
{
    Closings c;
    for (const MilestoneSum &sum : sums) {
        if (!isClosing(sum))
            continue;
        const bool isPromised = sum.caseType == CaseType::Promised;
        c.all += sum.count;
        c.sameDay += sum.caseType == CaseType::SameDay ? sum.count : 0;
        c.inTime += sum.grade == ClosingGrade::Early || sum.grade == ClosingGrade::OnTime
            ? sum.count
            : 0;
        c.promised += isPromised ? sum.count : 0;
        c.promisedEarly += isPromised && sum.grade == ClosingGrade::Early ? sum.count : 0;
        c.legalDays += sum.legalDays;
        c.legalDaysUsed += sum.legalDaysUsed;
    }
    return c;
}

std::optional<double> percentOf(qint64 part, qint64 whole)
{
    if (whole == 0)
        return {};
    return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// The value that a share of the sorted days does not exceed (nearest rank).
std::optional<double> rankOf(const QList<int> &days, int percent)
{
    if (days.isEmpty())
        return {};
    const qsizetype rank = (days.size() * percent + 99) / 100;
    return days.at(std::max<qsizetype>(rank, 1) - 1);
}

std::optional<double> medianOf(const QList<int> &days)
{
    if (days.isEmpty())
        return {};
    const qsizetype half = days.size() / 2;
    return days.size() % 2 == 1 ? days.at(half) : (days.at(half - 1) + days.at(half)) / 2.0;
}

std::optional<double> meanOf(const QList<int> &days)
{
    if (days.isEmpty())
        return {};
    qint64 sum = 0;
    for (const int day : days)
        sum += day;
    return static_cast<double>(sum) / static_cast<double>(days.size());
}

} // namespace

QList<RateValue> ratesOf(const QList<MilestoneSum> &sums, const QList<int> &netDays)
{
    const Closings c = closingsOf(sums);
    return {{Rate::SameDayRate, percentOf(c.sameDay, c.all)},
            {Rate::OnTimeRate, percentOf(c.inTime, c.all)},
            {Rate::EarlyRate, percentOf(c.promisedEarly, c.promised)},
            {Rate::SpeedUp, percentOf(c.legalDays - c.legalDaysUsed, c.legalDays)},
            {Rate::MeanDays, meanOf(netDays)},
            {Rate::MedianDays, medianOf(netDays)},
            {Rate::NinthDecile, rankOf(netDays, 90)}};
}

} // namespace hall
