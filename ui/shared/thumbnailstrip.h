#pragma once

#include "ui/shared/pagethumb.h"

#include <QList>
#include <QListView>
#include <QTimer>

namespace hall {

class ThumbnailStripDelegate;
class ThumbnailStripModel;

/// The pages of a file, small: choose, put in order, turn, remove; files dropped on it and pictures
/// pasted into it are handed to the owner. It changes nothing itself: it says what the person
/// wants, and shows the pages that it is given. Keys: those of its actions().
class ThumbnailStrip : public QListView
{
    Q_OBJECT
public:
    explicit ThumbnailStrip(QWidget *parent = nullptr);

    void setSource(const PageImageSource &source);
    /// Keeps the current page and the chosen ones that are still there.
    void setPages(const QList<PageThumb> &pages);
    void updatePage(const PageThumb &page); ///< what is new about one of them
    [[nodiscard]] const QList<PageThumb> &pages() const;
    [[nodiscard]] PageId currentPage() const;
    void setCurrentPage(const PageId &id);
    [[nodiscard]] QList<PageId> chosenPages() const; ///< in page order
    /// Without it the strip only shows: no order, turning, removal, drop or paste. Default:
    /// editable.
    void setEditable(bool isEditable);
    [[nodiscard]] bool isEditable() const { return m_isEditable; }
    /// What stands in an empty strip; empty = the usual sentence.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void currentPageChanged(const hall::PageId &id);
    void pageOpened(const hall::PageId &id); ///< Enter or double click
    /// The page in row `from` shall stand in row `to` (rows from 0, `to` after it was taken out).
    void movedTo(int from, int to);
    /// 90 = to the right, -90 = to the left.
    void turnAsked(const QList<hall::PageId> &pages, int degrees);
    void removeAsked(const QList<hall::PageId> &pages);
    void filesDropped(const QStringList &paths);
    void imagePasted(const QImage &image);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &lost) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Command
    {
        QString text = {};
        QString icon = {};
        QList<QKeySequence> keys = {};
    };

    QAction *addCommand(const Command &command, void (ThumbnailStrip::*run)());
    void makeActions();
    void turnLeft() { turn(-90); }
    void turnRight() { turn(90); }
    void turn(int degrees);
    void removeChosen();
    void moveEarlier() { moveCurrent(-1); }
    void moveLater() { moveCurrent(1); }
    void moveCurrent(int step);
    void paste();
    void updateActions();
    void fetchVisible();
    [[nodiscard]] int dropRow(const QPoint &position) const;
    [[nodiscard]] bool isTakeable(const QMimeData *data) const;
    [[nodiscard]] QRect dropMark() const;

    ThumbnailStripModel *m_model;
    ThumbnailStripDelegate *m_delegate;
    QTimer m_fetchSoon; ///< after the layout has settled
    QString m_emptyText;
    QAction *m_turnLeft = nullptr;
    QAction *m_turnRight = nullptr;
    QAction *m_earlier = nullptr;
    QAction *m_later = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_paste = nullptr;
    int m_dropRow = -1;
    bool m_isEditable = true;
};

} // namespace hall
