#include "store/drafts.h"
#include "store/safetyfile.h"
#include "storefixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItWasGiven();
    void losesOnlyTheDamagedRecord();
    void cutsOffAHalfWrittenEnd();
    void putsAForeignFileAside();
    void writesAtStartWhatIsMissing();
    void takesOverWhatAnOlderDatabaseLacks();
    void refusesTheNextWriteWhileItCannotBeMadeWhole();
    void findsTheEndOfABigFileWithoutReadingIt();
    void writesABigFileAnewWhenAnOldRecordIsDamaged();
    void keepsDrafts();

private:
    static QList<PlacedEvent> someEvents(int count);
};

QList<PlacedEvent> TestSafety::someEvents(int count)
{
    SeededIds ids(11);
    QList<PlacedEvent> events;
    const StreamId stream = ids.make<StreamId>();
    for (int i = 1; i <= count; ++i)
        events.append({sealed({.id = ids.make<EventId>(),
                               .kind = StreamKind::Post,
                               .stream = stream,
                               .type = u"note"_s},
                              {{u"text"_s, u"事"_s.repeated(i * 7)}}),
                       i, i});
    return events;
}

void TestSafety::keepsWhatItWasGiven()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.log"_s);
    const QList<PlacedEvent> events = someEvents(300);
    {
        SafetyFile file(path, u"id"_s, nullptr);
        VERIFY_OK(file.open());
        VERIFY_OK(file.append(events.first(200), {}));
    }
    SafetyFile file(path, u"id"_s, nullptr);
    const auto opened = file.open();
    VERIFY_OK(opened);
    QCOMPARE(opened.value().newestPos, 200);
    const OwnRow row{
        u"setting"_s, {{u"key"_s, u"t:a"_s}}, {{u"key"_s, u"t:a"_s}, {u"value"_s, u"t:b"_s}}};
    VERIFY_OK(file.append(events.mid(200), {row}));
    const auto reading = SafetyFile::read(path);
    QCOMPARE(reading.value().events.size(), 300);
    QCOMPARE(reading.value().damaged, 0);
    QCOMPARE(reading.value().rows.size(), 1);
    QCOMPARE(reading.value().rows.first().row, row.row);
    for (qsizetype i = 0; i < 300; ++i) {
        QCOMPARE(reading.value().events.at(i).event.hash, events.at(i).event.hash);
        QCOMPARE(reading.value().events.at(i).seq, i + 1);
    }
}

void TestSafety::losesOnlyTheDamagedRecord()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.log"_s);
    SafetyFile file(path, u"id"_s, nullptr);
    VERIFY_OK(file.open());
    VERIFY_OK(file.append(someEvents(50), {}));
    const qint64 end = SafetyFile::read(path).value().end;
    QFile raw(path);
    QVERIFY(raw.open(QIODevice::ReadWrite));
    QRandomGenerator random(5);
    for (int i = 0; i < 200; ++i) {
        const qint64 at = random.bounded(64, int(end));
        raw.seek(at);
        const QByteArray old = raw.read(1);
        raw.seek(at);
        raw.write(QByteArray(1, char(old.at(0) ^ 0x5a)));
        raw.flush();
        const auto reading = SafetyFile::read(path);
        QCOMPARE(reading.value().events.size(), 49);
        QVERIFY(reading.value().damaged > 0);
        raw.seek(at);
        raw.write(old);
        raw.flush();
    }
    QCOMPARE(SafetyFile::read(path).value().events.size(), 50);
}

void TestSafety::cutsOffAHalfWrittenEnd()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.log"_s);
    const QList<PlacedEvent> events = someEvents(20);
    qint64 end = 0;
    {
        SafetyFile file(path, u"id"_s, nullptr);
        VERIFY_OK(file.open());
        VERIFY_OK(file.append(events, {}));
        end = SafetyFile::read(path).value().end;
    }
    for (qint64 cut = end - 60; cut < end; cut += 7) {
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QVERIFY(raw.resize(cut));
        QVERIFY(raw.resize(1024 * 1024));
        raw.close();
        QCOMPARE(SafetyFile::read(path).value().events.size(), 19);
        SafetyFile file(path, u"id"_s, nullptr);
        const auto opened = file.open();
        VERIFY_OK(opened);
        QCOMPARE(opened.value().newestPos, 19);
        VERIFY_OK(file.append({events.last()}, {}));
        QCOMPARE(SafetyFile::read(path).value().events.size(), 20);
        QCOMPARE(SafetyFile::read(path).value().damaged, 0);
    }
}

