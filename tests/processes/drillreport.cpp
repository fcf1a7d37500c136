#include "drillreport.h"

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    QString zh = {};
    QString en = {};
    QString value = {};
};

QString seconds(double value)
{
    return QString::number(value, 'f', 1) + u" s"_s;
}

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1e6, 'f', 1) + u" MB"_s;
}

QList<Line> linesOf(const DrillResult &result)
{
    const auto count = [](qint64 value) { return QString::number(value); };
    return {
        {u"断网的窗口"_s, u"Windows cut off"_s, count(result.windows)},
        {u"断网期间办件(件)"_s, u"Cases taken while cut off"_s, count(result.cases)},
        {u"已打印交群众的凭证(张)"_s, u"Receipts and notices printed"_s, count(result.receipts)},
        {u"扫描页(页)"_s, u"Pages scanned"_s, count(result.pages)},
        {u"中心收到的事件(条)"_s, u"Events at the centre"_s, count(result.events)},
        {u"需要重新录入(件)"_s, u"Re-keyed"_s, count(result.rekeyed)},
        {u"重号(个)"_s, u"Double numbers"_s, count(result.doubleNumbers)},
        {u"丢失或重复的办理(条)"_s, u"Acts lost or done twice"_s, count(result.lostActs)},
        {u"丢失的扫描页(页)"_s, u"Lost pages"_s, count(result.lostPages)},
        {u"与中心不一致的窗口"_s, u"Windows that differ from the centre"_s,
         count(result.unlikeWindows)},
        {u"中心校验错误"_s, u"Faults in the centre's verification"_s, count(result.faults)},
        {u"模拟一天所用时间"_s, u"Time to play the day"_s, seconds(result.cutOffSeconds)},
        {u"恢复后全部到达中心"_s, u"After joining again: all at the centre"_s,
         seconds(result.arrivedSeconds)},
        {u"恢复后各窗口全部合并"_s, u"After joining again: all merged at every window"_s,
         seconds(result.mergedSeconds)},
        {u"窗口上最大的文件"_s, u"Largest file at a window"_s, megabytes(result.largestFile)}};
}

} // namespace

QString drillReport(const DrillResult &result)
{
    QString zh
        = u"断网演练报告\n"
          "全厅所有窗口与中心断开一整天,照常收件、打印凭证;之后网络恢复,全部自动合并。\n\n"_s;
    QString en
        = u"Report of the drill\n"
          "All windows of the hall lose the centre for a whole day and go on taking cases and "
          "printing receipts;\nthen the line comes back and everything merges by itself.\n\n"_s;
    for (const Line &line : linesOf(result)) {
        zh += u"  %1:%2\n"_s.arg(line.zh, line.value);
        en += u"  %1 %2\n"_s.arg(line.en + u':', -46).arg(line.value);
    }
    zh += result.isGood() ? u"\n结论:没有重新录入,没有重号,没有丢页,全部合并。\n"_s
                          : u"\n结论:不合格,见上面不为零的行。\n"_s;
    en += result.isGood()
        ? u"\nVerdict: nothing re-keyed, no double number, no lost page, all merged.\n"_s
        : u"\nVerdict: FAILED; see the lines that are not 0.\n"_s;
    for (const QString &note : result.notes)
        en += u"  "_s + note + u'\n';
    return zh + u"\n----------------------------------------\n\n"_s + en;
}

} // namespace hall::test
