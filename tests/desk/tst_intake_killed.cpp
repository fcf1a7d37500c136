#include "intakefixture.h"

#include "../support/testmain.h"
#include "store/integrity.h"

#include <QGuiApplication>
#include <QProcess>

#include <csignal>
#include <unistd.h>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The program killed at every access of an acceptance at the counter: after the restart the visit
/// is either wholly accepted, or it is a draft exactly as it was typed.
class TestIntakeKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceIsWhollyThereOrStillADraft();
    void aDraftIsWhollyThereOrAsBefore();
};

namespace {

constexpr quint64 firstSeed = 5000;
const QStringList twoItems{IntakeFixture::threeItem, u"W2"_s};

CounterWork typed(const IntakeFixture &hall)
{
    CounterWork work = hall.visitWith(twoItems);
    work.items.first().summary = u"只打了一半的事由"_s;
    return work;
}

/// What the child does and dies in: puts the draft on the shelf, then accepts it.
int work(const QString &folder, int at, bool diesInDraft)
{
    IntakeFixture hall(folder, firstSeed + quint64(at));
    if (!hall.start().ok())
        return 3;
    const QString draft = hall.shelf->newId();
    const auto arm = [&hall, at] {
        hall.faults.onStrike = [] { ::kill(::getpid(), SIGKILL); };
        hall.faults.accesses = 0;
        hall.faults.failAt = at;
    };
    if (diesInDraft)
        arm();
    if (!await(hall.shelf->put(draft, typed(hall), hall.session())).ok())
        return 4;
    if (diesInDraft)
        return 0;
    arm();
    const auto done = hall.commit(
        {.work = typed(hall), .items = {0, 1}, .wish = IntakeWish::Accept, .draft = draft});
    return done.ok() ? 0 : 5;
}

/// -1 = killed, as a child that was meant to be; else its exit code.
int runChild(const QStringList &arguments)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(120'000))
        return -2;
    return child.exitStatus() == QProcess::CrashExit ? -1 : child.exitCode();
}

/// The drafts of the clerk after a restart, taken off the shelf.
QList<CounterWork> takeDrafts(IntakeFixture &hall)
{
    QList<CounterWork> works;
    const auto drafts = await(hall.shelf->list(hall.session()));
    for (const auto &draft : drafts.valueOr({})) {
        works.append(draft.work);
        (void)await(hall.shelf->put(draft.id, {}, hall.session()));
    }
    return works;
}

} // namespace

void TestIntakeKilled::acceptanceIsWhollyThereOrStillADraft()
{
    const QTemporaryDir dir;
    qsizetype before = 0;
    QJsonObject wanted;
    {
        IntakeFixture hall(dir.path());
        VERIFY_OK(hall.startHall());
        before = hall.allEvents().size();
        wanted = typed(hall).json();
    }
    qsizetype whole = 0;
    int killed = 0;
    for (int at = 1;; ++at) {
        QVERIFY2(at < 3000, "the acceptance does not end");
        const int code = runChild({u"accept"_s, dir.path(), QString::number(at)});
        QVERIFY2(code == -1 || code == 0, qPrintable(QString::number(code)));
        IntakeFixture hall(dir.path(), 1);
        VERIFY_OK(hall.start());
        const qsizetype written = hall.allEvents().size() - before;
        const QList<CounterWork> drafts = takeDrafts(hall);
        if (written == 0) {
            QCOMPARE(drafts.size(), 1);
            QCOMPARE(drafts.first().json(), wanted);
        } else {
            whole = whole == 0 ? written : whole;
            QCOMPARE(written, whole);
            QVERIFY(drafts.isEmpty());
        }
        VERIFY_OK(
            await(hall.store().read([](ReadTx &tx) { return checkJournal(tx.connection()); })));
        before += written;
        if (code == 0)
            break;
        ++killed;
    }
    QVERIFY2(killed > 30, qPrintable(QString::number(killed)));
    QVERIFY(whole > 6); // two cases: registered, accepted, their papers
    IntakeFixture hall(dir.path(), 2);
    VERIFY_OK(hall.start());
    const auto replayed = await(hall.store().replay());
    VERIFY_OK(replayed);
    QVERIFY2(replayed.value().isEqual(), qPrintable(replayed.value().first.join(u'\n')));
}

void TestIntakeKilled::aDraftIsWhollyThereOrAsBefore()
{
    const QTemporaryDir dir;
    QJsonObject wanted;
    {
        IntakeFixture hall(dir.path());
        VERIFY_OK(hall.startHall());
        wanted = typed(hall).json();
    }
    int kept = 0;
    int killed = 0;
    for (int at = 1;; ++at) {
        QVERIFY2(at < 500, "the draft does not end");
        const int code = runChild({u"draft"_s, dir.path(), QString::number(at)});
        QVERIFY2(code == -1 || code == 0, qPrintable(QString::number(code)));
        IntakeFixture hall(dir.path(), 1);
        VERIFY_OK(hall.start());
        const QList<CounterWork> drafts = takeDrafts(hall);
        QVERIFY(drafts.size() <= 1);
        if (!drafts.isEmpty())
            QCOMPARE(drafts.first().json(), wanted);
        kept += int(drafts.size());
        if (code == 0)
            break;
        ++killed;
    }
    QVERIFY2(killed > 3, qPrintable(QString::number(killed)));
    QVERIFY(kept >= 1);
}

int main(int argc, char *argv[])
{
    hall::test::prepare();
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "accept"_L1 || arguments.value(1) == "draft"_L1)
        return work(arguments.value(2), arguments.value(3).toInt(),
                    arguments.value(1) == "draft"_L1);
    TestIntakeKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_intake_killed.moc"
