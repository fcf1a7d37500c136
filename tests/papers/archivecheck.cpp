#include "papers/archivecheck.h"

#include "papers/pdfobjects.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestNesting = 28;      // PDF 1.4, appendix C
constexpr double largestNumber = 32767; // the same
constexpr int iccSignatureAt = 36;      // "acsp"
constexpr int iccVersionAt = 8;

/// The facts of the XMP packet that must stand in it.
struct Packet
{
    bool isWellFormed = false;
    QString part = {};
    QString conformance = {};
    QString title = {};
    QString created = {};
    QString producer = {};
};

Packet readPacket(const QByteArray &xmp)
{
    Packet packet;
    QXmlStreamReader reader(xmp);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        for (const QXmlStreamAttribute &each : reader.attributes()) {
            if (each.qualifiedName() == "pdfaid:part"_L1)
                packet.part = each.value().toString();
            else if (each.qualifiedName() == "pdfaid:conformance"_L1)
                packet.conformance = each.value().toString();
            else if (each.qualifiedName() == "xmp:CreateDate"_L1)
                packet.created = each.value().toString();
            else if (each.qualifiedName() == "pdf:Producer"_L1)
                packet.producer = each.value().toString();
        }
        if (reader.qualifiedName() == "rdf:li"_L1)
            packet.title = reader.readElementText();
    }
    packet.isWellFormed = !reader.hasError();
    return packet;
}

/// "2026-11-23T01:22:02+08:00" and "D:20261123012202+08'00'" are the same figures.
QString figuresOf(const QString &date)
{
    return QString(date).remove(QRegularExpression(u"[^0-9]"_s));
}

class Check
{
public:
    explicit Check(const QByteArray &pdf)
        : m_pdf(pdf)
        , m_file(PdfObjects::read(pdf))
    {
    }

    QStringList run()
    {
        if (!m_file.fault.isEmpty())
            return {m_file.fault};
        header();
        intent();
        metadata();
        for (const PdfObject &object : std::as_const(m_file.objects)) {
            forbidden(object);
            font(object);
            if (object.dictionary.contains("/Type /Page "))
                page(object);
        }
        if (!m_hasPage)
            say(u"no page was found"_s);
        return m_faults;
    }

private:
    void say(const QString &fault)
    {
        if (!m_faults.contains(fault))
            m_faults.append(fault);
    }

    void header()
    {
        // 6.1.2: a comment of at least four bytes above 127 follows the version.
        const QByteArray second = m_pdf.mid(m_pdf.indexOf('\n') + 1, 5);
        bool isBinary = second.size() == 5 && second.at(0) == '%';
        for (qsizetype at = 1; at < second.size(); ++at)
            isBinary = isBinary && uchar(second.at(at)) > 127;
        if (!m_pdf.startsWith("%PDF-1.4") || !isBinary)
            say(u"header"_s);
        // 6.1.3: an id, no encryption.
        if (!m_file.trailer.contains("/ID"))
            say(u"no /ID in the trailer"_s);
        if (m_file.trailer.contains("/Encrypt"))
            say(u"encrypted"_s);
    }

    /// 6.2.2: what the device colours of the pages mean.
    void intent()
    {
        const PdfObject catalog = m_file.linked(m_file.trailer, "/Root");
        const PdfObject intent = m_file.linked(catalog.dictionary, "/OutputIntents");
        if (!intent.dictionary.contains("/GTS_PDFA1")) {
            say(u"no output intent"_s);
            return;
        }
        const PdfObject profile = m_file.linked(intent.dictionary, "/DestOutputProfile");
        const QByteArray icc = profile.content();
        if (icc.mid(iccSignatureAt, 4) != "acsp" || icc.mid(16, 4) != "RGB ")
            say(u"the output intent has no RGB profile"_s);
        else if (icc.at(iccVersionAt) > 2)
            say(u"the profile is newer than ICC 2"_s);
    }

    /// 6.7: an XMP packet that names the standard and agrees with the Info dictionary.
    void metadata()
    {
        const PdfObject catalog = m_file.linked(m_file.trailer, "/Root");
        const PdfObject xmp = m_file.linked(catalog.dictionary, "/Metadata");
        if (xmp.number == 0) {
            say(u"no metadata"_s);
            return;
        }
        if (xmp.dictionary.contains("/Filter"))
            say(u"metadata is filtered"_s);
        const Packet packet = readPacket(xmp.stream);
        if (!packet.isWellFormed)
            say(u"metadata is no XML"_s);
        if (packet.part != "1"_L1 || packet.conformance != "B"_L1)
            say(u"metadata names another standard"_s);
        const PdfObject info = m_file.linked(m_file.trailer, "/Info");
        if (info.text("/Title") != packet.title)
            say(u"title and metadata differ"_s);
        if (info.text("/Producer") != packet.producer)
            say(u"producer and metadata differ"_s);
        if (figuresOf(info.text("/CreationDate")) != figuresOf(packet.created))
            say(u"creation date and metadata differ"_s);
    }

