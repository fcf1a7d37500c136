#include "ui/shared/thumbnailstripmodel.h"

#include "domain/whendone.h"

#include <algorithm>
#include <utility>

namespace hall {

namespace {

constexpr int fetchedAtOnce = 2;

QImage reduced(const QImage &image)
{
    if (image.isNull())
        return {};
    const QSize box(ThumbnailStripModel::pictureSide, ThumbnailStripModel::pictureSide);
    return image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

bool haveSameIds(const QList<PageThumb> &a, const QList<PageThumb> &b)
{
    return std::ranges::equal(a, b, {}, &PageThumb::id, &PageThumb::id);
}

} // namespace

ThumbnailStripModel::ThumbnailStripModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ThumbnailStripModel::setSource(PageImageSource source)
{
    m_source = std::move(source);
    m_pictures.clear();
    goOn();
}

void ThumbnailStripModel::setPages(const QList<PageThumb> &pages)
{
    // The same pages with another title or rotation keep selection and scroll position.
    if (haveSameIds(m_pages, pages)) {
        m_pages = pages;
        if (!m_pages.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    } else {
        beginResetModel();
        m_pages = pages;
        endResetModel();
    }
    goOn();
}

void ThumbnailStripModel::updatePage(const PageThumb &page)
{
    const int row = rowOf(page.id);
    if (row < 0 || m_pages[row] == page)
        return;
    m_pages[row] = page;
    Q_EMIT dataChanged(index(row), index(row));
    goOn(); // it may have come
}

int ThumbnailStripModel::rowOf(const PageId &id) const
{
    const auto at = std::ranges::find(m_pages, id, &PageThumb::id);
    return at == m_pages.end() ? -1 : static_cast<int>(std::distance(m_pages.begin(), at));
}

void ThumbnailStripModel::fetch(int firstRow, int lastRow)
{
    m_firstWanted = firstRow;
    m_lastWanted = lastRow;
    goOn();
}

int ThumbnailStripModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
}

QVariant ThumbnailStripModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PageThumb &page = m_pages[index.row()];
    switch (role) {
    case ThumbRole:
        return QVariant::fromValue(page);
    case PictureRole:
        return m_pictures.value(page.id);
    case BrokenRole:
        return m_pictures.contains(page.id) && m_pictures[page.id].isNull();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return describe(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags ThumbnailStripModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QString ThumbnailStripModel::describe(int row) const
{
    const PageThumb &page = m_pages[row];
    const QString which = page.title.isEmpty()
        ? tr("Page %1").arg(row + 1)
        : tr("Page %1: %2", "Page 3: Identity card").arg(row + 1).arg(page.title);
    if (page.removed)
        return tr("%1 (removed)", "Page 3: Identity card (removed)").arg(which);
    if (!page.missing)
        return which;
    if (page.way == PageWay::Coming)
        return page.percent < 0 ? tr("%1 (being fetched)", "Page 3 (being fetched)").arg(which)
                                : tr("%1 (being fetched, %2 %)", "Page 3 (being fetched, 40 %)")
                                      .arg(which)
                                      .arg(page.percent);
    return tr("%1 (not on this computer)", "Page 3 (not on this computer)").arg(which);
}

bool ThumbnailStripModel::isWanted(const PageThumb &page) const
{
    return !page.missing && !m_pictures.contains(page.id) && !m_fetching.contains(page.id);
}

void ThumbnailStripModel::goOn()
{
    const int last = std::min(m_lastWanted, rowCount() - 1);
    for (int row = std::max(0, m_firstWanted); row <= last && m_source; ++row) {
        if (m_fetching.size() >= fetchedAtOnce)
            return;
        const PageId id = m_pages[row].id;
        if (!isWanted(m_pages[row]))
            continue;
        m_fetching.insert(id);
        whenDone(
            m_source(id).then(QtFuture::Launch::Async, &reduced), this,
            [this, id](const QImage &picture) { take(id, picture); }, [this, id] { take(id, {}); });
    }
}

void ThumbnailStripModel::take(const PageId &id, const QImage &picture)
{
    m_fetching.remove(id);
    m_pictures.insert(id, picture);
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {PictureRole, BrokenRole});
    goOn();
}

} // namespace hall
