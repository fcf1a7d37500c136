#pragma once

#include "stationprocess.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <random>
#include <vector>

namespace hall::test {

/// One run: a town, stations at work, a trouble, the healing, the judgement. Everything that it
/// chooses comes from its seed.
class Run
{
public:
    Run(ProcessTown &town, quint32 seed);

    /// A clerk at A01 and a reviewer at A02 who have cases between them and are in step.
    [[nodiscard]] bool begin();
    /// Ends every fault, starts what has died, and waits until nothing is on its way any more.
    void heal();
    void check();

    StationProcess &counter() { return *m_stations.at(0); }  ///< A01, clerk1
    StationProcess &upstairs() { return *m_stations.at(1); } ///< A02, rev1
    StationProcess &add(const QString &code, const QString &staff);
    ProcessTown &town() { return m_town; }
    const std::vector<std::unique_ptr<StationProcess>> &stations() const { return m_stations; }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    quint32 roll() { return quint32(m_random()); }
    /// The station does so many things; fewer when something says no, which is no problem by
    /// itself.
    void work(StationProcess &station, int steps);
    /// Signed in, so that its list is filled.
    [[nodiscard]] bool bringUp(StationProcess &station);
    /// Everybody in step with the head of the centre.
    [[nodiscard]] bool settleAll();
    /// A case of the counter, and a page of it.
    [[nodiscard]] QString newCase();
    [[nodiscard]] QString newPage(const QString &stream, int bytes);
    /// "ok …", or it is a problem of the run.
    bool expect(const QString &answer, const QString &what);
    void problem(const QString &what) { m_problems.append(what); }
    [[nodiscard]] qint64 head() const;
    /// Asks the centre until a statement gives "t".
    [[nodiscard]] bool centreSays(const QByteArray &sql, int ms = 30'000) const;
    [[nodiscard]] qsizetype promised(const StationProcess &station) const;

    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    [[nodiscard]] double healingSeconds() const { return m_healing; }
    [[nodiscard]] double pauseSeconds() const { return m_pauses; }
    [[nodiscard]] double blockedMs() const { return m_blocked; }
    void noteBlocked(double ms) { m_blocked = qMax(m_blocked, ms); }

    bool mayRetire = false; ///< a person's rights were cut: what left is looked for byte by byte

private:
    ProcessTown &m_town;
    std::mt19937 m_random;
    std::vector<std::unique_ptr<StationProcess>> m_stations;
    QStringList m_problems;
    double m_healing = 0;
    double m_pauses = 0; ///< between attempts, that were passed over
    double m_blocked = 0;
};

} // namespace hall::test
