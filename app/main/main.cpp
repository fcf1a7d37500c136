#include "main/composition.h"
#include "main/logfile.h"
#include "text/programtext.h"
#include "ui/shell/pageregistry.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    QCommandLineParser parser;
    QCommandLineOption store{u"store"_s, hall::ProgramText::storeOption(), u"folder"_s};
    QCommandLineOption connection{u"connect"_s, hall::ProgramText::connectOption(), u"file"_s};
    QCommandLineOption language{u"language"_s, hall::ProgramText::languageOption(), u"language"_s};
    QCommandLineOption theme{u"theme"_s, hall::ProgramText::themeOption(), u"theme"_s};

    void read(const QCoreApplication &application)
    {
        parser.setApplicationDescription(hall::ProgramText::purpose());
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({store, connection, language, theme});
        parser.process(application);
    }

    [[nodiscard]] hall::CompositionOptions options() const
    {
        hall::CompositionOptions options;
        options.storeFolder = parser.value(store);
        options.connectionFile = parser.value(connection);
        options.language = parser.value(language);
        options.theme = parser.value(theme);
        // Two stores on one machine are two halls: each remembers its own window, person and
        // printers.
        if (!options.storeFolder.isEmpty())
            options.settingsFile = options.storeFolder + u"/onehall.ini"_s;
        return options;
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"OneHall"_s);
    QCoreApplication::setApplicationName(u"onehall"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(HALL_VERSION));
    QGuiApplication::setApplicationDisplayName(u"OneHall 一厅通"_s);

    CommandLine line;
    line.read(application);
    int code = 0;
    {
        hall::Composition program(application, line.options());
        if (!program.isFirst()) {
            QTextStream(stderr) << hall::ProgramText::alreadyRunning() << Qt::endl;
            return 0;
        }
        hall::writeLogTo(program.storeFolder() + u"/logs"_s);
        program.start();
        code = QApplication::exec();
    }
    // The store is closed by now: the new program finds it free.
    if (code == hall::restartCode)
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                QCoreApplication::arguments().mid(1));
    return code == hall::restartCode ? 0 : code;
}