void TestSafety::putsAForeignFileAside()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.log"_s);
    {
        SafetyFile file(path, u"11111111-1111-4111-8111-111111111111"_s, nullptr);
        VERIFY_OK(file.open());
        VERIFY_OK(file.append(someEvents(3), {}));
    }
    SafetyFile other(path, u"22222222-2222-4222-8222-222222222222"_s, nullptr);
    const auto opened = other.open();
    VERIFY_OK(opened);
    QVERIFY(opened.value().newest.isNull());
    QCOMPARE(opened.value().newestPos, 0);
    const QStringList aside = QDir(dir.path()).entryList({u"s.log.aside-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(SafetyFile::read(dir.filePath(aside.first())).value().events.size(), 3);
}

void TestSafety::writesAtStartWhatIsMissing()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(fixture.registerCase(u"王一"_s));
    const QString path = fixture.path(u"safety.log"_s);
    const qsizetype all = fixture.allEvents().size();
    fixture.close();
    QVERIFY(QFile::copy(path, path + u".older"_s));
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.registerCase(u"王二"_s));
    const qsizetype more = fixture.allEvents().size();
    QVERIFY(more > all);
    fixture.close();
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + u".older"_s, path));
    QCOMPARE(SafetyFile::read(path).value().events.size(), all);
    VERIFY_OK(fixture.open());
    QCOMPARE(SafetyFile::read(path).value().events.size(), more);
    fixture.close();
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir(fixture.options.folder).exists(u"hall.sqlite"_s));
    VERIFY_OK(fixture.open());
    QCOMPARE(SafetyFile::read(path).value().events.size(), more);
}

void TestSafety::takesOverWhatAnOlderDatabaseLacks()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const QString database = fixture.path(u"hall.sqlite"_s);
    fixture.close();
    QVERIFY(QFile::copy(database, database + u".older"_s));
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.registerCase(u"王三"_s));
    const QStringList events = fixture.allEvents();
    fixture.close();
    QVERIFY(QFile::remove(database));
    QFile::remove(database + u"-wal"_s);
    QVERIFY(QFile::rename(database + u".older"_s, database));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), events);
    const auto second = fixture.registerCase(u"王四"_s);
    VERIFY_OK(second);
    const auto file = await(
        fixture.store().read([id = second.value()](ReadTx &tx) { return tx.caseFile(id); }));
    QVERIFY2(file.value().number.contains("-0002-"_L1), qPrintable(file.value().number));
}

void TestSafety::refusesTheNextWriteWhileItCannotBeMadeWhole()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    QSignalSpy troubled(&fixture.store(), &Store::troubled);
    // The last accesses of a write are those of the safety file.
    fixture.faults.accesses = 0;
    VERIFY_OK(fixture.registerCase(u"钱一"_s));
    const int perWrite = fixture.faults.accesses;
    fixture.faults.accesses = 0;
    fixture.faults.failAt = perWrite;
    VERIFY_OK(fixture.registerCase(u"钱二"_s));
    QTRY_COMPARE(troubled.size(), 1);
    QCOMPARE(troubled.first().first().value<Error>().kind, ErrorKind::SafetyFile);
    const qsizetype events = fixture.allEvents().size();
    fixture.faults.accesses = 0;
    fixture.faults.failAt = 1; // the repair
    const auto refused = fixture.registerCase(u"钱三"_s);
    QCOMPARE(refused.error().kind, ErrorKind::SafetyFile);
    QCOMPARE(fixture.allEvents().size(), events);
    fixture.faults.failAt = 0;
    VERIFY_OK(fixture.registerCase(u"钱三"_s));
    QCOMPARE(SafetyFile::read(fixture.path(u"safety.log"_s)).value().events.size(),
             fixture.allEvents().size());
}

