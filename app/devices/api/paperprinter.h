#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace hall {

struct PrinterName
{
    QString name = {};        ///< the queue's name: what settings remember and PrintRequest names
    QString description = {}; ///< what a person recognises; may be empty
    bool isDefault = false;
};

/// What is to be printed. One painter serves preview, PDF and printer (design.md section 8).
struct PrintRequest
{
    QString title = {};           ///< the job's title in the queue; case number and paper kind
    QString printer = {};         ///< a queue; empty = the system's default
    QList<QSizeF> pageSizes = {}; ///< millimetres, one entry a page; wider than high = landscape
    /// Paints page `page` (from 0). The origin is the top left corner of the paper and nothing is
    /// scaled: the resolution is that of painter->device(). It is called on another thread, so it
    /// owns all that it uses.
    std::function<void(QPainter *painter, int page)> paint = {};
    int copies = 1;
    /// For a printer that writes PDF files: what Qt wrote, as readers want it (the title). May be
    /// empty; called on another thread.
    std::function<QByteArray(const QByteArray &pdf)> mendPdf = {};
};

/// A job that the queue has taken. That is not yet paper: "printed" is the clerk's confirmation.
struct PrintJob
{
    QString title = {};
    QString printer = {};
    int pages = 0;
    QString file = {}; ///< the file written, when the printer is a folder
};

class PaperPrinter
{
public:
    virtual ~PaperPrinter() = default;
    /// Asking the print system may take seconds, so it is a future.
    virtual QFuture<QList<PrinterName>> printers() = 0;
    /// Errors: PrinterFailed; detail = "none" (no printer), "unknown" (no such queue), "empty" (no
    /// page), "begin" or "page" (the print system refused).
    virtual QFuture<Result<PrintJob>> print(const PrintRequest &request) = 0;
};

} // namespace hall
