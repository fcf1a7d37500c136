// What happens to the centre's server.
#include "scenarios.h"

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

void workBoth(Run &run)
{
    run.work(run.counter(), 4);
    run.work(run.upstairs(), 2);
}

/// In the middle of everybody's work; and once more.
void crash(Run &run)
{
    for (int times = 1 + run.below(2); times > 0; --times) {
        run.counter().send(u"work 12 %1"_s.arg(run.roll()));
        run.upstairs().send(u"work 4 %1"_s.arg(run.roll()));
        if (!run.town().crash())
            run.problem(u"the server does not start"_s);
        run.expect(run.counter().answer(), u"A01 works on"_s);
        run.expect(run.upstairs().answer(), u"A02 works on"_s);
    }
}

void readOnly(Run &run)
{
    run.town().setReadOnly(true);
    workBoth(run);
    run.expect(run.counter().ask(u"state 3"_s), u"the link notices"_s);
    run.work(run.counter(), 2);
}

/// Free space of the write-ahead log is used up first, so pages fill it.
void diskFull(Run &run)
{
    const QString stream = run.newCase();
    run.town().setDiskFull(true);
    workBoth(run);
    static_cast<void>(run.newPage(stream, 4'000'000));
    run.expect(run.counter().ask(u"state 3"_s), u"the link notices"_s);
    workBoth(run);
}

void lockHeld(Run &run)
{
    const auto holder = run.town().root();
    holder->run("begin");
    holder->run("select pos from app.town for update");
    workBoth(run);
    run.expect(run.counter().ask(u"state 3"_s), u"the link gives up in time"_s);
    run.work(run.counter(), 2);
    holder->run("rollback");
}

void someSettle(Run &run)
{
    StationProcess &first = run.below(2) == 0 ? run.counter() : run.upstairs();
    run.expect(first.ask(u"settle 0"_s), first.code() + u" meets the restored centre"_s);
}

/// Twice the same backup, as pg_restore makes it; one PC alone meets the first restored centre.
void backupTwice(Run &run)
{
    if (!run.town().keepBackup())
        run.problem(run.town().problem());
    workBoth(run);
    if (!run.settleAll())
        return;
    workBoth(run);
    for (int round = 0; round < 2; ++round) {
        if (!run.town().restoreBackup())
            run.problem(run.town().problem());
        if (round == 0 || run.below(2) == 0)
            someSettle(run);
        workBoth(run);
    }
}

void filesTwice(Run &run)
{
    if (!run.town().keepFiles())
        run.problem(run.town().server().problem());
    workBoth(run);
    if (!run.settleAll())
        return;
    for (int round = 0; round < 2; ++round) {
        if (!run.town().restoreFiles())
            run.problem(run.town().problem() + run.town().server().problem());
        if (round == 0)
            someSettle(run);
        workBoth(run);
    }
}

} // namespace

QList<Scenario> serverScenarios()
{
    return {{.name = "server_crash", .trouble = crash},
            {.name = "server_read_only", .trouble = readOnly},
            {.name = "server_disk_full", .trouble = diskFull},
            {.name = "lock_held", .trouble = lockHeld},
            {.name = "old_backup_twice", .trouble = backupTwice},
            {.name = "old_files_twice", .trouble = filesTwice}};
}

} // namespace hall::test
