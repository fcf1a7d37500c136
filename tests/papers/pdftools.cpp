#include "papers/pdftools.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

} // namespace

class PdfFile::Folder
{
public:
    QTemporaryDir dir;
};

PdfFile::PdfFile(const QByteArray &bytes)
    : m_folder(std::make_unique<Folder>())
    , m_path(m_folder->dir.filePath(u"paper.pdf"_s))
{
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

PdfFile::~PdfFile() = default;

QString PdfFile::text(int page) const
{
    QStringList arguments{u"-enc"_s, u"UTF-8"_s};
    if (page > 0)
        arguments << u"-f"_s << QString::number(page) << u"-l"_s << QString::number(page);
    return squeezed(QString::fromUtf8(output(u"pdftotext"_s, arguments << m_path << u"-"_s)));
}

QImage PdfFile::raster(int page, int dpi) const
{
    const QString target = m_folder->dir.filePath(u"raster-%1-%2"_s.arg(page).arg(dpi));
    const QString number = QString::number(page);
    output(u"pdftoppm"_s,
           {u"-r"_s, QString::number(dpi), u"-f"_s, number, u"-l"_s, number, u"-png"_s,
            u"-singlefile"_s, m_path, target});
    return QImage(target + u".png"_s);
}

QStringList PdfFile::codes(int page) const
{
    const QString path = m_folder->dir.filePath(u"codes-%1.png"_s.arg(page));
    if (!raster(page, 200).save(path))
        return {};
    const QByteArray read = output(u"zbarimg"_s, {u"-q"_s, path});
    return QString::fromUtf8(read).split(u'\n', Qt::SkipEmptyParts);
}

QString PdfFile::fonts() const
{
    return QString::fromUtf8(output(u"pdffonts"_s, {m_path}));
}

QString PdfFile::info() const
{
    return QString::fromUtf8(output(u"pdfinfo"_s, {m_path}));
}

QString squeezed(const QString &text)
{
    QString out;
    for (const QChar each : text.normalized(QString::NormalizationForm_KC)) {
        if (!each.isSpace())
            out += each;
    }
    return out;
}

QString missingTools()
{
    for (const QString &tool : {u"pdftotext"_s, u"pdftoppm"_s, u"zbarimg"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return u"%1 is missing: install poppler-utils and zbar-tools"_s.arg(tool);
    }
    return {};
}

} // namespace hall::test
