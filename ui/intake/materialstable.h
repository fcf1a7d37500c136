#pragma once

#include "ui/shared/rowtable.h"

namespace hall {

/// The checklist's table: one key a verdict, and files dropped onto a line belong to it.
class MaterialsTable : public RowTable
{
    Q_OBJECT
public:
    explicit MaterialsTable(QWidget *parent = nullptr);

Q_SIGNALS:
    void rightAsked();         ///< Space: received in full and right
    void allRightAsked();      ///< A
    void wrongAsked();         ///< W
    void notNeededAsked();     ///< N
    void countAsked(int step); ///< + and −
    void filesDropped(int row, const QStringList &paths);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace hall