void TestSafety::findsTheEndOfABigFileWithoutReadingIt()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.log"_s);
    const QList<PlacedEvent> events = someEvents(400);
    qint64 end = 0;
    {
        SafetyFile file(path, u"id"_s, nullptr);
        VERIFY_OK(file.open());
        VERIFY_OK(file.append(events, {}));
        VERIFY_OK(file.append({}, {{u"draft"_s, {{u"id"_s, u"d"_s}}, {}}}));
        end = SafetyFile::read(path).value().end;
    }
    QVERIFY(end > 1024 * 1024);
    const auto openedAfter = [&](qint64 at) {
        QFile raw(path);
        if (at > 0 && raw.open(QIODevice::ReadWrite) && raw.seek(at))
            raw.write("!", 1);
        raw.close();
        const std::atomic<bool> isEnding{false};
        const auto found = SafetyFile(path, u"id"_s, nullptr).open();
        return std::pair(found.value(), SafetyFile::allHaveTheirHash(path, end, isEnding));
    };
    const auto [plain, isPlainWhole] = openedAfter(0);
    QCOMPARE(plain.newest, events.last().event.id);
    QCOMPARE(plain.newestPos, 400);
    QCOMPARE(plain.end, end);
    QCOMPARE(plain.damaged, 0);
    QVERIFY(plain.checkedFrom > 64 && end - plain.checkedFrom >= 256 * 1024);
    QVERIFY(isPlainWhole);
    // In the old part it waits for the second look; in the newest part the start sees it itself.
    const auto [old, isOldWhole] = openedAfter(end / 4);
    QCOMPARE(old.newestPos, 400);
    QCOMPARE(old.end, end);
    QVERIFY(!isOldWhole);
    QCOMPARE(openedAfter(end - 100 * 1024).first.damaged, 2);
}

void TestSafety::writesABigFileAnewWhenAnOldRecordIsDamaged()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const QString path = fixture.path(u"safety.log"_s);
    const qsizetype events = SafetyFile::read(path).value().events.size();
    const QString filler = u"字"_s.repeated(40 * 1024);
    for (int i = 0; i < 12; ++i) {
        const Draft draft{.id = u"d%1"_s.arg(i),
                          .staff = u"clerk1"_s,
                          .kind = u"intake"_s,
                          .data = {{u"name"_s, filler}}};
        VERIFY_OK(await(fixture.store().write([&](WriteTx &tx) { return saveDraft(tx, draft); })));
    }
    fixture.close();
    QFile raw(path);
    QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek(150) && raw.write("!", 1) == 1);
    raw.close();
    QVERIFY(SafetyFile::read(path).value().damaged > 0);
    VERIFY_OK(fixture.open());
    QTRY_COMPARE(SafetyFile::read(path).value().damaged, 0);
    QTRY_COMPARE(SafetyFile::read(path).value().events.size(), events);
    QCOMPARE(SafetyFile::read(path).value().rows.size(), 14); // with the place's code and serial
}

void TestSafety::keepsDrafts()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const Draft draft{
        .id = u"d1"_s, .staff = u"clerk1"_s, .kind = u"intake"_s, .data = {{u"name"_s, u"王"_s}}};
    VERIFY_OK(await(fixture.store().write([&](WriteTx &tx) { return saveDraft(tx, draft); })));
    VERIFY_OK(fixture.open());
    const auto kept = await(
        fixture.store().read([](ReadTx &tx) { return draftsOf(tx, u"clerk1"_s, u"intake"_s); }));
    VERIFY_OK(kept);
    QCOMPARE(kept.value().size(), 1);
    QCOMPARE(kept.value().first().data, draft.data);
    QCOMPARE(kept.value().first().station, u"A01"_s);
    VERIFY_OK(await(fixture.store().write([](WriteTx &tx) { return removeDraft(tx, u"d1"_s); })));
    VERIFY_OK(await(fixture.store().write([](WriteTx &tx) { return removeDraft(tx, u"d1"_s); })));
    const auto gone
        = await(fixture.store().read([](ReadTx &tx) { return loadDraft(tx, u"d1"_s); }));
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
    // The place's code, then the draft and that it went, twice.
    QCOMPARE(SafetyFile::read(fixture.path(u"safety.log"_s)).value().rows.size(), 4);
}

QTEST_GUILESS_MAIN(TestSafety)
#include "tst_safety.moc"
