// The model's world, with the real engine and store at every window.
#include "engineclient.h"
#include "world.h"

#include <QtTest>

using namespace hall;
using namespace hall::lockstep;

class TestLockstep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEngineKeepsEveryPromise()
    {
        bool isSaid = false;
        const int said = qEnvironmentVariableIntValue("HALL_ENGINE_SEEDS", &isSaid);
        const int seeds = isSaid ? said : 12;
        for (int seed = 1; seed <= seeds; ++seed) {
            const model::RunReport report = model::World(engineWorld(quint64(seed))).run();
            if (report.violation) {
                QFAIL(qPrintable(QStringLiteral("seed %1: %2: %3")
                                     .arg(seed)
                                     .arg(report.violation->kind, report.violation->text)));
            }
        }
    }

    /// Others' work of cases that had gone elsewhere stayed on a PC after a restore, in the third
    /// in its attention list.
    void whatDoesNotComeBackLeaves()
    {
        for (const quint64 seed : {26, 35, 54}) {
            const model::RunReport report = model::World(engineWorld(seed)).run();
            QVERIFY2(!report.violation,
                     qPrintable(report.violation ? report.violation->text : QString()));
        }
    }
};

QTEST_GUILESS_MAIN(TestLockstep)
#include "tst_lockstep.moc"