    void forbidden(const PdfObject &object)
    {
        // 6.1.10 LZW, 6.2.4 images, 6.4 transparency, 6.6 actions, 6.1.11 files.
        static const QRegularExpression keys(
            u"/(LZWDecode|Transparency|JavaScript|JS|Launch|Sound|Movie|ResetForm|ImportData|"
            "EmbeddedFiles?|AA|OpenAction|OPI|Alternates|TR|PS|XFA|Group)(?![A-Za-z])"_s);
        static const QRegularExpression mask(u"/SMask (?!/None)"_s);
        static const QRegularExpression blend(u"/BM (?!/Normal|/Compatible)"_s);
        static const QRegularExpression alpha(u"/(?:ca|CA) ([0-9.]+)"_s);
        static const QRegularExpression smooth(u"/Interpolate true"_s);
        const QString text = QString::fromLatin1(object.dictionary);
        if (const auto found = keys.match(text); found.hasMatch())
            say(u"forbidden: "_s + found.captured());
        if (mask.match(text).hasMatch() || blend.match(text).hasMatch())
            say(u"transparency: mask or blend mode"_s);
        if (smooth.match(text).hasMatch())
            say(u"an image is interpolated"_s);
        for (auto each = alpha.globalMatch(text); each.hasNext();) {
            if (each.next().captured(1).toDouble() < 1)
                say(u"transparency: alpha"_s);
        }
    }

    /// 6.3: every font is in the file, subsets say which characters, Unicode is known.
    void font(const PdfObject &object)
    {
        const QByteArray &text = object.dictionary;
        if (text.contains("/Type /FontDescriptor")) {
            if (!text.contains("/FontFile"))
                say(u"a font is not embedded"_s);
            if (text.contains("+") && !text.contains("/CIDSet"))
                say(u"a subset has no CIDSet"_s);
        }
        if (text.contains("/CIDFontType2") && !text.contains("/CIDToGIDMap"))
            say(u"a font has no CIDToGIDMap"_s);
        if (text.contains("/Type0") && !text.contains("/ToUnicode"))
            say(u"a font has no ToUnicode"_s);
        if (text.contains("/Type1") || text.contains("/Type3") || text.contains("/TrueType"))
            say(u"a font of another kind than we make"_s);
    }

    void page(const PdfObject &object)
    {
        m_hasPage = true;
        const PdfObject content = m_file.linked(object.dictionary, "/Contents");
        static const QSet<QByteArray> known{
            "q",  "Q",   "cm", "w",  "J",  "j",  "M",  "d",  "ri", "i",  "gs", "m",
            "l",  "c",   "v",  "y",  "h",  "re", "S",  "s",  "f",  "f*", "B",  "B*",
            "b",  "b*",  "n",  "W",  "W*", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf",
            "Tr", "Ts",  "Td", "TD", "Tm", "T*", "Tj", "TJ", "CS", "cs", "SC", "SCN",
            "sc", "scn", "G",  "g",  "RG", "rg", "K",  "k",  "Do"};
        int depth = 0;
        for (const QByteArray &token : contentTokens(content.content())) {
            bool isNumber = false;
            const double number = token.toDouble(&isNumber);
            if (isNumber) {
                if (std::abs(number) > largestNumber)
                    say(u"a number beyond the limits of PDF 1.4"_s);
                continue;
            }
            if (!known.contains(token))
                say(u"unknown operator "_s + QString::fromLatin1(token));
            depth += token == "q" ? 1 : token == "Q" ? -1 : 0;
            if (depth > deepestNesting || depth < 0)
                say(u"graphics states nested beyond the limits of PDF 1.4"_s);
        }
        if (depth != 0)
            say(u"graphics states are left open"_s);
    }

    QByteArray m_pdf;
    PdfObjects m_file;
    QStringList m_faults;
    bool m_hasPage = false;
};

} // namespace

QStringList archiveFaults(const QByteArray &pdf)
{
    return Check(pdf).run();
}

} // namespace hall::test
