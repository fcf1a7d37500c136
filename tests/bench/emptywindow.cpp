#include "memory.h"

#include <QApplication>
#include <QMainWindow>
#include <QTextStream>
#include <QTimer>

/// The smallest window: what a start is compared with. Says its memory when it is idle and ends.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.show();
    QTimer::singleShot(0, &window, [] {
        QTextStream(stdout) << hall::bench::residentKb() << Qt::endl;
        QCoreApplication::quit();
    });
    return QApplication::exec();
}
