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

/// The papers are in hand: one key. A test that does not get so far ends here.
#define CONFIRM_PAPERS(hall)                                                                       \
    do {                                                                                           \
        confirmPapers(hall);                                                                       \
        if (QTest::currentTestFailed())                                                            \
            return;                                                                                \
    } while (false)

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
    void refuses();
    void severalItemsOfAVisit();
    void agent();
    void pagesAreKeptAndShown();
    void badFilesCostNothing();
    void watchedFolder();
    void draftIsBackAfterAKill();
    void parksAndGoesOn();
    void editsAfterAcceptance();
    void storeFailureKeepsTheScreen();
    void looks();

private:
    /// From the search field to the checklist.
    static void chooseKnown(CounterFixture &hall);
    static void chooseItem(CounterFixture &hall, const QString &text = u"DL-FG-007"_s);
    static void confirmPapers(CounterFixture &hall);
    static QString writeImage(const CounterFixture &hall, const QString &name);
};

void TestIntake::chooseKnown(CounterFixture &hall)
{
    QVERIFY(hall.hasFocus("searchEdit"));
    hall.type(u"wjg"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
}

void TestIntake::chooseItem(CounterFixture &hall, const QString &text)
{
    hall.type(text);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("materialsTable"));
}

void TestIntake::confirmPapers(CounterFixture &hall)
{
    QTRY_VERIFY2(hall.page->findChild<QDialog *>(u"papersDialog"_s),
                 qPrintable(hall.find<MessageStrip>("messageStrip")->sentence()));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"papersDialog"_s));
}

QString TestIntake::writeImage(const CounterFixture &hall, const QString &name)
{
    QImage image(600, 800, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawText(QRect(40, 40, 500, 100), name);
    painter.end();
    const QString path = hall.store.path(name);
    image.save(path);
    return path;
}

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

void TestIntake::pagesAreKeptAndShown()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    auto *strip = hall.find<ThumbnailStrip>("pageStrip");
    Q_EMIT strip->filesDropped({writeImage(hall, u"one.png"_s), writeImage(hall, u"two.png"_s)});
    QTRY_COMPARE(strip->pages().size(), 2);
    QApplication::clipboard()->setImage(QImage(hall.store.path(u"one.png"_s)));
    hall.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(strip->pages().size(), 3);
    const PageId first = strip->pages().first().id;
    Q_EMIT strip->turnAsked({first}, 90);
    QTRY_COMPARE(strip->pages().first().rotation, 90);
    Q_EMIT strip->movedTo(0, 2);
    QTRY_COMPARE(strip->pages().last().id, first);
    Q_EMIT strip->removeAsked({strip->pages().first().id});
    QTRY_COMPARE(strip->pages().size(), 2);
    hall.press(Qt::Key_F4);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"pagesDialog"_s));
    hall.press(Qt::Key_Escape);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"pagesDialog"_s));
    hall.find<RowTable>("materialsTable")->setFocus();
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    const CaseFile file = hall.cases().last();
    QCOMPARE(file.livePages().size(), 2);
    QCOMPARE(file.livePages().last().id, first);
    QCOMPARE(file.livePages().last().rotation, 90);
    QCOMPARE(file.livePages().last().line, 1);
    for (const CasePage &page : file.livePages())
        QVERIFY(hall.pages->has(page.sha));
}

