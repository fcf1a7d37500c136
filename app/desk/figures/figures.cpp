#include "desk/figures/figures.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const LocalText visits{.zh = u"来访"_s, .en = u"Visits"_s};
const LocalText intake{.zh = u"收件"_s, .en = u"Intake"_s};
const LocalText closing{.zh = u"办结"_s, .en = u"Closed"_s};
const LocalText inHand{.zh = u"在办"_s, .en = u"In hand"_s};
const LocalText feesAndRatings{.zh = u"收费与评价"_s, .en = u"Fees and ratings"_s};

const LocalText cases{.zh = u"件"_s, .en = u"cases"_s};
const LocalText times{.zh = u"次"_s, .en = u"times"_s};
const LocalText noQueue{.zh = u"排队叫号系统未接入"_s, .en = u"no queue system is connected"_s};
const LocalText noRating{.zh = u"评价系统未接入"_s, .en = u"no rating device is connected"_s};
const LocalText journal{.zh = u"案件日志"_s, .en = u"journals of the cases"_s};
const LocalText openRows{.zh = u"当日结束时未办结的案件"_s,
                         .en = u"cases open at the end of the day"_s};
const LocalText paymentRows{.zh = u"缴费记录"_s, .en = u"payments"_s};

FigureDef missing(Figure figure, const QString &key, const LocalText &name)
{
    const bool isVisit = figure <= Figure::AverageWait;
    return {.figure = figure,
            .key = key,
            .block = isVisit ? visits : feesAndRatings,
            .name = name,
            .formula = {.zh = u"—"_s, .en = u"—"_s},
            .unit = figure == Figure::AverageWait ? LocalText{.zh = u"分钟"_s, .en = u"minutes"_s}
                                                  : times,
            .source = isVisit ? noQueue : noRating,
            .hasSource = false};
}

FigureDef counted(Figure figure, const QString &key, const LocalText &name,
                  const LocalText &formula)
{
    const bool isClosing = figure >= Figure::SameDay && figure <= Figure::Late;
    return {.figure = figure,
            .key = key,
            .block = isClosing    ? closing
                : isStock(figure) ? inHand
                                  : intake,
            .name = name,
            .formula = formula,
            .unit = cases,
            .source = isStock(figure) ? openRows : journal};
}

QList<FigureDef> intakeDefs()
{
    return {missing(Figure::Consult, u"consult"_s, {u"咨询"_s, u"Enquiries"_s}),
            missing(Figure::Tickets, u"tickets"_s, {u"取号"_s, u"Tickets"_s}),
            missing(Figure::AverageWait, u"avgWait"_s, {u"平均等候"_s, u"Mean wait"_s}),
            counted(Figure::Received, u"received"_s, {u"收件"_s, u"Received"_s},
                    {u"当日登记的案件数"_s, u"cases registered on the day"_s}),
            counted(Figure::Accepted, u"accepted"_s, {u"受理"_s, u"Accepted"_s},
                    {u"当日受理的案件数"_s, u"cases accepted on the day"_s}),
            counted(Figure::Refused, u"refused"_s, {u"不予受理"_s, u"Refused"_s},
                    {u"当日作出不予受理决定的案件数"_s, u"cases refused at the counter"_s}),
            counted(Figure::Corrections, u"corrections"_s, {u"补正"_s, u"Corrections"_s},
                    {u"当日发出的补正告知次数"_s, u"correction notices given"_s}),
            counted(Figure::Returned, u"returned"_s, {u"退件"_s, u"Returned"_s},
                    {u"当日申请人撤回、材料退还的案件数"_s,
                     u"cases withdrawn, materials given back"_s})};
}

