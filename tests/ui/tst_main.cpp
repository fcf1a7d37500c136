#include "main/composition.h"
#include "main/logfile.h"
#include "main/singleinstance.h"
#include "main/storeage.h"
#include "pictures.h"
#include "store/recovery.h"
#include "store/store.h"
#include "testmain.h"
#include "text/recoverytext.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

CompositionOptions optionsIn(const QTemporaryDir &folder)
{
    CompositionOptions options;
    options.storeFolder = folder.filePath(u"store"_s);
    options.settingsFile = folder.filePath(u"settings.ini"_s);
    test::dressForPictures();
    options.language = qEnvironmentVariableIsSet("HALL_TEXTS") ? u"zh_CN"_s : u"en"_s;
    options.makesBackups = false;
    return options;
}

/// Whoever asks for the time from another thread waits until it is let in: an upgrade notes when it
/// ran, so it stands still in its middle for as long as a test looks at the window.
class GateClock final : public Clock
{
public:
    explicit GateClock(QSemaphore &gate)
        : m_gate(gate)
    {
    }
    [[nodiscard]] QDateTime now() const override
    {
        if (QThread::currentThread() != qApp->thread()) {
            m_gate.acquire();
            m_gate.release();
        }
        return QDateTime::currentDateTimeUtc();
    }

private:
    QSemaphore &m_gate;
};

/// A store as the program before the last migration left it.
bool makeOlderStore(const QTemporaryDir &folder)
{
    Composition program(*qApp, optionsIn(folder));
    QSignalSpy open(&program, &Composition::isOpen);
    program.start();
    if (!QTest::qWaitFor([&open] { return open.count() == 1; }))
        return false;
    auto older = program.place()->store.write([](WriteTx &tx) -> Result<Done> {
        return tx.connection().script(u"drop index stream_leaving;"
                                      u"delete from migration where number >= 8;"
                                      u"pragma user_version = 7;"_s);
    });
    older.waitForFinished();
    return older.result().ok();
}

} // namespace

/// The whole program as main() builds it.
class TestMain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheFirstStart();
    void secondStartRaisesTheFirst();
    void busyStoreIsSaid();
    void newerStoreIsSaid();
    void anUpgradeIsToldAndNotCutOff();
    void aStoreStillOpeningIsAwaited();
    void damagedStoreIsRecovered();
    void logRotates();
    void recoveryIsTold();
    void aRestoreComesBeforeTheStoreOpens();
};

void TestMain::startsWithTheFirstStart()
{
    QTemporaryDir folder;
    {
        Composition program(*qApp, optionsIn(folder));
        QSignalSpy open(&program, &Composition::isOpen);
        QVERIFY(program.isFirst());
        program.start();
        QVERIFY(program.window().isVisible());
        QTRY_COMPARE(open.count(), 1);
        auto *sample = program.window().findChild<QPushButton *>(u"sampleHallButton"_s);
        QVERIFY(sample);
        sample->click();
        QTRY_VERIFY_WITH_TIMEOUT(program.window().findChild<QLineEdit *>(u"memberEdit"_s), 20000);
    }
    Composition again(*qApp, optionsIn(folder));
    again.start();
    QTRY_VERIFY(again.window().findChild<QLineEdit *>(u"memberEdit"_s));
}

void TestMain::secondStartRaisesTheFirst()
{
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    SingleInstance second(folder.path());
    QVERIFY2(!second.raiseOther(), "nobody is there yet");
    first.listen();
    QSignalSpy raised(&first, &SingleInstance::raiseAsked);
    // The second program waits in a thread of its own, as another process would.
    std::unique_ptr<QThread> other(QThread::create([&folder] {
        SingleInstance late(folder.path());
        QVERIFY(late.raiseOther());
    }));
    other->start();
    QTRY_COMPARE(raised.count(), 1);
    QTRY_VERIFY(other->isFinished());
}

