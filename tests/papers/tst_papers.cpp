// Every paper from full, minimal and extreme data, judged by programs that share no code with ours.
#include "papers/codes.h"
#include "papers/fonts.h"
#include "papers/paperdata.h"
#include "papers/pdftools.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hall::PaperKind)

namespace {

/// For looking at what was made: HALL_PAPERS_OUT=folder keeps every PDF.
void keep(const QString &name, const QByteArray &bytes)
{
    const QString folder = qEnvironmentVariable("HALL_PAPERS_OUT");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    QFile file(folder + u'/' + name + u".pdf"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// What the reader of the paper must find, as it is printed.
QStringList expectedTexts(PaperKind kind)
{
    const QStringList common{u"东莞市小城毛织有限公司"_s, u"城镇污水排入排水管网许可"_s,
                             u"441900113-20261122-A07-0001-7"_s};
    switch (kind) {
    case PaperKind::IntakeReceipt:
        return common
            + QStringList{u"大朗行政服务受字〔2026〕第0001号"_s, u"91350100M000100Y43"_s, u"4项"_s,
                          u"2026年11月27日"_s, u"2026年11月22日10:33"_s};
    case PaperKind::CorrectionNotice:
        return common
            + QStringList{u"缺少专用检测井的位置标注"_s, u"第三十二条第一款第(四)项"_s,
                          u"2026年12月6日"_s, u"规划图纸版本更新"_s};
    case PaperKind::AcceptanceNotice:
        return common
            + QStringList{u"第三十二条第一款第(五)项"_s,
                          u"2026年12月4日"_s,
                          u"2026年12月18日"_s,
                          u"排水水质检测"_s,
                          u"第四十五条"_s,
                          u"80元/件"_s};
    case PaperKind::RefusalNotice:
        return common
            + QStringList{u"■申请事项依法不属于"_s, u"□隐瞒有关情况"_s, u"六十日内"_s,
                          u"六个月内"_s, u"东莞市第一人民法院"_s};
    case PaperKind::PaymentNotice:
        return common
            + QStringList{u"JK-A07-20261122-0003"_s, u"陆拾元伍角整"_s, u"¥60.50"_s,
                          u"第五十八条"_s};
    case PaperKind::FeeReceipt:
        return common
            + QStringList{u"A01-26-0000123"_s, u"壹佰元伍角整"_s, u"¥100.50"_s, u"现金"_s};
    case PaperKind::SignOffSheet:
        return common
            + QStringList{u"拟同意，请领导审批。"_s, u"叶方2026年11月23日09:20"_s, u"批准"_s};
    case PaperKind::GrantDecision:
        return common
            + QStringList{u"YB-2026-000123"_s, u"第三十八条第一款"_s,
                          u"自2026年12月2日至2031年12月1日"_s, u"第四十四条"_s};
    case PaperKind::DenialDecision:
        return common + QStringList{u"第三十八条第二款"_s, u"化学需氧量超过"_s, u"六个月内"_s};
    case PaperKind::DeliveryReceipt:
        return common
            + QStringList{u"■直接送达"_s, u"□邮寄送达"_s, u"2026年12月3日10:15"_s, u"委托代理人"_s};
    case PaperKind::ServiceGuide:
        return {u"城镇污水排入排水管网许可"_s, u"20个工作日"_s, u"制证送达"_s,
                u"六十日内申请行政复议"_s};
    case PaperKind::DailyReport:
        return {u"东莞市大朗镇行政服务中心业务日报表"_s,
                u"2026年11月20日18:00"_s,
                u"大厅合计"_s,
                u"排队叫号系统未接入"_s,
                u"制表:周大川"_s,
                u"值班负责人"_s};
    case PaperKind::NotNeededNotice:
        return common + QStringList{u"依法不需要取得行政许可"_s, u"第三十二条第一款第(一)项"_s};
    case PaperKind::DryRun:
        return {u"办理时限试算表"_s, u"2026年12月7日"_s,    u"2026-12-08(暂定)"_s,
                u"(不计入)"_s,       u"晚于承诺日期办结"_s, u"暂时无人任职"_s};
    }
    return {};
}

/// Mean difference of brightness after both were made coarse: two rasterisers smooth their edges in
/// their own ways, but a moved line or another line break stays visible.
double difference(const QImage &first, const QImage &second)
{
    const QSize size(first.width() / 8, first.height() / 8);
    const QImage one = first.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage other = second.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 sum = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
    }
    return double(sum) / (255.0 * size.width() * size.height());
}

} // namespace

class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(missingTools(), QString());
        QCOMPARE(missingFonts(), QStringList());
    }

    void everyTemplateIsFit_data() { kinds(); }
    void everyTemplateIsFit()
    {
        QFETCH(PaperKind, kind);
        const auto form = Template::bundled(kind);
        QVERIFY2(form.ok(), qPrintable(form.ok() ? QString() : form.error().detail));
        QCOMPARE(form.value().lint(), QStringList());
        QCOMPARE(paperFromCode(paperCode(kind)), kind);
    }

    void fullPaperSaysEverything_data() { kinds(); }
    void fullPaperSaysEverything()
    {
        QFETCH(PaperKind, kind);
        const Document paper = composed(kind, fullData(kind));
        const QByteArray bytes = paper.toPdf().value();
        keep(paperCode(kind), bytes);
        const PdfFile pdf(bytes);
        const QString text = pdf.text();
        for (const QString &each : expectedTexts(kind))
            QVERIFY2(text.contains(squeezed(each)), qPrintable(each + u"\n"_s + text));
        QVERIFY(!text.contains(u"{{"_s) && !text.contains(u"}}"_s));
        const QSizeF points = paper.pageSizeMm(0) * 72 / 25.4;
        const QString size
            = u"%1 x %2 pts"_s.arg(qRound(points.width())).arg(qRound(points.height()));
        QVERIFY2(pdf.info().contains(size), qPrintable(size + pdf.info()));
        const int most = kind == PaperKind::DailyReport ? 4
            : kind == PaperKind::SignOffSheet           ? 2
                                                        : 1;
        QVERIFY2(paper.pageCount() <= most, qPrintable(QString::number(paper.pageCount())));
    }

    void itemsThatAreNoPermitGoByAnalogy()
    {
        for (const PaperKind kind :
             {PaperKind::IntakeReceipt, PaperKind::CorrectionNotice, PaperKind::AcceptanceNotice}) {
            QJsonObject data = fullData(kind);
            const QString permit = u"依照《中华人民共和国行政许可法》第三十二条"_s;
            const QString other = u"参照《中华人民共和国行政许可法》第三十二条"_s;
            QVERIFY(PdfFile(composed(kind, data).toPdf().value()).text().contains(permit));
            data.insert(u"notPermit"_s, true);
            const QString text = PdfFile(composed(kind, data).toPdf().value()).text();
            QVERIFY(text.contains(other) && !text.contains(permit));
        }
    }

    void minimalPaperHasNoRawPlaceholder_data() { kinds(); }
    void minimalPaperHasNoRawPlaceholder()
    {
        QFETCH(PaperKind, kind);
        for (const QJsonObject &data : {minimalData(kind), QJsonObject()}) {
            const QByteArray bytes = composed(kind, data).toPdf().value();
            keep(paperCode(kind) + u"-minimal"_s, bytes);
            const QString text = PdfFile(bytes).text();
            QVERIFY(!text.contains(u"{{"_s) && !text.contains(u"}}"_s));
            QVERIFY(text.contains(u'—'));
            QVERIFY(!text.contains(u"undefined"_s) && !text.contains(u"NaN"_s));
        }
    }

    void extremePaperFlowsOn_data() { kinds(); }
    void extremePaperFlowsOn()
    {
        QFETCH(PaperKind, kind);
        const Document paper = composed(kind, extremeData(kind));
        const QByteArray bytes = paper.toPdf().value();
        keep(paperCode(kind) + u"-extreme"_s, bytes);
        const PdfFile pdf(bytes);
        const QRectF content = Template::bundled(kind).value().page().contentMm();
        for (const LayoutMark &mark : paper.marks()) {
            if (mark.kind == LayoutMark::Kind::QrCode)
                continue; // its quiet zone may reach into the margin
            QVERIFY2(mark.rectMm.bottom() <= content.bottom() + 0.01
                         && mark.rectMm.top() >= content.top() - 0.01,
                     qPrintable(u"page %1: %2"_s.arg(mark.page).arg(mark.rectMm.bottom())));
        }
        for (int page = 1; page <= paper.pageCount(); ++page) {
            const QString text = pdf.text(page);
            QVERIFY2(text.contains(u"%1/%2"_s.arg(page).arg(paper.pageCount())), qPrintable(text));
        }
    }

    void codesAreReadByAnotherReader_data() { kinds(); }
    void codesAreReadByAnotherReader()
    {
        QFETCH(PaperKind, kind);
        if (kind == PaperKind::DailyReport)
            return; // no case, no codes
        const QStringList codes = PdfFile(composed(kind, fullData(kind)).toPdf().value()).codes(1);
        QVERIFY2(codes.contains(u"QR-Code:"_s + sampleQr(kind)), qPrintable(codes.join(u'\n')));
        QVERIFY2(codes.contains(u"CODE-128:441900113-20261122-A07-0001-7"_s),
                 qPrintable(codes.join(u'\n')));
        QVERIFY(parseSlipCode(sampleQr(kind)).has_value());
    }

    void marksOfTheCopyAreOnEveryPage_data() { kinds(); }
    void marksOfTheCopyAreOnEveryPage()
    {
        QFETCH(PaperKind, kind);
        PaperOptions options = plainOptions();
        options.sample = true;
        options.copyNumber = 2;
        const Document paper = composed(kind, fullData(kind), options);
        const QByteArray bytes = paper.toPdf().value();
        keep(paperCode(kind) + u"-sample"_s, bytes);
        const PdfFile pdf(bytes);
        const QString original = PdfFile(composed(kind, fullData(kind)).toPdf().value()).text();
        QVERIFY(!original.contains(u"样例"_s) && !original.contains(u"补打"_s));
        for (int page = 1; page <= paper.pageCount(); ++page) {
            const QString text = pdf.text(page);
            QVERIFY(text.contains(u"样例"_s));
            QVERIFY(text.contains(u"补打第2次Reprint2"_s));
            QVERIFY(text.contains(u"打印:陈小力2026-11-2210:35"_s));
        }
    }

    void previewEqualsPdf_data() { kinds(); }
    void previewEqualsPdf()
    {
        QFETCH(PaperKind, kind);
        const Document paper = composed(kind, fullData(kind));
        const PdfFile pdf(paper.toPdf().value());
        for (int n = 0; n < paper.pageCount(); ++n) {
            const QImage preview = paper.image(n, 100);
            const QImage printed = pdf.raster(n + 1, 100);
            QVERIFY(std::abs(preview.width() - printed.width()) <= 2);
            QVERIFY(std::abs(preview.height() - printed.height()) <= 2);
            const double share = difference(preview, printed);
            QVERIFY2(share < 0.015, qPrintable(QString::number(share)));
            // The measure tells pages apart: two millimetres down is no match.
            const QImage moved = preview.copy(0, -8, preview.width(), preview.height());
            QVERIFY2(difference(moved, printed) > share * 2, qPrintable(QString::number(share)));
        }
    }

    void nothingStandsUnderTheSeal_data() { kinds(); }
    void nothingStandsUnderTheSeal()
    {
        QFETCH(PaperKind, kind);
        QJsonObject data = fullData(kind);
        data.remove(u"issuedOn"_s);
        data.remove(u"decidedOn"_s);
        const Document paper = composed(kind, data);
        for (const LayoutMark &mark : paper.marks()) {
            if (mark.kind != LayoutMark::Kind::Seal)
                continue;
            QVERIFY(mark.rectMm.width() >= 42 && mark.rectMm.height() >= 42);
            const QImage image = paper.image(mark.page, 100);
            const double scale = 100 / 25.4;
            int dark = 0;
            for (double y = mark.rectMm.top() + 0.5; y < mark.rectMm.bottom() - 0.5; y += 0.2) {
                const bool isDateLine = std::abs(y - mark.rectMm.center().y()) < 4;
                for (double x = mark.rectMm.left(); !isDateLine && x < mark.rectMm.right();
                     x += 0.2)
                    dark += qGray(image.pixel(int(x * scale), int(y * scale))) < 200 ? 1 : 0;
            }
            QCOMPARE(dark, 0);
        }
    }

private:
    void kinds()
    {
        QTest::addColumn<PaperKind>("kind");
        for (const PaperKind kind : allPapers())
            QTest::newRow(qPrintable(paperCode(kind))) << kind;
    }
};

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
