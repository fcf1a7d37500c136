// What happens to the line between a station and the centre.
#include "scenarios.h"

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

/// By the seed: both ways, one of them, or an end of connection.
LineFault anyFault(Run &run, LineFault::Phase phase)
{
    const int kind = run.below(4);
    return {.phase = phase,
            .kind = kind == 3 ? LineFault::Kind::Cut : LineFault::Kind::Silence,
            .stopsUp = kind != 1,
            .stopsDown = kind != 2};
}

/// People go on on both sides of the cut.
void workApart(Run &run, LineFault::Phase phase)
{
    StationProcess &cut = run.below(2) == 0 ? run.counter() : run.upstairs();
    if (phase == LineFault::Phase::Connect)
        cut.line().mend(true);
    cut.line().arm(anyFault(run, phase));
    run.work(cut, 4);
    cut.ask(u"hint"_s);
    run.work(run.counter(), 3);
    run.work(run.upstairs(), 2);
    run.expect(cut.ask(u"state 3"_s), u"the link notices"_s);
    if (phase == LineFault::Phase::Connect)
        cut.ask(u"settle 0 2"_s); // tries, and meets the fault
    if (!cut.line().hasStruck())
        run.problem(u"the fault of the line did not strike"_s);
    run.work(cut, 3);
}

void whileConnecting(Run &run)
{
    workApart(run, LineFault::Phase::Connect);
}
void whileAsking(Run &run)
{
    workApart(run, LineFault::Phase::Request);
}
void whileAnswering(Run &run)
{
    workApart(run, LineFault::Phase::Answer);
}
void betweenCalls(Run &run)
{
    workApart(run, LineFault::Phase::Now);
}

void inManner(Run &run, const LineManner &manner)
{
    for (StationProcess *station : {&run.counter(), &run.upstairs()}) {
        station->line().mend(true); // a new connection feels it from its first byte
        station->line().set(manner);
        run.work(*station, 4);
    }
    static_cast<void>(run.newPage(run.newCase(), 300'000));
    static_cast<void>(run.settleAll()); // as long as it takes, but it goes
}

void slowLine(Run &run)
{
    inManner(run, {.delayMs = 15 + run.below(25)});
}
void byteByByte(Run &run)
{
    inManner(run, {.dribbles = true});
}
void reordered(Run &run)
{
    inManner(run, {.swaps = true});
}

/// Nobody calls: the poll alone brings what is new.
void noNotify(Run &run)
{
    run.work(run.counter(), 4);
    run.expect(run.counter().ask(u"sent"_s), u"A01 sends"_s);
    run.expect(run.upstairs().ask(u"await %1"_s.arg(run.head())), u"the poll finds it"_s);
}

void flippedBit(Run &run)
{
    const QString stream = run.newCase();
    run.counter().ask(u"flip up"_s);
    const QString sha = run.newPage(stream, 300'000 + run.below(400'000));
    if (!run.settleAll())
        return;
    run.upstairs().ask(u"flip down"_s);
    run.expect(run.upstairs().ask(u"want "_s + sha), u"the page comes whole"_s);
}

} // namespace

QList<Scenario> lineScenarios()
{
    return {{.name = "partition_connect", .trouble = whileConnecting},
            {.name = "partition_request", .trouble = whileAsking},
            {.name = "partition_answer", .trouble = whileAnswering},
            {.name = "partition_idle", .trouble = betweenCalls},
            {.name = "slow_line", .trouble = slowLine},
            {.name = "byte_by_byte", .trouble = byteByByte},
            {.name = "reordered_connections", .trouble = reordered},
            {.name = "notify_lost", .trouble = noNotify},
            {.name = "scan_bit_flipped", .trouble = flippedBit}};
}

} // namespace hall::test
