#include "devices/printing/folderpaperprinter.h"

#include "devices/printing/printrun.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPrinter>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 80;

/// A file name that every system takes (Windows forbids the most).
QString fileNameOf(const QString &title)
{
    static const QRegularExpression forbidden(uR"([\\/:*?"<>|\x00-\x1f]+)"_s);
    QString name = title.simplified();
    name.replace(forbidden, u"-"_s);
    name.truncate(longestName);
    // Leading dots hide a file, trailing ones vanish on Windows.
    static const QRegularExpression edges(uR"(^[. ]+|[. ]+$)"_s);
    name.remove(edges);
    return name.isEmpty() ? u"paper"_s : name;
}

QString freePath(const QDir &folder, const QString &name)
{
    QString path = folder.filePath(name + u".pdf"_s);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(u"%1-%2.pdf"_s.arg(name).arg(number));
    return path;
}

bool mend(const QString &path, const PrintRequest &request)
{
    if (!request.mendPdf)
        return true;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray mended = request.mendPdf(file.readAll());
    return file.resize(0) && file.seek(0) && file.write(mended) == mended.size() && file.flush();
}

Result<PrintJob> printInto(const QString &folder, const PrintRequest &request)
{
    const QDir dir(folder);
    if (!dir.mkpath(u"."_s))
        return Error{.kind = ErrorKind::PrinterFailed, .detail = u"begin"_s};
    const QString path = freePath(dir, fileNameOf(request.title));
    // Whoever watches the folder sees whole files only.
    const QString unfinished = path + u".part"_s;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    printer.setOutputFileName(unfinished);
    const Result<Done> painted = paintOn(printer, request);
    const bool isMended = painted.ok() && mend(unfinished, request);
    if (!isMended || !QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return painted.ok() ? Error{.kind = ErrorKind::PrinterFailed, .detail = u"page"_s}
                            : painted.error();
    }
    return PrintJob{.title = request.title,
                    .printer = dir.dirName(),
                    .pages = static_cast<int>(request.pageSizes.size()),
                    .file = path};
}

} // namespace

FolderPaperPrinter::FolderPaperPrinter(QString folder)
    : m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
}

FolderPaperPrinter::~FolderPaperPrinter()
{
    m_thread.waitForDone();
}

QFuture<QList<PrinterName>> FolderPaperPrinter::printers()
{
    const PrinterName self{
        .name = QDir(m_folder).dirName(), .description = m_folder, .isDefault = true};
    return QtConcurrent::run(&m_thread, [self] { return QList<PrinterName>{self}; });
}

QFuture<Result<PrintJob>> FolderPaperPrinter::print(const PrintRequest &request)
{
    return QtConcurrent::run(&m_thread, printInto, m_folder, request);
}

} // namespace hall