void TestMain::busyStoreIsSaid()
{
    QTemporaryDir folder;
    Composition first(*qApp, optionsIn(folder));
    QSignalSpy open(&first, &Composition::isOpen);
    first.start();
    QTRY_COMPARE(open.count(), 1);
    CompositionOptions options = optionsIn(folder);
    options.settingsFile = folder.filePath(u"other.ini"_s);
    Composition second(*qApp, std::move(options));
    second.start();
    QTRY_VERIFY(second.window().findChild<QWidget *>(u"troublePage"_s));
    auto *text = second.window().findChild<QLabel *>(u"troubleLabel"_s);
    QVERIFY(text->text().contains(u"Another copy"_s));
}

void TestMain::newerStoreIsSaid()
{
    QTemporaryDir folder;
    {
        Composition program(*qApp, optionsIn(folder));
        QSignalSpy open(&program, &Composition::isOpen);
        program.start();
        QTRY_COMPARE(open.count(), 1);
        const auto newer = program.place()->store.write([](WriteTx &tx) -> Result<Done> {
            // What a newer program leaves behind (store/migrations.cpp).
            return tx.connection().script(u"pragma user_version = 9999;"_s);
        });
        QTRY_VERIFY(newer.isFinished());
        QVERIFY(newer.result().ok());
    }
    Composition program(*qApp, optionsIn(folder));
    program.start();
    QTRY_VERIFY(program.window().findChild<QWidget *>(u"troublePage"_s));
    QVERIFY(program.window()
                .findChild<QLabel *>(u"troubleLabel"_s)
                ->text()
                .contains(u"newer version"_s));
    QVERIFY(!program.window().findChild<QPushButton *>(u"recoverButton"_s)->isVisible());
}

void TestMain::anUpgradeIsToldAndNotCutOff()
{
    QTemporaryDir folder;
    QVERIFY(makeOlderStore(folder));
    QVERIFY(isOlderStore(folder.filePath(u"store"_s)));
    QSemaphore gate;
    CompositionOptions options = optionsIn(folder);
    options.clock = std::make_unique<GateClock>(gate);
    options.takesCentreTime = false;
    auto program = std::make_unique<Composition>(*qApp, std::move(options));
    const auto letIn = qScopeGuard([&gate] { gate.release(); }); // when a check fails
    QSignalSpy open(program.get(), &Composition::isOpen);
    program->start();
    MainWindow &window = program->window();
    const auto *title = window.findChild<QLabel *>(u"openingTitleLabel"_s);
    QVERIFY(title);
    QTRY_VERIFY(window.findChild<QProgressBar *>(u"openingBar"_s)->isVisible());
    QTRY_VERIFY(!window.findChild<QLabel *>(u"openingTimeLabel"_s)->text().isEmpty());
    const QString shots = qEnvironmentVariable("HALL_SHOTS");
    if (!shots.isEmpty())
        window.grab().save(shots + u"/opening-upgrade.png"_s);
    QTRY_VERIFY(title->text().contains(u"up to date"_s));
    const auto *text = window.findChild<QLabel *>(u"openingTextLabel"_s);
    QVERIFY(text->text().contains(u"Do not switch the computer off"_s));
    // Closing does not cut it off; it is what happens next.
    window.close();
    QVERIFY(window.isVisible());
    QVERIFY(text->text().contains(u"closes by itself"_s));
    QCOMPARE(open.count(), 0);
    gate.release();
    QTRY_COMPARE(open.count(), 1);
    QTRY_VERIFY(!window.isVisible());
    program.reset();
    QVERIFY(!isOlderStore(folder.filePath(u"store"_s)));
}

void TestMain::aStoreStillOpeningIsAwaited()
{
    QTemporaryDir folder;
    QVERIFY(!isOlderStore(folder.filePath(u"store"_s)));
    {
        Composition program(*qApp, optionsIn(folder));
        program.start();
    }
    // Whole, and free for the next start.
    Composition again(*qApp, optionsIn(folder));
    QSignalSpy open(&again, &Composition::isOpen);
    again.start();
    QTRY_COMPARE(open.count(), 1);
}

