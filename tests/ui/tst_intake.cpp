#include "counterfixture.h"
#include "testmain.h"
#include "ui/intake/intaketext.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/paperpreview.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/thumbnailstrip.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTranslator>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The counter by its keyboard alone.
class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returningApplicantInFewKeys();
    void handsOverOnTheSpot();
    void registersSomebodyNew();
    void organisation();
    void unknownRegionWithAReason();
    void duplicateIsSeen();
    void saysWhatIsMissing();
    void takesInAndOpensAgain();
    void asksForCorrections();
    void storedPhraseTakesOneEnter();
    void refuses();
    void severalItemsOfAVisit();
    void agent();
};

void TestIntake::returningApplicantInFewKeys()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    hall.keys = 0;
    chooseKnown(hall);
    chooseItem(hall, u"007"_s);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    qInfo("keys pressed: %d", hall.keys);
    QVERIFY2(hall.keys < 30, qPrintable(QString::number(hall.keys)));
    const QList<CaseFile> cases = hall.cases();
    QCOMPARE(cases.size(), 2);
    const CaseFile &file = cases.last();
    QCOMPARE(file.phase, Phase::Delivery);
    QCOMPARE(file.materials.size(), 3);
    QCOMPARE(file.applicant.id, cases.first().applicant.id);
    for (const CasePaper &paper : file.papers)
        QCOMPARE(paper.state, PaperState::Printed);
    QVERIFY(!QDir(hall.store.path(u"papers"_s)).entryList({u"*.pdf"_s}).isEmpty());
    // Ready for the next: the applicant stays for another item, typing finds the next visitor.
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
}

void TestIntake::handsOverOnTheSpot()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"papersDialog"_s));
    auto *dialog = hall.page->findChild<QDialog *>(u"papersDialog"_s);
    auto *table = dialog->findChild<RowTable *>(u"papersTable"_s);
    const int before = table->model()->rowCount();
    hall.press(Qt::Key_F11);
    QTRY_COMPARE(table->model()->rowCount(), before + 1);
    CONFIRM_PAPERS(hall);
    const CaseFile file = hall.cases().last();
    QCOMPARE(file.phase, Phase::Closed);
    QCOMPARE(file.collector->name, u"王建国"_s);
}

void TestIntake::registersSomebodyNew()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    hall.show();
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    // A number that nobody has goes into the number's field.
    hall.type(u"441900198505059998"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("nameEdit"));
    QCOMPARE(hall.find<QLineEdit>("idNumberEdit")->text().remove(u' '), u"441900198505059998"_s);
    hall.type(u"李娜"_s);
    hall.press(Qt::Key_Return);
    hall.type(u"13912345678"_s);
    hall.press(Qt::Key_Return);
    QVERIFY(hall.hasFocus("addressEdit"));
    hall.type(u"大朗镇"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    chooseItem(hall);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    const CaseFile file = hall.cases().last();
    QCOMPARE(file.applicant.name, u"李娜"_s);
    QCOMPARE(file.applicant.phone, u"13912345678"_s);
    QCOMPARE(file.applicant.address, u"大朗镇"_s);
}

void TestIntake::organisation()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    hall.show();
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    hall.press(Qt::Key_O, Qt::ControlModifier);
    hall.type(u"东莞市样例有限公司"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("idNumberEdit"));
    hall.type(u"11441900007331881c"_s);
    hall.press(Qt::Key_F9);
    // The legal representative is asked for by name.
    QTRY_VERIFY(hall.hasFocus("legalNameEdit"));
    hall.type(u"赵六"_s);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("phoneNumberEdit"));
    hall.type(u"076983312345"_s);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    chooseItem(hall);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    const CaseFile file = hall.cases().last();
    QCOMPARE(file.applicant.kind, 2);
    QCOMPARE(file.applicant.idNumber, u"11441900007331881C"_s);
    QCOMPARE(file.applicant.legalName, u"赵六"_s);
}

void TestIntake::unknownRegionWithAReason()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    hall.show();
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    hall.type(u"李娜"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("idNumberEdit"));
    const QString body = u"00000019900101999"_s;
    const QList<int> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.size(); ++i)
        sum += body.at(i).digitValue() * weights.at(i);
    auto *button = hall.find<QPushButton>("overrideButton");
    QVERIFY(!button->isVisible());
    hall.type(body + u"10X98765432"_s.at(sum % 11));
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"decisionDialog"_s));
    auto *dialog = hall.page->findChild<QDialog *>(u"decisionDialog"_s);
    dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->setPlainText(u"已核对原件"_s);
    dialog->findChild<QPushButton *>(u"yesButton"_s)->click();
    QTRY_VERIFY(!button->isVisible());
}

void TestIntake::duplicateIsSeen()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    hall.type(u"王健国"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("idNumberEdit"));
    hall.type(u"441900199001019997"_s);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"duplicatesDialog"_s));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    QCOMPARE(hall.find<QLabel>("cardNameLabel")->text(), u"王建国"_s);
}

void TestIntake::saysWhatIsMissing()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    auto *strip = hall.find<MessageStrip>("messageStrip");
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(strip->isShown());
    chooseKnown(hall);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    chooseItem(hall);
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("materialsTable"));
    QCOMPARE(hall.find<RowTable>("materialsTable")->currentRow(), 1);
    QVERIFY(strip->sentence().contains(u'2'));
    QCOMPARE(hall.cases().size(), 1);
}

