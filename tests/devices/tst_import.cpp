#include "devices/importing/filebytes.h"
#include "devices/importing/fileimporter.h"
#include "samplefiles.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

const QString workerProgram = QString::fromLatin1(HALL_BIN_DIR) + u"/onehall-worker"_s;

/// Announces more than it has: a stick that is pulled out while it is read.
class ShortDevice final : public QBuffer
{
public:
    [[nodiscard]] qint64 size() const override { return QBuffer::size() + 100; }
};

QColor pixel(const QImage &image, double x, double y)
{
    return image.pixelColor(int(image.width() * x), int(image.height() * y));
}

bool isReddish(const QColor &colour)
{
    return colour.red() > 180 && colour.green() < 80 && colour.blue() < 80;
}

} // namespace

class TestImport final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsJpegByteForByte_data();
    void keepsJpegByteForByte();
    void rewritesMirroredJpeg_data();
    void rewritesMirroredJpeg();
    void keepsPngByteForByte();
    void takesOtherFormatsAsPng_data();
    void takesOtherFormatsAsPng();
    void splitsTiff();
    void rendersPdfText();
    void rendersPdfPhoto();
    void takesPastedImage();
    void refusesBadFile_data();
    void refusesBadFile();
    void neverDecodesWhatIsTooLarge();
    void keepsGoodFilesAmongBad();
    void noticesVanishingWhileReading();
    void survivesDamagedFiles_data();
    void survivesDamagedFiles();
    void cancelledImportGivesNothing();
    void endsWithJobsWaiting();

private:
    ImportOutcome taken(const QString &name, const QByteArray &bytes);
    ImportOutcome takenPath(const QString &path)
    {
        return m_importer->importFiles({path}).result();
    }

    QTemporaryDir m_dir;
    std::unique_ptr<FileImporter> m_importer;
};

void TestImport::initTestCase()
{
    QVERIFY(QFile::exists(workerProgram));
    m_importer = std::make_unique<FileImporter>(WorkerOptions{.program = workerProgram});
}

ImportOutcome TestImport::taken(const QString &name, const QByteArray &bytes)
{
    return takenPath(samples::writeFile(m_dir.path(), name, bytes));
}

void TestImport::keepsJpegByteForByte_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("isBigEndian");
    QTest::addColumn<int>("rotation");
    QTest::newRow("upright") << 1 << true << 0;
    QTest::newRow("upside down") << 3 << false << 180;
    QTest::newRow("turn right") << 6 << true << 90;
    QTest::newRow("turn right, Intel order") << 6 << false << 90;
    QTest::newRow("turn left") << 8 << true << 270;
    QTest::newRow("nonsense counts as upright") << 77 << true << 0;
}

void TestImport::keepsJpegByteForByte()
{
    QFETCH(int, orientation);
    QFETCH(bool, isBigEndian);
    QFETCH(int, rotation);
    const QByteArray plain = samples::encoded(samples::quarters({120, 80}), "jpeg");
    const QByteArray jpeg = samples::withOrientation(plain, orientation, isBigEndian);
    const ImportOutcome outcome = taken(u"a.jpg"_s, jpeg);
    QCOMPARE(outcome.problems.size(), 0);
    QCOMPARE(outcome.pages.size(), 1);
    const ImportedPage &page = outcome.pages.first();
    QCOMPARE(page.bytes, jpeg);
    QCOMPARE(page.format, u"jpeg"_s);
    QCOMPARE(page.size, QSize(120, 80));
    QCOMPARE(page.rotation, rotation);
    QCOMPARE(page.fileName, u"a.jpg"_s);
}

void TestImport::rewritesMirroredJpeg_data()
{
    // Where the red quarter (top left as stored) stands when the picture is shown as it should be.
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPointF>("red");
    QTest::newRow("2") << 2 << QSize(120, 80) << QPointF(0.75, 0.25);
    QTest::newRow("4") << 4 << QSize(120, 80) << QPointF(0.25, 0.75);
    QTest::newRow("5") << 5 << QSize(80, 120) << QPointF(0.25, 0.25);
    QTest::newRow("7") << 7 << QSize(80, 120) << QPointF(0.75, 0.75);
}

