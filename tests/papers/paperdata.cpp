#include "papers/paperdata.h"

#include "domain/clock.h"
#include "papers/codes.h"

#include <QJsonArray>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject headData(PaperKind kind)
{
    return {
        {u"documentNumber"_s, u"大朗行政服务受字〔2026〕第0001号"_s},
        {u"organName"_s, u"东莞市大朗镇人民政府行政服务中心"_s},
        {u"organAddress"_s, u"东莞市大朗镇美景中路1号行政服务中心一楼"_s},
        {u"organPhone"_s, u"0769-83111234"_s},
        {u"supervisionPhone"_s, u"0769-83112345"_s},
        {u"sealName"_s, u"行政许可受理专用章"_s},
        {u"applicantName"_s, u"东莞市小城毛织有限公司"_s},
        {u"applicantKind"_s, u"企业法人"_s},
        {u"applicantIdKind"_s, u"统一社会信用代码"_s},
        {u"applicantId"_s, u"91350100M000100Y43"_s},
        {u"applicantIdMasked"_s, u"9135**********0Y43"_s},
        {u"applicantPhone"_s, u"13800000000"_s},
        {u"legalPerson"_s, u"𠮷䶮"_s},
        {u"agentName"_s, u"李小月"_s},
        {u"agentIdKind"_s, u"居民身份证"_s},
        {u"agentId"_s, u"11010519491231002X"_s},
        {u"itemName"_s, u"城镇污水排入排水管网许可"_s},
        {u"itemCode"_s, u"DL-CJ-001"_s},
        {u"departmentName"_s, u"城市建设管理办公室"_s},
        {u"caseNumber"_s, u"441900113-20261122-A07-0001-7"_s},
        {u"windowCode"_s, u"A07"_s},
        {u"windowName"_s, u"城建窗口"_s},
        {u"clerkName"_s, u"陈小力"_s},
        {u"receivedAt"_s, u"2026-11-22T02:33:00Z"_s},
        {u"issuedOn"_s, u"2026-11-22"_s},
        {u"queryCode"_s, u"K7M2-9QX4"_s},
        {u"qr"_s, sampleQr(kind)},
        {u"code128"_s, u"441900113-20261122-A07-0001-7"_s},
        {u"reviewOrgan"_s, u"东莞市人民政府"_s},
        {u"courtName"_s, u"东莞市第一人民法院"_s},
    };
}

QJsonArray rows(std::initializer_list<QJsonObject> list)
{
    QJsonArray array;
    for (const QJsonObject &each : list)
        array.append(each);
    return array;
}

QJsonArray materialRows()
{
    return rows({
        {{u"name"_s, u"城镇污水排入排水管网许可申请表"_s},
         {u"due"_s, 1},
         {u"received"_s, 1},
         {u"pages"_s, 4},
         {u"form"_s, u"原件"_s},
         {u"remark"_s, QString()}},
        {{u"name"_s, u"营业执照"_s},
         {u"due"_s, 1},
         {u"received"_s, 1},
         {u"pages"_s, 1},
         {u"form"_s, u"核原件收复印件"_s},
         {u"remark"_s, u"原件已退"_s}},
        {{u"name"_s, u"排水户内部排水管网、专用检测井、污水排放口位置和口径的图纸及说明等材料"_s},
         {u"due"_s, 2},
         {u"received"_s, 2},
         {u"pages"_s, 12},
         {u"form"_s, u"原件"_s},
         {u"remark"_s, QString()}},
        {{u"name"_s, u"法定代表人身份证"_s},
         {u"due"_s, 1},
         {u"received"_s, 0},
         {u"pages"_s, 0},
         {u"form"_s, u"复印件"_s},
         {u"remark"_s, u"欠"_s}},
    });
}

QJsonArray feeRows()
{
    return rows({
        {{u"projectCode"_s, u"103042"_s},
         {u"name"_s, u"不动产登记费"_s},
         {u"unit"_s, u"件"_s},
         {u"quantity"_s, 1},
         {u"standard"_s, u"80元/件"_s},
         {u"amountFen"_s, 8000},
         {u"basis"_s, u"发改价格规〔2016〕2559号"_s}},
        {{u"projectCode"_s, u"103043"_s},
         {u"name"_s, u"不动产权证书工本费"_s},
         {u"unit"_s, u"本"_s},
         {u"quantity"_s, 2},
         {u"standard"_s, u"10元/本"_s},
         {u"amountFen"_s, 2050},
         {u"basis"_s, u"发改价格规〔2016〕2559号"_s}},
    });
}

