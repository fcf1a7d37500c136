// onehall-station: a workstation without windows that obeys lines on stdin (README.md).
#include "station.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <iostream>
#include <string>
#include <thread>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

StationSetting settingOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    const QStringList names{u"folder"_s,  u"connection"_s, u"promises"_s,      u"staff"_s,
                            u"program"_s, u"patience"_s,   u"die-at-opening"_s};
    for (const QString &name : names)
        parser.addOption({name, name, name});
    parser.process(application);
    return {.folder = parser.value(u"folder"_s),
            .connection = parser.value(u"connection"_s),
            .promises = parser.value(u"promises"_s),
            .staff = parser.value(u"staff"_s),
            .program = parser.value(u"program"_s),
            .patience = parser.value(u"patience"_s).toInt(),
            .dieAtOpening = parser.value(u"die-at-opening"_s).toInt()};
}

void say(const QString &line)
{
    std::cout << line.toStdString() << std::endl;
}

/// Until "quit" or the end of stdin.
void obeyLines(Station &station)
{
    std::string line;
    while (std::getline(std::cin, line) && line != "quit")
        say(station.obey(QString::fromStdString(line)));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Station station(settingOf(application));
    const Result<Done> opened = station.open();
    if (!opened.ok()) {
        say(u"no %1 %2"_s.arg(int(opened.error().kind)).arg(opened.error().detail.simplified()));
        return 3;
    }
    say(u"ok open"_s);
    std::thread commands([&] {
        obeyLines(station);
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    commands.join();
    return code;
}
