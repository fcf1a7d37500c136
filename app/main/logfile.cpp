#include "main/logfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <cstdio>
#include <memory>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largest = 1024 * 1024;
constexpr int kept = 5;

struct Log
{
    QMutex mutex;
    QString folder;
    std::unique_ptr<QFile> file;
};

// Qt's handler is a plain function, so what it writes to cannot be passed to it.
Log &theLog()
{
    static Log log;
    return log;
}

QString fileName(const QString &folder, int number)
{
    return number == 0 ? folder + u"/onehall.log"_s
                       : u"%1/onehall.%2.log"_s.arg(folder).arg(number);
}

void openFile(Log &log)
{
    log.file = std::make_unique<QFile>(fileName(log.folder, 0));
    if (!log.file->open(QIODevice::WriteOnly | QIODevice::Append))
        log.file.reset();
}

void rotate(Log &log)
{
    log.file.reset();
    QFile::remove(fileName(log.folder, kept - 1));
    for (int number = kept - 2; number >= 0; --number)
        QFile::rename(fileName(log.folder, number), fileName(log.folder, number + 1));
    openFile(log);
}

QLatin1StringView word(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "info"_L1;
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Log &log = theLog();
    const QMutexLocker locker(&log.mutex);
    const QString line
        = u"%1 %2 %3: %4\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                  word(type), QString::fromLatin1(context.category), message);
    const QByteArray bytes = line.toUtf8();
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    if (!log.file)
        return;
    log.file->write(bytes);
    log.file->flush();
    if (log.file->size() > largest)
        rotate(log);
}

} // namespace

void writeLogTo(const QString &folder)
{
    {
        Log &log = theLog();
        const QMutexLocker locker(&log.mutex);
        log.folder = folder;
        QDir().mkpath(folder);
        openFile(log);
    }
    qInstallMessageHandler(writeLine);
}

} // namespace hall
