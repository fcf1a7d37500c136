#include "stationprocess.h"

#include <QDeadlineTimer>
#include <QDir>

#include <filesystem>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 40'000; ///< a settle of the station gives up after 30 s

} // namespace

StationProcess::StationProcess(ProcessTown &town, const QString &code, const QString &staff)
    : m_town(town)
    , m_code(code)
    , m_staff(staff)
    , m_line(quint16(town.server().port()))
{
    QDir().mkpath(storeFolder());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

StationProcess::~StationProcess()
{
    m_line.mend(true);
    kill();
}

QString StationProcess::start()
{
    const ConnectionFile file = m_town.connection(m_code, m_line.port());
    if (!file.write(path(u"connection.json"_s)).ok())
        return u"no file"_s;
    m_process.setProcessEnvironment(environment);
    const QStringList arguments{u"--folder"_s,     storeFolder(),
                                u"--connection"_s, path(u"connection.json"_s),
                                u"--promises"_s,   path(u"promises.log"_s),
                                u"--staff"_s,      m_staff,
                                u"--program"_s,    program,
                                u"--patience"_s,   u"1500"_s};
    m_process.start(QStringLiteral(HALL_BIN_DIR "/onehall-station"), arguments + extra);
    extra.clear();
    return answer();
}

void StationProcess::send(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
    m_process.waitForBytesWritten(patience);
}

QString StationProcess::answer()
{
    const QDeadlineTimer until(patience);
    while (!m_process.canReadLine()) {
        if (m_process.state() == QProcess::NotRunning)
            return u"dead"_s;
        if (!m_process.waitForReadyRead(int(until.remainingTime())) && until.hasExpired())
            return u"no answer"_s;
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

QString StationProcess::ask(const QString &line)
{
    send(line);
    return answer();
}

void StationProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
    m_process.readAllStandardOutput();
}

void StationProcess::quit()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    send(u"quit"_s);
    if (!m_process.waitForFinished(patience))
        kill();
}

bool StationProcess::hasDied()
{
    const bool ended
        = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patience);
    m_process.readAllStandardOutput();
    return ended && m_process.exitStatus() == QProcess::CrashExit;
}

void StationProcess::cloneFrom(const StationProcess &other)
{
    QDir(storeFolder()).removeRecursively();
    static_cast<void>(copyFolder(other.storeFolder(), storeFolder()));
}

bool copyFolder(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::copy(from.toStdString(), to.toStdString(),
                          std::filesystem::copy_options::recursive
                              | std::filesystem::copy_options::overwrite_existing,
                          failed);
    return !failed;
}

} // namespace hall::test