void TestIntake::badFilesCostNothing()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    QFile broken(hall.store.path(u"broken.png"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("\x89PNG\r\n\x1a\n half a picture");
    broken.close();
    QFile empty(hall.store.path(u"empty.jpg"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    auto *strip = hall.find<ThumbnailStrip>("pageStrip");
    Q_EMIT strip->filesDropped({broken.fileName(), writeImage(hall, u"good.png"_s),
                                empty.fileName(), hall.store.path(u"gone.jpg"_s)});
    QTRY_COMPARE(strip->pages().size(), 1);
    const QString said = hall.find<QLabel>("problemsLabel")->text();
    QCOMPARE(said.split(u'\n').size(), 3);
    for (const QString &name : {u"broken.png"_s, u"empty.jpg"_s, u"gone.jpg"_s})
        QVERIFY2(said.contains(name), qPrintable(said));
}

void TestIntake::watchedFolder()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    const QString folder = hall.store.path(u"scans"_s);
    QVERIFY(QDir().mkpath(folder));
    hall.settings.set(Setting::WatchedFolder, folder);
    QVERIFY(QFile::rename(writeImage(hall, u"scan.png"_s), folder + u"/scan.png"_s));
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    auto *strip = hall.find<ThumbnailStrip>("pageStrip");
    QTRY_COMPARE_WITH_TIMEOUT(strip->pages().size(), 1, 15000);
    QTRY_VERIFY(!QFile::exists(folder + u"/scan.png"_s));
}

void TestIntake::draftIsBackAfterAKill()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_W);
    QTRY_VERIFY(hall.find<QComboBox>("problemBox")->hasFocus());
    hall.type(u"缺页"_s);
    // Kept by itself, without a word of the page: nothing is asked to save before the end.
    const DraftShelf shelf(*hall.place);
    QTRY_VERIFY(std::ranges::any_of(
        await(shelf.list(hall.session())).valueOr({}), [](const KeptWork &kept) {
            return kept.work.items.size() == 1
                && kept.work.items.first().lines.at(1).problem == u"缺页";
        }));
    hall.close();
    VERIFY_OK(hall.open());
    hall.show();
    QTRY_COMPARE(hall.find<QLabel>("cardNameLabel")->text(), u"王建国"_s);
    auto *table = hall.find<RowTable>("materialsTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(hall.find<MessageStrip>("messageStrip")->sentence().contains(u"09:0"_s));
    QCOMPARE(table->model()->index(1, 5).data().toString(), u"缺页"_s);
}

void TestIntake::parksAndGoesOn()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_F10);
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    QCOMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 0);
    hall.press(Qt::Key_F10);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"parkedDialog"_s));
    hall.press(Qt::Key_Return);
    QTRY_COMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 3);
    // The next visitor: what is unfinished is parked by itself.
    hall.press(Qt::Key_F12);
    QTRY_COMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 0);
    const DraftShelf shelf(*hall.place);
    QTRY_COMPARE(await(shelf.list(hall.session())).valueOr({}).size(), 1);
}

void TestIntake::editsAfterAcceptance()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall, u"DL-FG-001"_s);
    hall.press(Qt::Key_A);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    hall.page->showCase(hall.cases().last().id);
    QTRY_VERIFY(hall.find<QPushButton>("editFieldButton")->isVisible());
    QVERIFY(!hall.find<QPushButton>("acceptButton")->isVisible());
    hall.press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"editFieldDialog"_s));
    auto *dialog = hall.page->findChild<QDialog *>(u"editFieldDialog"_s);
    auto *fields = dialog->findChild<QComboBox *>(u"fieldBox"_s);
    fields->setCurrentIndex(fields->findData(u"applicant.phone"_s));
    auto *value = dialog->findChild<QLineEdit *>(u"newValueEdit"_s);
    value->setText(u"123"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"editOkButton"_s);
    ok->click();
    QVERIFY(dialog->isVisible());
    value->setText(u"13912345678"_s);
    ok->click();
    QTRY_COMPARE(hall.cases().last().applicant.phone, u"13912345678"_s);
}

void TestIntake::storeFailureKeepsTheScreen()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    hall.press(Qt::Key_A);
    const DraftShelf shelf(*hall.place);
    QTRY_COMPARE(await(shelf.list(hall.session())).valueOr({}).size(), 1);
    hall.store.faults.accesses = 0;
    hall.store.faults.failAt = 8;
    hall.press(Qt::Key_F9);
    auto *strip = hall.find<MessageStrip>("messageStrip");
    QTRY_VERIFY(strip->isShown() && strip->tone() == Tone::Problem);
    hall.store.faults.failAt = 0;
    QCOMPARE(hall.cases().size(), 1);
    QCOMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 3);
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().size(), 2);
}

