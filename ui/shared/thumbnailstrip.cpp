#include "ui/shared/thumbnailstrip.h"

#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui/shared/thumbnailstripdelegate.h"
#include "ui/shared/thumbnailstripmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView pageMime = "application/x-onehall-page"_L1;

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

ThumbnailStrip::ThumbnailStrip(QWidget *parent)
    : QListView(parent)
    , m_model(new ThumbnailStripModel(this))
    , m_delegate(new ThumbnailStripDelegate(this))
{
    makeActions();
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setAccessibleName(tr("Pages"));
    m_emptyText = tr("No page yet. Drop files here, or paste a picture with Ctrl+V.");
    setEditable(true);
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &ThumbnailStrip::fetchVisible);
    connect(this, &QListView::activated, this, [this] { Q_EMIT pageOpened(currentPage()); });
}

void ThumbnailStrip::makeActions()
{
    using Strip = ThumbnailStrip;
    m_turnLeft = addCommand({tr("Turn to the &left"), u"rotate-left"_s, {Qt::Key_BracketLeft}},
                            &Strip::turnLeft);
    m_turnRight = addCommand({tr("Turn to the &right"), u"rotate-right"_s, {Qt::Key_BracketRight}},
                             &Strip::turnRight);
    m_earlier
        = addCommand({tr("Move &forward"),
                      u"up"_s,
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Up}},
                     &Strip::moveEarlier);
    m_later
        = addCommand({tr("Move &back"),
                      u"down"_s,
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_Right, Qt::CTRL | Qt::SHIFT | Qt::Key_Down}},
                     &Strip::moveLater);
    m_remove
        = addCommand({tr("Remo&ve"), u"remove"_s, {QKeySequence::Delete}}, &Strip::removeChosen);
    m_paste = addCommand({tr("&Paste"), u"copy"_s, {QKeySequence::Paste}}, &Strip::paste);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction *ThumbnailStrip::addCommand(const Command &command, void (ThumbnailStrip::*run)())
{
    auto *action = new QAction(icon(command.icon), command.text, this);
    action->setShortcuts(command.keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    return action;
}

void ThumbnailStrip::setSource(const PageImageSource &source)
{
    m_model->setSource(source);
    m_fetchSoon.start();
}

void ThumbnailStrip::setPages(const QList<PageThumb> &pages)
{
    const PageId current = currentPage();
    const QList<PageId> chosen = chosenPages();
    {
        // A reset ends the selection for a moment; nobody outside needs to hear of it.
        const QSignalBlocker quiet(this);
        m_model->setPages(pages);
        for (const PageId &id : chosen) {
            const int row = m_model->rowOf(id);
            if (row >= 0)
                selectionModel()->select(m_model->index(row), QItemSelectionModel::Select);
        }
        const int row = m_model->rowOf(current);
        if (row >= 0)
            selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::NoUpdate);
    }
    if (currentPage() != current)
        Q_EMIT currentPageChanged(currentPage());
    updateActions();
    m_fetchSoon.start();
    viewport()->update();
}

void ThumbnailStrip::updatePage(const PageThumb &page)
{
    m_model->updatePage(page);
}

const QList<PageThumb> &ThumbnailStrip::pages() const
{
    return m_model->pages();
}

PageId ThumbnailStrip::currentPage() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model->pages()[index.row()].id : PageId();
}

void ThumbnailStrip::setCurrentPage(const PageId &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

QList<PageId> ThumbnailStrip::chosenPages() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    QList<PageId> ids;
    for (const QModelIndex &index : indexes)
        ids.append(m_model->pages()[index.row()].id);
    return ids;
}

void ThumbnailStrip::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    setAcceptDrops(isEditable);
    setDragEnabled(isEditable);
    for (QAction *action : {m_turnLeft, m_turnRight, m_earlier, m_later, m_remove, m_paste})
        action->setVisible(isEditable);
    updateActions();
}

void ThumbnailStrip::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ThumbnailStrip::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    updateActions();
    Q_EMIT currentPageChanged(currentPage());
}

void ThumbnailStrip::selectionChanged(const QItemSelection &selected, const QItemSelection &lost)
{
    QListView::selectionChanged(selected, lost);
    updateActions();
}

void ThumbnailStrip::updateActions()
{
    const bool hasChosen = m_isEditable && selectionModel()->hasSelection();
    for (QAction *action : {m_turnLeft, m_turnRight, m_remove})
        action->setEnabled(hasChosen);
    const int row = currentIndex().row();
    m_earlier->setEnabled(m_isEditable && row > 0);
    m_later->setEnabled(m_isEditable && row >= 0 && row + 1 < m_model->rowCount());
    m_paste->setEnabled(m_isEditable);
}

void ThumbnailStrip::turn(int degrees)
{
    Q_EMIT turnAsked(chosenPages(), degrees);
}

