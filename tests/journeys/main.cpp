#include "expectations.h"
#include "main/logfile.h"
#include "play.h"
#include "report.h"
#include "script.h"
#include "stage.h"

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
    for (const QString &name :
         {u"store"_s, u"papers"_s, u"screens"_s, u"files"_s, u"reports"_s, u"logs"_s})
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
    Play day(stage, visits, report);
    if (isOnlyKeys) {
        const int keys = day.countKeys();
        out << "keys: " << keys << Qt::endl;
        return keys > 0 ? 0 : 1;
    }
    day.run();
    const QStringList pictures = stage.pictures();
    stage.close();
    Expectations(options.folder, visits, report).check(pictures);
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
    parser.addOptions({out, show, keys});
    parser.process(application);

    const bool isOnlyKeys = parser.isSet(keys);
    QString folder = QDir(parser.value(out)).absolutePath();
    if (isOnlyKeys)
        folder += u"/keys"_s;
    emptyFolder(folder);
    writeLogTo(folder + u"/logs"_s);
    const StageOptions options{
        .folder = folder, .isShown = parser.isSet(show), .takesPictures = !isOnlyKeys};
    // Inside the event loop, as the program runs: what is deleted later is deleted then.
    QTimer::singleShot(0, &application, [&application, &options, isOnlyKeys] {
        QCoreApplication::exit(play(application, options, isOnlyKeys));
    });
    return QApplication::exec();
}