void TestIntake::looks()
{
    // Pictures for people (HALL_SHOTS names a folder) are taken in Chinese.
    QTranslator chinese;
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty()
        && chinese.load(qEnvironmentVariable("HALL_QM", u":/i18n/onehall_zh_CN.qm"_s)))
        QCoreApplication::installTranslator(&chinese);
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    const auto shoot = [&](const QString &name) {
        if (!folder.isEmpty())
            hall.page->grab().save(folder + u'/' + name + u".png"_s);
    };
    QTRY_VERIFY(hall.hasFocus("searchEdit"));
    shoot(u"1-empty"_s);
    hall.type(u"wj"_s);
    QTRY_COMPARE(hall.find<RowTable>("foundTable")->model()->rowCount(), 1);
    shoot(u"2-found"_s);
    hall.type(u"g"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
    hall.type(u"fw"_s);
    shoot(u"3-items"_s);
    hall.find<QLineEdit>("itemEdit")->clear();
    chooseItem(hall, u"DL-FG-007"_s);
    auto *strip = hall.find<ThumbnailStrip>("pageStrip");
    Q_EMIT strip->filesDropped({writeImage(hall, u"one.png"_s), hall.store.path(u"gone.jpg"_s)});
    QTRY_COMPARE(strip->pages().size(), 1);
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_W);
    QTRY_VERIFY(hall.find<QComboBox>("problemBox")->hasFocus());
    hall.type(u"复印件不清晰，请重新复印。"_s);
    shoot(u"4-materials"_s);
    hall.press(Qt::Key_Return);
    hall.press(Qt::Key_F9);
    shoot(u"5-missing"_s);
    const auto shootDialog = [&](const QString &name) {
        QTRY_VERIFY(hall.page->findChild<QDialog *>(name));
        auto *dialog = hall.page->findChild<QDialog *>(name);
        auto *preview = dialog->findChild<PaperPreview *>();
        if (preview)
            QTRY_VERIFY(preview->hasDocument());
        if (!folder.isEmpty())
            dialog->grab().save(folder + u'/' + name + u".png"_s);
    };
    hall.find<RowTable>("materialsTable")->setFocus();
    hall.press(Qt::Key_F2);
    shootDialog(u"guideDialog"_s);
    hall.press(Qt::Key_Escape);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"guideDialog"_s));
    hall.press(Qt::Key_R, Qt::ControlModifier);
    shootDialog(u"refusalDialog"_s);
    hall.press(Qt::Key_Escape);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"refusalDialog"_s));
    hall.press(Qt::Key_F7);
    shootDialog(u"correctionDialog"_s);
    hall.press(Qt::Key_Return);
    shootDialog(u"papersDialog"_s);
    CONFIRM_PAPERS(hall);
    shoot(u"6-after"_s);
    hall.find<QTabWidget>("counterTabs")->setCurrentIndex(2);
    QTRY_COMPARE(hall.find<RowTable>("waitingTable")->model()->rowCount(), 1);
    shoot(u"7-waiting"_s);
    hall.find<QTabWidget>("counterTabs")->setCurrentIndex(0);
    hall.press(Qt::Key_F12);
    hall.press(Qt::Key_O, Qt::ControlModifier);
    hall.type(u"东莞市大朗镇长富商贸服务有限公司毛织品第一分公司"_s);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("idNumberEdit"));
    hall.type(u"11441900007331881D"_s);
    shoot(u"8-register"_s);
    applyTheme(*qApp, Look::Dark);
    shoot(u"9-dark"_s);
    applyTheme(*qApp, Look::Light);
    hall.page->resize(1250, 660);
    // The page must fit the smallest screen that halls have (1366 × 768 with the shell around).
    QVERIFY2(hall.page->minimumSizeHint().width() <= 1250,
             qPrintable(QString::number(hall.page->minimumSizeHint().width())));
    QVERIFY2(hall.page->minimumSizeHint().height() <= 660,
             qPrintable(QString::number(hall.page->minimumSizeHint().height())));
}

HALL_TEST_MAIN(QApplication, TestIntake)
#include "tst_intake.moc"
