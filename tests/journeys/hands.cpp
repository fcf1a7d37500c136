// What Stage does with the mouse and with choices beyond a plain click.
#include "stage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QWindow>

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Stage::choose(const QString &button, const QString &entry)
{
    QAbstractButton *opener = see<QAbstractButton>(button);
    bool isChosen = false;
    // The menu runs its own loop while it is open; the hand comes from a timer.
    QTimer::singleShot(0, opener, [&isChosen, &entry] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == entry) {
                isChosen = true;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        }
        if (menu)
            menu->close();
    });
    QTest::mouseClick(opener, Qt::LeftButton);
    if (!isChosen)
        throw Stopped{u"the menu of %1 has no %2"_s.arg(button, entry)};
}

void Stage::chooseInBox(const QString &box, const QString &text)
{
    const auto *choice = see<QComboBox>(box);
    untilFocus(box);
    for (int step = 0; step < choice->count() && choice->currentText() != text; ++step)
        press(choice->currentIndex() < choice->findText(text) ? Qt::Key_Down : Qt::Key_Up);
    if (choice->currentText() != text)
        throw Stopped{u"%1 does not offer %2"_s.arg(box, text) + circumstances()};
}

void Stage::dropFile(const QString &path, const QString &table, int row)
{
    const auto *view = see<QAbstractItemView>(table);
    const QPoint cell = view->visualRect(view->model()->index(row, 1)).center();
    const QPoint at = view->viewport()->mapTo(view->window(), cell);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(path)});
    QWindow *window = view->window()->windowHandle();
    QDragEnterEvent enter(at, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(window, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(window, &move);
    if (!move.isAccepted())
        throw Stopped{u"%1 takes no file"_s.arg(table) + circumstances()};
    QDropEvent drop(at, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(window, &drop);
}

} // namespace hall::journeys
