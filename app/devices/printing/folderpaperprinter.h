#pragma once

#include "devices/api/paperprinter.h"

#include <QString>
#include <QThreadPool>

namespace hall {

/// A printer whose paper is a PDF file (PDF/A-1b) in a folder: for the tests, for the played day
/// and for a window without a printer. The files are named after the job's title; none is
/// overwritten.
class FolderPaperPrinter final : public PaperPrinter
{
public:
    explicit FolderPaperPrinter(QString folder);
    ~FolderPaperPrinter() override;
    Q_DISABLE_COPY_MOVE(FolderPaperPrinter)

    QFuture<QList<PrinterName>> printers() override;
    QFuture<Result<PrintJob>> print(const PrintRequest &request) override;

private:
    QString m_folder;
    QThreadPool m_thread;
};

} // namespace hall