void TestImport::rewritesMirroredJpeg()
{
    QFETCH(int, orientation);
    QFETCH(QSize, size);
    QFETCH(QPointF, red);
    const QByteArray plain = samples::encoded(samples::quarters({120, 80}), "jpeg");
    const QByteArray jpeg = samples::withOrientation(plain, orientation, true);
    const ImportOutcome outcome = taken(u"mirrored.jpg"_s, jpeg);
    QCOMPARE(outcome.pages.size(), 1);
    const ImportedPage &page = outcome.pages.first();
    QCOMPARE(page.rotation, 0);
    QCOMPARE(page.size, size);
    const QImage image = QImage::fromData(page.bytes, "jpeg");
    QCOMPARE(image.size(), size);
    QVERIFY(isReddish(pixel(image, red.x(), red.y())));
    // Green was beside red along the stored row, and must not be where red is now.
    const QImage stored = QImage::fromData(plain, "jpeg");
    QVERIFY(isReddish(pixel(stored, 0.25, 0.25)));
    // Qt's own reading of the tag is an independent referee.
    const QString path = samples::writeFile(m_dir.path(), u"referee.jpg"_s, jpeg);
    QImageReader referee(path);
    referee.setAutoTransform(true);
    const QImage expected = referee.read();
    for (const QPointF at : {QPointF(0.25, 0.25), QPointF(0.75, 0.25), QPointF(0.25, 0.75)}) {
        const QColor a = pixel(image, at.x(), at.y());
        const QColor b = pixel(expected, at.x(), at.y());
        QVERIFY(qAbs(a.red() - b.red()) < 12 && qAbs(a.green() - b.green()) < 12
                && qAbs(a.blue() - b.blue()) < 12);
    }
}

void TestImport::keepsPngByteForByte()
{
    const QByteArray png = samples::encoded(samples::quarters({50, 40}), "png");
    const ImportOutcome outcome = taken(u"scan.pdf"_s, png);
    QCOMPARE(outcome.pages.size(), 1);
    QCOMPARE(outcome.pages.first().bytes, png);
    QCOMPARE(outcome.pages.first().format, u"png"_s);
    QCOMPARE(outcome.pages.first().size, QSize(50, 40));
}

void TestImport::takesOtherFormatsAsPng_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("bmp") << QByteArray("bmp");
    QTest::newRow("ppm") << QByteArray("ppm");
    QTest::newRow("webp") << QByteArray("webp");
}

void TestImport::takesOtherFormatsAsPng()
{
    QFETCH(QByteArray, format);
    const QImage image = samples::quarters({64, 32});
    const ImportOutcome outcome = taken(u"picture"_s, samples::encoded(image, format, 100));
    QCOMPARE(outcome.problems.size(), 0);
    QCOMPARE(outcome.pages.size(), 1);
    QCOMPARE(outcome.pages.first().format, u"png"_s);
    const QImage back = QImage::fromData(outcome.pages.first().bytes, "png");
    QCOMPARE(back.size(), QSize(64, 32));
    QVERIFY(isReddish(pixel(back, 0.25, 0.25)));
}

void TestImport::splitsTiff()
{
    const ImportOutcome outcome = taken(u"three.tif"_s, samples::tiff(3, {30, 20}));
    QCOMPARE(outcome.problems.size(), 0);
    QCOMPARE(outcome.pages.size(), 3);
    for (int index = 0; index < 3; ++index) {
        const ImportedPage &page = outcome.pages[index];
        QCOMPARE(page.page, index + 1);
        QCOMPARE(page.format, u"png"_s);
        QCOMPARE(page.size, QSize(30, 20));
        const QColor expected = index % 2 == 0 ? Qt::black : Qt::white;
        QCOMPARE(QImage::fromData(page.bytes, "png").pixelColor(10, 10), expected);
    }
}

void TestImport::rendersPdfText()
{
    const ImportOutcome outcome = taken(u"text.pdf"_s, samples::pdf(2, samples::PdfContent::Text));
    QCOMPARE(outcome.problems.size(), 0);
    QCOMPARE(outcome.pages.size(), 2);
    for (const ImportedPage &page : outcome.pages) {
        // A4 at 200 dpi; black text loses nothing.
        QCOMPARE(page.format, u"png"_s);
        QVERIFY(qAbs(page.size.width() - 1654) <= 2);
        QVERIFY(qAbs(page.size.height() - 2339) <= 2);
        const QImage image = QImage::fromData(page.bytes, "png");
        QCOMPARE(image.size(), page.size);
        QCOMPARE(image.pixelColor(5, 5), QColor(Qt::white));
    }
}

