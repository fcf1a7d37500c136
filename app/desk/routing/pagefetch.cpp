#include "desk/routing/pagefetch.h"

#include "store/pagestore.h"
#include "sync/api/centrelink.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace hall {

namespace {

PageFetch::Way wayOf(LinkState state)
{
    if (state == LinkState::Alone)
        return PageFetch::Way::None;
    return state == LinkState::Online ? PageFetch::Way::Coming : PageFetch::Way::WhenReached;
}

} // namespace

PageFetch::PageFetch(const Workplace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_way(wayOf(place.centre.status().state))
{
    CentreLink *centre = &place.centre;
    connect(centre, &CentreLink::statusChanged, this, &PageFetch::follow);
    connect(centre, &CentreLink::pageArrived, this, &PageFetch::take);
    connect(centre, &CentreLink::pageProgress, this,
            [this](const QByteArray &sha, qint64 here, qint64 size) {
                if (size <= 0)
                    return;
                const int percent = int(std::clamp<qint64>(here * 100 / size, 0, 100));
                for (const CasePage &page : std::as_const(m_wanted)) {
                    if (page.sha == sha)
                        Q_EMIT progressed(page.id, percent);
                }
            });
}

void PageFetch::want(const QList<CasePage> &missing)
{
    m_wanted = missing;
    ask();
}

void PageFetch::wantFirst(const PageId &page)
{
    for (const CasePage &wanted : std::as_const(m_wanted)) {
        if (wanted.id == page)
            m_place.centre.wantPage(wanted.sha);
    }
}

/// The last one asked for comes first.
void PageFetch::ask()
{
    for (const CasePage &page : std::views::reverse(std::as_const(m_wanted)))
        m_place.centre.wantPage(page.sha);
}

void PageFetch::take(const QByteArray &sha)
{
    if (!m_place.pages.has(sha))
        return;
    QList<PageId> here;
    for (const CasePage &page : std::as_const(m_wanted)) {
        if (page.sha == sha)
            here.append(page.id);
    }
    m_wanted.removeIf([&sha](const CasePage &page) { return page.sha == sha; });
    for (const PageId &page : std::as_const(here))
        Q_EMIT arrived(page);
}

void PageFetch::follow(const CentreStatus &status)
{
    if (std::exchange(m_way, wayOf(status.state)) == m_way)
        return;
    if (m_way == Way::Coming)
        ask();
    Q_EMIT wayChanged();
}

} // namespace hall