QList<FigureDef> closingDefs()
{
    return {counted(Figure::SameDay, u"sameDay"_s, {u"即办"_s, u"Same day"_s},
                    {u"当日办结的即办件"_s, u"same-day cases closed"_s}),
            counted(Figure::Promised, u"promised"_s, {u"承诺"_s, u"Promised"_s},
                    {u"当日办结的承诺件"_s, u"promised cases closed"_s}),
            counted(Figure::Joint, u"joint"_s, {u"联办"_s, u"Joint"_s},
                    {u"当日办结的联办件"_s, u"joint cases closed"_s}),
            counted(Figure::SentUp, u"forwarded"_s, {u"上报"_s, u"Sent up"_s},
                    {u"当日办结的上报件"_s, u"cases closed that were sent up"_s}),
            counted(Figure::Early, u"early"_s, {u"提前"_s, u"Early"_s},
                    {u"早于承诺日期办结"_s, u"closed before the promised date"_s}),
            counted(Figure::OnTime, u"onTime"_s, {u"按时"_s, u"On time"_s},
                    {u"在承诺日期当日办结"_s, u"closed on the promised date"_s}),
            counted(Figure::Late, u"late"_s, {u"超期"_s, u"Late"_s},
                    {u"晚于承诺日期办结"_s, u"closed after the promised date"_s})};
}

QList<FigureDef> otherDefs()
{
    FigureDef amount{.figure = Figure::Amount,
                     .key = u"amountFen"_s,
                     .block = feesAndRatings,
                     .name = {u"金额"_s, u"Amount"_s},
                     .formula = {u"有效缴费金额之和，减当日退还以前班次的金额"_s,
                                 u"sum of the payments, less what the day gave back of earlier "
                                 "shifts"_s},
                     .unit = {u"元"_s, u"yuan"_s},
                     .source = paymentRows};
    FigureDef payments = amount;
    payments.figure = Figure::Payments;
    payments.key = u"payments"_s;
    payments.name = {u"笔数"_s, u"Payments"_s};
    payments.formula = {u"当日缴费笔数，当班作废的除外"_s,
                        u"payments of the day, without those struck in their shift"_s};
    payments.unit = {u"笔"_s, u"payments"_s};
    return {counted(Figure::InHand, u"open"_s, {u"在办"_s, u"In hand"_s},
                    {u"已受理、未办结"_s, u"accepted and not ended"_s}),
            counted(Figure::Paused, u"paused"_s, {u"挂起"_s, u"Paused"_s},
                    {u"在办中暂停计时的"_s, u"of these, with a stopped clock"_s}),
            counted(Figure::DueSoon, u"dueSoon"_s, {u"临期"_s, u"Due soon"_s},
                    {u"在办中亮黄灯的"_s, u"of these, with a yellow light"_s}),
            counted(Figure::Overdue, u"overdue"_s, {u"超期"_s, u"Overdue"_s},
                    {u"在办中亮红灯的"_s, u"of these, with a red light"_s}),
            payments,
            amount,
            missing(Figure::Rated, u"rated"_s, {u"参评"_s, u"Rated"_s}),
            missing(Figure::Satisfied, u"satisfied"_s, {u"满意"_s, u"Satisfied"_s}),
            missing(Figure::Bad, u"bad"_s, {u"差评"_s, u"Bad"_s})};
}

std::optional<Figure> figureOf(CaseType type)
{
    switch (type) {
    case CaseType::SameDay:
        return Figure::SameDay;
    case CaseType::Promised:
        return Figure::Promised;
    case CaseType::Joint:
        return Figure::Joint;
    case CaseType::SentUp:
        return Figure::SentUp;
    }
    return {};
}

std::optional<Figure> figureOf(ClosingGrade grade)
{
    switch (grade) {
    case ClosingGrade::Early:
        return Figure::Early;
    case ClosingGrade::OnTime:
        return Figure::OnTime;
    case ClosingGrade::Late:
        return Figure::Late;
    case ClosingGrade::None:
        break;
    }
    return {};
}

std::optional<Figure> figureOf(Milestone kind)
{
    switch (kind) {
    case Milestone::Received:
        return Figure::Received;
    case Milestone::Accepted:
        return Figure::Accepted;
    case Milestone::Refused:
        return Figure::Refused;
    case Milestone::Corrected:
        return Figure::Corrections;
    case Milestone::Returned:
        return Figure::Returned;
    case Milestone::SentUp:
    case Milestone::Decided:
    case Milestone::Ready:
    case Milestone::Ended:
        break;
    }
    return {};
}

} // namespace

