#pragma once

#include "devices/api/pageimporter.h"
#include "devices/api/paperprinter.h"

#include <QStringList>

namespace hall::test {

/// Where no file is imported.
class NoFiles final : public PageImporter
{
public:
    QFuture<ImportOutcome> importFiles(const QStringList &) override
    {
        return QtFuture::makeReadyFuture(ImportOutcome{});
    }
    QFuture<ImportOutcome> importImage(const QImage &) override
    {
        return QtFuture::makeReadyFuture(ImportOutcome{});
    }
};

/// A printer that remembers the titles, and can be out of order.
class TitlePrinter final : public PaperPrinter
{
public:
    QFuture<QList<PrinterName>> printers() override
    {
        return QtFuture::makeReadyFuture(QList<PrinterName>{});
    }
    QFuture<Result<PrintJob>> print(const PrintRequest &request) override
    {
        if (isBroken)
            return QtFuture::makeReadyFuture(
                Result<PrintJob>(Error{ErrorKind::PrinterFailed, QStringLiteral("begin")}));
        titles.append(request.title);
        return QtFuture::makeReadyFuture(Result<PrintJob>(PrintJob{.title = request.title}));
    }
    QStringList titles;
    bool isBroken = false;
};

} // namespace hall::test