QJsonArray returnedRows()
{
    return rows({{{u"name"_s, u"申请表"_s}, {u"copies"_s, 1}},
                 {{u"name"_s, u"营业执照复印件"_s}, {u"copies"_s, 1}}});
}

QJsonObject intakeData()
{
    return {{u"materials"_s, materialRows()}, {u"decideBy"_s, u"2026-11-27"_s}};
}

QJsonObject correctionData()
{
    return {{u"incomplete"_s, true},
            {u"wrongForm"_s, true},
            {u"dueBy"_s, u"2026-12-06"_s},
            {u"secondReason"_s, u"规划图纸版本更新，经值班经理同意"_s},
            {u"corrections"_s,
             rows({{{u"material"_s, u"法定代表人身份证"_s},
                    {u"problem"_s, u"未提交。请提交有效期内的身份证复印件一份，并携带原件核对。"_s},
                    {u"basis"_s, u"《城镇污水排入排水管网许可管理办法》第六条"_s}},
                   {{u"material"_s, u"排水管网图纸"_s},
                    {u"problem"_s, u"图纸未加盖单位公章，缺少专用检测井的位置标注。"_s},
                    {u"basis"_s, u"《城镇污水排入排水管网许可管理办法》第六条第（三）项"_s}}})}};
}

QJsonObject acceptanceData()
{
    return {{u"appliedOn"_s, u"2026-11-20"_s},
            {u"acceptedOn"_s, u"2026-11-22"_s},
            {u"promisedDays"_s, u"10个工作日"_s},
            {u"promisedDueOn"_s, u"2026-12-04"_s},
            {u"legalDays"_s, u"20个工作日"_s},
            {u"legalDueOn"_s, u"2026-12-18"_s},
            {u"dueProvisional"_s, true},
            {u"resultName"_s, u"城镇污水排入排水管网许可证"_s},
            {u"deliveryWay"_s, u"窗口领取"_s},
            {u"excluded"_s,
             rows({{{u"name"_s, u"排水水质检测"_s}, {u"days"_s, u"5个工作日"_s}},
                   {{u"name"_s, u"专家评审"_s}, {u"days"_s, u"10个工作日"_s}}})},
            {u"fees"_s, feeRows()},
            {u"owed"_s,
             rows({{{u"material"_s, u"法定代表人身份证"_s}, {u"dueBy"_s, u"2026-11-30"_s}}})}};
}

QJsonObject refusalData()
{
    return {
        {u"appliedOn"_s, u"2026-11-22"_s},
        {u"reason"_s, u"out-of-power"_s},
        {u"reasonText"_s, u"你（单位）申请的事项由东莞市生态环境局实施，不属于本机关职权范围。"_s},
        {u"basis"_s, u"《中华人民共和国行政许可法》第三十二条第一款第（二）项"_s},
        {u"rightOrgan"_s, u"东莞市生态环境局大朗分局"_s},
        {u"returned"_s, returnedRows()}};
}

QJsonObject paymentData()
{
    return {{u"slipNumber"_s, u"JK-A07-20261122-0003"_s},
            {u"payerName"_s, u"东莞市小城毛织有限公司"_s},
            {u"collectorName"_s, u"东莞市大朗镇财政分局"_s},
            {u"collectorCode"_s, u"441900113001"_s},
            {u"fees"_s, feeRows()},
            {u"waived"_s,
             rows({{{u"name"_s, u"不动产登记费"_s},
                    {u"amountFen"_s, 4000},
                    {u"ground"_s, u"小微企业减半"_s},
                    {u"approver"_s, u"王主任"_s}}})},
            {u"totalFen"_s, 6050},
            {u"dueOn"_s, u"2026-12-07"_s},
            {u"lateFee"_s, u"逾期未缴的，不予办理后续手续"_s},
            {u"paymentCode"_s, u"44190026112200000317"_s},
            {u"checkCode"_s, u"8f3a"_s},
            {u"bankName"_s, u"东莞农村商业银行大朗支行"_s},
            {u"bankAccount"_s, u"0200 0000 0000 0001 23"_s}};
}

QJsonObject receiptData()
{
    return {{u"receiptNumber"_s, u"A01-26-0000123"_s},
            {u"slipNumber"_s, u"JK-A07-20261122-0003"_s},
            {u"payerName"_s, u"东莞市小城毛织有限公司"_s},
            {u"fees"_s, feeRows()},
            {u"totalFen"_s, 10050},
            {u"instrument"_s, u"现金"_s},
            {u"takenFen"_s, 15000},
            {u"changeFen"_s, 4950},
            {u"cashierName"_s, u"黄小明"_s},
            {u"paidAt"_s, u"2026-11-22T03:05:00Z"_s},
            {u"sealName"_s, u"收款专用章"_s}};
}

