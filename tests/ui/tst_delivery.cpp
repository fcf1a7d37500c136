#include "testmain.h"
#include "tillpagefixture.h"
#include "ui/delivery/deliverypage.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowtable.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

using Fixture = TillPageFixture<DeliveryPage>;

/// Handing results over, by the keyboard alone.
class TestDeliveryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applicantHimself();
    void agentTakesIt();
    void somebodyElse();
    void unpaidCannotBeHandedOver();
    void listWithTheArrows();
    void saysWhatItDoesNotKnow();
    void saysWhoTookItAlready();
    void printerOutOfOrder();
    void receiptLeftBehindIsFound();
    void looks();

private:
    static CaseFile ready(Fixture &hall, const Agent &agent = {})
    {
        return hall.accepted(u"王建国"_s, TillFixture::freeItem, agent).valueOr({});
    }
    static void openByNumber(Fixture &hall, const CaseFile &file);
    static void confirm(Fixture &hall);
};

void TestDeliveryPage::openByNumber(Fixture &hall, const CaseFile &file)
{
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.find<QLabel>("titleLabel")->isVisible());
    QTRY_COMPARE(hall.find<QLabel>("titleLabel")->text(), file.applicant.name);
}

void TestDeliveryPage::confirm(Fixture &hall)
{
    QTRY_VERIFY2(hall.hasFocus("signedButton"),
                 qPrintable(hall.find<MessageStrip>("strip")->sentence()));
    // Pressed while it is still being printed it says so; a person looks at the sheet before.
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
}

void TestDeliveryPage::applicantHimself()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall);
    hall.show(hall.clerk());
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton")); // everything is filled in already
    hall.press(Qt::Key_F9);
    confirm(hall);
    const CaseFile closed = hall.load(file.id).value();
    QCOMPARE(closed.phase, Phase::Closed);
    QCOMPARE(closed.collector->name, u"王建国"_s);
    QCOMPARE(closed.collector->idNumber, u"44190019900101123X"_s);
    QCOMPARE(closed.collector->relation, u"本人"_s);
    const auto receipt = std::ranges::find(closed.papers, u"delivery-receipt"_s, &CasePaper::kind);
    QVERIFY(receipt != closed.papers.end());
    QCOMPARE(receipt->state, PaperState::Printed);
    QCOMPARE(hall.printer.titles.size(), 1);
    QTRY_COMPARE(hall.find<RowTable>("readyTable")->model()->rowCount(), 0);
}

void TestDeliveryPage::agentTakesIt()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall,
                                {.name = u"李娜"_s,
                                 .idKind = u"111"_s,
                                 .idNumber = u"441900198505059998"_s,
                                 .phone = u"13900139000"_s,
                                 .authority = u"授权委托书"_s});
    hall.show(hall.clerk());
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    QCOMPARE(hall.find<QLineEdit>("nameEdit")->text(), u"李娜"_s); // who came last time
    hall.press(Qt::Key_F5);
    QCOMPARE(hall.find<QLineEdit>("nameEdit")->text(), u"王建国"_s);
    hall.press(Qt::Key_F6);
    QCOMPARE(hall.find<QLineEdit>("nameEdit")->text(), u"李娜"_s);
    hall.press(Qt::Key_F9);
    confirm(hall);
    QCOMPARE(hall.load(file.id).value().collector->relation, u"代办人"_s);
}

void TestDeliveryPage::somebodyElse()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall);
    hall.show(hall.clerk());
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    hall.press(Qt::Key_F6); // nobody was named
    QVERIFY(hall.find<MessageStrip>("strip")->isShown());
    hall.press(Qt::Key_F7);
    QVERIFY(hall.hasFocus("nameEdit"));
    hall.press(Qt::Key_F9);
    QCOMPARE(hall.load(file.id).value().phase, Phase::Delivery);
    hall.type(u"李娜"_s);
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("idNumberEdit"));
    hall.type(u"441900198505059990"_s); // wrong check digit
    hall.press(Qt::Key_F9);
    QVERIFY(hall.hasFocus("idNumberEdit"));
    QCOMPARE(hall.load(file.id).value().phase, Phase::Delivery);
    hall.press(Qt::Key_A, Qt::ControlModifier);
    hall.type(u"441900198505059998"_s);
    QCOMPARE(hall.find<QLineEdit>("idNumberEdit")->text().remove(u' '), u"441900198505059998"_s);
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("relationBox"));
    hall.press(Qt::Key_F9); // the relation is missing
    QCOMPARE(hall.load(file.id).value().phase, Phase::Delivery);
    hall.type(u"姐姐"_s);
    hall.press(Qt::Key_F9);
    confirm(hall);
    QCOMPARE(hall.load(file.id).value().collector->relation, u"姐姐"_s);
}

void TestDeliveryPage::unpaidCannotBeHandedOver()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = hall.accepted(u"王建国"_s).valueOr({});
    hall.show(hall.clerk());
    openByNumber(hall, file);
    auto *fee = hall.find<QLabel>("feeLabel");
    QTRY_VERIFY(fee->isVisible());
    QVERIFY(fee->text().contains(u"100.00"_s));
    QVERIFY(!hall.find<QPushButton>("handOverButton")->isEnabled());
    hall.press(Qt::Key_F9);
    QVERIFY(hall.find<MessageStrip>("strip")->isShown());
    QCOMPARE(hall.load(file.id).value().phase, Phase::Delivery);
    // The cashier takes the fee at another window: the page sees it by itself.
    VERIFY_OK(hall.run(file.id, hall.cashier(),
                       TakePayment{.slip = file.slips.first().number,
                                   .tendered = Money(10'000),
                                   .till = hall.store.ids.make<StreamId>()}));
    QTRY_VERIFY(!fee->isVisible());
    QVERIFY(hall.find<QPushButton>("handOverButton")->isEnabled());
}

