#pragma once

#include "desk/routing/pagefetch.h"
#include "ui/shared/pagethumb.h"

#include <QObject>
#include <QSet>

namespace hall {

class PageViewer;
class ThumbnailStrip;

/// The scans of a case in a strip and a viewer that follow each other, read only. Those that are
/// not on this machine come from the centre while somebody looks, and say how far they are.
class CasePages : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        ThumbnailStrip *strip = nullptr;
        PageViewer *viewer = nullptr;
    };
    CasePages(const Workplace &workplace, const Place &place, QObject *parent = nullptr);

    void show(const CaseFile &file, const QSet<PageId> &missing);
    void clear();

Q_SIGNALS:
    /// The last page that was missing has come.
    void completed();

private:
    [[nodiscard]] PageThumb thumbOf(const CaseFile &file, const CasePage &page) const;
    [[nodiscard]] PageWay way() const;
    void change(const PageThumb &page);
    void take(const PageId &id);

    const Workplace &m_workplace;
    Place m_place;
    PageFetch m_fetch;
    QList<CasePage> m_pages;
    QSet<PageId> m_missing;
};

} // namespace hall
