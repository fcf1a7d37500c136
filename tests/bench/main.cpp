#include "accept.h"
#include "hallmaker.h"
#include "report.h"
#include "search.h"
#include "start.h"
#include "table.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

using namespace hall;
using namespace hall::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption folder(u"folder"_s, u"Where the measured store is kept."_s,
                                    u"folder"_s, u"out/bench"_s);
    const QCommandLineOption rows(u"rows"_s, u"Case rows in the store."_s, u"rows"_s, u"1200000"_s);
    QCommandLineOption startOnly(u"start-once"_s, u"Starts the program on a store and ends."_s,
                                 u"store"_s);
    startOnly.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({folder, rows, startOnly});
    parser.process(application);
    if (parser.isSet(startOnly))
        return startOnce(application, parser.value(startOnly));

    HallSize size;
    size.rows = parser.value(rows).toInt();
    size.open = std::min(size.open, size.rows / 20);
    size.reportDay = std::min(size.reportDay, size.rows / 20);
    FixedClock clock(hallInstant(reportDate(), QTime(16, 0)));
    RandomIds ids;
    const QString storeFolder = QDir(parser.value(folder)).absoluteFilePath(u"store"_s);
    Result<std::unique_ptr<Store>> store = openHall(storeFolder, size, clock, ids);
    if (!store.ok()) {
        QTextStream(stderr) << "The measured store could not be made: " << store.error().detail
                            << Qt::endl;
        return 1;
    }
    clock.set(hallInstant(reportDate(), QTime(16, 0)));
    QTemporaryDir scratch(QDir(parser.value(folder)).absoluteFilePath(u"scratch-XXXXXX"_s));
    QList<Row> table = measureAccept(*store.value(), scratch.path(), ids);
    table.append(measureSearch(*store.value()));
    table.append(measureReport(*store.value()));
    store.value().reset(); // the measured starts open it themselves
    table.append(measureStart(storeFolder));
    print(table);
    return 0;
}