bool isClosing(const MilestoneSum &sum)
{
    return sum.kind == Milestone::Ended && closingFinishes().contains(sum.finish);
}

const QList<FigureDef> &figureDefs()
{
    static const QList<FigureDef> defs = intakeDefs() + closingDefs() + otherDefs();
    return defs;
}

const FigureDef &figureDef(Figure figure)
{
    return figureDefs().at(static_cast<int>(figure));
}

bool isStock(Figure figure)
{
    return figure >= Figure::InHand && figure <= Figure::Overdue;
}

bool isMoney(Figure figure)
{
    return figure == Figure::Payments || figure == Figure::Amount;
}

const QStringList &closingFinishes()
{
    static const QStringList codes{u"0"_s, u"4"_s, u"6"_s};
    return codes;
}

LocalText finishName(const QString &code)
{
    static const QHash<QString, LocalText> names{
        {u"0"_s, {u"出证办结"_s, u"closed with a document"_s}},
        {u"1"_s, {u"退回办结"_s, u"ended by return"_s}},
        {u"2"_s, {u"作废办结"_s, u"void"_s}},
        {u"3"_s, {u"删除办结"_s, u"deleted"_s}},
        {u"4"_s, {u"转报办结"_s, u"closed by sending up"_s}},
        {u"5"_s, {u"补正不来办结"_s, u"ended for want of correction"_s}},
        {u"6"_s, {u"办结"_s, u"closed"_s}}};
    return names.value(code, {.zh = code, .en = code});
}

std::optional<MilestoneChoice> choiceOf(Figure figure)
{
    for (int kind = static_cast<int>(Milestone::Received);
         kind <= static_cast<int>(Milestone::Returned); ++kind) {
        const auto milestone = static_cast<Milestone>(kind);
        if (figureOf(milestone) == figure)
            return MilestoneChoice{.kind = milestone};
    }
    MilestoneChoice choice{.kind = Milestone::Ended, .finishes = closingFinishes()};
    for (const CaseType type :
         {CaseType::SameDay, CaseType::Promised, CaseType::Joint, CaseType::SentUp}) {
        if (figureOf(type) == figure) {
            choice.caseType = type;
            return choice;
        }
    }
    for (const ClosingGrade grade :
         {ClosingGrade::Early, ClosingGrade::OnTime, ClosingGrade::Late}) {
        if (figureOf(grade) == figure) {
            choice.grade = grade;
            return choice;
        }
    }
    return {};
}

FigureSet::FigureSet()
{
    for (const FigureDef &def : figureDefs())
        m_isKnown.set(index(def.figure), def.hasSource);
}

std::optional<qint64> FigureSet::value(Figure figure) const
{
    if (!m_isKnown.test(index(figure)))
        return {};
    return m_values.at(index(figure));
}

void FigureSet::add(const FigureSet &other)
{
    std::ranges::transform(m_values, other.m_values, m_values.begin(), std::plus());
    m_isKnown &= other.m_isKnown;
}

bool FigureSet::isIdle() const
{
    return std::ranges::all_of(m_values, [](qint64 value) { return value == 0; });
}

void count(FigureSet &figures, const MilestoneSum &sum)
{
    if (const std::optional<Figure> figure = figureOf(sum.kind))
        figures.add(*figure, sum.count);
    if (!isClosing(sum))
        return;
    if (const std::optional<Figure> figure = figureOf(sum.caseType))
        figures.add(*figure, sum.count);
    if (const std::optional<Figure> figure = figureOf(sum.grade))
        figures.add(*figure, sum.count);
}

bool countsInHand(Figure figure, Light light, bool isStopped)
{
    if (figure == Figure::Paused)
        return isStopped;
    if (figure == Figure::DueSoon)
        return light == Light::Yellow;
    if (figure == Figure::Overdue)
        return light == Light::Red || light == Light::RedBar;
    return figure == Figure::InHand;
}

} // namespace hall
