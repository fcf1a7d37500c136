// The counter of a joined machine when no leased number is left and nobody answers.
#include "sync/engine/leasebook.h"
#include "tests/desk/intakefixture.h"
#include "text/errortext.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceWithoutANumberSaysSo();
};

void TestCounter::acceptanceWithoutANumberSaysSo()
{
    IntakeFixture hall;
    VERIFY_OK(hall.startHall());
    const auto book = std::make_shared<LeaseBook>();
    hall.store().setHooks({.leases = book});
    const CounterWork work = hall.visitWith({IntakeFixture::threeItem});
    const QString draft = hall.shelf->newId();
    VERIFY_OK(await(hall.shelf->put(draft, work, hall.session())));
    const qsizetype before = hall.allEvents().size();
    const auto refused
        = hall.commit({.work = work, .items = {0}, .wish = IntakeWish::Accept, .draft = draft});
    QCOMPARE(refused.error(), (Error{ErrorKind::OnlineOnly, u"number"_s}));
    QVERIFY(ErrorText::sentence(refused.error()) != ErrorText::sentence({ErrorKind::OnlineOnly}));
    QVERIFY(ErrorText::sentence(refused.error()).contains("number"_L1));
    // Nothing happened by halves, and what was typed is still there.
    QCOMPARE(hall.allEvents().size(), before);
    const auto drafts = await(hall.shelf->list(hall.session()));
    VERIFY_OK(drafts);
    QCOMPARE(drafts.value().size(), 1);
    // Taking in carries the window's own number and goes on without the centre.
    VERIFY_OK(hall.commit(work, IntakeWish::TakeIn));
    // The centre answers: the very numbers that lacked come, and the same acceptance goes through.
    QVERIFY(book->hasMissing());
    const int year = hall.clock.today().year();
    for (int i = 0; i < 20; ++i) {
        const auto asks
            = await(hall.store().read([&](ReadTx &tx) { return book->needs(tx, year); }));
        VERIFY_OK(asks);
        if (asks.value().isEmpty())
            break;
        const LeaseAsk ask = asks.value().first();
        VERIFY_OK(await(hall.store().write(
            [&](WriteTx &tx) { return book->store(tx, ask, {.first = 101, .last = 110}); })));
    }
    QVERIFY(!book->hasMissing());
    VERIFY_OK(
        hall.commit({.work = work, .items = {0}, .wish = IntakeWish::Accept, .draft = draft}));
}

QTEST_GUILESS_MAIN(TestCounter)
#include "tst_counter.moc"
