#include "store/backup.h"
#include "store/migrations.h"
#include "store/pagestore.h"
#include "store/safetyfile.h"
#include "storefixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Migrations, one program at a time, backups, pages.
class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksTheMigrations();
    void resumesAHalfMigratedStore();
    void releasedMigrationsNeverChange();
    void refusesANewerStore();
    void refusesASecondProgram();
    void makesVerifiedBackups();
    void keepsTheNewestBackups();
    void beginsANewSafetyFileAfterABackup();
    void refusesADamagedBackup();
    void keepsPagesByTheirHash();
    void noticesADamagedPage();
    void refusesPagesThatDoNotFit();
    void failsAtEveryAccessOfAPage();
    void copiesPagesIntoTheBackup();
};

void TestUpkeep::walksTheMigrations()
{
    const QList<Migration> migrations = allMigrations();
    QVERIFY(migrations.size() >= 2);
    for (qsizetype i = 0; i < migrations.size(); ++i)
        QCOMPARE(migrations.at(i).number, int(i) + 1);
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const auto count = await(fixture.store().read([](ReadTx &tx) -> Result<qint64> {
        Query query(tx.connection(), u"select count(*) as n from migration"_s);
        const Result<bool> row = query.next();
        return row.ok() ? Result<qint64>(query.number("n"_L1)) : Result<qint64>(row.error());
    }));
    QCOMPARE(count.value(), migrations.size());
}

void TestUpkeep::resumesAHalfMigratedStore()
{
    StoreFixture fixture;
    {
        auto connection = Connection::open(fixture.path(u"hall.sqlite"_s), Connection::Sync::Full);
        VERIFY_OK(connection);

        const QList<Migration> all = allMigrations();
        VERIFY_OK(connection.value()->script(QString::fromUtf8(all.first().sql)));
        VERIFY_OK(connection.value()->script(u"pragma user_version = 1"_s));
    }
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    // It was a store with a version: a backup was made before the upgrade.
    QCOMPARE(fixture.store().backups().size(), 1);
}

void TestUpkeep::releasedMigrationsNeverChange()
{
    QFile hashes(QStringLiteral(HALL_SOURCE_DIR "/resources/sql/HASHES"));
    QVERIFY(hashes.open(QIODevice::ReadOnly));
    QMap<QString, QByteArray> released;
    for (const QByteArray &line : hashes.readAll().split('\n')) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() == 2)
            released.insert(QString::fromLatin1(parts.at(1)), parts.at(0));
    }
    QVERIFY(!released.isEmpty());
    for (const Migration &migration : allMigrations()) {
        const QByteArray sha
            = QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex();
        QVERIFY2(released.value(migration.name) == sha,
                 qPrintable(migration.name + u" was changed: write a new file instead"_s));
    }
}

void TestUpkeep::refusesANewerStore()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const int newer = newestMigration() + 1;
    VERIFY_OK(await(fixture.store().write([newer](WriteTx &tx) {
        return tx.connection().script(u"pragma user_version = %1"_s.arg(newer));
    })));
    fixture.close();
    const auto refused = fixture.open();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::StoreNewer);
    QCOMPARE(refused.error().detail, QString::number(newer));
}

void TestUpkeep::refusesASecondProgram()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    StoreFixture second(fixture.options.folder);
    const auto refused = second.open();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::StoreBusy);
    VERIFY_OK(fixture.publishSmallHall());
    fixture.close();
    VERIFY_OK(second.open());
}

void TestUpkeep::makesVerifiedBackups()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(fixture.registerCase(u"王"_s));
    QVERIFY(fixture.store().isBackupDue());
    const auto report = await(fixture.store().backup());
    VERIFY_OK(report);
    QCOMPARE(report.value().events, fixture.allEvents().size());
    QVERIFY(!fixture.store().isBackupDue());
    QCOMPARE(fixture.store().backups().size(), 1);
    QCOMPARE(fixture.store().backups().first().at, fixture.clock.now());
    VERIFY_OK(verifyBackup(report.value().file));
    fixture.clock.advance(24 * 3600);
    QVERIFY(fixture.store().isBackupDue());
    // A backup stands where the administrator wants it.
    fixture.close();
    QTemporaryDir elsewhere;
    fixture.options.backupFolder = elsewhere.path();
    VERIFY_OK(fixture.open());
    QVERIFY(fixture.store().backups().isEmpty());
    VERIFY_OK(await(fixture.store().backup()));
    QCOMPARE(QDir(elsewhere.path()).entryList({u"onehall-*.sqlite"_s}).size(), 1);
}

