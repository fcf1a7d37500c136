#include "intakefixture.h"

#include "../support/testmain.h"
#include "store/integrity.h"

#include <QGuiApplication>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Fails the i-th access to the store during an acceptance at the counter, for every i: the case is
/// either wholly there or still on the screen as typed.
class TestIntakeFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceIsWhollyThereOrStillADraft();
};

void TestIntakeFaults::acceptanceIsWhollyThereOrStillADraft()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const CounterWork work = hall.visitWith({IntakeFixture::threeItem, u"W2"_s});
    qsizetype whole = 0;
    int strikes = 0;
    int refused = 0;
    for (int i = 1;; ++i) {
        QVERIFY2(i < 3000, "the acceptance does not end");
        const QString draft = hall.shelf->newId();
        VERIFY_OK(await(hall.shelf->put(draft, work, hall.session())));
        const qsizetype before = hall.allEvents().size();
        hall.faults.accesses = 0;
        hall.faults.failAt = i;
        const auto result = hall.commit(
            {.work = work, .items = {0, 1}, .wish = IntakeWish::Accept, .draft = draft});
        const bool hasStruck = hall.faults.accesses >= i;
        hall.faults.failAt = 0;
        const qsizetype written = hall.allEvents().size() - before;
        const auto drafts = await(hall.shelf->list(hall.session()));
        VERIFY_OK(drafts);
        if (result.ok()) {
            whole = whole == 0 ? written : whole;
            QCOMPARE(written, whole);
            QVERIFY(drafts.value().isEmpty());
        } else {
            ++refused;
            QCOMPARE(written, 0);
            QCOMPARE(drafts.value().size(), 1);
            QCOMPARE(drafts.value().first().work.json(), work.json());
            VERIFY_OK(await(hall.shelf->put(draft, {}, hall.session())));
        }
        if (!hasStruck)
            break;
        ++strikes;
    }
    QVERIFY2(strikes > 30, qPrintable(QString::number(strikes)));
    QVERIFY(refused > 20);
    // After all that the next one goes through, and the journal is sound.
    VERIFY_OK(hall.commit(work, IntakeWish::Accept));
    VERIFY_OK(await(hall.store().read([](ReadTx &tx) { return checkJournal(tx.connection()); })));
}

HALL_TEST_MAIN(QGuiApplication, TestIntakeFaults)
#include "tst_intake_faults.moc"
