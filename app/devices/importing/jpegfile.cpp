#include "devices/importing/jpegfile.h"

#include <QtEndian>

namespace hall {

namespace {

constexpr uchar endOfImage = 0xd9;
constexpr uchar startOfScan = 0xda;
constexpr uchar app1 = 0xe1;
constexpr quint16 orientationTag = 0x0112;

uchar at(const QByteArray &bytes, qsizetype pos)
{
    return static_cast<uchar>(bytes[pos]);
}

bool isRestart(uchar marker)
{
    return marker >= 0xd0 && marker <= 0xd7;
}

bool hasNoLength(uchar marker)
{
    return marker == 0x01 || marker == 0xd8 || isRestart(marker);
}

/// Numbers of a TIFF structure in its own byte order; 0 beyond its end.
struct TiffView
{
    QByteArray bytes;
    bool isBigEndian = false;

    [[nodiscard]] quint16 u16(qint64 pos) const
    {
        if (pos < 0 || pos + 2 > bytes.size())
            return 0;
        const char *from = bytes.constData() + pos;
        return isBigEndian ? qFromBigEndian<quint16>(from) : qFromLittleEndian<quint16>(from);
    }
    [[nodiscard]] quint32 u32(qint64 pos) const
    {
        if (pos < 0 || pos + 4 > bytes.size())
            return 0;
        const char *from = bytes.constData() + pos;
        return isBigEndian ? qFromBigEndian<quint32>(from) : qFromLittleEndian<quint32>(from);
    }
};

int orientationIn(const QByteArray &exif)
{
    if (!exif.startsWith(QByteArray("Exif\0\0", 6)))
        return 1;
    const TiffView tiff{.bytes = exif.mid(6), .isBigEndian = exif.mid(6, 2) == "MM"};
    constexpr int entrySize = 12;
    const qint64 directory = tiff.u32(4);
    const int count = tiff.u16(directory);
    for (int index = 0; index < count; ++index) {
        const qint64 entry = directory + 2 + qint64(index) * entrySize;
        if (tiff.u16(entry) == orientationTag) {
            const int value = tiff.u16(entry + 8);
            return value >= 1 && value <= 8 ? value : 1;
        }
    }
    return 1;
}

/// From inside a scan's coded data to the 0xFF of the next real marker; the end if there is none.
qsizetype skipCodedData(const QByteArray &bytes, qsizetype pos)
{
    while (true) {
        pos = bytes.indexOf('\xff', pos);
        if (pos < 0 || pos + 1 >= bytes.size())
            return bytes.size();
        const uchar next = at(bytes, pos + 1);
        if (next != 0x00 && next != 0xff && !isRestart(next))
            return pos;
        pos += next == 0xff ? 1 : 2;
    }
}

} // namespace

JpegFacts inspectJpeg(const QByteArray &bytes)
{
    JpegFacts facts;
    bool exifSeen = false;
    qsizetype pos = 2;
    while (pos + 1 < bytes.size() && at(bytes, pos) == 0xff) {
        const uchar marker = at(bytes, pos + 1);
        if (marker == endOfImage) {
            facts.isComplete = true;
            break;
        }
        if (marker == 0xff || hasNoLength(marker)) {
            pos += marker == 0xff ? 1 : 2;
            continue;
        }
        if (pos + 4 > bytes.size())
            break;
        const qsizetype length = qFromBigEndian<quint16>(bytes.constData() + pos + 2);
        if (length < 2 || pos + 2 + length > bytes.size())
            break;
        if (marker == app1 && !exifSeen) {
            const QByteArray body = bytes.mid(pos + 4, length - 2);
            exifSeen = body.startsWith("Exif");
            facts.orientation = orientationIn(body);
        }
        pos += 2 + length;
        if (marker == startOfScan)
            pos = skipCodedData(bytes, pos);
    }
    return facts;
}

int rotationOf(int orientation)
{
    switch (orientation) {
    case 1:
        return 0;
    case 3:
        return 180;
    case 6:
        return 90;
    case 8:
        return 270;
    default:
        return -1;
    }
}

} // namespace hall
