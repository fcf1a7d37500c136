// Page breaks, tables, rare characters, charts.
#include "papers/chart.h"
#include "papers/fonts.h"
#include "papers/paperdata.h"
#include "papers/pdftools.h"

#include <QJsonArray>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

Document laid(const QString &body, const QJsonObject &data = {})
{
    const QString text = u"<paper version=\"1\" margins=\"20 20 20 20\">"_s + body + u"</paper>"_s;
    const Template form = Template::fromText(PaperKind::SignOffSheet, text).value();
    return Document::compose(form, data, plainOptions()).value();
}

QList<LayoutMark> marksOf(const Document &paper, LayoutMark::Kind kind)
{
    QList<LayoutMark> found;
    for (const LayoutMark &mark : paper.marks()) {
        if (mark.kind == kind)
            found.append(mark);
    }
    return found;
}

QString tableOf(int rows, const QString &cell)
{
    QString text = u"<table cols=\"20mm *\"><thead><tr><th>序号</th><th>内容</th></tr></thead>"_s;
    for (int at = 0; at < rows; ++at)
        text += u"<tr><td>%1</td><td>%2</td></tr>"_s.arg(at).arg(cell);
    return text + u"</table>"_s;
}

/// Ink of a character as the papers print it.
QImage glyph(const QString &text)
{
    const Document paper = laid(u"<p size=\"60\">"_s + text + u"</p>"_s);
    return paper.image(0, 72).copy(50, 50, 140, 110);
}

