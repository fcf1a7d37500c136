#include "main/centre/centretool.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// The language that was asked for, else that of the system.
QString languageIn(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--language"_s);
    if (at >= 0)
        return arguments.value(at + 1);
    for (const QString &argument : arguments) {
        if (argument.startsWith("--language="_L1))
            return argument.section(u'=', 1);
    }
    return QLocale().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"OneHall"_s);
    QCoreApplication::setApplicationName(u"onehall-centre"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(HALL_VERSION));

    const QString language = languageIn(QCoreApplication::arguments());
    QTranslator own;
    if (own.load(u":/i18n/onehall_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&own);

    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly)
        || !out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(hall::Exit::Failed);
    hall::Console console(in, out, err);
    return static_cast<int>(hall::CentreTool(console).run(QCoreApplication::arguments().mid(1)));
}
