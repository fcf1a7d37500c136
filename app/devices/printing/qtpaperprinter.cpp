#include "devices/printing/qtpaperprinter.h"

#include "devices/printing/printrun.h"

#include <QPrinter>
#include <QPrinterInfo>
#include <QtConcurrentRun>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QList<PrinterName> systemPrinters()
{
    QList<PrinterName> names;
    const QString standard = QPrinterInfo::defaultPrinterName();
    const QList<QPrinterInfo> infos = QPrinterInfo::availablePrinters();
    for (const QPrinterInfo &info : infos)
        names.append({.name = info.printerName(),
                      .description = info.description(),
                      .isDefault = info.printerName() == standard});
    return names;
}

/// The named queue, or without a name the system's default and failing that the only one.
Result<QPrinterInfo> queueFor(const QString &name)
{
    if (!name.isEmpty()) {
        const QPrinterInfo info = QPrinterInfo::printerInfo(name);
        if (info.isNull())
            return Error{.kind = ErrorKind::PrinterFailed, .detail = u"unknown"_s};
        return info;
    }
    const QPrinterInfo standard = QPrinterInfo::defaultPrinter();
    if (!standard.isNull())
        return standard;
    const QList<QPrinterInfo> all = QPrinterInfo::availablePrinters();
    if (all.size() != 1)
        return Error{.kind = ErrorKind::PrinterFailed, .detail = u"none"_s};
    return all.first();
}

Result<PrintJob> printNow(const PrintRequest &request)
{
    const Result<QPrinterInfo> queue = queueFor(request.printer);
    if (!queue.ok())
        return queue.error();
    QPrinter printer(queue.value(), QPrinter::HighResolution);
    printer.setCopyCount(std::max(1, request.copies));
    const Result<Done> painted = paintOn(printer, request);
    if (!painted.ok()) {
        printer.abort();
        return painted.error();
    }
    return PrintJob{.title = request.title,
                    .printer = queue.value().printerName(),
                    .pages = static_cast<int>(request.pageSizes.size())};
}

} // namespace

QtPaperPrinter::QtPaperPrinter()
{
    m_thread.setMaxThreadCount(1);
}

QtPaperPrinter::~QtPaperPrinter()
{
    m_thread.waitForDone();
}

QFuture<QList<PrinterName>> QtPaperPrinter::printers()
{
    return QtConcurrent::run(&m_thread, systemPrinters);
}

QFuture<Result<PrintJob>> QtPaperPrinter::print(const PrintRequest &request)
{
    return QtConcurrent::run(&m_thread, printNow, request);
}

} // namespace hall
