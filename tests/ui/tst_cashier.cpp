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

/// The cashier's window by its keyboard alone.
class TestCashierPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scanTakeReceiptNext();
    void exactlyByEnter();
    void cardNeedsItsVoucher();
    void choosesFromTheList();
    void saysWhatIsPaidAlready();
    void saysWhatItDoesNotKnow();
    void tooLittleCash();
    void printerOutOfOrder();
    void storeFailureKeepsTheScreen();
    void looks();
};

void TestCashierPage::scanTakeReceiptNext()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(TillFixture::noticeCode(file)); // as a barcode gun types it
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    QCOMPARE(hall.find<QLabel>("slipTitleLabel")->text(), u"王建国"_s);
    QCOMPARE(hall.find<QLabel>("totalLabel")->text(), u"100.00"_s);
    QCOMPARE(hall.find<RowTable>("lineTable")->model()->rowCount(), 1);
    hall.type(u"150"_s);
    QCOMPARE(hall.find<QLabel>("changeLabel")->text(), u"50.00"_s);
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("takeButton"));
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("inHandButton"));
    QVERIFY(hall.find<QLabel>("receiptChangeLabel")->text().contains(u"50.00"_s));
    QTRY_COMPARE(hall.printer.titles.size(), 1);
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
    const CaseFile paid = hall.load(file.id).value();
    QVERIFY(paid.isPaid());
    const auto receipt = std::ranges::find(paid.papers, u"fee-receipt"_s, &CasePaper::kind);
    QVERIFY(receipt != paid.papers.end());
    QCOMPARE(receipt->state, PaperState::Printed);
    QTRY_COMPARE(hall.find<RowTable>("openTable")->model()->rowCount(), 0);
    QVERIFY(hall.find<QLineEdit>("findEdit")->text().isEmpty());
}

void TestCashierPage::exactlyByEnter()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    QVERIFY(hall.load(file.id).value().isPaid());
    QCOMPARE(hall.load(file.id).value().slips.first().payments.first().tendered, Money(10'000));
}

void TestCashierPage::cardNeedsItsVoucher()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.slips.first().number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.press(Qt::Key_F6);
    QVERIFY(hall.hasFocus("voucherEdit"));
    hall.press(Qt::Key_F9);
    QVERIFY(hall.find<MessageStrip>("strip")->isShown());
    QVERIFY(!hall.load(file.id).value().isPaid());
    hall.type(u"POS-0001"_s);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("inHandButton"));
    const Payment payment = hall.load(file.id).value().slips.first().payments.first();
    QCOMPARE(payment.instrument, Instrument::Card);
    QCOMPARE(payment.reference, u"POS-0001"_s);
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
}

void TestCashierPage::choosesFromTheList()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    openCase(hall);
    openCase(hall, u"李娜"_s);
    hall.show(hall.cashier());
    auto *table = hall.find<RowTable>("openTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    hall.press(Qt::Key_Down);
    QVERIFY(hall.hasFocus("openTable"));
    hall.press(Qt::Key_Down);
    QTRY_COMPARE(hall.find<QLabel>("slipTitleLabel")->text(),
                 table->model()->index(1, 0).data().toString());
    hall.press(Qt::Key_Return);
    QVERIFY2(hall.hasFocus("tenderedEdit"), qPrintable(hall.focus()->objectName()));
    hall.press(Qt::Key_Escape);
    QVERIFY(hall.hasFocus("findEdit"));
}

void TestCashierPage::saysWhatIsPaidAlready()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    payCash(hall, file);
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    auto *hint = hall.find<QLabel>("paidHintLabel");
    QTRY_VERIFY(hint->isVisible());
    const QString receipt = hall.load(file.id).value().slips.first().payments.first().receipt;
    QVERIFY2(hint->text().contains(receipt), qPrintable(hint->text()));
    QVERIFY(hint->text().contains(u"迪丽努尔·艾合买提江"_s));
    hall.press(Qt::Key_F9);
    QCOMPARE(hall.load(file.id).value().slips.first().payments.size(), 1);
}

