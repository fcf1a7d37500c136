#pragma once

#include "report.h"
#include "script.h"

#include <QEventLoop>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace hall::journeys {

/// The day with a centre: a private one is set up by onehall-centre, every role gets a workstation
/// program of its own (this program with --seat), and what one of them passes is handed to all
/// others. Afterwards the manager's store is compared with the script, and the centre verified.
class TownDay : public QObject
{
    Q_OBJECT
public:
    TownDay(QString folder, bool isShown);
    ~TownDay() override;

    /// Exit code: 0 only when everything is as expected.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool makeCentre();
    [[nodiscard]] bool call(const QStringList &arguments);
    [[nodiscard]] bool takeOverClock();
    void seat(const QString &code);
    void hear(QProcess &from);
    void left(const QString &code, int exitCode);
    void compare();
    [[nodiscard]] QString connectionFile(const QString &code) const;

    QString m_folder;
    QTemporaryDir m_place;
    QString m_centre; ///< folder of the private centre
    bool m_isShown;
    Report m_report;
    QList<Visit> m_visits;
    QJsonObject m_last; ///< newest turn that was passed
    std::vector<std::unique_ptr<QProcess>> m_seats;
    QEventLoop m_untilAllLeft;
    int m_running = 0;
    bool m_isBroken = false;
};

} // namespace hall::journeys