QJsonObject signOffData()
{
    const auto step = [](const QString &name, const QString &post, const QString &opinion,
                         const QString &person) {
        return QJsonObject{{u"name"_s, name},         {u"department"_s, u"城市建设管理办公室"_s},
                           {u"post"_s, post},         {u"opinion"_s, opinion},
                           {u"personName"_s, person}, {u"at"_s, u"2026-11-23T01:20:00Z"_s}};
    };
    QJsonArray steps{
        step(u"受理"_s, u"窗口受理员"_s, u"材料齐全，符合法定形式，予以受理。"_s, u"陈小力"_s),
        step(u"现场勘查"_s, u"勘查员"_s,
             u"经现场核查，排放口位置与图纸一致，检测井已建成。勘查人：周大川、何水生。"_s,
             u"周大川"_s),
        step(u"审核"_s, u"科员"_s, u"拟同意，请领导审批。"_s, u"林文"_s),
        step(u"审批"_s, u"部门负责人"_s, u"同意。"_s, u"黄长风"_s),
        step(u"审批"_s, u"分管镇领导"_s, u"同意，按规定发证。"_s, u"叶方"_s)};
    QJsonObject last = steps.last().toObject();
    last.insert(u"verdict"_s, u"批准"_s);
    steps.replace(steps.size() - 1, last);
    return {{u"acceptedOn"_s, u"2026-11-22"_s},
            {u"promisedDueOn"_s, u"2026-12-04"_s},
            {u"legalDueOn"_s, u"2026-12-18"_s},
            {u"summary"_s, u"申请将生产生活污水排入美景中路市政污水管网，日排放量约12吨。"_s},
            {u"steps"_s, steps},
            {u"materials"_s, materialRows()},
            {u"attachments"_s, rows({{{u"name"_s, u"现场勘查照片"_s}, {u"pages"_s, 6}}})}};
}

QJsonObject decisionData()
{
    return {
        {u"appliedOn"_s, u"2026-11-20"_s},
        {u"acceptedOn"_s, u"2026-11-22"_s},
        {u"decidedOn"_s, u"2026-12-02"_s},
        {u"facts"_s,
         u"申请人已按要求建设预处理设施和专用检测井，经检测排水水质符合《污水排入城镇下水道水质标准》，现场情况与申请材料一致。"_s},
        {u"reasonText"_s,
         u"经检测，排放污水的化学需氧量超过《污水排入城镇下水道水质标准》规定的限值，不符合许可条件。"_s},
        {u"basis"_s, u"《城镇排水与污水处理条例》第二十一条"_s},
        {u"content"_s, u"准予将生产生活污水排入美景中路市政污水管网，日排放量不超过12吨。"_s},
        {u"validFrom"_s, u"2026-12-02"_s},
        {u"validTo"_s, u"2031-12-01"_s},
        {u"duties"_s,
         u"按照许可的位置、水质、水量排放；接受排水监测和监督检查；许可内容变更的，应当提前申请变更。"_s},
        {u"certificateName"_s, u"城镇污水排入排水管网许可证"_s},
        {u"certificateNumber"_s, u"YB-2026-000123"_s},
        {u"isPublic"_s, true},
        {u"sealName"_s, u"行政机关印章"_s},
        {u"returned"_s, returnedRows()}};
}

QJsonObject deliveryData()
{
    return {{u"documents"_s,
             rows({{{u"name"_s, u"准予行政许可决定书"_s},
                    {u"number"_s, u"大朗行政服务准字〔2026〕第0001号"_s},
                    {u"copies"_s, 1}},
                   {{u"name"_s, u"城镇污水排入排水管网许可证"_s},
                    {u"number"_s, u"YB-2026-000123"_s},
                    {u"copies"_s, 1}}})},
            {u"recipientName"_s, u"东莞市小城毛织有限公司"_s},
            {u"servedAt"_s, u"2026-12-03T02:15:00Z"_s},
            {u"place"_s, u"大朗镇行政服务中心领证窗口"_s},
            {u"way"_s, u"direct"_s},
            {u"receiverName"_s, u"李小月"_s},
            {u"receiverIdKind"_s, u"居民身份证"_s},
            {u"receiverId"_s, u"11010519491231002X"_s},
            {u"relation"_s, u"委托代理人"_s},
            {u"servers"_s, QJsonArray{u"陈小力"_s, u"何水生"_s}},
            {u"sealName"_s, u"送达专用章"_s}};
}