void TestCashierPage::saysWhatItDoesNotKnow()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile free = hall.accepted(u"李娜"_s, TillFixture::freeItem).valueOr({});
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    auto *strip = hall.find<MessageStrip>("strip");
    hall.type(u"123456"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(strip->isShown());
    QVERIFY(shownSentence(hall).contains(u"123456"_s));
    // What was typed is marked: the next scan replaces it.
    hall.type(free.number);
    hall.press(Qt::Key_Return);
    QTRY_COMPARE(strip->tone(), Tone::Info);
}

void TestCashierPage::tooLittleCash()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.type(u"99.5"_s);
    QCOMPARE(hall.find<QLabel>("changeLabel")->text(), u"0.50"_s);
    hall.press(Qt::Key_F9);
    QVERIFY(hall.find<MessageStrip>("strip")->isShown());
    QVERIFY(hall.hasFocus("tenderedEdit"));
    QVERIFY(!hall.load(file.id).value().isPaid());
}

void TestCashierPage::printerOutOfOrder()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.printer.isBroken = true;
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.press(Qt::Key_Return);
    hall.press(Qt::Key_F9);
    auto *strip = hall.find<MessageStrip>("strip");
    QTRY_VERIFY(strip->isShown() && strip->tone() == Tone::Problem);
    QVERIFY(hall.load(file.id).value().isPaid()); // the money is taken and recorded
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("inHandButton"));
    hall.printer.isBroken = false;
    hall.press(Qt::Key_F10);
    QTRY_COMPARE(hall.printer.titles.size(), 1);
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
}

void TestCashierPage::storeFailureKeepsTheScreen()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    hall.show(hall.cashier());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.type(u"200"_s);
    hall.store.faults.accesses = 0;
    hall.store.faults.failAt = 5;
    hall.press(Qt::Key_F9);
    auto *strip = hall.find<MessageStrip>("strip");
    QTRY_VERIFY(strip->isShown() && strip->tone() == Tone::Problem);
    hall.store.faults.failAt = 0;
    QVERIFY(!hall.load(file.id).value().isPaid());
    QCOMPARE(Money::fromYuan(hall.find<MoneyEdit>("tenderedEdit")->text()).value(), Money(20'000));
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("inHandButton"));
    QVERIFY(hall.load(file.id).value().isPaid());
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
}

void TestCashierPage::looks()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = openCase(hall);
    openCase(hall, u"买买提·阿不都热合曼·艾合买提江"_s);
    openCase(hall, u"欧阳婉仪"_s);
    hall.show(hall.cashier());
    QTRY_COMPARE(hall.find<RowTable>("openTable")->model()->rowCount(), 3);
    hall.shoot(u"cashier-empty"_s);
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.type(u"150"_s);
    hall.shoot(u"cashier-cash"_s);
    hall.press(Qt::Key_F6);
    hall.shoot(u"cashier-card"_s);
    hall.press(Qt::Key_F5);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("inHandButton"));
    hall.shoot(u"cashier-receipt"_s);
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.find<QLabel>("paidHintLabel")->isVisible());
    hall.shoot(u"cashier-paid"_s);
    hall.press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(hall.hasFocus("receiptTable"));
    hall.shoot(u"cashier-receipts"_s);
    // The page must fit the smallest screen that halls have (1366 × 768 with the shell around).
    QVERIFY2(hall.page->minimumSizeHint().width() <= 1250,
             qPrintable(QString::number(hall.page->minimumSizeHint().width())));
    QVERIFY2(hall.page->minimumSizeHint().height() <= 660,
             qPrintable(QString::number(hall.page->minimumSizeHint().height())));
}

HALL_TEST_MAIN(QApplication, TestCashierPage)
#include "tst_cashier.moc"
