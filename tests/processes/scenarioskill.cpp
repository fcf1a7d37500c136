// kill -9 of a station at each named point.
#include "scenarios.h"

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

void silence(StationProcess &station)
{
    station.line().arm({.phase = LineFault::Phase::Now});
}

void diesAt(Run &run, StationProcess &station, const QString &order)
{
    station.send(order);
    if (!station.hasDied())
        run.problem(u"%1 was to die of '%2' and lives"_s.arg(station.code(), order));
}

void workUntilDead(Run &run, const QString &point)
{
    if (run.below(2) == 0)
        silence(run.counter());
    run.counter().ask(u"kill "_s + point);
    diesAt(run, run.counter(), u"work 200 %1"_s.arg(run.roll()));
}

void beforePaper(Run &run)
{
    workUntilDead(run, u"paper"_s);
}

void afterCommit(Run &run)
{
    workUntilDead(run, u"commit"_s);
}

/// The push has arrived and waits for the town's row; the centre takes it after the death.
void afterSend(Run &run)
{
    const auto holder = run.town().root();
    holder->run("begin");
    holder->run("select pos from app.town for update");
    run.work(run.counter(), 5);
    if (!run.centreSays(
            "select count(*) > 0 from pg_stat_activity where datname = current_database()"
            " and wait_event_type = 'Lock' and query like 'call api.push%'"))
        run.problem(u"no push has arrived"_s);
    run.counter().kill();
    holder->run("commit");
}

/// The centre has committed, its answer is on the line. A call that was under way when the line
/// fell silent spoils it: then once more.
void afterServerCommit(Run &run)
{
    for (int tries = 0; tries < 5; ++tries) {
        const qint64 before = run.head();
        run.counter().line().arm({.phase = LineFault::Phase::Now, .stopsUp = false});
        run.work(run.counter(), 4);
        if (run.centreSays("select pos > " + QByteArray::number(before) + " from app.town", 2000)) {
            run.counter().kill();
            return;
        }
        run.counter().line().mend(true);
        if (!run.settleAll())
            return;
    }
    run.problem(u"nothing was committed"_s);
}

void beforeAckStored(Run &run)
{
    run.counter().ask(u"kill answer"_s);
    diesAt(run, run.counter(), u"work 200 %1"_s.arg(run.roll()));
}

void midApply(Run &run)
{
    run.upstairs().ask(u"kill apply %1"_s.arg(1 + run.below(40)));
    run.work(run.counter(), 6);
    run.expect(run.counter().ask(u"settle 0"_s), u"A01"_s);
    diesAt(run, run.upstairs(), u"settle %1"_s.arg(run.head()));
}

/// A new PC, while its first cases come.
void midFilling(Run &run)
{
    StationProcess &third = run.add(u"A03"_s, u"clerk2"_s);
    if (!run.expect(third.start(), u"A03"_s))
        return;
    third.ask(u"kill apply %1"_s.arg(1 + run.below(40)));
    diesAt(run, third, u"settle %1"_s.arg(run.head()));
}

void midPieceUp(Run &run)
{
    const QString stream = run.newCase();
    run.counter().ask(u"kill up"_s);
    run.counter().send(u"page %1 %2"_s.arg(stream).arg(600'000 + run.below(400'000)));
    if (!run.counter().hasDied())
        run.problem(u"no piece went up"_s);
}

void midPieceDown(Run &run)
{
    const QString sha = run.newPage(run.newCase(), 600'000 + run.below(400'000));
    if (!run.settleAll())
        return;
    run.upstairs().ask(u"kill down"_s);
    diesAt(run, run.upstairs(), u"want "_s + sha);
    run.expect(run.upstairs().start(), u"A02"_s);
    run.expect(run.upstairs().ask(u"signin"_s), u"A02 signs in"_s);
    run.expect(run.upstairs().ask(u"want "_s + sha), u"the page comes after all"_s);
}

/// The first opening makes the store step by step; each start goes on where the kill was.
void midMigration(Run &run)
{
    StationProcess &third = run.add(u"A03"_s, u"clerk2"_s);
    int deaths = 0;
    for (int at = 1 + run.below(30);; at += 10 + run.below(60)) {
        third.extra = {u"--die-at-opening"_s, QString::number(at)};
        const QString answer = third.start();
        if (answer != "dead"_L1) {
            run.expect(answer, u"the store opens after %1 deaths"_s.arg(deaths));
            break;
        }
        ++deaths;
    }
    if (deaths == 0)
        run.problem(u"no opening was killed"_s);
}

} // namespace

QList<Scenario> killScenarios()
{
    return {{.name = "kill_before_paper", .trouble = beforePaper},
            {.name = "kill_after_commit", .trouble = afterCommit},
            {.name = "kill_after_send", .trouble = afterSend},
            {.name = "kill_after_server_commit", .trouble = afterServerCommit},
            {.name = "kill_before_ack_stored", .trouble = beforeAckStored},
            {.name = "kill_mid_apply", .trouble = midApply},
            {.name = "kill_mid_filling", .trouble = midFilling},
            {.name = "kill_mid_piece_up", .trouble = midPieceUp},
            {.name = "kill_mid_piece_down", .trouble = midPieceDown},
            {.name = "kill_mid_migration", .trouble = midMigration}};
}

} // namespace hall::test
