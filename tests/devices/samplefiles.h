#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

/// Files as people bring them, made by the tests themselves.
namespace hall::samples {

/// A picture with red, green, blue and black quarters (top left, top right, bottom left, bottom
/// right).
QImage quarters(QSize size);
QByteArray encoded(const QImage &image, const QByteArray &format, int quality = 90);

/// The JPEG with an EXIF segment that carries only the orientation, in either byte order.
QByteArray withOrientation(const QByteArray &jpeg, int orientation, bool isBigEndian);

/// A PNG whose header announces this size; its data (and depth) are those of the tiny `picture`.
QByteArray pngAnnouncing(QSize size, const QImage &picture);
/// The same of a JPEG.
QByteArray jpegAnnouncing(QSize size, const QImage &picture);

/// An uncompressed 8-bit grey TIFF with `pages` pages; `announced` replaces the size in the
/// headers.
QByteArray tiff(int pages, QSize size, QSize announced = {});

/// A PDF of this many pages of text; with `photo`, each page is filled with a colour gradient.
enum class PdfContent { Text, Photo };
QByteArray pdf(int pages, PdfContent content);
/// One empty page of this size in points, by hand; `locked` puts a password before it.
enum class PdfLock { Open, Locked };
QByteArray barePdf(QSize points, PdfLock lock);

/// Writes the bytes and answers the path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes);

} // namespace hall::samples
