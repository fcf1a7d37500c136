#include "devices/importing/filekind.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// Some writers put a mail header or a byte-order mark before it; readers accept 1024 bytes of that.
bool isPdf(const QByteArray &bytes)
{
    return bytes.left(1024).contains("%PDF-");
}

bool isTiff(const QByteArray &bytes)
{
    const QByteArray start = bytes.left(4);
    return start == QByteArray("II*\0", 4) || start == QByteArray("MM\0*", 4)
        || start == QByteArray("II+\0", 4) || start == QByteArray("MM\0+", 4);
}

bool isPnm(const QByteArray &bytes)
{
    return bytes.size() > 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6'
        && QByteArray(" \t\r\n").contains(bytes[2]);
}

} // namespace

FileKind fileKindOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return FileKind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return FileKind::Png;
    if (isTiff(bytes))
        return FileKind::Tiff;
    if (bytes.startsWith("BM"))
        return FileKind::Bmp;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return FileKind::Gif;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return FileKind::WebP;
    if (isPnm(bytes))
        return FileKind::Pnm;
    return isPdf(bytes) ? FileKind::Pdf : FileKind::Unknown;
}

QString workerType(FileKind kind, const QByteArray &bytes)
{
    switch (kind) {
    case FileKind::Pdf:
        return u"pdf"_s;
    case FileKind::Tiff:
        return u"tiff"_s;
    case FileKind::Bmp:
        return u"bmp"_s;
    case FileKind::Gif:
        return u"gif"_s;
    case FileKind::WebP:
        return u"webp"_s;
    case FileKind::Pnm:
        // P1 and P4 are bit maps, P2 and P5 grey maps, P3 and P6 pixel maps.
        return bytes[1] == '1' || bytes[1] == '4' ? u"pbm"_s
            : bytes[1] == '2' || bytes[1] == '5'  ? u"pgm"_s
                                                  : u"ppm"_s;
    case FileKind::Unknown:
    case FileKind::Jpeg:
    case FileKind::Png:
        break;
    }
    return {};
}

} // namespace hall