void TestIntake::takesInAndOpensAgain()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall, u"DL-FG-001"_s);
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_F8);
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().last().phase, Phase::Received);
    auto *received = hall.find<RowTable>("receivedTable");
    QTRY_COMPARE(received->model()->rowCount(), 1);
    hall.press(Qt::Key_F5);
    QTRY_VERIFY(hall.hasFocus("receivedTable"));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("materialsTable"));
    QTRY_VERIFY(hall.find<QPushButton>("withdrawButton")->isVisible());
    hall.press(Qt::Key_A);
    // Closed without an act: what was ticked waits among the parked work.
    hall.press(Qt::Key_F12);
    QTRY_COMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 0);
    hall.press(Qt::Key_F10);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"parkedDialog"_s));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.find<QPushButton>("withdrawButton")->isVisible());
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().last().phase, Phase::Review);
}

void TestIntake::asksForCorrections()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_W);
    QTRY_VERIFY(hall.find<QComboBox>("problemBox")->hasFocus());
    hall.type(u"未签名"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("materialsTable"));
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_F7);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"correctionDialog"_s));
    hall.press(Qt::Key_Return);
    CONFIRM_PAPERS(hall);
    const CaseFile file = hall.cases().last();
    QCOMPARE(file.phase, Phase::Correction);
    QCOMPARE(file.materials.at(0).problem, u"未签名"_s);
    QCOMPARE(file.materials.at(1).verdict, LineVerdict::Right);
    // The line that nobody looked at is told as well: the list is complete.
    QCOMPARE(file.materials.at(2).verdict, LineVerdict::Wrong);
    QVERIFY(!file.materials.at(2).problem.isEmpty());
    QTRY_COMPARE(hall.find<RowTable>("waitingTable")->model()->rowCount(), 1);
}

void TestIntake::storedPhraseTakesOneEnter()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    auto *box = hall.find<QComboBox>("problemBox");
    auto *table = hall.find<RowTable>("materialsTable");
    const auto wrong = [&](const QString &text, const QList<Qt::Key> &keys) {
        hall.press(Qt::Key_W);
        QTRY_VERIFY(box->hasFocus());
        hall.type(text);
        QTRY_VERIFY(QApplication::activePopupWidget()); // the phrases are offered
        for (const Qt::Key key : keys)
            QTest::keyClick(QApplication::activePopupWidget(), key);
        // Off-screen the list that closed stays the active window, so the program's focus counts.
        QTRY_COMPARE(QApplication::focusWidget(), table);
        QVERIFY(!QApplication::activePopupWidget());
        hall.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(hall.page.get()));
        table->setFocus();
    };
    const QString phrase = box->itemText(0);
    QVERIFY(!phrase.isEmpty());
    wrong(phrase, {Qt::Key_Return});
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(table->currentRow(), 1);
    QCOMPARE(table->model()->index(0, 5).data().toString(), phrase);
    QVERIFY(table->model()->index(1, 5).data().toString().isEmpty());
    // A phrase chosen from the list stands on its own line, not on the next one.
    wrong(phrase.left(1), {Qt::Key_Down, Qt::Key_Return});
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(table->currentRow(), 2);
    QVERIFY(table->model()->index(1, 5).data().toString().contains(phrase.left(1)));
    QVERIFY(table->model()->index(1, 5).data().toString().size() > 1);
    QVERIFY(table->model()->index(2, 5).data().toString().isEmpty());
}

void TestIntake::refuses()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"refusalDialog"_s));
    auto *dialog = hall.page->findChild<QDialog *>(u"refusalDialog"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"refusalOkButton"_s);
    QVERIFY(!ok->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"groundTextEdit"_s)->setPlainText(u"不属本机关职权。"_s);
    QVERIFY(ok->isEnabled());
    ok->click();
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().last().phase, Phase::Refused);
}

void TestIntake::severalItemsOfAVisit()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F3, Qt::ShiftModifier);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    chooseItem(hall, u"DL-FG-001"_s);
    hall.press(Qt::Key_A);
    QCOMPARE(hall.find<RowTable>("chosenTable")->model()->rowCount(), 2);
    hall.press(Qt::Key_F9, Qt::ControlModifier);
    CONFIRM_PAPERS(hall);
    const QList<CaseFile> cases = hall.cases();
    QCOMPARE(cases.size(), 3);
    QCOMPARE(cases.at(1).visit, cases.at(2).visit);
    QVERIFY(cases.at(1).number != cases.at(2).number);
}

void TestIntake::agent()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    hall.press(Qt::Key_F6);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"agentDialog"_s));
    auto *dialog = hall.page->findChild<QDialog *>(u"agentDialog"_s);
    hall.type(u"李娜"_s);
    dialog->findChild<QPushButton *>(u"agentOkButton"_s)->click();
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"agentReasonLabel"_s)->isVisible());
    hall.type(u"441900198505059998"_s);
    dialog->findChild<QPushButton *>(u"agentOkButton"_s)->click();
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"agentDialog"_s));
    chooseItem(hall);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().last().agent.name, u"李娜"_s);
    QVERIFY(!hall.cases().last().agent.authority.isEmpty());
}

HALL_TEST_MAIN(QApplication, TestIntake)
#include "tst_intake.moc"
