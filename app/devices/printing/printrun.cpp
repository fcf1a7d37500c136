#include "devices/printing/printrun.h"

#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

Error failed(const QString &where)
{
    return {.kind = ErrorKind::PrinterFailed, .detail = where};
}

/// Standard sizes by name where there is one: a queue knows "A4", not 210 × 297.
QPageLayout layoutOf(QSizeF millimetres)
{
    const bool isLandscape = millimetres.width() > millimetres.height();
    const QSizeF upright = isLandscape ? millimetres.transposed() : millimetres;
    const QPageSize size(upright, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch);
    QPageLayout layout(size, isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(), QPageLayout::Millimeter);
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

bool isPrintable(QSizeF millimetres)
{
    return millimetres.width() > 0 && millimetres.height() > 0;
}

} // namespace

Result<Done> paintOn(QPrinter &printer, const PrintRequest &request)
{
    const QList<QSizeF> &sizes = request.pageSizes;
    if (sizes.isEmpty() || !request.paint || !std::ranges::all_of(sizes, isPrintable))
        return failed(u"empty"_s);
    printer.setDocName(request.title);
    printer.setCreator(u"OneHall"_s);
    printer.setFullPage(true);
    printer.setPageLayout(layoutOf(sizes.first()));
    QPainter painter;
    if (!painter.begin(&printer))
        return failed(u"begin"_s);
    for (int page = 0; page < sizes.size(); ++page) {
        if (page > 0) {
            printer.setPageLayout(layoutOf(sizes[page]));
            if (!printer.newPage())
                return failed(u"page"_s);
        }
        painter.save();
        request.paint(&painter, page);
        painter.restore();
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return failed(u"page"_s);
    return Done{};
}

} // namespace hall