void ThumbnailStrip::removeChosen()
{
    Q_EMIT removeAsked(chosenPages());
}

void ThumbnailStrip::moveCurrent(int step)
{
    const int row = currentIndex().row();
    Q_EMIT movedTo(row, row + step);
}

void ThumbnailStrip::paste()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (data == nullptr)
        return;
    const QStringList paths = localFiles(data);
    if (!paths.isEmpty())
        Q_EMIT filesDropped(paths);
    else if (data->hasImage())
        Q_EMIT imagePasted(data->imageData().value<QImage>());
}

void ThumbnailStrip::startDrag(Qt::DropActions)
{
    const PageId id = currentPage();
    if (id.isNull())
        return;
    auto *data = new QMimeData;
    data->setData(pageMime, id.bytes());
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(viewport()->grab(visualRect(currentIndex())));
    drag->setHotSpot(QPoint(drag->pixmap().width(), drag->pixmap().height())
                     / (2 * devicePixelRatioF()));
    drag->exec(Qt::MoveAction);
}

bool ThumbnailStrip::isTakeable(const QMimeData *data) const
{
    if (!m_isEditable)
        return false;
    if (data->hasFormat(pageMime))
        return m_model->rowOf(PageId::fromBytes(data->data(pageMime))) >= 0;
    return !localFiles(data).isEmpty() || data->hasImage();
}

void ThumbnailStrip::dragEnterEvent(QDragEnterEvent *event)
{
    if (isTakeable(event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void ThumbnailStrip::dragMoveEvent(QDragMoveEvent *event)
{
    if (!isTakeable(event->mimeData())) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const bool isOwnPage = event->mimeData()->hasFormat(pageMime);
    m_dropRow = isOwnPage ? dropRow(event->position().toPoint()) : -1;
    viewport()->update();
}

void ThumbnailStrip::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropRow = -1;
    viewport()->update();
}

void ThumbnailStrip::dropEvent(QDropEvent *event)
{
    m_dropRow = -1;
    viewport()->update();
    const QMimeData *data = event->mimeData();
    if (!isTakeable(data)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QStringList paths = localFiles(data);
    if (data->hasFormat(pageMime)) {
        const int from = m_model->rowOf(PageId::fromBytes(data->data(pageMime)));
        const int before = dropRow(event->position().toPoint());
        const int to = before > from ? before - 1 : before;
        if (to != from)
            Q_EMIT movedTo(from, to);
    } else if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
    } else {
        Q_EMIT imagePasted(data->imageData().value<QImage>());
    }
}

/// Before which row a page let go here shall stand.
int ThumbnailStrip::dropRow(const QPoint &position) const
{
    const bool isAcross = flow() == QListView::LeftToRight;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRect box = visualRect(m_model->index(row));
        const bool isInLine = isAcross ? position.y() <= box.bottom() : position.x() <= box.right();
        const bool isBefore
            = isAcross ? position.x() < box.center().x() : position.y() < box.center().y();
        if (isInLine && isBefore)
            return row;
        const bool endsLine = row + 1 < m_model->rowCount()
            && (isAcross ? visualRect(m_model->index(row + 1)).top() > box.bottom()
                         : visualRect(m_model->index(row + 1)).left() > box.right());
        if (isInLine && endsLine)
            return row + 1;
    }
    return m_model->rowCount();
}

QRect ThumbnailStrip::dropMark() const
{
    const int count = m_model->rowCount();
    if (m_dropRow < 0 || count == 0)
        return {};
    constexpr int thickness = 3;
    const bool isAfterLast = m_dropRow == count;
    const QRect box = visualRect(m_model->index(isAfterLast ? count - 1 : m_dropRow));
    if (flow() == QListView::LeftToRight)
        return {(isAfterLast ? box.right() : box.left()) - thickness / 2, box.top(), thickness,
                box.height()};
    return {box.left(), (isAfterLast ? box.bottom() : box.top()) - thickness / 2, box.width(),
            thickness};
}

void ThumbnailStrip::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    const ThemeColours colours = themeColours(palette());
    if (m_model->rowCount() == 0) {
        painter.setPen(colours.muted);
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    const QRect mark = dropMark();
    if (mark.isValid())
        painter.fillRect(mark, colours.accent);
}

void ThumbnailStrip::resizeEvent(QResizeEvent *event)
{
    // The room without bars: they would take turns with the size of the pages.
    if (m_delegate->setRoom(maximumViewportSize().height() - 1, fontMetrics()))
        scheduleDelayedItemsLayout();
    QListView::resizeEvent(event);
    m_fetchSoon.start();
}

void ThumbnailStrip::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_fetchSoon.start();
}

void ThumbnailStrip::fetchVisible()
{
    const QRect sight = viewport()->rect();
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!visualRect(m_model->index(row)).intersects(sight))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        m_model->fetch(first, last);
}

} // namespace hall
