#include "papers/pdftitle.h"

#include <QByteArrayList>

namespace hall {

namespace {

constexpr qsizetype entrySize = 20; // "0000000015 00000 n \n"
constexpr qsizetype offsetDigits = 10;

/// What stands behind `from` was moved by `shift`: the table of offsets and the table's own place.
void moveOffsets(QByteArray &pdf, qsizetype from, qsizetype shift)
{
    const QByteArray mark = "startxref\n";
    const qsizetype place = pdf.lastIndexOf(mark) + mark.size();
    const qsizetype placeEnd = pdf.indexOf('\n', place);
    const qsizetype table = pdf.mid(place, placeEnd - place).trimmed().toLongLong() + shift;
    const qsizetype range = pdf.indexOf('\n', table) + 1;
    const qsizetype first = pdf.indexOf('\n', range) + 1;
    const int count = pdf.mid(range, first - range).trimmed().split(' ').value(1).toInt();
    for (int entry = 0; entry < count; ++entry) {
        const qsizetype at = first + entry * entrySize;
        const qsizetype offset = pdf.mid(at, offsetDigits).toLongLong();
        if (offset > from)
            pdf.replace(at, offsetDigits,
                        QByteArray::number(offset + shift).rightJustified(offsetDigits, '0'));
    }
    pdf.replace(place, placeEnd - place, QByteArray::number(table));
}

} // namespace

QByteArray withReadableTitle(const QByteArray &pdf)
{
    const QByteArray key = "/Title (";
    const qsizetype begin = pdf.indexOf(key) + key.size();
    if (begin < key.size())
        return pdf;
    QByteArray title;
    qsizetype end = begin;
    for (; end < pdf.size() && pdf.at(end) != ')'; ++end) {
        if (pdf.at(end) == '\r') {
            title += "\\r";
            continue;
        }
        title += pdf.at(end);
        if (pdf.at(end) == '\\')
            title += pdf.at(++end);
    }
    const qsizetype shift = title.size() - (end - begin);
    if (shift == 0)
        return pdf;
    QByteArray moved = pdf;
    moved.replace(begin, end - begin, title);
    moveOffsets(moved, begin, shift);
    return moved;
}

} // namespace hall
