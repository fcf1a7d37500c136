#include "papers/pdfobjects.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QtEndian>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int entrySize = 20; // "0000000015 00000 n \n"

int referenced(const QByteArray &dictionary, const QByteArray &key)
{
    const QRegularExpression pattern(QRegularExpression::escape(QString::fromLatin1(key))
                                     + u"(?![A-Za-z]) ?\\[? ?(\\d+) 0 R"_s);
    const auto found = pattern.match(QString::fromLatin1(dictionary));
    return found.hasMatch() ? found.captured(1).toInt() : 0;
}

/// Offsets by object number; empty when there is no such table.
QHash<int, qsizetype> crossReferences(const QByteArray &pdf)
{
    QHash<int, qsizetype> offsets;
    const qsizetype mark = pdf.lastIndexOf("startxref");
    const qsizetype table = pdf.mid(mark + 9).simplified().split(' ').value(0).toLongLong();
    if (mark < 0 || pdf.mid(table, 4) != "xref")
        return offsets;
    const qsizetype line = pdf.indexOf('\n', table) + 1;
    const QByteArrayList range = pdf.mid(line, 40).split('\n').value(0).split(' ');
    const qsizetype first = pdf.indexOf('\n', line) + 1;
    for (int entry = 0; entry < range.value(1).toInt(); ++entry) {
        const QByteArray text = pdf.mid(first + entry * entrySize, entrySize);
        if (text.size() == entrySize && text.at(17) == 'n')
            offsets.insert(range.value(0).toInt() + entry, text.left(10).toLongLong());
    }
    return offsets;
}

struct Reading
{
    const QByteArray &pdf;
    QHash<int, qsizetype> offsets = {};

    [[nodiscard]] bool object(int number, PdfObject &object) const;
    [[nodiscard]] qsizetype lengthOf(const QByteArray &dictionary) const;
};

qsizetype Reading::lengthOf(const QByteArray &dictionary) const
{
    if (const int link = referenced(dictionary, "/Length")) {
        PdfObject length;
        return object(link, length) ? length.dictionary.toLongLong() : -1;
    }
    static const QRegularExpression pattern(u"/Length (\\d+)"_s);
    const auto found = pattern.match(QString::fromLatin1(dictionary));
    return found.hasMatch() ? found.captured(1).toLongLong() : -1;
}

bool Reading::object(int number, PdfObject &object) const
{
    const qsizetype at = offsets.value(number, -1);
    const QByteArray head = QByteArray::number(number) + " 0 obj";
    if (at < 0 || pdf.mid(at, head.size()) != head)
        return false;
    const qsizetype begin = at + head.size();
    const qsizetype end = pdf.indexOf("endobj", begin);
    const qsizetype data = pdf.indexOf("stream\n", begin);
    object.number = number;
    if (data < 0 || data > end) {
        object.source = pdf.mid(begin, end - begin);
        object.dictionary = object.source.simplified();
        return end > 0;
    }
    object.source = pdf.mid(begin, data - begin);
    object.dictionary = object.source.simplified();
    const qsizetype length = lengthOf(object.dictionary);
    object.stream = pdf.mid(data + 7, length);
    return length >= 0 && pdf.mid(data + 7 + length, 12).trimmed().startsWith("endstream");
}

} // namespace

QByteArray PdfObject::content() const
{
    if (!dictionary.contains("/FlateDecode"))
        return stream;
    // qUncompress wants the size first; a wrong one only makes it try again with more room.
    QByteArray sized(4, '\0');
    qToBigEndian(quint32(stream.size() * 8), sized.data());
    return qUncompress(sized + stream);
}

QString PdfObject::text(const QByteArray &key) const
{
    qsizetype at = source.indexOf(key + " (");
    if (at < 0)
        return {};
    QByteArray bytes;
    for (at += key.size() + 2; at < source.size() && source.at(at) != ')'; ++at) {
        if (source.at(at) == '\\')
            bytes += source.at(++at) == 'r' ? '\r' : source.at(at);
        else // a bare carriage return is the end of a line, and that is a line feed
            bytes += source.at(at) == '\r' ? '\n' : source.at(at);
    }
    if (!bytes.startsWith("\xfe\xff"))
        return QString::fromLatin1(bytes);
    return QStringDecoder(QStringDecoder::Utf16BE).decode(bytes.mid(2));
}

PdfObjects PdfObjects::read(const QByteArray &pdf)
{
    PdfObjects file;
    const Reading reading{.pdf = pdf, .offsets = crossReferences(pdf)};
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    if (reading.offsets.isEmpty() || trailer < 0) {
        file.fault = u"no plain cross-reference table"_s;
        return file;
    }
    file.trailer = pdf.mid(trailer, pdf.lastIndexOf("startxref") - trailer).simplified();
    for (auto it = reading.offsets.cbegin(); it != reading.offsets.cend(); ++it) {
        PdfObject object;
        if (!reading.object(it.key(), object)) {
            file.fault
                = u"object %1 is not where the table says, or has another length"_s.arg(it.key());
            return file;
        }
        file.objects.insert(it.key(), object);
    }
    return file;
}

PdfObject PdfObjects::linked(const QByteArray &dictionary, const QByteArray &key) const
{
    return objects.value(referenced(dictionary, key));
}

QByteArrayList contentTokens(const QByteArray &content)
{
    QByteArrayList tokens;
    QByteArray token;
    const auto end = [&tokens, &token] {
        if (!token.isEmpty() && !token.startsWith('/'))
            tokens.append(token);
        token.clear();
    };
    for (qsizetype at = 0; at < content.size(); ++at) {
        const char each = content.at(at);
        if (each == '(' || each == '<') {
            end();
            const char close = each == '(' ? ')' : '>';
            for (++at; at < content.size() && content.at(at) != close; ++at)
                at += content.at(at) == '\\' ? 1 : 0;
        } else if (each == '[' || each == ']' || uchar(each) <= ' ') {
            end();
        } else {
            token += each;
        }
    }
    end();
    return tokens;
}

} // namespace hall::test
