#pragma once

#include "run.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace hall::test {

/// The invariants of sync.md section D6, held against what the centre has, what every station has,
/// and what people were promised. The centre is read as a superuser and recomputed by the
/// administrator's verification; stations report, and their files are looked at.
class RunChecks
{
public:
    explicit RunChecks(Run &run)
        : m_run(run)
    {
    }
    void all();

private:
    struct AtCentre
    {
        QSet<QString> roots = {};                 ///< of everything that was done
        QHash<QString, QStringList> streams = {}; ///< case → its events in order
        QHash<QString, QSet<QString>> scopes = {};
        QSet<QString> ended = {};             ///< cases that a new PC has as heads only
        QHash<QString, QString> numbers = {}; ///< case → intake number
    };
    [[nodiscard]] bool readCentre();
    [[nodiscard]] bool readStations();
    void verify();
    void promises();
    void orders(const QJsonObject &station);
    void pages(const QJsonObject &station);
    void remains(const StationProcess &station, const QJsonObject &report);
    [[nodiscard]] QSet<QString> kept(const QString &code) const;
    [[nodiscard]] bool isVisible(const QString &stream, const QSet<QString> &kept) const;
    void problem(const QString &what) { m_run.problem(what); }

    Run &m_run;
    AtCentre m_centre;
    QList<QJsonObject> m_reports;
};

} // namespace hall::test
