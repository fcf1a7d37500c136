#pragma once

#include "ui/shared/pagethumb.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace hall {

/// The pages of a strip as read-only rows, with small pictures that are fetched for what is in
/// sight.
class ThumbnailStripModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ThumbRole = Qt::UserRole + 1, PictureRole, BrokenRole };
    /// The longest side of a small picture, in device dots: sharp at twice the usual density.
    static constexpr int pictureSide = 280;

    explicit ThumbnailStripModel(QObject *parent = nullptr);

    void setSource(PageImageSource source);
    void setPages(const QList<PageThumb> &pages);
    void updatePage(const PageThumb &page);
    [[nodiscard]] const QList<PageThumb> &pages() const { return m_pages; }
    [[nodiscard]] int rowOf(const PageId &id) const; ///< -1 = not here
    /// Fetches the pictures of these rows before all others, two at a time.
    void fetch(int firstRow, int lastRow);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void goOn();
    void take(const PageId &id, const QImage &picture);
    [[nodiscard]] bool isWanted(const PageThumb &page) const;
    [[nodiscard]] QString describe(int row) const;

    PageImageSource m_source;
    QList<PageThumb> m_pages;
    QHash<PageId, QImage> m_pictures; ///< a null image = it cannot be shown
    QSet<PageId> m_fetching;
    int m_firstWanted = 0;
    int m_lastWanted = -1;
};

} // namespace hall

Q_DECLARE_METATYPE(hall::PageThumb)