void TestUpkeep::keepsTheNewestBackups()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    QStringList files;
    for (int i = 0; i < keptBackups + 3; ++i) {
        fixture.clock.advance(24 * 3600);
        const auto report = await(fixture.store().backup());
        VERIFY_OK(report);
        files.prepend(QFileInfo(report.value().file).fileName());
    }
    QStringList kept;
    for (const BackupInfo &backup : fixture.store().backups())
        kept.append(QFileInfo(backup.file).fileName());
    QCOMPARE(kept, files.first(keptBackups));
}

void TestUpkeep::beginsANewSafetyFileAfterABackup()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const qsizetype published = fixture.allEvents().size();
    VERIFY_OK(await(fixture.store().backup()));
    QCOMPARE(SafetyFile::read(fixture.path(u"safety.log"_s)).value().events.size(), 0);
    QCOMPARE(SafetyFile::read(fixture.path(u"safety.prev.log"_s)).value().events.size(), published);
    VERIFY_OK(fixture.registerCase(u"王"_s));
    VERIFY_OK(fixture.open());
    QCOMPARE(SafetyFile::read(fixture.path(u"safety.log"_s)).value().events.size(),
             fixture.allEvents().size() - published);
}

void TestUpkeep::refusesADamagedBackup()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const auto report = await(fixture.store().backup());
    QFile file(report.value().file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    QCOMPARE(verifyBackup(file.fileName()).error().kind, ErrorKind::StoreDamaged);
}

void TestUpkeep::keepsPagesByTheirHash()
{
    QTemporaryDir dir;
    const PageStore pages(dir.filePath(u"pages"_s));
    const QByteArray bytes("\xff\xd8 a page \0 with a zero", 25);
    const auto sha = pages.put(bytes);
    VERIFY_OK(sha);
    QCOMPARE(sha.value(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QVERIFY(pages.has(sha.value()));
    QCOMPARE(pages.read(sha.value()).value(), bytes);
    const QString path = pages.path(sha.value());
    QVERIFY(path.contains(u"/pages/"_s + QString::fromLatin1(sha.value().toHex().left(2)) + u'/'));
    QCOMPARE(pages.put(bytes).value(), sha.value());
    QCOMPARE(QDir(QFileInfo(path).absolutePath()).entryList(QDir::Files).size(), 1);
    QCOMPARE(pages.read(QByteArray(32, 'x')).error().kind, ErrorKind::NotFound);
    QVERIFY(!pages.has({}));
}

void TestUpkeep::noticesADamagedPage()
{
    QTemporaryDir dir;
    const PageStore pages(dir.path());
    const QByteArray sha = pages.put("page").value();
    QFile file(pages.path(sha));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("pale");
    file.close();
    QCOMPARE(pages.read(sha).error().kind, ErrorKind::FileUnreadable);
    VERIFY_OK(pages.put("page"));
    QCOMPARE(pages.read(sha).value(), QByteArray("page"));
}

void TestUpkeep::refusesPagesThatDoNotFit()
{
    QTemporaryDir dir;
    const PageStore pages(dir.path(), nullptr, [] { return storeReserve; });
    QCOMPARE(pages.put("x").error().kind, ErrorKind::DiskFull);
    const PageStore wide(dir.path());
    QCOMPARE(wide.put({}).error().kind, ErrorKind::FileEmpty);
    QCOMPARE(wide.put(QByteArray(PageStore::maxPage + 1, 'x')).error().kind,
             ErrorKind::FileTooLarge);
}

void TestUpkeep::failsAtEveryAccessOfAPage()
{
    QTemporaryDir dir;
    FaultPlan faults;
    const PageStore pages(dir.path(), &faults);
    int strikes = 0;
    for (int i = 1;; ++i) {
        const QByteArray bytes = "page " + QByteArray::number(i);
        const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        faults.accesses = 0;
        faults.failAt = i;
        const auto put = pages.put(bytes);
        const bool hasStruck = faults.accesses >= i;
        faults.failAt = 0;
        QCOMPARE(pages.has(sha), put.ok());
        if (!hasStruck)
            break;
        ++strikes;
        QVERIFY(!put.ok());
        VERIFY_OK(pages.put(bytes));
    }
    QCOMPARE(strikes, 3);
}

void TestUpkeep::copiesPagesIntoTheBackup()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const PageStore pages(fixture.path(u"pages"_s));
    const QByteArray sha = pages.put("a scan").value();
    QCOMPARE(await(fixture.store().backup()).value().pagesCopied, 1);
    const PageStore copies(fixture.path(u"backups/pages"_s));
    QCOMPARE(copies.read(sha).value(), QByteArray("a scan"));
    fixture.clock.advance(60);
    QCOMPARE(await(fixture.store().backup()).value().pagesCopied, 0);
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
