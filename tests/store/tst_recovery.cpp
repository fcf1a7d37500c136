#include "store/drafts.h"
#include "store/pagestore.h"
#include "store/recovery.h"
#include "storefixture.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesNothingWhereverTheFileIsDamaged_data();
    void losesNothingWhereverTheFileIsDamaged();
    void losesNothingOfADamagedFileAndSafetyTail();
    void noticesAMissingOrEmptyDatabase();
    void recoversWithoutAnyBackup();
    void aRecoveredPlaceKeepsItsCode();
    void restoresAnOlderBackupWithoutTakingAnythingBack();
    void restoresIntoAnEmptyFolder();
    void numbersGoOnBehindARecovery();
    void survivesFaultsOnTheWay();

private:
    void copyBase(StoreFixture &fixture) const;
    static QByteArray indexPage(const StoreFixture &fixture);
    static void copyFolder(const QString &from, const QString &to);

    std::unique_ptr<QTemporaryDir> m_base;
    QStringList m_events;
};

void TestRecovery::copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).absolutePath());
        QFile::copy(file, target);
    }
}

/// A store with a backup in the middle of its life.
void TestRecovery::initTestCase()
{
    m_base = std::make_unique<QTemporaryDir>();
    StoreFixture fixture(m_base->path());
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    for (int i = 0; i < 4; ++i)
        VERIFY_OK(fixture.registerCase(u"王%1"_s.arg(i)));
    VERIFY_OK(await(fixture.store().backup()));
    fixture.clock.advance(3600);
    for (int i = 0; i < 4; ++i) {
        const auto stream = fixture.registerCase(u"李%1"_s.arg(i));
        VERIFY_OK(stream);
        VERIFY_OK(fixture.act(stream.value(), Act{.action = u"accept"_s}));
    }
    const Draft draft{.id = u"d"_s, .staff = u"clerk1"_s, .kind = u"intake"_s};
    VERIFY_OK(await(fixture.store().write([&](WriteTx &tx) { return saveDraft(tx, draft); })));
    m_events = fixture.allEvents();
    QVERIFY(m_events.size() > 20);
}

void TestRecovery::copyBase(StoreFixture &fixture) const
{
    copyFolder(m_base->path(), fixture.options.folder);
    fixture.clock.advance(7200);
}

/// Number of the root page of an index that salvage does not need.
QByteArray TestRecovery::indexPage(const StoreFixture &fixture)
{
    const auto connection
        = Connection::open(fixture.path(u"hall.sqlite"_s), Connection::Sync::ReadOnly);
    if (!connection.ok())
        return {};
    Query query(*connection.value(),
                u"select rootpage from sqlite_master where name = 'outbox_stream'"_s);
    const Result<bool> row = query.next();
    return row.ok() && row.value() ? QByteArray::number(query.number("rootpage"_L1)) : QByteArray();
}

void TestRecovery::losesNothingWhereverTheFileIsDamaged_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<quint32>("seed");
    // More places with HALL_DAMAGE_SEEDS=500, for a night.
    const int asked = qEnvironmentVariableIntValue("HALL_DAMAGE_SEEDS");
    const auto seeds = quint32(asked > 0 ? asked : 25);
    for (quint32 seed = 0; seed < seeds; ++seed) {
        QTest::addRow("noise %u", seed) << u"noise"_s << seed;
        QTest::addRow("page %u", seed) << u"page"_s << seed;
    }
    for (quint32 seed = 0; seed < 12; ++seed)
        QTest::addRow("truncated %u", seed) << u"truncated"_s << seed;
}

void TestRecovery::losesNothingWhereverTheFileIsDamaged()
{
    QFETCH(QString, way);
    QFETCH(quint32, seed);
    StoreFixture fixture(QString(), 99); // other ids than those of the base
    copyBase(fixture);
    QRandomGenerator random(seed);
    QFile file(fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto size = int(file.size());
    if (way == "truncated"_L1) {
        QVERIFY(file.resize(random.bounded(size)));
    } else {
        const bool isPage = way == "page"_L1;
        // The first rows also hit the header and the schema.
        const int at = isPage ? random.bounded(size / 4096) * 4096
                              : (seed < 5 ? int(seed) * 20 : random.bounded(size - 64));
        file.seek(at);
        QByteArray noise(isPage ? 4096 : 64, '\0');
        for (char &byte : noise)
            byte = char(random.bounded(256));
        file.write(noise);
    }
    file.close();

    Result<Done> opened = fixture.open();
    if (!opened.ok()) {
        QCOMPARE(opened.error().kind, ErrorKind::StoreDamaged);
        const auto report = recoverStore(fixture.options, fixture.clock);
        VERIFY_OK(report);
        QCOMPARE(report.value().eventsLost, 0);
        QVERIFY(!report.value().backup.isEmpty());
        QVERIFY(QFile::exists(report.value().damagedFile));
        VERIFY_OK(fixture.open());
    }
    QCOMPARE(fixture.allEvents(), m_events);
    const auto draft
        = await(fixture.store().read([](ReadTx &tx) { return loadDraft(tx, u"d"_s); }));
    VERIFY_OK(draft);
    VERIFY_OK(fixture.registerCase(u"后来"_s));
}

void TestRecovery::losesNothingOfADamagedFileAndSafetyTail()
{
    // The safety file lost all but its first records, the database one page of an index: what one
    // lacks the other gives.
    StoreFixture fixture(QString(), 99); // other ids than those of the base
    copyBase(fixture);
    QFile safety(fixture.path(u"safety.log"_s));
    QVERIFY(safety.open(QIODevice::ReadWrite));
    QVERIFY(safety.resize(3000));
    safety.close();
    QFile file(fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray indexRoot = indexPage(fixture);
    QVERIFY(!indexRoot.isEmpty());
    file.seek((indexRoot.toInt() - 1) * 4096);
    file.write(QByteArray(4096, '\x7f'));
    file.close();
    const auto opened = fixture.open();
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, ErrorKind::StoreDamaged);
    const auto report = recoverStore(fixture.options, fixture.clock);
    VERIFY_OK(report);
    QCOMPARE(report.value().eventsLost, 0);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), m_events);
}

