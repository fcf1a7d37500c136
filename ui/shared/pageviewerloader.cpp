#include "ui/shared/pageviewerloader.h"

#include "domain/whendone.h"

#include <utility>

namespace hall {

namespace {
constexpr int keptKiB = 384 * 1024;
}

PageViewerLoader::PageViewerLoader(QObject *parent)
    : QObject(parent)
    , m_seen(keptKiB)
{
}

void PageViewerLoader::setSource(PageImageSource source)
{
    m_source = std::move(source);
    m_seen.clear();
    m_wanted = {};
    m_ahead = {};
}

const PagePicture *PageViewerLoader::picture(const PageId &id) const
{
    return m_seen.object(id);
}

void PageViewerLoader::fetch(const PageId &id, const PageId &ahead)
{
    m_wanted = m_seen.contains(id) ? PageId() : id;
    m_ahead = ahead;
    goOn();
}

void PageViewerLoader::goOn()
{
    if (!m_fetching.isNull() || !m_source)
        return;
    PageId next = std::exchange(m_wanted, {});
    if (next.isNull())
        next = std::exchange(m_ahead, {});
    if (next.isNull() || m_seen.contains(next))
        return;
    m_fetching = next;
    whenDone(
        m_source(next).then(QtFuture::Launch::Async, &PagePicture::make), this,
        [this, next](const PagePicture &picture) { take(next, picture); },
        [this, next] { take(next, {}); });
}

void PageViewerLoader::take(const PageId &id, const PagePicture &picture)
{
    m_fetching = {};
    if (!picture.isNull()) {
        // A single page larger than all that is kept must still be shown once.
        const auto cost = std::min<qsizetype>(picture.bytes() / 1024 + 1, keptKiB);
        m_seen.insert(id, new PagePicture(picture), cost);
        Q_EMIT arrived(id);
    } else {
        Q_EMIT failed(id);
    }
    goOn();
}

} // namespace hall
