// Bar codes are drawn by us and read by zbarimg; slip codes survive a counter's barcode gun.
#include "papers/codepaint.h"
#include "papers/codes.h"
#include "papers/pdftools.h"
#include "papers/units.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

QString readBack(const QImage &image)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"code.png"_s);
    if (!image.save(path))
        return {};
    QProcess process;
    process.start(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, path}, QIODevice::ReadOnly);
    process.waitForFinished(30'000);
    QString text = QString::fromUtf8(process.readAllStandardOutput());
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QImage paper(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage barCode(const QString &text)
{
    QImage image = paper(1600, 220);
    QPainter painter(&image);
    painter.scale(0.19, 0.19);
    paintCode128(&painter, {mm(8), mm(4)}, text, code128Width(text, mm(1000)));
    return image;
}

QImage qrCode(const QString &text)
{
    QImage image = paper(800, 800);
    QPainter painter(&image);
    painter.scale(0.3, 0.3);
    paintQr(&painter, {mm(2), mm(2)}, text);
    return image;
}

SlipCode slip()
{
    return {.caseId = QUuid(u"5f0c2b1e-7a46-4d0e-9a53-0d2f6f1b8c11"_s),
            .caseNumber = u"441900113-20261122-A07-0001-7"_s,
            .hash8 = u"3fa9c01b"_s,
            .slipNumber = u"JK-A07-20261122-0003"_s,
            .fen = 123456};
}

} // namespace

class TestCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(missingTools(), QString()); }

    void code128IsReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QString ascii;
        for (ushort each = ' '; each <= '~'; ++each)
            ascii += QChar(each);
        for (int at = 0; at < ascii.size(); at += 19)
            QTest::addRow("ascii %d", at) << u"x"_s + ascii.mid(at, 19) + u"y"_s;
        for (const QString &each :
             {u"441900113-20261122-A07-0001-7"_s, u"1234"_s, u"12345"_s, u"123"_s, u"12"_s, u"7"_s,
              u"AB123456"_s, u"AB1234567"_s, u"A123456B"_s, u"A1234567B"_s, u"0012345678901234"_s,
              u"A1234B12345C"_s, u"YB-2026-000123"_s})
            QTest::newRow(qPrintable(each)) << each;
    }
    void code128IsReadBack()
    {
        QFETCH(QString, text);
        QCOMPARE(readBack(barCode(text)), text);
    }

    void code128PacksDigits()
    {
        // Start, ten pairs, check: 12 symbols of 11 modules, and 13 for the stop.
        const QByteArray widths = code128Widths(u"00112233445566778899"_s);
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), 12 * 11 + 13);
    }

    void code128RefusesOtherTexts()
    {
        QVERIFY(code128Widths(QString()).isEmpty());
        QVERIFY(code128Widths(u"大朗"_s).isEmpty());
        QVERIFY(code128Widths(u"A\n"_s).isEmpty());
        QCOMPARE(code128Width(QString(60, u'a'), mm(60)), 0.0); // would be too fine to read
    }

    void qrIsReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("slip") << qrPayload(slip());
        QTest::newRow("short") << u"1"_s;
        QTest::newRow("chinese") << u"大朗行政服务受字〔2026〕第0001号"_s;
        QTest::newRow("long") << QString(400, u'x');
    }
    void qrIsReadBack()
    {
        QFETCH(QString, text);
        QCOMPARE(readBack(qrCode(text)), text);
    }

    void qrThatDoesNotFitIsEmpty()
    {
        QVERIFY(qrModules(QString(5000, u'x')).isEmpty());
        QVERIFY(qrModules(QString()).isEmpty());
        QCOMPARE(qrSide(QString(5000, u'x')), 0.0);
        QVERIFY(qrSide(u"1"_s) / (21 + 8) >= mm(0.4));
    }

    void slipCodeComesBack()
    {
        const QString text = qrPayload(slip());
        QCOMPARE(text,
                 u"OH1|5f0c2b1e-7a46-4d0e-9a53-0d2f6f1b8c11|441900113-20261122-A07-0001-7|3fa9c01b|"
                 u"JK-A07-20261122-0003|123456"_s);
        QCOMPARE(parseSlipCode(text), slip());
        QCOMPARE(parseSlipCode(u"  "_s + text.toUpper() + u"\r\n"_s), slip());
        QCOMPARE(parseSlipCode(text.toLower()), slip());
        SlipCode paper = slip();
        paper.slipNumber.clear();
        paper.fen = -1;
        QCOMPARE(parseSlipCode(qrPayload(paper)), paper);
    }

    void otherTextsAreNoSlipCode_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = qrPayload(slip());
        QTest::newRow("empty") << QString();
        QTest::newRow("case number") << u"441900113-20261122-A07-0001-7"_s;
        QTest::newRow("other mark") << QString(good).replace(u"OH1"_s, u"OH2"_s);
        QTest::newRow("no amount") << good.section(u'|', 0, 4);
        QTest::newRow("amount") << QString(good).replace(u"123456"_s, u"12x"_s);
        QTest::newRow("negative") << QString(good).replace(u"|123456"_s, u"|-1"_s);
        QTest::newRow("uuid") << QString(good).replace(u"5f0c2b1e"_s, u"5f0c2b1"_s);
        QTest::newRow("hash") << QString(good).replace(u"3fa9c01b"_s, u"3fa9c01"_s);
        QTest::newRow("too long") << good + u"|1"_s;
        QTest::newRow("null uuid") << u"OH1|00000000-0000-0000-0000-000000000000|A|3fa9c01b"_s;
    }
    void otherTextsAreNoSlipCode()
    {
        QFETCH(QString, text);
        QVERIFY(!parseSlipCode(text).has_value());
    }
};

QTEST_MAIN(TestCodes)
#include "tst_codes.moc"
