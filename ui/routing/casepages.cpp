#include "ui/routing/casepages.h"

#include "desk/routing/pageimages.h"
#include "ui/shared/pageviewer.h"
#include "ui/shared/thumbnailstrip.h"

#include <QLocale>

#include <algorithm>

namespace hall {

namespace {

constexpr int stripWidth = 150;

} // namespace

CasePages::CasePages(const Workplace &workplace, const Place &place, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_place(place)
    , m_fetch(workplace)
{
    m_place.strip->setEditable(false);
    m_place.strip->setFixedWidth(stripWidth);
    const PageImageSource source = [this](const PageId &id) {
        const auto at = std::ranges::find(m_pages, id, &CasePage::id);
        return at == m_pages.end() ? QFuture<QImage>() : pageImage(m_workplace, at->sha);
    };
    m_place.strip->setSource(source);
    m_place.viewer->setSource(source);
    connect(m_place.strip, &ThumbnailStrip::currentPageChanged, m_place.viewer,
            &PageViewer::showPage);
    connect(m_place.viewer, &PageViewer::currentPageChanged, m_place.strip,
            &ThumbnailStrip::setCurrentPage);
    connect(m_place.viewer, &PageViewer::currentPageChanged, &m_fetch, &PageFetch::wantFirst);
    connect(&m_fetch, &PageFetch::arrived, this, &CasePages::take);
    connect(&m_fetch, &PageFetch::progressed, this, [this](const PageId &id, int percent) {
        const QList<PageThumb> shown = m_place.viewer->pages();
        const auto at = std::ranges::find(shown, id, &PageThumb::id);
        if (at == shown.end() || !at->missing)
            return;
        PageThumb page = *at;
        page.percent = percent;
        change(page);
    });
    connect(&m_fetch, &PageFetch::wayChanged, this, [this] {
        const QList<PageThumb> shown = m_place.viewer->pages();
        for (PageThumb page : shown) {
            page.way = way();
            change(page);
        }
    });
}

PageWay CasePages::way() const
{
    switch (m_fetch.way()) {
    case PageFetch::Way::None:
        break;
    case PageFetch::Way::WhenReached:
        return PageWay::WhenReached;
    case PageFetch::Way::Coming:
        return PageWay::Coming;
    }
    return PageWay::None;
}

PageThumb CasePages::thumbOf(const CaseFile &file, const CasePage &page) const
{
    QString title = page.title;
    for (const MaterialLine &line : file.materials) {
        if (line.due.no == page.line)
            title = line.due.name.in(QLocale().language());
    }
    return {.id = page.id,
            .title = title,
            .rotation = page.rotation,
            .missing = m_missing.contains(page.id),
            .way = way()};
}

void CasePages::show(const CaseFile &file, const QSet<PageId> &missing)
{
    m_pages = file.livePages();
    m_missing = missing;
    QList<PageThumb> thumbs;
    QList<CasePage> wanted;
    for (const CasePage &page : std::as_const(m_pages)) {
        thumbs.append(thumbOf(file, page));
        if (missing.contains(page.id))
            wanted.append(page);
    }
    m_place.strip->setVisible(!thumbs.isEmpty()); // one empty state says it
    m_place.strip->setPages(thumbs);
    m_place.viewer->setPages(thumbs);
    m_fetch.want(wanted);
}

void CasePages::clear()
{
    m_pages.clear();
    m_missing.clear();
    m_place.strip->setPages({});
    m_place.viewer->setPages({});
    m_fetch.want({});
}

void CasePages::change(const PageThumb &page)
{
    m_place.strip->updatePage(page);
    m_place.viewer->updatePage(page);
}

void CasePages::take(const PageId &id)
{
    const QList<PageThumb> shown = m_place.viewer->pages();
    const auto at = std::ranges::find(shown, id, &PageThumb::id);
    if (at == shown.end())
        return;
    PageThumb page = *at;
    page.missing = false;
    page.percent = -1;
    change(page);
    if (m_missing.remove(id) && m_missing.isEmpty())
        Q_EMIT completed();
}

} // namespace hall
