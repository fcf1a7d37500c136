#include "ui/intake/materialstable.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

namespace hall {

MaterialsTable::MaterialsTable(QWidget *parent)
    : RowTable(parent)
{
    setAcceptDrops(true);
}

void MaterialsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain
        = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_Space:
        Q_EMIT rightAsked();
        return;
    case Qt::Key_A:
        Q_EMIT allRightAsked();
        return;
    case Qt::Key_W:
        Q_EMIT wrongAsked();
        return;
    case Qt::Key_N:
        Q_EMIT notNeededAsked();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT countAsked(1);
        return;
    case Qt::Key_Minus:
        Q_EMIT countAsked(-1);
        return;
    default:
        RowTable::keyPressEvent(event);
    }
}

void MaterialsTable::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MaterialsTable::dragMoveEvent(QDragMoveEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row >= 0)
        goToRow(row);
    event->acceptProposedAction();
}

void MaterialsTable::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    const int row = rowAt(event->position().toPoint().y());
    if (!paths.isEmpty())
        Q_EMIT filesDropped(row, paths);
    event->acceptProposedAction();
}

} // namespace hall
