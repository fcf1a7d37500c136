#include "desk/routing/pageimages.h"

#include "store/pagestore.h"

#include <QtConcurrent>

namespace hall {

QFuture<QImage> pageImage(const Workplace &place, const QByteArray &sha)
{
    return QtConcurrent::run([&pages = place.pages, sha] {
        const Result<QByteArray> bytes = pages.read(sha);
        return bytes.ok() ? QImage::fromData(bytes.value()) : QImage();
    });
}

} // namespace hall
