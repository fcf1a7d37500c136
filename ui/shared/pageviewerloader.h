#pragma once

#include "ui/shared/pagethumb.h"
#include "ui/shared/pageviewerpicture.h"

#include <QCache>
#include <QObject>

namespace hall {

/// Fetches pictures for the viewer: one at a time, always the one wanted last (somebody who turns
/// twenty pages waits for one), then ahead the page that is likely next. Keeps what was seen.
class PageViewerLoader : public QObject
{
    Q_OBJECT
public:
    explicit PageViewerLoader(QObject *parent = nullptr);

    void setSource(PageImageSource source);
    /// Nothing while it has not arrived.
    [[nodiscard]] const PagePicture *picture(const PageId &id) const;
    /// Fetches `id`, then `ahead` (null = nothing) unless something else is asked for meanwhile.
    void fetch(const PageId &id, const PageId &ahead);

Q_SIGNALS:
    void arrived(const hall::PageId &id);
    void failed(const hall::PageId &id);

private:
    void goOn();
    void take(const PageId &id, const PagePicture &picture);

    PageImageSource m_source;
    QCache<PageId, PagePicture> m_seen; ///< cost in KiB
    PageId m_wanted;
    PageId m_ahead;
    PageId m_fetching;
};

} // namespace hall
