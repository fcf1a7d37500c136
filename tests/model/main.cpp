// onehall-model: many seeds, one seed with its trace, or the table of the rules taken away.
#include "engineclient.h"
#include "sqltown.h"
#include "world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace hall::model;

namespace {

struct Tally
{
    int failed = 0;
    quint64 firstSeed = 0;
    QStringList examples = {}; ///< of the first few
    QMap<QString, int> kinds;
    qint64 promised = 0;
    qint64 restores = 0;
};

/// What runs: the model's own workstations with these rules, or the real engine.
struct Choice
{
    Rules rules = {};
    bool isEngine = false;
    hall::lockstep::SqlTown *sql = nullptr; ///< asked beside the model's centre
};

RunReport runOne(quint64 seed, const Choice &choice, bool isTraced = false)
{
    if (!choice.isEngine)
        return runSeed(seed, choice.rules, isTraced);
    if (choice.sql && !choice.sql->begin())
        qFatal("%s", qPrintable(choice.sql->problem()));
    return World(hall::lockstep::engineWorld(seed, isTraced, choice.sql)).run();
}

Tally runMany(quint64 from, quint64 seeds, const Choice &choice)
{
    Tally tally;
    for (quint64 seed = from; seed < from + seeds; ++seed) {
        const RunReport report = runOne(seed, choice);
        tally.promised += report.promised;
        tally.restores += report.restores;
        if (!report.violation)
            continue;
        if (tally.failed++ == 0)
            tally.firstSeed = seed;
        ++tally.kinds[report.violation->kind];
        if (tally.examples.size() < 20)
            tally.examples.append(
                u"  %1  %2: %3"_s.arg(seed).arg(report.violation->kind, report.violation->text));
    }
    return tally;
}

QString kindsOf(const Tally &tally)
{
    QStringList kinds;
    for (auto kind = tally.kinds.cbegin(); kind != tally.kinds.cend(); ++kind)
        kinds.append(u"%1 %2"_s.arg(kind.key()).arg(kind.value()));
    return kinds.join(u", "_s);
}

int showSeed(QTextStream &out, quint64 seed, const Choice &choice)
{
    const RunReport report = runOne(seed, choice, true);
    for (const QString &line : report.trace)
        out << line << '\n';
    if (!report.violation) {
        out << "Seed " << seed << ": every promise kept (" << report.promised << " promises).\n";
        return 0;
    }
    out << "Seed " << seed << " fails: " << report.violation->kind << ": " << report.violation->text
        << '\n';
    return 1;
}

int runAblations(QTextStream &out, quint64 from, quint64 seeds)
{
    int needless = 0;
    out << "| rule taken away | failing of " << seeds
        << " | first seed | how |\n|---|---|---|---|\n";
    for (const RuleText &text : ruleTexts()) {
        const Tally tally = runMany(from, seeds, {.rules = Rules().without(text.rule)});
        out << "| " << text.name << ": " << text.words << " | " << tally.failed << " | "
            << tally.firstSeed << " | " << kindsOf(tally) << " |\n";
        out.flush();
        needless += tally.failed == 0 ? 1 : 0;
    }
    return needless == 0 ? 0 : 1;
}

int runAll(QTextStream &out, quint64 from, quint64 seeds, const Choice &choice)
{
    QElapsedTimer timer;
    timer.start();
    const Tally tally = runMany(from, seeds, choice);
    out << seeds << " seeds from " << from << ": " << tally.failed << " failing, " << tally.promised
        << " promises, " << tally.restores << " restores, "
        << static_cast<double>(timer.elapsed()) / 1000 << " s\n";
    if (tally.failed == 0)
        return 0;
    out << kindsOf(tally) << '\n' << tally.examples.join(u'\n') << "\n\nThe first one:\n";
    return showSeed(out, tally.firstSeed, choice);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs the model of the protocol with seeded faults."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"seeds"_s, u"How many seeds to run."_s, u"number"_s, u"2000"_s},
         {u"from"_s, u"The first seed."_s, u"seed"_s, u"1"_s},
         {u"seed"_s, u"Run one seed and print its trace in words."_s, u"seed"_s},
         {u"trace"_s, u"Kept for the reader: one seed always prints its trace."_s},
         {u"engine"_s, u"The real engine over real stores at every window."_s},
         {u"sql"_s, u"With --engine: the real SQL answers beside the model's centre."_s},
         {u"without"_s, u"Take a rule away."_s, u"rule"_s},
         {u"ablations"_s, u"Take every rule away in turn and print the table."_s},
         {u"rules"_s, u"List the rules."_s}});
    parser.process(application);
    QTextStream out(stdout);
    if (parser.isSet(u"rules"_s)) {
        for (const RuleText &text : ruleTexts())
            out << text.name << ": " << text.words << '\n';
        return 0;
    }
    const Rule taken = ruleFromName(parser.value(u"without"_s));
    if (parser.isSet(u"without"_s) && taken == Rule::Count) {
        out << "There is no rule of that name; --rules lists them.\n";
        return 2;
    }
    hall::lockstep::SqlTown sql;
    const Choice choice{.rules = Rules().without(taken),
                        .isEngine = parser.isSet(u"engine"_s) || parser.isSet(u"sql"_s),
                        .sql = parser.isSet(u"sql"_s) ? &sql : nullptr};
    const quint64 from = parser.value(u"from"_s).toULongLong();
    const quint64 seeds = parser.value(u"seeds"_s).toULongLong();
    if (parser.isSet(u"seed"_s))
        return showSeed(out, parser.value(u"seed"_s).toULongLong(), choice);
    if (parser.isSet(u"ablations"_s))
        return runAblations(out, from, seeds);
    return runAll(out, from, seeds, choice);
}