QJsonObject guideData()
{
    const auto step = [](const QString &name, const QString &limit) {
        return QJsonObject{
            {u"name"_s, name}, {u"department"_s, u"城市建设管理办公室"_s}, {u"limit"_s, limit}};
    };
    QJsonArray materials;
    for (const QJsonValue &each : materialRows()) {
        QJsonObject row = each.toObject();
        row.insert(u"originals"_s, 1);
        row.insert(u"copies"_s, 1);
        row.insert(u"issuer"_s, u"申请人自备"_s);
        row.insert(u"required"_s, u"是"_s);
        materials.append(row);
    }
    return {{u"itemTypeName"_s, u"行政许可"_s},
            {u"caseTypeName"_s, u"承诺件"_s},
            {u"applicantScope"_s, u"企业法人、事业法人、其他组织"_s},
            {u"quota"_s, u"无数量限制"_s},
            {u"visits"_s, u"1次"_s},
            {u"channel"_s, u"窗口办理、邮寄"_s},
            {u"place"_s, u"东莞市大朗镇美景中路1号行政服务中心一楼"_s},
            {u"hours"_s, u"工作日 8:30—12:00，14:00—17:30"_s},
            {u"legalLimit"_s, u"20个工作日"_s},
            {u"promisedLimit"_s, u"10个工作日"_s},
            {u"resultName"_s, u"城镇污水排入排水管网许可证"_s},
            {u"delivery"_s, u"窗口领取、邮寄"_s},
            {u"enquiryPhone"_s, u"0769-83111234"_s},
            {u"guideVersion"_s, u"3"_s},
            {u"basis"_s,
             QJsonArray{u"《城镇排水与污水处理条例》第二十一条"_s,
                        u"《城镇污水排入排水管网许可管理办法》第四条"_s}},
            {u"conditions"_s,
             QJsonArray{u"污水排放口的设置符合城镇排水与污水处理规划的要求"_s,
                        u"排放的污水符合国家或者地方规定的有关排放标准"_s,
                        u"按照规定建设相应的预处理设施和专用检测井"_s}},
            {u"materials"_s, materials},
            {u"steps"_s,
             QJsonArray{
                 step(u"窗口受理"_s, u"当日"_s), step(u"现场勘查"_s, u"3个工作日"_s),
                 step(u"科员审核"_s, u"3个工作日"_s), step(u"部门负责人审批"_s, u"2个工作日"_s),
                 step(u"分管镇领导签批"_s, u"1个工作日"_s), step(u"制证送达"_s, u"1个工作日"_s)}},
            {u"faq"_s,
             rows({{{u"question"_s, u"许可证到期怎么办？"_s},
                    {u"answer"_s, u"有效期届满三十日前提出延续申请。"_s}}})}};
}

QJsonObject ownData(PaperKind kind)
{
    switch (kind) {
    case PaperKind::IntakeReceipt:
        return intakeData();
    case PaperKind::CorrectionNotice:
        return correctionData();
    case PaperKind::AcceptanceNotice:
        return acceptanceData();
    case PaperKind::RefusalNotice:
        return refusalData();
    case PaperKind::PaymentNotice:
        return paymentData();
    case PaperKind::FeeReceipt:
        return receiptData();
    case PaperKind::SignOffSheet:
        return signOffData();
    case PaperKind::GrantDecision:
    case PaperKind::DenialDecision:
        return decisionData();
    case PaperKind::DeliveryReceipt:
        return deliveryData();
    case PaperKind::ServiceGuide:
        return guideData();
    case PaperKind::DailyReport:
        return dailyReportData();
    case PaperKind::NotNeededNotice:
        return {
            {u"appliedOn"_s, u"2026-11-22"_s},
            {u"requestText"_s, u"申请办理居民住宅室内装修许可。"_s},
            {u"reasonText"_s,
             u"住宅室内装饰装修不改变主体和承重结构的，无须取得行政许可，向物业服务企业登记即可。"_s},
            {u"basis"_s, u"《住宅室内装饰装修管理办法》第十三条"_s},
            {u"advice"_s, u"请于开工前到所在小区物业服务企业办理登记。"_s},
            {u"returned"_s, returnedRows()}};
    }
    return {};
}

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
    QJsonObject data = headData(kind);
    const QJsonObject own = ownData(kind);
    for (auto each = own.begin(); each != own.end(); ++each)
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
