#include "devices/importing/workerclient.h"
#include "devices/printing/folderpaperprinter.h"
#include "devices/printing/qtpaperprinter.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

/// A black bar of 20 × 5 mm, 10 mm from the top left corner of the paper.
void paintBar(QPainter *painter, int page)
{
    const double dot = painter->device()->logicalDpiX() / 25.4;
    painter->fillRect(QRectF(10 * dot, 10 * dot, 20 * dot, 5 * dot), Qt::black);
    painter->drawText(QPointF(10 * dot, 40 * dot), u"第 %1 页"_s.arg(page + 1));
}

PrintRequest request(const QList<QSizeF> &sizes)
{
    return {.title = u"材料接收凭证 441900113-20261122"_s, .pageSizes = sizes, .paint = paintBar};
}

WorkerAnswer rendered(const QString &file)
{
    QFile pdf(file);
    if (!pdf.open(QIODevice::ReadOnly))
        return {};
    WorkerClient client({.program = QString::fromLatin1(HALL_BIN_DIR) + u"/onehall-worker"_s});
    return client.run({.type = u"pdf"_s,
                       .maxPixels = 100'000'000,
                       .maxPageBytes = 50'000'000,
                       .maxPages = 200,
                       .bytes = pdf.readAll()},
                      [] { return true; });
}

constexpr QSizeF a4(210, 297);
constexpr QSizeF a5Landscape(210, 148);

} // namespace

class TestPrinting final : public QObject
{
    Q_OBJECT

private slots:
    void writesPagesOfTheirSize();
    void paintsFromTheCornerOfThePaper();
    void neverOverwrites();
    void writesTheMendedFile();
    void makesFileNamesSafe();
    void refusesEmptyRequest();
    void reportsFolderThatCannotBe();
    void paintsOnAnotherThread();
    void saysThatAQueueIsUnknown();

private:
    QTemporaryDir m_dir;
};

void TestPrinting::writesPagesOfTheirSize()
{
    FolderPaperPrinter printer(m_dir.filePath(u"papers"_s));
    const Result<PrintJob> job = printer.print(request({a4, a5Landscape})).takeResult();
    QVERIFY(job.ok());
    QCOMPARE(job.value().pages, 2);
    QVERIFY(QFile::exists(job.value().file));
    const WorkerAnswer answer = rendered(job.value().file);
    QCOMPARE(answer.pages.size(), 2);
    QVERIFY(qAbs(answer.pages[0].size.width() - 1654) <= 3);
    QVERIFY(qAbs(answer.pages[0].size.height() - 2339) <= 3);
    QVERIFY(qAbs(answer.pages[1].size.width() - 1654) <= 3);
    QVERIFY(qAbs(answer.pages[1].size.height() - 1165) <= 3);
}

void TestPrinting::paintsFromTheCornerOfThePaper()
{
    FolderPaperPrinter printer(m_dir.path());
    const Result<PrintJob> job = printer.print(request({a4})).takeResult();
    QVERIFY(job.ok());
    const WorkerAnswer answer = rendered(job.value().file);
    QCOMPARE(answer.pages.size(), 1);
    const QImage page = QImage::fromData(answer.pages.first().bytes);
    const double dot = 200 / 25.4;
    const auto darkAt = [&page, dot](double x, double y) {
        return qGray(page.pixel(int(x * dot), int(y * dot))) < 128;
    };
    QVERIFY(darkAt(11, 11) && darkAt(29, 14));
    QVERIFY(!darkAt(9, 11) && !darkAt(31, 14) && !darkAt(20, 9) && !darkAt(20, 16));
}

void TestPrinting::neverOverwrites()
{
    FolderPaperPrinter printer(m_dir.filePath(u"twice"_s));
    const Result<PrintJob> one = printer.print(request({a4})).takeResult();
    const Result<PrintJob> two = printer.print(request({a4})).takeResult();
    QVERIFY(one.ok() && two.ok());
    QVERIFY(one.value().file != two.value().file);
    QCOMPARE(QDir(m_dir.filePath(u"twice"_s)).entryList(QDir::Files).size(), 2);
}

/// Qt's title in a PDF has a fault that app/papers mends: the folder writes what it was given back.
void TestPrinting::writesTheMendedFile()
{
    FolderPaperPrinter printer(m_dir.filePath(u"mended"_s));
    PrintRequest mended = request({a4});
    mended.mendPdf = [](const QByteArray &pdf) {
        return pdf.startsWith("%PDF") ? pdf + "% mended" : QByteArray();
    };
    const Result<PrintJob> job = printer.print(mended).takeResult();
    QVERIFY(job.ok());
    QFile file(job.value().file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("% mended"));
}

void TestPrinting::makesFileNamesSafe()
{
    FolderPaperPrinter printer(m_dir.filePath(u"names"_s));
    PrintRequest odd = request({a4});
    odd.title = u"../../etc/passwd: \"x\" <1> ."_s;
    const Result<PrintJob> job = printer.print(odd).takeResult();
    QVERIFY(job.ok());
    QCOMPARE(QFileInfo(job.value().file).absolutePath(), m_dir.filePath(u"names"_s));
    odd.title.clear();
    const Result<PrintJob> nameless = printer.print(odd).takeResult();
    QVERIFY(nameless.ok());
    QCOMPARE(QFileInfo(nameless.value().file).fileName(), u"paper.pdf"_s);
}

void TestPrinting::refusesEmptyRequest()
{
    FolderPaperPrinter printer(m_dir.filePath(u"none"_s));
    for (const PrintRequest &bad :
         {request({}), request({QSizeF(0, 0)}), PrintRequest{.pageSizes = {a4}}}) {
        const Result<PrintJob> job = printer.print(bad).takeResult();
        QVERIFY(!job.ok());
        QCOMPARE(job.error(), (Error{.kind = ErrorKind::PrinterFailed, .detail = u"empty"_s}));
    }
    QCOMPARE(QDir(m_dir.filePath(u"none"_s)).entryList(QDir::Files).size(), 0);
}

void TestPrinting::reportsFolderThatCannotBe()
{
    QFile file(m_dir.filePath(u"a-file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderPaperPrinter printer(file.fileName() + u"/below"_s);
    const Result<PrintJob> job = printer.print(request({a4})).takeResult();
    QVERIFY(!job.ok());
    QCOMPARE(job.error().kind, ErrorKind::PrinterFailed);
}

void TestPrinting::paintsOnAnotherThread()
{
    FolderPaperPrinter printer(m_dir.path());
    PrintRequest job = request({a4});
    const QThread *here = QThread::currentThread();
    const auto other = std::make_shared<bool>(false);
    job.paint = [here, other](QPainter *, int) { *other = QThread::currentThread() != here; };
    QVERIFY(printer.print(job).takeResult().ok());
    QVERIFY(*other);
}

void TestPrinting::saysThatAQueueIsUnknown()
{
    QtPaperPrinter printer;
    PrintRequest job = request({a4});
    job.printer = u"a queue that nobody has set up"_s;
    const Result<PrintJob> result = printer.print(job).takeResult();
    QVERIFY(!result.ok());
    QCOMPARE(result.error(), (Error{.kind = ErrorKind::PrinterFailed, .detail = u"unknown"_s}));
    const QList<PrinterName> printers = printer.printers().result();
    for (const PrinterName &name : printers)
        QVERIFY(!name.name.isEmpty());
}

HALL_TEST_MAIN(QGuiApplication, TestPrinting)
#include "tst_printing.moc"
