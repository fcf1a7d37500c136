#include "store/integrity.h"
#include "store/safetyfile.h"
#include "storefixture.h"

#include <QTest>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Fails the i-th access to the store, for every i, and demands that nothing is half-done.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceIsWhollyThereOrNot();
    void openingRecoversFromEveryFault();
    void backupFailsCleanly();

private:
    static Result<Done> acceptWhole(StoreFixture &fixture, const Registration &opening);
    static QStringList safetyEvents(const StoreFixture &fixture);
};

/// Registered and accepted in one transaction, as the counter does it.
Result<Done> TestFaults::acceptWhole(StoreFixture &fixture, const Registration &opening)
{
    return await(fixture.store().write([&fixture, opening](WriteTx &tx) -> Result<Done> {
        const Context context{tx.reference(), fixture.clerk(), tx.clock().now(), fixture.ids,
                              tx.numbers()};
        const Result<QList<Event>> opened = openCase(opening, context);
        if (!opened.ok())
            return opened.error();
        const Result<Done> registered = tx.append(opened.value());
        if (!registered.ok())
            return registered;
        const Result<CaseFile> file = tx.caseFile(opening.stream);
        if (!file.ok())
            return file.error();
        const Result<QList<Event>> accepted
            = decide(file.value(), Act{.action = u"accept"_s}, context);
        if (!accepted.ok())
            return accepted.error();
        return tx.append(accepted.value());
    }));
}

QStringList TestFaults::safetyEvents(const StoreFixture &fixture)
{
    const auto reading = SafetyFile::read(fixture.path(u"safety.log"_s));
    QStringList ids;
    if (reading.ok()) {
        for (const PlacedEvent &placed : reading.value().events)
            ids.append(placed.event.id.text());
    }
    ids.sort();
    ids.removeDuplicates();
    return ids;
}

void TestFaults::acceptanceIsWhollyThereOrNot()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const qsizetype published = fixture.allEvents().size();
    QVERIFY(published > 0);

    int strikes = 0;
    int refused = 0;
    qsizetype perCase = 0;
    for (int i = 1;; ++i) {
        const Registration opening = fixture.registration(u"李娜"_s);
        const qsizetype before = fixture.allEvents().size();
        fixture.faults.accesses = 0;
        fixture.faults.failAt = i;
        const Result<Done> result = acceptWhole(fixture, opening);
        const bool hasStruck = fixture.faults.accesses >= i;
        fixture.faults.failAt = 0;
        const qsizetype after = fixture.allEvents().size();
        if (result.ok()) {
            if (perCase == 0)
                perCase = after - before;
            QCOMPARE(after - before, perCase);
        } else {
            ++refused;
            QCOMPARE(after, before);
            VERIFY_OK(acceptWhole(fixture, opening));
        }
        if (!hasStruck)
            break;
        ++strikes;
        QVERIFY2(i < 2000, "the transaction does not end");
    }
    QVERIFY2(strikes > 20, qPrintable(QString::number(strikes)));
    QVERIFY(refused > 15);
    // One more write makes good what a failed safety write left open.
    VERIFY_OK(acceptWhole(fixture, fixture.registration(u"赵六"_s)));
    VERIFY_OK(
        await(fixture.store().read([](ReadTx &tx) { return checkJournal(tx.connection()); })));
    const auto replayed = await(fixture.store().replay());
    VERIFY_OK(replayed);
    QVERIFY2(replayed.value().isEqual(), qPrintable(replayed.value().first.join(u'\n')));
    QCOMPARE(safetyEvents(fixture), [&] {
        QStringList all = fixture.allEvents();
        all.sort();
        return all;
    }());
    // Serials were not skipped by what was refused.
    const auto numbers = await(fixture.store().read([](ReadTx &tx) -> Result<qint64> {
        Query query(tx.connection(), u"select next from intake_serial"_s);
        const Result<bool> row = query.next();
        return row.ok() ? Result<qint64>(query.number("next"_L1)) : Result<qint64>(row.error());
    }));
    QCOMPARE(numbers.value() - 1, (fixture.allEvents().size() - published) / perCase);
}

void TestFaults::openingRecoversFromEveryFault()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(fixture.registerCase(u"孙七"_s));
    const QStringList events = fixture.allEvents();
    int strikes = 0;
    for (int i = 1;; ++i) {
        fixture.close();
        fixture.faults.accesses = 0;
        fixture.faults.failAt = i;
        const Result<Done> opened = fixture.open();
        const bool hasStruck = fixture.faults.accesses >= i;
        fixture.faults.failAt = 0;
        if (!hasStruck)
            break;
        ++strikes;
        if (!opened.ok())
            VERIFY_OK(fixture.open());
        QCOMPARE(fixture.allEvents(), events);
    }
    QVERIFY(strikes > 10);
}

void TestFaults::backupFailsCleanly()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    int failures = 0;
    for (int i = 1;; ++i) {
        fixture.clock.advance(60);
        fixture.faults.accesses = 0;
        fixture.faults.failAt = i;
        const auto report = await(fixture.store().backup());
        const bool hasStruck = fixture.faults.accesses >= i;
        fixture.faults.failAt = 0;
        if (!hasStruck)
            break;
        failures += report.ok() ? 0 : 1;
        VERIFY_OK(fixture.registerCase(u"周八"_s));
    }
    QVERIFY(failures > 5);
    const QStringList events = fixture.allEvents();
    for (const BackupInfo &backup : fixture.store().backups())
        VERIFY_OK(verifyBackup(backup.file));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), events);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