void TestRecovery::noticesAMissingOrEmptyDatabase()
{
    for (const bool isEmpty : {false, true}) {
        StoreFixture fixture;
        copyBase(fixture);
        QVERIFY(QFile::remove(fixture.path(u"hall.sqlite"_s)));
        if (isEmpty) {
            QFile file(fixture.path(u"hall.sqlite"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto opened = fixture.open();
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, ErrorKind::StoreDamaged);
        VERIFY_OK(recoverStore(fixture.options, fixture.clock));
        VERIFY_OK(fixture.open());
        QCOMPARE(fixture.allEvents(), m_events);
    }
}

void TestRecovery::recoversWithoutAnyBackup()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(fixture.registerCase(u"第一天"_s));
    const QStringList events = fixture.allEvents();
    fixture.close();
    QFile file(fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(5000));
    file.close();
    QVERIFY(!fixture.open().ok());
    const auto report = recoverStore(fixture.options, fixture.clock);
    VERIFY_OK(report);
    QVERIFY(report.value().backup.isEmpty());
    QCOMPARE(report.value().eventsRestored, events.size());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), events);
    QCOMPARE(fixture.store().station(), u"A01"_s);
    const auto replayed = await(fixture.store().replay());
    VERIFY_OK(replayed);
    QVERIFY(replayed.value().isEqual());
}

/// The centre gave it another one; the folder says no more which.
void TestRecovery::aRecoveredPlaceKeepsItsCode()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(await(fixture.store().renameStation(u"N07"_s)));
    VERIFY_OK(fixture.publishSmallHall());
    fixture.close();
    QFile file(fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.resize(5000));
    fixture.options.station = QString();
    QVERIFY(!fixture.open().ok());
    VERIFY_OK(recoverStore(fixture.options, fixture.clock));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.store().station(), u"N07"_s);
}

void TestRecovery::restoresAnOlderBackupWithoutTakingAnythingBack()
{
    StoreFixture fixture(QString(), 99); // other ids than those of the base
    copyBase(fixture);
    const QList<BackupInfo> backups = listBackups(fixture.options.folder + u"/backups"_s);
    QCOMPARE(backups.size(), 1);
    const auto report = restoreBackup(fixture.options, fixture.clock, backups.first().file);
    VERIFY_OK(report);
    QVERIFY(report.value().eventsInBackup < m_events.size());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), m_events);
}

void TestRecovery::restoresIntoAnEmptyFolder()
{
    const QList<BackupInfo> backups = listBackups(m_base->path() + u"/backups"_s);
    StoreFixture fixture;
    const auto report = restoreBackup(fixture.options, fixture.clock, backups.first().file);
    VERIFY_OK(report);
    QCOMPARE(report.value().eventsRestored, 0);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents().size(), report.value().eventsInBackup);
    QFile noise(fixture.path(u"noise.sqlite"_s));
    QVERIFY(noise.open(QIODevice::WriteOnly));
    noise.write("no backup");
    noise.close();
    fixture.close();
    const auto refused = restoreBackup(fixture.options, fixture.clock, noise.fileName());
    QCOMPARE(refused.error().kind, ErrorKind::StoreDamaged);
    VERIFY_OK(fixture.open());
}

void TestRecovery::numbersGoOnBehindARecovery()
{
    StoreFixture fixture(QString(), 99); // other ids than those of the base
    copyBase(fixture);
    QVERIFY(QFile::remove(fixture.path(u"hall.sqlite"_s)));
    VERIFY_OK(recoverStore(fixture.options, fixture.clock));
    VERIFY_OK(fixture.open());
    const auto stream = fixture.registerCase(u"新"_s);
    VERIFY_OK(stream);
    const auto file = await(
        fixture.store().read([id = stream.value()](ReadTx &tx) { return tx.caseFile(id); }));
    QVERIFY2(file.value().number.contains("-0009-"_L1), qPrintable(file.value().number));
}

void TestRecovery::survivesFaultsOnTheWay()
{
    StoreFixture fixture(QString(), 99); // other ids than those of the base
    copyBase(fixture);
    QFile file(fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(9000));
    file.close();
    int failures = 0;
    for (int i = 1;; i += 17) {
        fixture.faults.accesses = 0;
        fixture.faults.failAt = i;
        const auto report = recoverStore(fixture.options, fixture.clock);
        fixture.faults.failAt = 0;
        if (report.ok())
            break;
        ++failures;
        QVERIFY2(i < 5000, "the recovery does not end");
    }
    QVERIFY(failures > 3);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents(), m_events);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