void TestMain::damagedStoreIsRecovered()
{
    QTemporaryDir folder;
    {
        Composition program(*qApp, optionsIn(folder));
        QSignalSpy open(&program, &Composition::isOpen);
        program.start();
        QTRY_COMPARE(open.count(), 1);
        program.window().findChild<QPushButton *>(u"sampleHallButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(program.window().findChild<QLineEdit *>(u"memberEdit"_s), 20000);
        const auto backup = program.place()->store.backup();
        QTRY_VERIFY_WITH_TIMEOUT(backup.isFinished(), 20000);
    }
    QFile file(folder.filePath(u"store/hall.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(5000, 'x'));
    file.close();
    Composition program(*qApp, optionsIn(folder));
    program.start();
    QTRY_VERIFY(program.window().findChild<QWidget *>(u"troublePage"_s));
    auto *text = program.window().findChild<QLabel *>(u"troubleLabel"_s);
    QVERIFY2(text->text().contains(u"damaged"_s), qPrintable(text->text()));
    auto *recover = program.window().findChild<QPushButton *>(u"recoverButton"_s);
    QVERIFY(recover->isVisible());
    recover->click();
    auto *report = program.window().findChild<QPlainTextEdit *>(u"reportEdit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(report->isVisible(), 20000);
    QVERIFY2(report->toPlainText().contains(u"No event is missing."_s),
             qPrintable(report->toPlainText()));
    program.window().findChild<QPushButton *>(u"retryButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(program.window().findChild<QLineEdit *>(u"memberEdit"_s), 20000);
}

void TestMain::logRotates()
{
    QTemporaryDir folder;
    const auto before = qInstallMessageHandler(nullptr);
    writeLogTo(folder.path());
    const QString line(1000, u'x');
    for (int i = 0; i < 2500; ++i)
        qInfo("%s", qPrintable(line));
    qInstallMessageHandler(before);
    QVERIFY(QFile::exists(folder.filePath(u"onehall.log"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"onehall.2.log"_s)));
    QVERIFY(QFile(folder.filePath(u"onehall.1.log"_s)).size() < 1100 * 1024);
}

void TestMain::aRestoreComesBeforeTheStoreOpens()
{
    QTemporaryDir folder;
    QString store;
    {
        Composition program(*qApp, optionsIn(folder));
        QSignalSpy open(&program, &Composition::isOpen);
        program.start();
        QTRY_COMPARE(open.count(), 1);
        store = program.storeFolder();
        const auto backup = program.place()->store.backup();
        QTRY_VERIFY(backup.isFinished());
        QVERIFY(backup.result().ok());
        QVERIFY(requestRestore(store, backup.result().value().file).ok());
    }
    Composition program(*qApp, optionsIn(folder));
    QSignalSpy open(&program, &Composition::isOpen);
    program.start();
    QTRY_VERIFY_WITH_TIMEOUT(program.window().findChild<QPlainTextEdit *>(u"reportEdit"_s), 20000);
    QVERIFY(program.window().findChild<QPlainTextEdit *>(u"reportEdit"_s)->isVisible());
    QCOMPARE(open.count(), 0);
    program.window().findChild<QPushButton *>(u"retryButton"_s)->click();
    QTRY_COMPARE(open.count(), 1); // the request is gone: the store opens
}

void TestMain::recoveryIsTold()
{
    const QString good
        = RecoveryText::of({.backup = u"/b/1.sqlite"_s, .eventsInBackup = 12, .eventsRestored = 3});
    QVERIFY(good.contains(u"12"_s) && good.contains(u"No event is missing."_s));
    const QString bad = RecoveryText::of({.eventsRestored = 3, .eventsLost = 2});
    QVERIFY(bad.contains(u"missing: 2"_s));
}

HALL_TEST_MAIN(QApplication, TestMain)
#include "tst_main.moc"
