// Clocks, rights, programs of different age; and defects on purpose.
#include "scenarios.h"

#include <QDateTime>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

/// A whole day wrong, from before the contact or in the middle of a silence.
void wrongDay(Run &run)
{
    StationProcess &wrong = run.counter();
    const qint64 by = run.below(2) == 0 ? day : -day;
    if (run.below(2) == 0)
        wrong.line().arm({.phase = LineFault::Phase::Now});
    wrong.ask(u"clock %1"_s.arg(by));
    run.work(wrong, 4);
    run.work(run.upstairs(), 2);
    run.work(wrong, 2);
}

void secondsBack(Run &run)
{
    for (int step = 1; step <= 6; ++step) {
        run.counter().ask(u"clock %1"_s.arg(-1000 * step));
        run.work(run.counter(), 2);
    }
    run.work(run.upstairs(), 2);
}

/// The zone of the machine changes to summer time while people work; the hall's days know no zone.
void summerTime(Run &run)
{
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(1);
    run.counter().quit();
    run.counter().environment.insert(u"TZ"_s,
                                     u"AAA0BBB,J%1/%2,J%3/0"_s.arg(soon.date().dayOfYear())
                                         .arg(soon.time().toString(u"H:mm:ss"_s))
                                         .arg(soon.date().dayOfYear() > 300 ? 20 : 340));
    run.expect(run.counter().start(), u"A01"_s);
    run.expect(run.counter().ask(u"signin"_s), u"A01 signs in"_s);
    run.work(run.counter(), 5);
    if (!run.centreSays("select now() > '" + soon.addSecs(1).toString(Qt::ISODate).toLatin1()
                        + "'::timestamptz"))
        run.problem(u"the hour never came"_s);
    run.work(run.counter(), 5);
}

/// A clerk moves to another department while the window is cut off: the acts come before a person,
/// the cases leave the PC.
void rightsInFlight(Run &run)
{
    run.mayRetire = true;
    if (run.below(2) == 0)
        run.expect(run.counter().ask(u"backup"_s), u"backup"_s);
    const bool isCutOff = run.below(2) == 0;
    if (isCutOff)
        run.counter().line().arm({.phase = LineFault::Phase::Now});
    run.work(run.counter(), 4);
    if (!run.town().publishPosts(u"clerk1"_s, {u"AJ/clerk"_s}))
        run.problem(run.town().problem());
    run.work(run.counter(), 2);
    run.work(run.upstairs(), 2);
}

/// A program older than the centre allows: its work goes up, nothing comes down, the others do not
/// feel it; then it is updated.
void oldProgram(Run &run)
{
    StationProcess &old = run.counter();
    old.quit();
    old.program = u"onehall 0.9"_s;
    run.expect(old.start(), u"A01"_s);
    old.ask(u"proto 0"_s);
    old.line().mend(true);
    run.expect(old.ask(u"signin"_s), u"an old program signs in"_s);
    run.expect(old.ask(u"state 5"_s), u"too old"_s);
    run.work(old, 4);
    run.work(run.upstairs(), 3);
    run.expect(old.ask(u"sent"_s), u"work goes up all the same"_s);
    old.quit();
    old.program = u"onehall 1.1"_s;
}

/// A centre that does not know an event yet: it waits, the stream behind it too, until the centre
/// is upgraded.
void oldCentre(Run &run)
{
    run.town().run("create table public.known as select * from app.event_type where type = 'note'");
    run.town().run("delete from app.event_type where type = 'note'");
    const QString stream = run.newCase();
    run.expect(run.counter().ask(u"note "_s + stream), u"note"_s);
    run.work(run.counter(), 2);
    if (!run.centreSays("select count(*) > 0 from app.refused where code = 5"))
        run.problem(u"no event was answered 'newer'"_s);
    run.work(run.upstairs(), 2);
    run.town().run("insert into app.event_type select * from public.known");
    // What waits is offered again with the next start, as after the program's own update.
    run.counter().kill();
}

void lostOffer(Run &run)
{
    run.counter().line().arm({.phase = LineFault::Phase::Now});
    run.work(run.counter(), 6);
    run.counter().ask(u"break offer"_s);
}

void lostEntry(Run &run)
{
    run.upstairs().ask(u"break entry"_s);
    run.work(run.counter(), 6);
}

void spoiledPage(Run &run)
{
    static_cast<void>(run.newPage(run.newCase(), 100'000));
    if (run.settleAll())
        run.expect(run.counter().ask(u"break page"_s), u"break"_s);
}

} // namespace

QList<Scenario> peopleScenarios()
{
    return {{.name = "clock_a_day_wrong", .trouble = wrongDay},
            {.name = "clock_seconds_back", .trouble = secondsBack},
            {.name = "summer_time", .trouble = summerTime},
            {.name = "rights_in_flight", .trouble = rightsInFlight},
            {.name = "old_program", .trouble = oldProgram},
            {.name = "old_centre", .trouble = oldCentre}};
}

QList<Scenario> brokenScenarios()
{
    return {{.name = "broken_lost_offer", .trouble = lostOffer, .mustFind = "lost"},
            {.name = "broken_lost_entry", .trouble = lostEntry, .mustFind = "order"},
            {.name = "broken_page", .trouble = spoiledPage, .mustFind = "page"}};
}

} // namespace hall::test
