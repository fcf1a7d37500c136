#pragma once

#include "devices/api/paperprinter.h"

#include <QThreadPool>

namespace hall {

/// The system's printers through Qt. One job after another, in a thread of its own: a queue on the
/// network may take seconds to accept a job.
class QtPaperPrinter final : public PaperPrinter
{
public:
    QtPaperPrinter();
    ~QtPaperPrinter() override;
    Q_DISABLE_COPY_MOVE(QtPaperPrinter)

    QFuture<QList<PrinterName>> printers() override;
    QFuture<Result<PrintJob>> print(const PrintRequest &request) override;

private:
    QThreadPool m_thread;
};

} // namespace hall