int inkOf(const QImage &image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return dark;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(missingTools(), QString()); }

    void rowsStayWholeAndHeadsRepeat()
    {
        const Document paper = laid(tableOf(120, u"排水户内部排水管网图纸及说明。"_s.repeated(5)));
        QVERIFY(paper.pageCount() > 3);
        const QList<LayoutMark> rows = marksOf(paper, LayoutMark::Kind::Row);
        QCOMPARE(rows.size(), 120); // each once, none in slices
        QCOMPARE(marksOf(paper, LayoutMark::Kind::RowSlice).size(), 0);
        QList<int> heads(paper.pageCount(), 0);
        for (const LayoutMark &head : marksOf(paper, LayoutMark::Kind::TableHead))
            ++heads[head.page];
        QCOMPARE(heads, QList<int>(paper.pageCount(), 1));
        for (qsizetype at = 1; at < rows.size(); ++at) {
            const bool isNextPage = rows.at(at).page == rows.at(at - 1).page + 1;
            const bool isBelow = rows.at(at).page == rows.at(at - 1).page
                && qAbs(rows.at(at).rectMm.top() - rows.at(at - 1).rectMm.bottom()) < 0.01;
            QVERIFY(isNextPage || isBelow);
        }
        const PdfFile pdf(paper.toPdf().value());
        for (int page = 1; page <= paper.pageCount(); ++page)
            QVERIFY(pdf.text(page).contains(u"序号内容"_s));
    }

    void onlyARowLongerThanAPageIsCut()
    {
        const QString text = u"同意，请按照规定办理，并将结果告知申请人。"_s.repeated(200);
        const Document paper = laid(tableOf(1, u"短"_s)
                                    + u"<table cols=\"20mm *\"><tr><td>意见</td><td>%1</td></tr>"
                                      u"<tr><td>下一步</td><td>完</td></tr></table>"_s.arg(text));
        QVERIFY(paper.pageCount() >= 2);
        const QList<LayoutMark> slices = marksOf(paper, LayoutMark::Kind::RowSlice);
        QVERIFY(slices.size() > 40);
        QCOMPARE(slices.first().page, 0); // begins where it stands, no empty rest of a page
        QCOMPARE(slices.last().page, paper.pageCount() - 1);
        const QString found = PdfFile(paper.toPdf().value()).text();
        QCOMPARE(found.count(u'告'), 200); // no line lost or printed twice
    }

    void noLineStandsAlone()
    {
        for (int lines = 30; lines < 60; ++lines) {
            const Document paper = laid(u"<p>一行</p>"_s.repeated(lines) + u"<p>"_s
                                        + u"一段较长的文字"_s.repeated(20) + u"</p>"_s);
            const QList<LayoutMark> marks = marksOf(paper, LayoutMark::Kind::Line);
            const qsizetype first = lines;
            const int onFirst
                = int(std::count_if(marks.begin() + first, marks.end(), [&](const auto &mark) {
                      return mark.page == marks.at(first).page;
                  }));
            const int all = int(marks.size() - first);
            QVERIFY(onFirst == all || (onFirst >= 2 && all - onFirst >= 2));
        }
    }

    void keptBlocksAreNotBroken()
    {
        for (int lines = 20; lines < 50; ++lines) {
            const Document paper = laid(u"<p>一行</p>"_s.repeated(lines)
                                        + u"<keep><p>说明</p><seal><p>签名</p><name>章</name>"
                                          u"<date>2026年1月1日</date></seal></keep>"_s);
            const LayoutMark seal = marksOf(paper, LayoutMark::Kind::Seal).first();
            const LayoutMark last = marksOf(paper, LayoutMark::Kind::Line).at(lines);
            QCOMPARE(last.page, seal.page);
            QVERIFY(seal.rectMm.bottom() <= 297 - 20 + 0.01);
            QCOMPARE(qRound(seal.rectMm.width()), 42);
        }
    }

    void longTextIsWholeInThePdf()
    {
        const QString opinion = u"意见第一条，内容如下；"_s.repeated(364).left(4000);
        QJsonObject data = fullData(PaperKind::SignOffSheet);
        QJsonArray steps = data.value(u"steps"_s).toArray();
        QJsonObject step = steps.first().toObject();
        step.insert(u"opinion"_s, opinion);
        steps.replace(0, step);
        data.insert(u"steps"_s, steps);
        const Document paper = composed(PaperKind::SignOffSheet, data);
        const QString text = PdfFile(paper.toPdf().value()).text();
        QCOMPARE(text.count(u'条'), opinion.count(u'条'));
    }

    void trickyTextComesOutOfThePdf()
    {
        const QStringList texts{u"小写大朗"_s,
                                u"YB-2026-000123"_s,
                                u"大朗行政服务受字〔2026〕第0001号"_s,
                                u"￥1,234.50"_s,
                                u"龙用方力大女子山工己巾干弓心手文日月木水火"_s,
                                u"壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整零"_s,
                                u"令凉切类辰糖绿若䶮"_s,
                                u"《中华人民共和国行政许可法》"_s,
                                u"11010519491231002X"_s,
                                u"（一）、；：—……"_s};
        QString body;
        for (const QString &each : texts)
            body += u"<p>%1</p><p face=\"hei\">%1</p>"_s.arg(each);
        const QString found = PdfFile(laid(body).toPdf().value()).text();
        for (const QString &each : texts)
            QVERIFY2(found.count(squeezed(each)) == 2, qPrintable(each + u'\n' + found));
    }

    void rareCharactersAreDrawn()
    {
        // A code point that no font has shows what a missing glyph looks like.
        const QImage missing = glyph(QString::fromUcs4(U"\U000EFFFD"));
        const QImage lucky = glyph(QString::fromUcs4(U"\U00020BB7"));
        const QImage dragon = glyph(u"䶮"_s);
        QVERIFY(inkOf(lucky) > 150);
        QVERIFY(inkOf(dragon) > 150);
        QVERIFY(lucky != missing);
        QVERIFY(dragon != missing);
        QVERIFY(lucky != dragon);
    }

    void mergedCellsAreDrawnOnce()
    {
        QString rows;
        for (int at = 0; at < 5; ++at)
            rows += u"<tr><th merge=\"yes\">同一部门</th><td>%1</td></tr>"_s.arg(at);
        const Document paper = laid(u"<table cols=\"40mm *\">%1</table>"_s.arg(rows));
        QCOMPARE(PdfFile(paper.toPdf().value()).text().count(u"同一部门"_s), 1);
    }

    void mergedCellsComeAgainOnTheNextPage()
    {
        QString rows;
        for (int at = 0; at < 90; ++at)
            rows += u"<tr><td merge=\"yes\">同一部门</td><td>%1</td></tr>"_s.arg(at);
        const Document paper = laid(u"<table cols=\"40mm *\">%1</table>"_s.arg(rows));
        QVERIFY(paper.pageCount() > 1);
        const PdfFile pdf(paper.toPdf().value());
        for (int page = 1; page <= paper.pageCount(); ++page)
            QCOMPARE(pdf.text(page).count(u"同一部门"_s), 1);
    }

    void placedTextStandsInMillimetres()
    {
        const Document paper
            = laid(u"<place x=\"150\" y=\"250\" w=\"40\"><p>定位</p></place><p>正文</p>"_s);
        const QImage image = paper.image(0, 127); // 5 pixels a millimetre
        QVERIFY(inkOf(image.copy(750, 1250, 60, 40)) > 20);
        QCOMPARE(inkOf(image.copy(600, 1100, 400, 140)), 0);
        PaperOptions moved = plainOptions();
        moved.offsetMm = QPointF(0, -20);
        const Template form
            = Template::fromText(
                  PaperKind::SignOffSheet,
                  u"<paper><place x=\"150\" y=\"250\" w=\"40\"><p>定位</p></place></paper>"_s)
                  .value();
        const QImage shifted = Document::compose(form, {}, moved).value().image(0, 127);
        QVERIFY(inkOf(shifted.copy(750, 1150, 60, 40)) > 20);
    }

    void onePaperIsOneLayoutAtEveryScale()
    {
        const Document paper
            = composed(PaperKind::AcceptanceNotice, fullData(PaperKind::AcceptanceNotice));
        const QImage small = paper.image(0, 50);
        const QImage large = paper.image(0, 200).scaled(small.size(), Qt::IgnoreAspectRatio,
                                                        Qt::SmoothTransformation);
        qint64 sum = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x)
                sum += qAbs(qGray(small.pixel(x, y)) - qGray(large.pixel(x, y)));
        }
        QVERIFY(double(sum) / (255.0 * small.width() * small.height()) < 0.03);
    }

    void pdfSaysItIsForTheArchive()
    {
        const QByteArray bytes
            = composed(PaperKind::FeeReceipt, fullData(PaperKind::FeeReceipt)).toPdf().value();
        QVERIFY(bytes.contains("pdfaid"));
        const PdfFile pdf(bytes);
        for (const QString &line : pdf.fonts().split(u'\n', Qt::SkipEmptyParts).mid(2))
            QVERIFY2(line.contains(u" yes yes "_s) || line.contains(u" yes no "_s),
                     qPrintable(line));
    }

    void chartsShowTheirFigures()
    {
        const Document paper = composed(PaperKind::DailyReport, dailyReportData());
        QCOMPARE(marksOf(paper, LayoutMark::Kind::Chart).size(), 4);
        const QString text = PdfFile(paper.toPdf().value()).text();
        QVERIFY(text.contains(u"各时段收件与办结"_s) && text.contains(u"近十个工作日收件"_s));
        QVERIFY(text.contains(u"265"_s));
    }

    void chartWithoutDataSaysSo()
    {
        const QJsonObject empty{{u"kind"_s, u"bar"_s}, {u"title"_s, u"空"_s}};
        const Document paper = laid(u"<charts field=\"charts\" height=\"50\"/>"_s,
                                    {{u"charts"_s, QJsonArray{empty}}});
        QVERIFY(PdfFile(paper.toPdf().value()).text().contains(u"本日无数据"_s));
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
