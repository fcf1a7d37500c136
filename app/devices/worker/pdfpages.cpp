#include "devices/worker/pagemaking.h"

#include <poppler-qt6.h>

#include <QImage>

#include <cmath>
#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerInch = 72.0;
constexpr double metresPerInch = 0.0254;

WorkerReply problem(int page, ErrorKind kind, const QString &detail = {})
{
    return ProblemReply{.page = page, .error = {.kind = kind, .detail = detail}};
}

QSize pixelsOf(const Poppler::Page &page, int dpi)
{
    // A page of a hostile file may be any size; beyond what an image can be it is simply too large.
    const QSizeF inches = page.pageSizeF() / pointsPerInch;
    const auto pixels
        = [dpi](double length) { return static_cast<int>(std::min(std::ceil(length * dpi), 1e6)); };
    return {pixels(inches.width()), pixels(inches.height())};
}

WorkerReply renderOne(const Poppler::Document &document, const PagesJob &job, int index)
{
    const std::unique_ptr<Poppler::Page> page = document.page(index);
    if (!page)
        return problem(index + 1, ErrorKind::ImageBroken, u"page"_s);
    const QSize size = pixelsOf(*page, job.dpi);
    if (!isWithin(job, size))
        return problem(index + 1, ErrorKind::ImageTooLarge,
                       u"%1x%2"_s.arg(size.width()).arg(size.height()));
    QImage image = page->renderToImage(job.dpi, job.dpi);
    if (image.isNull())
        return problem(index + 1, ErrorKind::ImageBroken, u"render"_s);
    const int dotsPerMetre = static_cast<int>(std::lround(job.dpi / metresPerInch));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    return pageReply(job, index + 1, image);
}

} // namespace

void makePdfPages(const PagesJob &job, const ReplySink &send)
{
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(job.bytes);
    if (!document) {
        send(problem(0, ErrorKind::ImageBroken, u"pdf"_s));
        return;
    }
    if (document->isLocked()) {
        send(problem(0, ErrorKind::FileLocked));
        return;
    }
    const int count = document->numPages();
    if (count < 1) {
        send(problem(0, ErrorKind::ImageBroken, u"no page"_s));
        return;
    }
    if (count > job.maxPages) {
        send(problem(0, ErrorKind::TooManyPages, QString::number(count)));
        return;
    }
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    for (int index = 0; index < count; ++index)
        send(renderOne(*document, job, index));
}

} // namespace hall
