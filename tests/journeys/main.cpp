#include "baton.h"
#include "expectations.h"
#include "main/logfile.h"
#include "play.h"
#include "report.h"
#include "script.h"
#include "stage.h"
#include "townday.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>
#include <QTimer>

using namespace hall;
using namespace hall::journeys;
using namespace Qt::StringLiterals;

namespace {

/// What an earlier play left; nothing else in the folder is touched.
void emptyFolder(const QString &folder)
{
    for (const QString &name : {u"store"_s, u"stations"_s, u"papers"_s, u"screens"_s, u"files"_s,
                                u"reports"_s, u"logs"_s})
        QDir(folder + u'/' + name).removeRecursively();
    QFile::remove(folder + u"/settings.ini"_s);
    QDir().mkpath(folder + u"/reports"_s);
}

int play(QApplication &application, const StageOptions &options, bool isOnlyKeys)
{
    QTextStream out(stdout);
    QList<Visit> visits = readVisits(QStringLiteral(HALL_JOURNEYS));
    if (visits.isEmpty()) {
        out << "The script of the visits cannot be read." << Qt::endl;
        return 2;
    }
    Report report;
    Stage stage(application, options);
    try {
        stage.open();
    } catch (const Stopped &stopped) {
        out << "The program does not start: " << stopped.what << Qt::endl;
        return 2;
    }
    Baton baton(options.seat);
    Play day(stage, visits, report, baton);
    if (isOnlyKeys) {
        const int keys = day.countKeys();
        out << "keys: " << keys << Qt::endl;
        return keys > 0 ? 0 : 1;
    }
    try {
        day.run();
    } catch (const Stopped &stopped) {
        out << "STOPPED " << stopped.what << Qt::endl;
        return 2;
    }
    const QStringList pictures = stage.pictures();
    stage.close();
    if (!baton.isAlone())
        return 0; // TownDay compares
    Expectations(options.folder, storeFolder(options), visits, report).check(pictures);
    report.total();
    return report.failed() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isOffScreen = !qEnvironmentVariableIsSet("DISPLAY")
        && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (isOffScreen)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // The system's own file dialog is no window of ours: keys would not reach it.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"OneHall"_s);
    QCoreApplication::setApplicationName(u"onehall-day"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(HALL_VERSION));
    QGuiApplication::setApplicationDisplayName(u"OneHall 一厅通"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays a counter day through the windows of the program."_s);
    parser.addHelpOption();
    const QCommandLineOption out(u"out"_s, u"Where everything is left."_s, u"folder"_s, u"out"_s);
    const QCommandLineOption show(u"show"_s, u"On the screen, slowly."_s);
    const QCommandLineOption keys(u"keys"_s, u"Only count the keys of the shortest acceptance."_s);
    const QCommandLineOption centre(u"centre"_s,
                                    u"Each role at a workstation of its own, with a centre."_s);
    const QCommandLineOption seat(u"seat"_s, u"One of those workstations."_s, u"code"_s);
    const QCommandLineOption connection(u"connection"_s, u"Its connection file."_s, u"file"_s);
    const QCommandLineOption clock(u"clock"_s, u"Where the centre reads the time."_s, u"file"_s);
    parser.addOptions({out, show, keys, centre, seat, connection, clock});
    parser.process(application);

    const bool isOnlyKeys = parser.isSet(keys);
    QString folder = QDir(parser.value(out)).absolutePath();
    if (isOnlyKeys)
        folder += u"/keys"_s;
    const StageOptions options{.folder = folder,
                               .seat = parser.value(seat),
                               .connection = parser.value(connection),
                               .clockFile = parser.value(clock),
                               .isShown = parser.isSet(show),
                               .takesPictures = !isOnlyKeys};
    if (options.seat.isEmpty())
        emptyFolder(folder);
    writeLogTo(folder + (options.seat.isEmpty() ? u"/logs"_s : u"/logs/"_s + options.seat));
    if (parser.isSet(centre))
        return TownDay(folder, parser.isSet(show)).run();
    // Inside the event loop, as the program runs: what is deleted later is deleted then.
    QTimer::singleShot(0, &application, [&application, &options, isOnlyKeys] {
        QCoreApplication::exit(play(application, options, isOnlyKeys));
    });
    return QApplication::exec();
}
