#include "main/centre/commands.h"
#include "sync/admin/backup.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QTemporaryDir>

namespace hall {

using namespace Qt::StringLiterals;

Exit backUpCentre(const Invocation &call)
{
    Console &console = call.console();
    const Result<Access> access = call.access();
    if (!access.ok())
        return console.fail(access.error());
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const Result<BackupReport> done = backUp(access.value(), call.argument(0), stamp);
    if (!done.ok())
        return console.fail(done.error());
    const BackupReport &report = done.value();
    if (call.wantsJson())
        console.answer(
            {{u"folder"_s, report.folder}, {u"bytes"_s, report.bytes}, {u"pos"_s, report.pos}});
    else
        console.say(CentreText::say(Say::BackupDone)
                        .arg(report.folder, QLocale().formattedDataSize(report.bytes))
                        .arg(report.pos));
    return Exit::Done;
}

Exit tryRestore(const Invocation &call)
{
    Console &console = call.console();
    const QTemporaryDir scratch(
        (call.has(u"scratch"_s) ? call.value(u"scratch"_s) : QDir::tempPath())
        + u"/restore-XXXXXX"_s);
    if (!scratch.isValid())
        return console.fail({ErrorKind::FileNotWritten, scratch.path()});
    const Result<RestoreReport> done = tryBackup(call.argument(0), scratch.path());
    if (!done.ok())
        return console.fail(done.error());
    const RestoreReport &report = done.value();
    const qsizetype faults
        = report.verification.faults.size() + (report.pos < report.expectedPos ? 1 : 0);
    if (call.wantsJson())
        console.answer(
            {{u"pos"_s, report.pos}, {u"seconds"_s, report.seconds}, {u"faults"_s, faults}});
    else
        console.say(faults == 0
                        ? CentreText::say(Say::RestoreSound).arg(report.seconds).arg(report.pos)
                        : CentreText::say(Say::RestoreFaults).arg(faults));
    return faults == 0 ? Exit::Done : Exit::Damaged;
}

} // namespace hall
