#include "tests/bench/centre/applybench.h"
#include "tests/bench/centre/fillbench.h"
#include "tests/bench/centre/linkbench.h"
#include "tests/bench/centre/paintbench.h"
#include "tests/bench/centre/stillbench.h"
#include "tests/bench/centre/townbench.h"
#include "tests/bench/table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

using namespace hall;
using namespace hall::bench;
using namespace Qt::StringLiterals;

namespace {

QString load()
{
    QFile file(u"/proc/loadavg"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').value(0))
                                          : u"?"_s;
}

/// A socket's path is short, and as root the server is another account: not below the store.
QString townFolder()
{
    return QDir::tempPath() + u"/onehall-bench-"_s
        + QString::number(QCoreApplication::applicationPid());
}

QList<Row> measureWithTown(const std::function<bool(QLatin1StringView)> &isWanted,
                           const TownFeed &feed, const QString &scratch)
{
    QStringList stations;
    for (int i = 0; i < weekStations; ++i)
        stations.append(weekStation(i));
    DemoTown town(townFolder());
    if (!town.prepare(stations))
        return {{.name = u"the centre"_s, .ours = u"no private one could be made"_s}};
    QList<Row> table;
    if (isWanted("paint"_L1))
        table += measurePaint(town, scratch);
    if (isWanted("link"_L1))
        table += measureLink(town);
    if (isWanted("town"_L1) || isWanted("fill"_L1))
        table += measureTown(town, feed, scratch);
    if (isWanted("fill"_L1))
        table += measureFilling(town, scratch);
    return table;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption folder(u"folder"_s, u"Where what is measured is kept."_s, u"folder"_s,
                                    u"out/bench"_s);
    const QCommandLineOption only(
        u"only"_s, u"Measures one part only: still, apply, paint, link, town, fill."_s, u"part"_s);
    parser.addOptions({folder, only});
    parser.process(application);
    const QDir home(parser.value(folder));
    home.mkpath(u"."_s);
    const Result<TownFeed> feed = playedFeed(home.absoluteFilePath(u"town"_s));
    if (!feed.ok()) {
        QTextStream(stderr) << "The town's work could not be played: " << feed.error().detail
                            << Qt::endl;
        return 1;
    }
    const QTemporaryDir scratch(home.absoluteFilePath(u"centre-XXXXXX"_s));
    const QString part = parser.value(only);
    const auto isWanted
        = [&part](QLatin1StringView name) { return part.isEmpty() || part == name; };
    const QString before = load();
    QList<Row> table;
    if (isWanted("still"_L1))
        table += measureStill(scratch.path());
    if (isWanted("apply"_L1))
        table += measureApply(feed.value(), scratch.path());
    if (part != "still"_L1 && part != "apply"_L1)
        table += measureWithTown(isWanted, feed.value(), scratch.path());
    print(table);
    QTextStream(stdout) << "load of the machine before " << before << ", after " << load()
                        << Qt::endl;
    return 0;
}
