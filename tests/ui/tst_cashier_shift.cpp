#include "testmain.h"
#include "tillpage.h"
#include "ui/shared/moneyedit.h"
#include "ui/shared/rowtable.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

using Fixture = TillPage;

/// Receipts, refunds and the closing of the shift by the keyboard alone.
class TestCashierShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatAClosedShiftTook();
    void takesBackWithASecondPerson();
    void printsAgain();
    void closesTheShift();
    void refundTray();
};

void TestCashierShift::givesBackWhatAClosedShiftTook()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    const CashierDesk desk(*hall.place);
    const StreamId till = await(desk.till(hall.cashier())).value().till.id;
    VERIFY_OK(await(desk.close(till, {{Instrument::Cash, Money(10'000)}}, {}, hall.cashier())));
    hall.store.clock.advance(24 * 3600);
    hall.page->activate();
    auto *table = hall.find<RowTable>("receiptTable");
    QTRY_COMPARE(table->model()->rowCount(), 0);
    hall.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(hall.hasFocus("earlierEdit"));
    hall.type(file.number); // what the applicant has in the hand
    hall.press(Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(hall.hasFocus("receiptTable"));
    hall.shoot(u"cashier-earlier"_s);
    hall.press(Qt::Key_F4);
    QTRY_VERIFY(hall.dialog("voidDialog"));
    if (const QString shots = qEnvironmentVariable("HALL_SHOTS"); !shots.isEmpty())
        hall.dialog("voidDialog")->grab().save(shots + u"/cashier-refunddialog.png"_s);
    hall.type(u"退费"_s);
    hall.press(Qt::Key_Return);
    hall.type(u"sf03"_s);
    hall.press(Qt::Key_Return);
    hall.type(samplePassword());
    hall.press(Qt::Key_Return);
    auto *problem = hall.dialog("voidDialog")->findChild<QLabel *>(u"problemLabel"_s);
    QTRY_VERIFY(problem->isVisible()); // a colleague is not enough
    QTRY_VERIFY(hall.hasFocus("witnessEdit"));
    hall.type(u"gl02"_s);
    hall.press(Qt::Key_Return);
    hall.type(samplePassword());
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!hall.dialog("voidDialog"));
    QVERIFY(!hall.load(file.id).value().isPaid());
    QTRY_COMPARE(table->model()->index(0, 6).data().toString(), u"-100.00"_s);
    hall.shoot(u"cashier-refund"_s);
    hall.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(hall.page.get()));
    hall.press(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(hall.find<QLabel>("cashBackLabel")->text().contains(u"100.00"_s));
    QVERIFY(hall.find<QLabel>("balanceLabel")->text().startsWith(u'✓'));
    hall.type(u"-100"_s); // the float lent it
    hall.shoot(u"cashier-refundshift"_s);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"decisionDialog"_s));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!await(desk.till(hall.cashier())).value().till.isOpen());
}

void TestCashierShift::takesBackWithASecondPerson()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    auto *table = hall.find<RowTable>("receiptTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    hall.press(Qt::Key_F4);
    QTRY_VERIFY(hall.hasFocus("receiptTable"));
    hall.press(Qt::Key_F4);
    QTRY_VERIFY(hall.dialog("voidDialog"));
    QVERIFY(hall.hasFocus("reasonEdit"));
    hall.type(u"金额开错"_s);
    hall.press(Qt::Key_Return);
    hall.type(u"sf03"_s);
    hall.press(Qt::Key_Return);
    hall.type(u"not the word"_s);
    hall.press(Qt::Key_Return);
    auto *problem = hall.dialog("voidDialog")->findChild<QLabel *>(u"problemLabel"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(hall.load(file.id).value().isPaid());
    hall.shoot(u"cashier-void"_s);
    if (const QString shots = qEnvironmentVariable("HALL_SHOTS"); !shots.isEmpty())
        hall.dialog("voidDialog")->grab().save(shots + u"/cashier-voiddialog.png"_s);
    QTRY_VERIFY(hall.hasFocus("witnessPasswordEdit"));
    hall.type(samplePassword());
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!hall.dialog("voidDialog"));
    QVERIFY(!hall.load(file.id).value().isPaid());
    QTRY_COMPARE(hall.find<RowTable>("openTable")->model()->rowCount(), 1);
    QVERIFY(table->model()->index(0, 5).data().toString().contains(u"刘宇承"_s));
}

void TestCashierShift::printsAgain()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    QTRY_COMPARE(hall.find<RowTable>("receiptTable")->model()->rowCount(), 1);
    hall.press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(hall.hasFocus("receiptTable"));
    hall.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(hall.printer.titles.size(), 2);
    QTRY_COMPARE(hall.find<MessageStrip>("strip")->tone(), Tone::Info);
}

void TestCashierShift::closesTheShift()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    hall.press(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(hall.hasFocus("cashCountedEdit"));
    hall.type(u"99"_s);
    QCOMPARE(hall.find<QLabel>("cashDiffLabel")->text(), u"− 1.00"_s);
    hall.press(Qt::Key_F9);
    QVERIFY(hall.hasFocus("noteEdit")); // the difference needs its note
    QVERIFY(!hall.dialog("decisionDialog"));
    hall.type(u"找零少收一元"_s);
    hall.shoot(u"cashier-shift"_s);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.dialog("decisionDialog"));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!hall.find<QPushButton>("closeShiftButton")->isVisible());
    const TillView till = await(CashierDesk(*hall.place).till(hall.cashier())).value();
    QVERIFY(!till.till.isOpen());
    QCOMPARE(till.till.counted.value(Instrument::Cash), Money(9'900));
    QCOMPARE(till.till.note, u"找零少收一元"_s);
    QVERIFY(hall.find<MoneyEdit>("cashCountedEdit")->isReadOnly());
    QVERIFY(hall.find<QLabel>("receiptsHintLabel")->text().contains(u"next shift"_s));
    hall.shoot(u"cashier-shift-closed"_s);
}

void TestCashierShift::refundTray()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    auto *table = hall.find<RowTable>("refundTable");
    VERIFY_OK(hall.payElsewhere(file));
    QTRY_COMPARE(table->model()->rowCount(), 1); // told by the store, nobody pressed a key
    hall.press(Qt::Key_4, Qt::AltModifier);
    QTRY_VERIFY(hall.hasFocus("refundTable"));
    QCOMPARE(table->model()->index(0, 5).data().toString(), u"100.00"_s);
    QVERIFY(hall.find<QTabWidget>("tillTabs")->tabText(3).contains(u'1'));
    hall.shoot(u"cashier-refunds"_s);
}

HALL_TEST_MAIN(QApplication, TestCashierShift)
#include "tst_cashier_shift.moc"
