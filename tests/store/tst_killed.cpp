#include "store/integrity.h"
#include "store/safetyfile.h"
#include "storefixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The process killed at any moment, and a disk that is full: a child process does the work.
class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledAcceptanceIsWhollyThereOrNot();
    void aFullDiskLosesNothing_data();
    void aFullDiskLosesNothing();
    void refusesNewWorkBelowTheReserve();

private:
    static int runChild(const QStringList &arguments, QByteArray &output);
    static void verifyWhole(StoreFixture &fixture);
};

namespace {

/// Registers one case and is killed at the access `at`.
int dieAt(const QString &folder, int at)
{
    StoreFixture fixture(folder, quint64(at) + 1000);
    if (!fixture.open().ok())
        return 3;
    fixture.faults.onStrike = [] { ::kill(::getpid(), SIGKILL); };
    fixture.faults.accesses = 0;
    fixture.faults.failAt = at;
    return fixture.registerCase(u"王建国"_s).ok() ? 0 : 4;
}

/// Registers until something says no, under a limit of file size; prints how many were promised.
int workUntilFull(const QString &folder, qint64 limit)
{
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit size{rlim_t(limit), rlim_t(limit)};
    if (::setrlimit(RLIMIT_FSIZE, &size) != 0)
        return 3;
    StoreFixture fixture(folder, quint64(limit));
    if (!fixture.open().ok())
        return 5;
    int promised = 0;
    for (; promised < 20000; ++promised) {
        const auto result = fixture.registerCase(u"李娜"_s);
        if (!result.ok()) {
            const bool isFull = result.error().kind == ErrorKind::DiskFull
                || result.error().kind == ErrorKind::SafetyFile;
            std::fprintf(stdout, "%d %d %s\n", promised, int(isFull),
                         qPrintable(errorLine(result)));
            return 0;
        }
    }
    return 6;
}

} // namespace

int TestKilled::runChild(const QStringList &arguments, QByteArray &output)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(120000))
        return -2;
    output = child.readAllStandardOutput();
    return child.exitStatus() == QProcess::CrashExit ? -1 : child.exitCode();
}

void TestKilled::verifyWhole(StoreFixture &fixture)
{
    VERIFY_OK(
        await(fixture.store().read([](ReadTx &tx) { return checkJournal(tx.connection()); })));
    const auto safety = SafetyFile::read(fixture.path(u"safety.log"_s));
    VERIFY_OK(safety);
    QStringList saved;
    for (const PlacedEvent &placed : safety.value().events)
        saved.append(placed.event.id.text());
    saved.removeDuplicates();
    saved.sort();
    QStringList all = fixture.allEvents();
    all.sort();
    QCOMPARE(saved, all);
}

void TestKilled::aKilledAcceptanceIsWhollyThereOrNot()
{
    QTemporaryDir dir;
    qsizetype before = 0;
    {
        StoreFixture fixture(dir.path());
        VERIFY_OK(fixture.open());
        VERIFY_OK(fixture.publishSmallHall());
        before = fixture.allEvents().size();
    }
    const qsizetype perCase = 2; // registered, and its receipt wanted
    int killed = 0;
    for (int at = 1;; ++at) {
        QByteArray output;
        const int code = runChild({u"die"_s, dir.path(), QString::number(at)}, output);
        QVERIFY2(code == -1 || code == 0, qPrintable(QString::number(code)));
        StoreFixture fixture(dir.path());
        VERIFY_OK(fixture.open());
        const qsizetype after = fixture.allEvents().size();
        QVERIFY(after == before || after == before + perCase);
        verifyWhole(fixture);
        before = after;
        if (code == 0)
            break;
        ++killed;
    }
    QVERIFY2(killed > 15, qPrintable(QString::number(killed)));
    StoreFixture fixture(dir.path());
    VERIFY_OK(fixture.open());
    const auto replayed = await(fixture.store().replay());
    VERIFY_OK(replayed);
    QVERIFY(replayed.value().isEqual());
}

void TestKilled::aFullDiskLosesNothing_data()
{
    QTest::addColumn<qint64>("limit");
    for (const qint64 limit : {1'100'000, 1'500'000, 2'000'000, 2'600'000, 3'300'000})
        QTest::addRow("%lld", limit) << limit;
}

void TestKilled::aFullDiskLosesNothing()
{
    QFETCH(qint64, limit);
    QTemporaryDir dir;
    qsizetype before = 0;
    {
        StoreFixture fixture(dir.path());
        VERIFY_OK(fixture.open());
        VERIFY_OK(fixture.publishSmallHall());
        before = fixture.allEvents().size();
    }
    QByteArray output;
    const int code = runChild({u"full"_s, dir.path(), QString::number(limit)}, output);
    QVERIFY2(code == 0, qPrintable(QString::number(code)));
    const QList<QByteArray> parts = output.trimmed().split(' ');
    QVERIFY2(parts.size() >= 2, output.constData());
    QVERIFY2(parts.at(1) == "1", output.constData()); // the sentence is "the disk is full"
    const int promised = parts.at(0).toInt();
    QVERIFY(promised > 0);
    StoreFixture fixture(dir.path());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.allEvents().size(), before + promised * 2);
    verifyWhole(fixture);
    VERIFY_OK(fixture.registerCase(u"后来"_s));
}

void TestKilled::refusesNewWorkBelowTheReserve()
{
    StoreFixture fixture;
    auto free = std::make_shared<qint64>(storeReserve * 2);
    fixture.options.freeBytes = [free] { return *free; };
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    *free = storeReserve - 1;
    const auto refused = fixture.registerCase(u"王"_s);
    QCOMPARE(refused.error().kind, ErrorKind::DiskFull);
    *free = storeReserve;
    VERIFY_OK(fixture.registerCase(u"王"_s));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "die"_L1)
        return dieAt(arguments.value(2), arguments.value(3).toInt());
    if (arguments.value(1) == "full"_L1)
        return workUntilFull(arguments.value(2), arguments.value(3).toLongLong());
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
