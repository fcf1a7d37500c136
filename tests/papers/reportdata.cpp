#include "papers/paperdata.h"

#include <QJsonArray>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    QString name = {};
    int windows = 1;
};

const QList<Unit> &units()
{
    static const QList<Unit> all{{u"财政分局"_s, 1},
                                 {u"对外经济贸易办公室(外经办)"_s, 2},
                                 {u"经济贸易办公室(经贸办)"_s, 1},
                                 {u"房管所"_s, 3},
                                 {u"规划管理所"_s, 1},
                                 {u"城市建设管理办公室"_s, 2},
                                 {u"环境保护分局"_s, 2},
                                 {u"人力资源分局"_s, 2},
                                 {u"社会保障分局"_s, 3},
                                 {u"国家税务局分局"_s, 2},
                                 {u"食品药品监督管理所"_s, 1},
                                 {u"卫生监督所"_s, 1},
                                 {u"人口和计划生育局"_s, 2},
                                 {u"民政办公室"_s, 1},
                                 {u"消防中队"_s, 1},
                                 {u"文化广播电视服务中心"_s, 1},
                                 {u"教育办公室"_s, 1},
                                 {u"农业技术服务中心"_s, 1},
                                 {u"交通分局"_s, 1},
                                 {u"档案馆"_s, 1},
                                 {u"综合窗口"_s, 3}};
    return all;
}

QJsonObject figureRow(int seed, int weight)
{
    const int received = (seed * 7 % 23) * weight;
    return {{u"tickets"_s, QJsonValue()},
            {u"received"_s, received},
            {u"accepted"_s, received - received / 9},
            {u"refused"_s, received / 20},
            {u"corrections"_s, received / 12},
            {u"returned"_s, 0},
            {u"sameDay"_s, received / 2},
            {u"promised"_s, received / 3},
            {u"joint"_s, received / 30},
            {u"forwarded"_s, received / 11},
            {u"early"_s, received / 2},
            {u"onTime"_s, received / 3},
            {u"late"_s, received / 40},
            {u"open"_s, received * 3},
            {u"paused"_s, received / 8},
            {u"dueSoon"_s, received / 6},
            {u"overdue"_s, received / 50},
            {u"payments"_s, received / 4},
            {u"amountFen"_s, received * 2050}};
}

QJsonArray groups()
{
    QJsonArray list;
    int number = 0;
    for (const Unit &unit : units()) {
        QJsonArray windows;
        for (int at = 0; at < unit.windows; ++at) {
            QJsonObject row = figureRow(++number, 1);
            row.insert(u"windowCode"_s, u"A%1"_s.arg(number, 2, 10, QChar(u'0')));
            row.insert(u"windowName"_s, unit.name.left(4));
            windows.append(row);
        }
        QJsonObject group{{u"departmentName"_s, unit.name}, {u"windows"_s, windows}};
        if (unit.windows > 1) {
            QJsonObject sum = figureRow(number, unit.windows);
            sum.insert(u"departmentName"_s, unit.name);
            group.insert(u"subtotal"_s, sum);
        }
        list.append(group);
    }
    return list;
}

QJsonArray charts()
{
    const QJsonObject hours{
        {u"kind"_s, u"bar"_s},
        {u"title"_s, u"各时段收件与办结"_s},
        {u"unit"_s, u"件"_s},
        {u"categories"_s,
         QJsonArray{u"8时"_s, u"9时"_s, u"10时"_s, u"11时"_s, u"14时"_s, u"15时"_s, u"16时"_s,
                    u"17时"_s}},
        {u"series"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"收件"_s},
                                {u"values"_s, QJsonArray{12, 41, 56, 33, 28, 45, 39, 11}}},
                    QJsonObject{{u"name"_s, u"办结"_s},
                                {u"values"_s, QJsonArray{5, 30, 48, 36, 20, 41, 40, 18}}}}}};
    QJsonArray names;
    QJsonArray counts;
    for (const Unit &unit : units()) {
        names.append(unit.name);
        counts.append(int(unit.name.size()) * 3 + unit.windows * 5);
    }
    const QJsonObject departments{
        {u"kind"_s, u"hbar"_s},
        {u"title"_s, u"各部门收件"_s},
        {u"unit"_s, u"件"_s},
        {u"categories"_s, names},
        {u"series"_s, QJsonArray{QJsonObject{{u"name"_s, u"收件"_s}, {u"values"_s, counts}}}}};
    const QJsonObject finishes{
        {u"kind"_s, u"bar"_s},
        {u"title"_s, u"办结方式"_s},
        {u"unit"_s, u"件"_s},
        {u"categories"_s,
         QJsonArray{u"出证办结"_s, u"退回办结"_s, u"转报办结"_s, u"补正不来"_s, u"办结"_s}},
        {u"series"_s,
         QJsonArray{
             QJsonObject{{u"name"_s, u"件数"_s}, {u"values"_s, QJsonArray{120, 6, 14, 3, 95}}}}}};
    const QJsonObject trend{
        {u"kind"_s, u"line"_s},
        {u"title"_s, u"近十个工作日收件"_s},
        {u"unit"_s, u"件"_s},
        {u"categories"_s,
         QJsonArray{u"11-09"_s, u"11-10"_s, u"11-11"_s, u"11-12"_s, u"11-13"_s, u"11-16"_s,
                    u"11-17"_s, u"11-18"_s, u"11-19"_s, u"11-20"_s}},
        {u"series"_s,
         QJsonArray{QJsonObject{
             {u"name"_s, u"收件"_s},
             {u"values"_s,
              QJsonArray{231, 240, 198, QJsonValue(), 260, 251, 247, 239, 222, 265}}}}}};
    return {hours, departments, finishes, trend};
}

} // namespace

QJsonObject dailyReportData()
{
    QJsonArray ranking;
    for (int at = 0; at < 10; ++at)
        ranking.append(QJsonObject{{u"name"_s, u"A%1 窗口"_s.arg(at + 1, 2, 10, QChar(u'0'))},
                                   {u"department"_s, units().at(at).name},
                                   {u"received"_s, 40 - at},
                                   {u"closed"_s, 38 - at}});
    return {{u"hallName"_s, u"东莞市大朗镇行政服务中心"_s},
            {u"day"_s, u"2026-11-20"_s},
            {u"scope"_s, u"全部部门、全部窗口"_s},
            {u"asOf"_s, u"2026-11-20T10:00:00Z"_s},
            {u"preparedBy"_s, u"周大川"_s},
            {u"groups"_s, groups()},
            {u"total"_s, figureRow(11, 20)},
            {u"missing"_s,
             QJsonArray{u"咨询、取号、平均等候：排队叫号系统未接入"_s,
                        u"参评、满意、差评：评价系统未接入"_s}},
            {u"notReported"_s, QJsonArray{u"B03 窗口（最后上报 11-20 15:02）"_s}},
            {u"ranking"_s, ranking},
            {u"idleUnits"_s, QJsonArray{u"档案馆"_s, u"消防中队"_s}},
            {u"finishes"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"出证办结"_s}, {u"count"_s, 120}},
                        QJsonObject{{u"name"_s, u"转报办结"_s}, {u"count"_s, 14}}}},
            {u"charts"_s, charts()}};
}

} // namespace hall::test
