#include "papers/paperdata.h"

#include "domain/clock.h"
#include "papers/codes.h"
#include "papers/samplepaper.h"

#include <QJsonArray>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

/// Lists grown to 80 rows, long texts to 4,000 characters.
QJsonValue grown(const QString &name, const QJsonValue &value)
{
    static const QStringList longTexts{u"opinion"_s, u"facts"_s,   u"reasonText"_s, u"problem"_s,
                                       u"content"_s, u"summary"_s, u"answer"_s};
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (const QString &key : object.keys())
            object.insert(key, grown(key, object.value(key)));
        return object;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        QJsonArray many;
        for (int at = 0; at < 80 && !array.isEmpty(); ++at) {
            const QJsonValue row = array.at(at % array.size());
            many.append(at == 1 ? grown(name, row) : row);
        }
        return many;
    }
    if (longTexts.contains(name))
        return value.toString().repeated(200).left(4000);
    return value;
}

} // namespace

QString sampleQr(PaperKind kind)
{
    SlipCode code{.caseId = QUuid(u"5f0c2b1e-7a46-4d0e-9a53-0d2f6f1b8c11"_s),
                  .caseNumber = u"441900113-20261122-A07-0001-7"_s,
                  .hash8 = u"3fa9c01b"_s};
    if (kind == PaperKind::PaymentNotice) {
        code.slipNumber = u"JK-A07-20261122-0003"_s;
        code.fen = 6050;
    }
    return qrPayload(code);
}

QJsonObject fullData(PaperKind kind)
{
    QJsonObject data = samplePaperData(kind);
    if (kind != PaperKind::DailyReport)
        return data;
    const QJsonObject report = dailyReportData();
    for (auto each = report.begin(); each != report.end(); ++each)
        data.insert(each.key(), each.value());
    return data;
}

QJsonObject minimalData(PaperKind)
{
    return {{u"organName"_s, u"大朗镇行政服务中心"_s},
            {u"applicantName"_s, u"李四"_s},
            {u"itemName"_s, u"证明开具"_s},
            {u"caseNumber"_s, u"441900113-20261122-A07-0002-5"_s}};
}

QJsonObject extremeData(PaperKind kind)
{
    QJsonObject data = fullData(kind);
    for (const QString &key : data.keys())
        data.insert(key,
                    kind == PaperKind::DailyReport ? data.value(key) : grown(key, data.value(key)));
    data.insert(
        u"applicantName"_s,
        u"东莞市𠮷䶮国际毛织服装进出口贸易（集团）股份有限公司大朗分公司富民工业园第二厂区"_s
            .repeated(2));
    data.insert(
        u"itemName"_s,
        u"使用权类不动产首次登记、变更登记及其他需要多个部门联合审查的建设工程竣工联合验收事项"_s);
    return data;
}

PaperOptions plainOptions()
{
    return {.printedBy = u"陈小力"_s, .printedAt = hallInstant(QDate(2026, 11, 22), QTime(10, 35))};
}

Document composed(PaperKind kind, const QJsonObject &data, const PaperOptions &options)
{
    return Document::compose(Template::bundled(kind).value(), data, options).value();
}

} // namespace hall::test
