#include "start.h"

#include "main/composition.h"
#include "memory.h"

#include <QApplication>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

struct Start
{
    double ms = 0;
    double kb = 0;
};

/// Until the child has said that it is usable.
Start startOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    Start start;
    start.ms = timed([&] {
        process.start(program, arguments);
        while (process.state() != QProcess::NotRunning && !process.canReadLine())
            process.waitForReadyRead(30'000);
        start.kb = process.readLine().trimmed().toDouble();
    });
    process.waitForFinished();
    return start;
}

} // namespace

int startOnce(QApplication &application, const QString &store)
{
    Composition program(application,
                        {.storeFolder = store,
                         .settingsFile = store + u"/bench.ini"_s,
                         .language = u"zh_CN"_s,
                         .makesBackups = false});
    if (!program.isFirst())
        return 1;
    // Open, and every event that the sign-in page waits for is done: it takes keys.
    QObject::connect(&program, &Composition::isOpen, &program, [&program] {
        QTimer::singleShot(0, &program, [] {
            QTextStream(stdout) << residentKb() << Qt::endl;
            QCoreApplication::quit();
        });
    });
    program.start();
    return QApplication::exec();
}

QList<Row> measureStart(const QString &store)
{
    const QString self = QCoreApplication::applicationFilePath();
    const QString window = QStringLiteral(HALL_BIN_DIR "/onehall-bench-window");
    Samples ours;
    Samples limit;
    Samples memory;
    Samples leastMemory;
    constexpr int turns = 15;
    for (int turn = 0; turn < turns; ++turn) {
        const Start program = startOf(self, {u"--start-once"_s, store});
        const Start empty = startOf(window, {});
        ours.add(program.ms);
        limit.add(empty.ms);
        memory.add(program.kb / 1024);
        leastMemory.add(empty.kb / 1024);
    }
    Row memoryRow
        = ratioRow(u"resident memory when usable (MB, not ms)"_s, memory, leastMemory, u"≤ 3"_s);
    memoryRow.ours.replace(u"ms"_s, u"MB"_s);
    memoryRow.limit.replace(u"ms"_s, u"MB"_s);
    return {ratioRow(u"start to usable"_s, ours, limit, u"≤ 4"_s), memoryRow};
}

} // namespace hall::bench