void TestImport::rendersPdfPhoto()
{
    const ImportOutcome outcome
        = taken(u"photo.pdf"_s, samples::pdf(1, samples::PdfContent::Photo));
    QCOMPARE(outcome.pages.size(), 1);
    QCOMPARE(outcome.pages.first().format, u"jpeg"_s);
    QVERIFY(!QImage::fromData(outcome.pages.first().bytes, "jpeg").isNull());
}

void TestImport::takesPastedImage()
{
    const QImage image = samples::quarters({33, 22});
    const ImportOutcome outcome = m_importer->importImage(image).result();
    QCOMPARE(outcome.pages.size(), 1);
    QCOMPARE(outcome.pages.first().format, u"png"_s);
    QCOMPARE(QImage::fromData(outcome.pages.first().bytes, "png").convertToFormat(image.format()),
             image);
    QCOMPARE(m_importer->importImage({}).result().problems.first().error.kind,
             ErrorKind::ImageBroken);
}

void TestImport::refusesBadFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    const QImage picture = samples::quarters({300, 200});
    const QByteArray jpeg = samples::encoded(picture, "jpeg");
    const QByteArray png = samples::encoded(picture, "png");
    QTest::newRow("empty") << QByteArray() << ErrorKind::FileEmpty;
    QTest::newRow("text") << QByteArray("I am no picture") << ErrorKind::FormatUnknown;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                         << ErrorKind::FormatUnknown;
    QTest::newRow("jpeg cut short") << jpeg.left(jpeg.size() * 2 / 3) << ErrorKind::ImageBroken;
    QTest::newRow("jpeg without its last byte") << jpeg.chopped(1) << ErrorKind::ImageBroken;
    QTest::newRow("jpeg start only") << jpeg.left(3) << ErrorKind::ImageBroken;
    QTest::newRow("png cut short") << png.left(png.size() / 2) << ErrorKind::ImageBroken;
    QTest::newRow("png without its end") << png.chopped(12) << ErrorKind::ImageBroken;
    QByteArray spoiled = png;
    spoiled[png.indexOf("IDAT") + 10] = static_cast<char>(spoiled[png.indexOf("IDAT") + 10] ^ 0x55);
    QTest::newRow("png spoiled inside") << spoiled << ErrorKind::ImageBroken;
    QTest::newRow("tiff header only") << QByteArray("II*\0\x08\0\0\0", 8) << ErrorKind::ImageBroken;
    QTest::newRow("pdf header only") << QByteArray("%PDF-1.7\n") << ErrorKind::ImageBroken;
    QTest::newRow("pdf with password")
        << samples::barePdf({595, 842}, samples::PdfLock::Locked) << ErrorKind::FileLocked;
    const QSize vast(20000, 10000);
    const QImage tiny = samples::quarters({8, 8});
    QTest::newRow("200 megapixels, png")
        << samples::pngAnnouncing(vast, tiny) << ErrorKind::ImageTooLarge;
    QTest::newRow("200 megapixels, jpeg")
        << samples::jpegAnnouncing(vast, tiny) << ErrorKind::ImageTooLarge;
    QTest::newRow("200 megapixels, tiff")
        << samples::tiff(1, {8, 8}, vast) << ErrorKind::ImageTooLarge;
    QTest::newRow("a pdf page of 10 metres")
        << samples::barePdf({28346, 28346}, samples::PdfLock::Open) << ErrorKind::ImageTooLarge;
    QTest::newRow("300 pages, tiff") << samples::tiff(300, {8, 8}) << ErrorKind::TooManyPages;
    QTest::newRow("300 pages, pdf")
        << samples::pdf(300, samples::PdfContent::Text) << ErrorKind::TooManyPages;
    QTest::newRow("more than 50 MB")
        << QByteArray(50 * 1024 * 1024 + 1, 'x') << ErrorKind::FileTooLarge;
}

void TestImport::refusesBadFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    const ImportOutcome outcome = taken(u"bad.jpg"_s, bytes);
    QCOMPARE(outcome.pages.size(), 0);
    QCOMPARE(outcome.problems.size(), 1);
    QCOMPARE(outcome.problems.first().error.kind, kind);
    QCOMPARE(outcome.problems.first().fileName, u"bad.jpg"_s);
}

void TestImport::neverDecodesWhatIsTooLarge()
{
    // 16-bit channels: few enough pixels, yet more memory than one picture may take.
    QImage deep(16, 16, QImage::Format_RGBA64);
    deep.fill(Qt::white);
    const QByteArray bytes = samples::pngAnnouncing({9900, 9900}, deep);
    QCOMPARE(bytes[24], char(16));
    const ImportOutcome outcome = taken(u"deep.png"_s, bytes);
    QCOMPARE(outcome.problems.size(), 1);
    QCOMPARE(outcome.problems.first().error.kind, ErrorKind::ImageTooLarge);
}