void TestDeliveryPage::listWithTheArrows()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    ready(hall);
    VERIFY_OK(hall.accepted(u"李娜"_s, TillFixture::freeItem));
    hall.show(hall.clerk());
    auto *table = hall.find<RowTable>("readyTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    hall.press(Qt::Key_Down);
    QVERIFY(hall.hasFocus("readyTable"));
    QTRY_COMPARE(hall.find<QLabel>("titleLabel")->text(),
                 table->model()->index(0, 1).data().toString());
    QVERIFY(hall.hasFocus("readyTable")); // looking does not take the keyboard away
    hall.press(Qt::Key_Down);
    QTRY_COMPARE(hall.find<QLabel>("titleLabel")->text(),
                 table->model()->index(1, 1).data().toString());
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("handOverButton"));
    hall.press(Qt::Key_Escape);
    QVERIFY(hall.hasFocus("findEdit"));
}

void TestDeliveryPage::saysWhatItDoesNotKnow()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    hall.show(hall.clerk());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(u"123456"_s);
    hall.press(Qt::Key_Return);
    auto *strip = hall.find<MessageStrip>("strip");
    QTRY_VERIFY(strip->isShown());
    QVERIFY(strip->sentence().contains(u"123456"_s));
}

void TestDeliveryPage::saysWhoTookItAlready()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall);
    hall.show(hall.clerk());
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    hall.press(Qt::Key_F9);
    confirm(hall);
    openByNumber(hall, file);
    auto *hint = hall.find<QLabel>("doneHintLabel");
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"王建国"_s));
    const int events = hall.load(file.id).value().eventCount;
    hall.press(Qt::Key_F9);
    QCOMPARE(hall.load(file.id).value().eventCount, events);
}

void TestDeliveryPage::printerOutOfOrder()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall);
    hall.printer.isBroken = true;
    hall.show(hall.clerk());
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    hall.press(Qt::Key_F9);
    auto *strip = hall.find<MessageStrip>("strip");
    QTRY_VERIFY(strip->isShown() && strip->tone() == Tone::Problem);
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("signedButton"));
    hall.printer.isBroken = false;
    hall.press(Qt::Key_F10);
    QTRY_COMPARE(hall.printer.titles.size(), 1);
    confirm(hall);
}

void TestDeliveryPage::receiptLeftBehindIsFound()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    const CaseFile file = ready(hall);
    for (const CasePaper &paper : file.papers)
        VERIFY_OK(hall.run(file.id, hall.clerk(), MarkPaper{.paper = paper.id}));
    hall.printer.isBroken = true;
    hall.show(hall.clerk());
    auto *waiting = hall.find<QPushButton>("waitingPapersButton");
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    QVERIFY(!waiting->isVisible());
    hall.press(Qt::Key_F9);
    QTRY_COMPARE(hall.find<MessageStrip>("strip")->tone(), Tone::Problem);
    hall.press(Qt::Key_Escape); // the collector had no time
    QTRY_VERIFY(waiting->isVisible());
    hall.printer.isBroken = false;
    hall.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(hall.dialog("papersDialog"));
    hall.press(Qt::Key_F5);
    QTRY_COMPARE(hall.printer.titles.size(), 1);
    QTRY_VERIFY((hall.press(Qt::Key_Return), !hall.dialog("papersDialog")));
    QCOMPARE(hall.load(file.id).value().papers.last().state, PaperState::Printed);
    QTRY_VERIFY(!waiting->isVisible());
}

void TestDeliveryPage::looks()
{
    Fixture hall;
    VERIFY_OK(hall.open());
    hall.show(hall.clerk());
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.shoot(u"delivery-empty"_s);
    const CaseFile file = ready(hall);
    const CaseFile unpaid = hall.accepted(u"买买提·阿不都热合曼·艾合买提江"_s).valueOr({});
    QTRY_COMPARE(hall.find<RowTable>("readyTable")->model()->rowCount(), 2);
    openByNumber(hall, unpaid);
    hall.shoot(u"delivery-unpaid"_s);
    hall.press(Qt::Key_Escape);
    openByNumber(hall, file);
    QTRY_VERIFY(hall.hasFocus("handOverButton"));
    hall.shoot(u"delivery-applicant"_s);
    hall.press(Qt::Key_F7);
    hall.type(u"李娜"_s);
    hall.press(Qt::Key_Return);
    hall.type(u"441900198505059990"_s);
    hall.press(Qt::Key_F9);
    hall.shoot(u"delivery-other"_s);
    hall.press(Qt::Key_F5);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("signedButton"));
    hall.shoot(u"delivery-sign"_s);
    confirm(hall);
    QVERIFY2(hall.page->minimumSizeHint().width() <= 1250,
             qPrintable(QString::number(hall.page->minimumSizeHint().width())));
    QVERIFY2(hall.page->minimumSizeHint().height() <= 660,
             qPrintable(QString::number(hall.page->minimumSizeHint().height())));
}

HALL_TEST_MAIN(QApplication, TestDeliveryPage)
#include "tst_delivery.moc"
