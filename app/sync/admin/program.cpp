#include "sync/admin/program.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace hall {

using namespace Qt::StringLiterals;

Result<QByteArray> runProgram(const ProgramRun &run)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &entry : run.environment)
        environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    process.setProcessEnvironment(environment);
    if (!run.folder.isEmpty())
        process.setWorkingDirectory(run.folder);
    process.start(run.program, run.arguments, QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return Error{ErrorKind::WorkerFailed, run.program + u": not found"_s};
    if (!process.waitForFinished(run.timeoutMs)) {
        process.kill();
        process.waitForFinished();
        return Error{ErrorKind::WorkerFailed, run.program + u": no answer"_s};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        return Error{ErrorKind::WorkerFailed,
                     u"%1: %2"_s.arg(run.program, said.section(u'\n', -2))};
    }
    return process.readAllStandardOutput();
}

QString serverProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    // Debian keeps server programs by version, outside of PATH.
    const QDir versions(u"/usr/lib/postgresql"_s);
    QStringList numbers = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(numbers,
                      [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    for (const QString &number : numbers) {
        const QString path = versions.filePath(number + u"/bin/"_s + name);
        if (QFile::exists(path))
            return path;
    }
    return {};
}

QString serverAccount()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        return ::getpwnam("postgres") ? u"postgres"_s : u"nobody"_s;
#endif
    return {};
}

ProgramRun unprivileged(const ProgramRun &run)
{
    const QString account = serverAccount();
    if (account.isEmpty())
        return run;
    ProgramRun other = run;
    other.program = u"runuser"_s;
    other.arguments = QStringList{u"-u"_s, account, u"--"_s, run.program} + run.arguments;
    return other;
}

} // namespace hall
