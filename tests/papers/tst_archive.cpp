// Every paper is PDF/A-1b as far as its objects can prove it (papers/archivecheck.h).
#include "papers/archivecheck.h"
#include "papers/paperdata.h"
#include "papers/pdfobjects.h"
#include "papers/pdftools.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(hall::PaperKind)

namespace {

/// What the check must object to.
enum class Sin { PlainVersion, Transparency };

QByteArray sinful(Sin sin)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(u"一页"_s);
    if (sin == Sin::Transparency)
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
    QPainter painter(&writer);
    painter.fillRect(0, 0, 3000, 3000, QColor(255, 0, 0, sin == Sin::Transparency ? 90 : 255));
    painter.drawText(500, 500, u"一页"_s);
    painter.end();
    return bytes;
}

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(missingTools(), QString()); }
    void everyPaperIsFitForTheArchive_data();
    void everyPaperIsFitForTheArchive();
    void everyFontIsInTheFile_data() { everyPaperIsFitForTheArchive_data(); }
    void everyFontIsInTheFile();
    void titleSaysNotAndNotTheContrary();
    void theCheckTellsOtherFilesApart();
    void theCheckSeesDamage();
};

void TestArchive::everyPaperIsFitForTheArchive_data()
{
    QTest::addColumn<PaperKind>("kind");
    for (const PaperKind kind : allPapers())
        QTest::newRow(qPrintable(paperCode(kind))) << kind;
}

void TestArchive::everyPaperIsFitForTheArchive()
{
    QFETCH(PaperKind, kind);
    PaperOptions marked = plainOptions();
    marked.sample = true;
    marked.copyNumber = 2;
    for (const Document &paper :
         {composed(kind, fullData(kind)), composed(kind, fullData(kind), marked),
          composed(kind, minimalData(kind)), composed(kind, extremeData(kind))}) {
        const QStringList faults = archiveFaults(paper.toPdf().value());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

void TestArchive::everyFontIsInTheFile()
{
    QFETCH(PaperKind, kind);
    const PdfFile pdf(composed(kind, extremeData(kind)).toPdf().value());
    const QStringList lines = pdf.fonts().split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(lines.size() >= 2);
    // … emb, sub, uni, object: Qt names the subset in the descriptor only, so "sub" says no.
    static const QRegularExpression isWhole(u" yes (yes|no) +yes +\\d+ +\\d+$"_s);
    for (const QString &line : lines)
        QVERIFY2(isWhole.match(line.trimmed()).hasMatch(), qPrintable(line));
}

void TestArchive::titleSaysNotAndNotTheContrary()
{
    // 不 is 4E 0D; a carriage return that stands bare in a string reads as 0A, and 4E 0A is 上.
    const Document paper = composed(PaperKind::RefusalNotice, fullData(PaperKind::RefusalNotice));
    const QByteArray bytes = paper.toPdf().value();
    const PdfObjects file = PdfObjects::read(bytes);
    QCOMPARE(file.fault, QString());
    const QString title = file.linked(file.trailer, "/Info").text("/Title");
    QVERIFY2(title.startsWith(u"不予受理决定书"_s), qPrintable(title));
    QVERIFY(PdfFile(bytes).info().contains(title));
    QVERIFY(PdfFile(bytes).text().contains(u"不予受理"_s));
}

void TestArchive::theCheckTellsOtherFilesApart()
{
    const QStringList plain = archiveFaults(sinful(Sin::PlainVersion));
    QVERIFY2(plain.contains(u"no output intent"_s), qPrintable(plain.join(u'\n')));
    QVERIFY(plain.contains(u"no metadata"_s));
    const QStringList clear = archiveFaults(sinful(Sin::Transparency));
    QVERIFY2(clear.contains(u"transparency: alpha"_s), qPrintable(clear.join(u'\n')));
    QCOMPARE(archiveFaults("%PDF-1.4\n"), QStringList(u"no plain cross-reference table"_s));
}

void TestArchive::theCheckSeesDamage()
{
    const QByteArray good
        = composed(PaperKind::FeeReceipt, fullData(PaperKind::FeeReceipt)).toPdf().value();
    const auto with = [&good](const QByteArray &old, const QByteArray &fresh) {
        Q_ASSERT(old.size() == fresh.size() && good.contains(old));
        return archiveFaults(QByteArray(good).replace(old, fresh));
    };
    QCOMPARE(with("/ca 1.0", "/ca 0.5"), QStringList(u"transparency: alpha"_s));
    QCOMPARE(with("/SMask /None", "/SMask 8 0 R"),
             QStringList(u"transparency: mask or blend mode"_s));
    QCOMPARE(with("conformance=\"B\"", "conformance=\"A\""),
             QStringList(u"metadata names another standard"_s));
    QCOMPARE(with("/FontFile2", "/FontPile2"), QStringList(u"a font is not embedded"_s));
    QCOMPARE(with("/CIDToGIDMap", "/CIDToGIDTap"), QStringList(u"a font has no CIDToGIDMap"_s));
    QCOMPARE(with("/GTS_PDFA1", "/GTS_PDFX1"), QStringList(u"no output intent"_s));
    QVERIFY(!with("/Type /Catalog", "/JS 1 /Catalog").isEmpty());
    QVERIFY(!archiveFaults(QByteArray(good).insert(200, "\n")).isEmpty());
}

QTEST_MAIN(TestArchive)
#include "tst_archive.moc"
