#include "devices/worker/pagemaking.h"

#include "devices/worker/pageencoder.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int jpegQuality = 85;

WorkerReply problem(int page, ErrorKind kind, const QString &detail = {})
{
    return ProblemReply{.page = page, .error = {.kind = kind, .detail = detail}};
}

WorkerReply readOne(QImageReader &reader, const PagesJob &job, int page)
{
    const QSize size = reader.size();
    if (size.isValid() && !isWithin(job, size))
        return problem(page, ErrorKind::ImageTooLarge,
                       u"%1x%2"_s.arg(size.width()).arg(size.height()));
    const QImage image = reader.read();
    if (image.isNull())
        return problem(page, ErrorKind::ImageBroken, reader.errorString());
    return pageReply(job, page, image);
}

void makeImagePages(const PagesJob &job, const ReplySink &send)
{
    QBuffer buffer;
    buffer.setData(job.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, job.type.toLatin1());
    reader.setAutoTransform(true);
    if (!reader.canRead()) {
        send(problem(0, ErrorKind::ImageBroken, reader.errorString()));
        return;
    }
    // Only TIFF is a format of documents; of an animation the first picture is the page.
    const int count = job.type == "tiff"_L1 ? std::max(1, reader.imageCount()) : 1;
    if (count > job.maxPages) {
        send(problem(0, ErrorKind::TooManyPages, QString::number(count)));
        return;
    }
    for (int index = 0; index < count; ++index) {
        if (count > 1 && !reader.jumpToImage(index))
            send(problem(index + 1, ErrorKind::ImageBroken, reader.errorString()));
        else
            send(readOne(reader, job, index + 1));
    }
}

} // namespace

bool isWithin(const PagesJob &job, QSize size)
{
    return qint64(size.width()) * size.height() <= job.maxPixels;
}

WorkerReply pageReply(const PagesJob &job, int page, const QImage &image)
{
    const bool isDocument = job.type == "pdf"_L1 || job.type == "tiff"_L1;
    const EncodedPage encoded = isDocument ? encodePage(image, jpegQuality) : encodePng(image);
    if (encoded.bytes.isEmpty())
        return problem(page, ErrorKind::WorkerFailed, u"encode"_s);
    if (encoded.bytes.size() > job.maxPageBytes)
        return problem(page, ErrorKind::FileTooLarge, QString::number(encoded.bytes.size()));
    return PageReply{
        .page = page, .format = encoded.format, .size = image.size(), .bytes = encoded.bytes};
}

void makePages(const PagesJob &job, const ReplySink &send)
{
    if (job.type == "pdf"_L1)
        makePdfPages(job, send);
    else
        makeImagePages(job, send);
}

} // namespace hall
