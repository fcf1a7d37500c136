#include "samplefiles.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QLinearGradient>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

namespace hall::samples {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(quint32 value, int bytes, bool isBigEndian)
{
    QByteArray out(bytes, '\0');
    for (int index = 0; index < bytes; ++index) {
        const int shift = 8 * (isBigEndian ? bytes - 1 - index : index);
        out[index] = static_cast<char>((value >> shift) & 0xff);
    }
    return out;
}

struct TiffTag
{
    quint32 tag = 0;
    quint32 value = 0;
};

/// One directory of single LONG values.
QByteArray directory(const QList<TiffTag> &tags, quint32 next)
{
    QByteArray out = number(static_cast<quint32>(tags.size()), 2, false);
    for (const TiffTag &tag : tags)
        out += number(tag.tag, 2, false) + number(4, 2, false) + number(1, 4, false)
            + number(tag.value, 4, false);
    return out + number(next, 4, false);
}

void paintPdfPage(QPainter &painter, PdfContent content, int page)
{
    const QRect all = painter.viewport();
    if (content == PdfContent::Photo) {
        QLinearGradient gradient(all.topLeft(), all.bottomRight());
        gradient.setColorAt(0, QColor(200, 30, 60));
        gradient.setColorAt(1, QColor(20, 90, 220));
        painter.fillRect(all, gradient);
        return;
    }
    for (int line = 0; line < 20; ++line)
        painter.drawText(QPoint(200, 400 + line * 400),
                         u"第 %1 页 · line %2"_s.arg(page).arg(line));
}

} // namespace

QImage quarters(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::black);
    const int halfWidth = size.width() / 2;
    const int halfHeight = size.height() / 2;
    QPainter painter(&image);
    painter.fillRect(0, 0, halfWidth, halfHeight, Qt::red);
    painter.fillRect(halfWidth, 0, halfWidth, halfHeight, Qt::green);
    painter.fillRect(0, halfHeight, halfWidth, halfHeight, Qt::blue);
    return image;
}

QByteArray encoded(const QImage &image, const QByteArray &format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format.constData(), quality);
    return bytes;
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation, bool isBigEndian)
{
    const auto num
        = [isBigEndian](quint32 value, int bytes) { return number(value, bytes, isBigEndian); };
    QByteArray exif
        = QByteArray("Exif\0\0", 6) + (isBigEndian ? "MM" : "II") + num(42, 2) + num(8, 4);
    exif += num(1, 2) + num(0x0112, 2) + num(3, 2) + num(1, 4)
        + num(static_cast<quint32>(orientation), 2) + num(0, 2) + num(0, 4);
    const QByteArray segment
        = QByteArray("\xff\xe1") + number(static_cast<quint32>(exif.size() + 2), 2, true) + exif;
    return jpeg.left(2) + segment + jpeg.mid(2);
}

QByteArray pngAnnouncing(QSize size, const QImage &picture)
{
    QByteArray bytes = encoded(picture, "png");
    qToBigEndian(size.width(), bytes.data() + 16);
    qToBigEndian(size.height(), bytes.data() + 20);
    // The header's own check sum must be right, or the file would only be broken.
    quint32 crc = 0xffffffffu;
    for (qsizetype index = 12; index < 29; ++index) {
        crc ^= static_cast<uchar>(bytes[index]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1u) != 0 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
    qToBigEndian(crc ^ 0xffffffffu, bytes.data() + 29);
    return bytes;
}

QByteArray jpegAnnouncing(QSize size, const QImage &picture)
{
    QByteArray bytes = encoded(picture, "jpeg");
    // Start of frame: marker, length, precision, height, width.
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    qToBigEndian(quint16(size.height()), bytes.data() + frame + 5);
    qToBigEndian(quint16(size.width()), bytes.data() + frame + 7);
    return bytes;
}

QByteArray tiff(int pages, QSize size, QSize announced)
{
    const QSize told = announced.isEmpty() ? size : announced;
    const auto width = static_cast<quint32>(told.width());
    const auto height = static_cast<quint32>(told.height());
    constexpr quint32 directorySize = 2 + 9 * 12 + 4;
    const auto pixels = static_cast<quint32>(size.width() * size.height());
    QByteArray out = QByteArray("II*\0", 4) + number(8, 4, false);
    for (int page = 0; page < pages; ++page) {
        const auto start = static_cast<quint32>(out.size());
        const quint32 next = page + 1 < pages ? start + directorySize + pixels : 0;
        out += directory({{256, width},
                          {257, height},
                          {258, 8},
                          {259, 1},
                          {262, 1},
                          {273, start + directorySize},
                          {277, 1},
                          {278, height},
                          {279, pixels}},
                         next);
        out += QByteArray(static_cast<qsizetype>(pixels),
                          static_cast<char>(page % 2 == 0 ? 0 : -1));
    }
    return out;
}

QByteArray pdf(int pages, PdfContent content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        paintPdfPage(painter, content, page);
    }
    painter.end();
    return bytes;
}

QByteArray barePdf(QSize points, PdfLock lock)
{
    QList<QByteArray> objects{
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + QByteArray::number(points.width()) + " "
            + QByteArray::number(points.height()) + "]>>",
        // No password answers to such an entry.
        "<</Filter/Standard/V 1/R 2/P -4/O<" + QByteArray(64, 'a') + ">/U<" + QByteArray(64, 'b')
            + ">>>",
    };
    QByteArray out = "%PDF-1.4\n";
    QByteArray table = "xref\n0 5\n0000000000 65535 f \n";
    for (int index = 0; index < objects.size(); ++index) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(index + 1) + " 0 obj\n" + objects[index] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(out.size());
    const QByteArray encrypt = lock == PdfLock::Locked
        ? "/Encrypt 4 0 R/ID[<" + QByteArray(32, '1') + "><" + QByteArray(32, '1') + ">]"
        : QByteArray();
    return out + table + "trailer\n<</Size 5/Root 1 0 R" + encrypt + ">>\nstartxref\n" + start
        + "\n%%EOF\n";
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

} // namespace hall::samples
