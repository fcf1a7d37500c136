// onehall-faults: the process matrix. README.md says what each scenario is and what is checked.
#include "scenarios.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Scenario scenario = {};
    int runs = 0;
    int failures = 0;
    double longestHealing = 0;
    double longestPauses = 0;
    double blocked = 0;
    quint32 firstFailure = 0;
};

struct Ended
{
    QStringList problems = {};
    double healing = 0;
    double pauses = 0;
    double blocked = 0;
    double seconds = 0;
};

void print(const QString &line)
{
    std::fputs(line.toUtf8().constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

QList<Row> allRows()
{
    QList<Row> rows;
    for (const auto &part : {killScenarios(), lineScenarios(), serverScenarios(), storeScenarios(),
                             peopleScenarios(), brokenScenarios()}) {
        for (const Scenario &scenario : part)
            rows.append({.scenario = scenario});
    }
    return rows;
}

void leaveOpenOnes(QList<Row> &rows)
{
    for (const Row &row : std::as_const(rows)) {
        if (row.scenario.isOpen)
            print(u"OPEN  "_s + QString::fromLatin1(row.scenario.name));
    }
    rows.removeIf([](const Row &row) { return row.scenario.isOpen; });
}

bool isBroken(const Scenario &scenario)
{
    return *scenario.mustFind != '\0';
}

Ended play(ProcessTown &town, const Scenario &scenario, quint32 seed)
{
    QElapsedTimer timer;
    timer.start();
    Run run(town, seed);
    if (run.begin())
        scenario.trouble(run);
    if (run.problems().isEmpty())
        run.heal();
    if (run.problems().isEmpty())
        run.check();
    Ended ended{.problems = run.problems(),
                .healing = run.healingSeconds(),
                .pauses = run.pauseSeconds(),
                .blocked = run.blockedMs(),
                .seconds = double(timer.elapsed()) / 1000};
    if (!isBroken(scenario))
        return ended;
    const QString wanted = QString::fromLatin1(scenario.mustFind);
    const bool isFound = std::ranges::any_of(
        ended.problems, [&wanted](const QString &problem) { return problem.startsWith(wanted); });
    ended.problems = isFound ? QStringList()
                             : QStringList{u"the defect '%1' was not found: "_s.arg(wanted)
                                           + ended.problems.join(u"; "_s)};
    return ended;
}

void note(Row &row, const Ended &ended, quint32 seed, bool isTest)
{
    ++row.runs;
    row.longestHealing = qMax(row.longestHealing, ended.healing);
    row.longestPauses = qMax(row.longestPauses, ended.pauses);
    row.blocked = qMax(row.blocked, ended.blocked);
    const bool isBad = !ended.problems.isEmpty();
    if (isBad && row.failures++ == 0)
        row.firstFailure = seed;
    const QString name = QString::fromLatin1(row.scenario.name);
    if (isTest || isBad)
        print(
            u"%1 : %2 seed %3, %4 s, healed in %5 s"_s.arg(isBad ? u"FAIL! "_s : u"PASS  "_s, name)
                .arg(seed)
                .arg(ended.seconds, 0, 'f', 1)
                .arg(ended.healing, 0, 'f', 1));
    for (const QString &problem : ended.problems.mid(0, 12))
        print(u"    "_s + problem);
}

void printTable(const QList<Row> &rows)
{
    print(
        u"\nscenario                  runs failures  longest healing  pauses passed over  owner's thread"_s);
    double blocked = 0;
    int runs = 0;
    int failures = 0;
    double healing = 0;
    for (const Row &row : rows) {
        print(u"%1 %2 %3 %4 s %5 s %6 ms%7"_s.arg(QString::fromLatin1(row.scenario.name), -25)
                  .arg(row.runs, 4)
                  .arg(row.failures, 8)
                  .arg(row.longestHealing, 14, 'f', 1)
                  .arg(row.longestPauses, 18, 'f', 0)
                  .arg(row.blocked, 12, 'f', 2)
                  .arg(row.failures > 0 ? u"   first: --scenario %1 --seed %2"_s
                                              .arg(QString::fromLatin1(row.scenario.name))
                                              .arg(row.firstFailure)
                                        : QString()));
        runs += row.runs;
        failures += row.failures;
        healing = qMax(healing, row.longestHealing);
        blocked = qMax(blocked, row.blocked);
    }
    print(
        u"%1 runs, %2 failures, longest healing %3 s, owner's thread never longer than %4 ms in a call"_s
            .arg(runs)
            .arg(failures)
            .arg(healing, 0, 'f', 1)
            .arg(blocked, 0, 'f', 2));
    print(u"One again: ./run faults --scenario NAME --seed S"_s);
}

struct Order
{
    bool isTest = false; ///< one run of each line, told as QtTest tells it
    int runs = 0;
    quint32 seed = 1;
    QString only = {};
};

Order orderOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addOption({u"once"_s, u"One run of each scenario."_s});
    parser.addOption({u"runs"_s, u"So many runs, scenario after scenario."_s, u"N"_s});
    parser.addOption({u"seed"_s, u"Of the first run."_s, u"S"_s, u"1"_s});
    parser.addOption({u"scenario"_s, u"This one only."_s, u"NAME"_s});
    parser.addHelpOption();
    parser.process(application);
    return {.isTest = parser.isSet(u"once"_s),
            .runs = parser.value(u"runs"_s).toInt(),
            .seed = parser.value(u"seed"_s).toUInt(),
            .only = parser.value(u"scenario"_s)};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const Order order = orderOf(application);
    QList<Row> rows = allRows();
    if (!order.only.isEmpty())
        rows.removeIf([&order](const Row &row) {
            return !QString::fromLatin1(row.scenario.name).startsWith(order.only);
        });
    if (order.isTest)
        leaveOpenOnes(rows);
    ProcessTown town;
    if (rows.isEmpty() || !town.begin()) {
        print(rows.isEmpty() ? u"There is no scenario of that name."_s : town.problem());
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    const qsizetype count = order.isTest || order.runs == 0 ? rows.size() : order.runs;
    int failures = 0;
    for (qsizetype i = 0; i < count; ++i) {
        Row &row = rows[i % rows.size()];
        const quint32 seed = order.seed + quint32(i);
        const Ended ended = play(town, row.scenario, seed);
        failures += ended.problems.isEmpty() ? 0 : 1;
        note(row, ended, seed, order.isTest || order.runs == 0);
    }
    if (order.isTest)
        print(
            u"Totals: %1 passed, %2 failed, 0 skipped, 0 blacklisted, %3ms"_s.arg(count - failures)
                .arg(failures)
                .arg(timer.elapsed()));
    else
        printTable(rows);
    return failures == 0 ? 0 : 1;
}
