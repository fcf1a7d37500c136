#include "papers/strip.h"

namespace hall {

namespace {

class PageBreaker
{
public:
    PageBreaker(const Flow &flow, qreal pageHeight)
        : m_flow(flow)
        , m_height(pageHeight)
    {
    }

    QList<PageStrips> run()
    {
        m_pages.append(PageStrips());
        for (qsizetype at = 0; at < m_flow.strips.size();) {
            const qsizetype end = groupEnd(at);
            placeGroup(at, end);
            at = end;
        }
        markPlaces();
        return m_pages;
    }

private:
    qsizetype groupEnd(qsizetype at) const
    {
        while (at + 1 < m_flow.strips.size() && m_flow.strips.at(at).keepWithNext
               && !m_flow.strips.at(at + 1).breakBefore)
            ++at;
        return at + 1;
    }

    qreal groupHeight(qsizetype begin, qsizetype end) const
    {
        qreal height = 0;
        for (qsizetype at = begin; at < end; ++at) {
            const Strip &strip = m_flow.strips.at(at);
            height += strip.height + (at == begin ? 0 : strip.gapBefore);
        }
        return height;
    }

    qreal headHeight(int table) const
    {
        qreal height = 0;
        if (table >= 0) {
            for (const Strip &strip : m_flow.heads.at(table))
                height += strip.height;
        }
        return height;
    }

    bool isAtTop() const { return m_pages.last().isEmpty(); }

    /// A table that goes on from the page before needs its head above the strip.
    qreal headBefore(const Strip &strip) const
    {
        return strip.kind == LayoutMark::Kind::TableHead ? 0 : headHeight(strip.table);
    }

    void placeGroup(qsizetype begin, qsizetype end)
    {
        const Strip &first = m_flow.strips.at(begin);
        const qreal height = groupHeight(begin, end);
        if (first.breakBefore && !isAtTop())
            newPage(first);
        const qreal gap = isAtTop() ? 0 : first.gapBefore;
        const bool fitsHere = m_y + gap + height <= m_height;
        const bool fitsFresh = headBefore(first) + height <= m_height;
        if (!fitsHere && fitsFresh && !isAtTop())
            newPage(first);
        for (qsizetype at = begin; at < end; ++at)
            placeStrip(at);
    }

    void placeStrip(qsizetype at)
    {
        const Strip &strip = m_flow.strips.at(at);
        const qreal gap = isAtTop() ? 0 : strip.gapBefore;
        if (!isAtTop() && m_y + gap + strip.height > m_height)
            newPage(strip);
        m_y += isAtTop() ? 0 : strip.gapBefore;
        m_pages.last().append({.strip = at, .table = strip.table, .top = m_y});
        m_y += strip.height;
    }

    void newPage(const Strip &next)
    {
        m_pages.append(PageStrips());
        m_y = 0;
        if (headBefore(next) <= 0)
            return;
        const QList<Strip> &head = m_flow.heads.at(next.table);
        for (qsizetype row = 0; row < head.size(); ++row) {
            m_pages.last().append({.strip = row, .isHead = true, .table = next.table, .top = m_y});
            m_y += head.at(row).height;
        }
    }

    bool isHeadRow(const PlacedStrip &placed) const
    {
        return placed.isHead || m_flow.strips.at(placed.strip).kind == LayoutMark::Kind::TableHead;
    }

    /// Rows of the head and of the body know their neighbours of the same part only.
    void markPlaces()
    {
        for (PageStrips &page : m_pages) {
            for (qsizetype at = 0; at < page.size(); ++at) {
                const auto samePart = [&](qsizetype other) {
                    return other >= 0 && other < page.size()
                        && page.at(other).table == page.at(at).table
                        && isHeadRow(page.at(other)) == isHeadRow(page.at(at));
                };
                page[at].place = {.isFirst = !samePart(at - 1), .isLast = !samePart(at + 1)};
            }
            markRoom(&page);
        }
    }

    void markRoom(PageStrips *page) const
    {
        for (qsizetype at = page->size() - 1; at >= 0; --at) {
            PlacedStrip &placed = (*page)[at];
            const Strip &strip = placed.isHead ? m_flow.heads.at(placed.table).at(placed.strip)
                                               : m_flow.strips.at(placed.strip);
            const qreal below = placed.place.isLast ? 0 : page->at(at + 1).place.room;
            placed.place.room = strip.height + below;
        }
    }

    const Flow &m_flow;
    qreal m_height;
    qreal m_y = 0;
    QList<PageStrips> m_pages;
};

} // namespace

QList<PageStrips> breakPages(const Flow &flow, qreal pageHeight)
{
    return PageBreaker(flow, pageHeight).run();
}

} // namespace hall