void TestImport::keepsGoodFilesAmongBad()
{
    const QByteArray jpeg = samples::encoded(samples::quarters({40, 40}), "jpeg");
    const QString good = samples::writeFile(m_dir.path(), u"好.jpg"_s, jpeg);
    const QString broken = samples::writeFile(m_dir.path(), u"broken.jpg"_s, jpeg.left(200));
    const QString two = samples::writeFile(m_dir.path(), u"two.tif"_s, samples::tiff(2, {9, 9}));
    const QString gone = m_dir.filePath(u"gone.png"_s);
    const ImportOutcome outcome
        = m_importer->importFiles({good, gone, broken, m_dir.path(), two}).result();
    QCOMPARE(outcome.pages.size(), 3);
    QCOMPARE(outcome.pages[0].fileName, u"好.jpg"_s);
    QCOMPARE(outcome.pages[1].fileName, u"two.tif"_s);
    QCOMPARE(outcome.pages[2].page, 2);
    QCOMPARE(outcome.problems.size(), 3);
    QCOMPARE(outcome.problems[0].error.kind, ErrorKind::FileVanished);
    QCOMPARE(outcome.problems[0].fileName, u"gone.png"_s);
    QCOMPARE(outcome.problems[1].error.kind, ErrorKind::ImageBroken);
    QCOMPARE(outcome.problems[2].error.kind, ErrorKind::FileUnreadable);
}

void TestImport::noticesVanishingWhileReading()
{
    ShortDevice device;
    device.setData(QByteArray(500, 'x'));
    QVERIFY(device.open(QIODevice::ReadOnly));
    const Result<QByteArray> bytes = readAnnounced(device);
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.error().kind, ErrorKind::FileVanished);
}

void TestImport::survivesDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("whole");
    const QImage picture = samples::quarters({60, 60});
    QTest::newRow("jpeg") << samples::withOrientation(samples::encoded(picture, "jpeg"), 6, true);
    QTest::newRow("png") << samples::encoded(picture, "png");
    QTest::newRow("bmp") << samples::encoded(picture, "bmp");
    QTest::newRow("tiff") << samples::tiff(4, {12, 12});
    QTest::newRow("pdf") << samples::barePdf({200, 200}, samples::PdfLock::Open);
}

void TestImport::survivesDamagedFiles()
{
    QFETCH(QByteArray, whole);
    QRandomGenerator random(20261122);
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = whole;
        for (int hit = 0; hit <= round % 8; ++hit)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        if (round % 5 == 0)
            bytes.truncate(random.bounded(bytes.size()) + 1);
        const ImportOutcome outcome = taken(u"damaged"_s, bytes);
        QVERIFY(!outcome.pages.isEmpty() || !outcome.problems.isEmpty());
    }
}

void TestImport::cancelledImportGivesNothing()
{
    QStringList paths;
    for (int index = 0; index < 20; ++index)
        paths.append(
            samples::writeFile(m_dir.path(), u"c%1.tif"_s.arg(index), samples::tiff(50, {60, 60})));
    QFuture<ImportOutcome> future = m_importer->importFiles(paths);
    future.cancel();
    future.waitForFinished();
    QVERIFY(future.isCanceled());
    QCOMPARE(future.resultCount(), 0);
    QCOMPARE(taken(u"after.tif"_s, samples::tiff(2, {9, 9})).pages.size(), 2);
}

void TestImport::endsWithJobsWaiting()
{
    auto importer = std::make_unique<FileImporter>(WorkerOptions{.program = workerProgram});
    const QString path = samples::writeFile(m_dir.path(), u"slow.pdf"_s,
                                            samples::pdf(100, samples::PdfContent::Photo));
    QList<QFuture<ImportOutcome>> futures;
    for (int index = 0; index < 5; ++index)
        futures.append(importer->importFiles({path}));
    QElapsedTimer time;
    time.start();
    importer.reset();
    QVERIFY2(time.elapsed() < 5000, "ending must not wait for the jobs");
    for (QFuture<ImportOutcome> &future : futures) {
        future.waitForFinished();
        QVERIFY(future.isCanceled());
    }
}

HALL_TEST_MAIN(QGuiApplication, TestImport)
#include "tst_import.moc"
