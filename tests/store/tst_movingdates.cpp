#include "store/caserows.h"
#include "store/movingdates.h"
#include "store/referencerows.h"
#include "storefixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Due dates after a change of the calendar: the day counts at once, the rows follow in slices,
/// and whatever happens between them the next start goes on.
class TestMovingDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallHallMovesAtOnce();
    void manyCasesFollowInSlices();
    void aSecondChangeBeginsAnew();
    void aSliceThatFailsIsMadeUpFor();
    void aKilledProgramGoesOnAtItsNextStart();
};

namespace {

constexpr int manyCases = 3 * datesSlice + 50;
const QDate typhoonDay(2026, 11, 25);

/// Registers cases in one transaction.
Result<Done> registerMany(StoreFixture &fixture, int count)
{
    return await(fixture.store().write([&fixture, count](WriteTx &tx) -> Result<Done> {
        const Context context{tx.reference(), fixture.clerk(), tx.clock().now(), fixture.ids,
                              tx.numbers()};
        for (int i = 0; i < count; ++i) {
            const Result<QList<Event>> events
                = openCase(fixture.registration(u"王建国"_s, u"W2"_s), context);
            if (!events.ok())
                return events.error();
            const Result<Done> done = tx.append(events.value());
            if (!done.ok())
                return done;
        }
        return Done{};
    }));
}

Result<Done> closeOn(StoreFixture &fixture, const QDate &date)
{
    const LocalDay day{.date = date, .isOff = true, .reason = u"台风"_s, .author = u"admin"_s};
    static const StreamId hall(QUuid(u"0c1d2e3f-0000-4000-8000-00000000ca1e"_s));
    const QString code = date.toString(Qt::ISODate);
    const Event ready = sealed({.id = fixture.ids.make<EventId>(),
                                .kind = StreamKind::Hall,
                                .stream = hall,
                                .type = QString(publishedType)},
                               publicationBody(u"localday"_s, code, day.json()));
    return await(fixture.store().write([ready](WriteTx &tx) { return tx.append({ready}); }));
}

Result<std::optional<MovingDates>> leftIn(StoreFixture &fixture)
{
    return await(fixture.store().read([](ReadTx &tx) { return movingDates(tx.connection()); }));
}

/// How many cases show that day as the end of their five days.
int dueOn(StoreFixture &fixture, const QDate &day)
{
    const auto rows = await(fixture.store().read(
        [](ReadTx &tx) { return casesIn(tx, CaseList::ReceivedHere, {}, 100'000); }));
    return rows.ok() ? int(std::ranges::count(rows.value(), day, &CaseRow::receiptDue)) : -1;
}

/// Each write waits for the slice before it: counts the slices, never the time.
int slicesUntilDone(StoreFixture &fixture)
{
    for (int slices = 0; slices < 100; ++slices) {
        const auto left = leftIn(fixture);
        if (!left.ok())
            return -1;
        if (!left.value())
            return slices;
        if (!await(fixture.store().write([](WriteTx &) -> Result<Done> { return Done{}; })).ok())
            return -2;
    }
    return -3;
}

bool isAsReplayed(StoreFixture &fixture)
{
    const auto report = await(fixture.store().replay());
    if (!report.ok() || !report.value().isEqual())
        qWarning("%s", qPrintable(report.ok() ? report.value().first.join(u", "_s) : u"?"_s));
    return report.ok() && report.value().isEqual();
}

/// Publishes the day off and is killed at the access `at` after it.
int dieAt(const QString &folder, int at)
{
    StoreFixture fixture(folder, 4711);
    if (!fixture.open().ok())
        return 3;
    fixture.faults.onStrike = [] { ::kill(::getpid(), SIGKILL); };
    fixture.faults.accesses = 0;
    fixture.faults.failAt = at;
    if (!closeOn(fixture, typhoonDay).ok())
        return 4;
    return slicesUntilDone(fixture) >= 0 ? 0 : 5;
}

} // namespace

void TestMovingDates::aSmallHallMovesAtOnce()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(registerMany(fixture, 5));
    const QDate due(2026, 11, 30); // five working days from Monday 23 November
    QCOMPARE(dueOn(fixture, due), 5);
    VERIFY_OK(closeOn(fixture, typhoonDay));
    QVERIFY(!leftIn(fixture).value());
    QCOMPARE(dueOn(fixture, due.addDays(1)), 5);
    QVERIFY(isAsReplayed(fixture));
}

void TestMovingDates::manyCasesFollowInSlices()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(registerMany(fixture, manyCases));
    VERIFY_OK(closeOn(fixture, typhoonDay));
    QVERIFY(!fixture.store().reference()->calendar.isWorkingDay(typhoonDay));
    const auto left = leftIn(fixture);
    VERIFY_OK(left);
    QVERIFY(left.value());
    QCOMPARE(left.value()->all, manyCases);
    QVERIFY(left.value()->done < manyCases);
    QVERIFY(isAsReplayed(fixture)); // a change that is being worked off is no difference
    QVERIFY(slicesUntilDone(fixture) >= 0);
    QCOMPARE(dueOn(fixture, QDate(2026, 12, 1)), manyCases);
    QVERIFY(isAsReplayed(fixture));
}

void TestMovingDates::aSecondChangeBeginsAnew()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(registerMany(fixture, manyCases));
    VERIFY_OK(closeOn(fixture, QDate(2026, 11, 27)));
    VERIFY_OK(closeOn(fixture, typhoonDay));
    QVERIFY(slicesUntilDone(fixture) >= 0);
    QCOMPARE(dueOn(fixture, QDate(2026, 12, 2)), manyCases);
    QVERIFY(isAsReplayed(fixture));
}

void TestMovingDates::aSliceThatFailsIsMadeUpFor()
{
    QTemporaryDir dir;
    {
        StoreFixture fixture(dir.path());
        VERIFY_OK(fixture.open());
        VERIFY_OK(fixture.publishSmallHall());
        VERIFY_OK(registerMany(fixture, manyCases));
        fixture.faults.accesses = 0;
        fixture.faults.failAt = 400; // inside the first slices
        VERIFY_OK(closeOn(fixture, typhoonDay));
    }
    StoreFixture again(dir.path());
    VERIFY_OK(again.open());
    QVERIFY(slicesUntilDone(again) >= 0);
    QCOMPARE(dueOn(again, QDate(2026, 12, 1)), manyCases);
    QVERIFY(isAsReplayed(again));
}

void TestMovingDates::aKilledProgramGoesOnAtItsNextStart()
{
    QTemporaryDir full;
    {
        StoreFixture fixture(full.path());
        VERIFY_OK(fixture.open());
        VERIFY_OK(fixture.publishSmallHall());
        VERIFY_OK(registerMany(fixture, manyCases));
    }
    for (const int at : {5, 40, 300, 700, 1500}) {
        QTemporaryDir dir;
        QVERIFY(QFile::copy(full.filePath(u"hall.sqlite"_s), dir.filePath(u"hall.sqlite"_s)));
        QVERIFY(QFile::copy(full.filePath(u"safety.log"_s), dir.filePath(u"safety.log"_s)));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"die"_s, dir.path(), QString::number(at)});
        QVERIFY(child.waitForFinished(120000));
        QVERIFY(child.exitStatus() == QProcess::CrashExit || child.exitCode() == 0);
        StoreFixture fixture(dir.path());
        VERIFY_OK(fixture.open());
        QVERIFY(slicesUntilDone(fixture) >= 0);
        const bool isPublished = !fixture.store().reference()->calendar.isWorkingDay(typhoonDay);
        const QDate due = isPublished ? QDate(2026, 12, 1) : QDate(2026, 11, 30);
        QCOMPARE(dueOn(fixture, due), manyCases);
        QVERIFY(isAsReplayed(fixture));
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "die"_L1)
        return dieAt(arguments.value(2), arguments.value(3).toInt());
    TestMovingDates test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_movingdates.moc"
