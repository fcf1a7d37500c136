#pragma once

#include "faultproxy.h"
#include "processtown.h"

#include <QProcess>
#include <QTemporaryDir>

namespace hall::test {

/// One workstation of a run: its folder, its promise file, its line to the centre and its process,
/// which may be killed and started again.
class StationProcess
{
public:
    StationProcess(ProcessTown &town, const QString &code, const QString &staff);
    ~StationProcess();
    Q_DISABLE_COPY_MOVE(StationProcess)

    QStringList extra; ///< arguments of the next start
    QString program = QStringLiteral("onehall 1.0");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    /// Starts it and waits until its store is open; answers its first line.
    [[nodiscard]] QString start();
    /// One line there, one line back; "dead" when the process has ended instead.
    QString ask(const QString &line);
    void send(const QString &line);
    [[nodiscard]] QString answer();
    /// kill -9, and waits until it is gone.
    void kill();
    /// Ends in order.
    void quit();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Waits until a kill point has ended it.
    [[nodiscard]] bool hasDied();
    /// This disk is a copy of another one, which does not run; its promises stay its own.
    void cloneFrom(const StationProcess &other);

    [[nodiscard]] FaultProxy &line() { return m_line; }
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QString &staff() const { return m_staff; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString storeFolder() const { return path(QStringLiteral("store")); }

private:
    ProcessTown &m_town;
    QString m_code;
    QString m_staff;
    QTemporaryDir m_folder;
    FaultProxy m_line;
    QProcess m_process;
};

/// A folder with all that is in it, as a disk is copied.
[[nodiscard]] bool copyFolder(const QString &from, const QString &to);

} // namespace hall::test
