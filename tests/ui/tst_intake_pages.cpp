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
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <vector>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Pages, drafts, what follows an acceptance, and how the counter looks.
class TestIntakePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreKeptAndShown();
    void badFilesCostNothing();
    void watchedFolder();
    void draftIsBackAfterAKill();
    void draftGoesWithItsAcceptance();
    void parksAndGoesOn();
    void leftPapersAreFound();
    void editsAfterAcceptance();
    void storeFailureKeepsTheScreen();
    void looks();
};

void TestIntakePages::pagesAreKeptAndShown()
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

void TestIntakePages::badFilesCostNothing()
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

void TestIntakePages::watchedFolder()
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

void TestIntakePages::draftIsBackAfterAKill()
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

void TestIntakePages::draftGoesWithItsAcceptance()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    VERIFY_OK(hall.known());
    hall.show();
    chooseKnown(hall);
    chooseItem(hall);
    // As the shell rebuilds a page in another language: the old one lives on for seconds, unseen.
    std::vector<std::unique_ptr<CounterPage>> retired;
    const auto changeLanguage = [&] {
        const QJsonObject typed = hall.page->saveInput();
        retired.push_back(std::move(hall.page));
        retired.back()->hide();
        hall.show(typed);
        QTRY_COMPARE(hall.find<RowTable>("materialsTable")->model()->rowCount(), 3);
    };
    changeLanguage();
    hall.press(Qt::Key_A); // not kept yet when the language changes again
    changeLanguage();
    hall.press(Qt::Key_F9);
    CONFIRM_PAPERS(hall);
    QCOMPARE(hall.cases().last().phase, Phase::Delivery);
    const auto isPending = [](const std::unique_ptr<CounterPage> &page) {
        return page->findChild<QTimer *>(u"draftTimer"_s)->isActive();
    };
    QTRY_VERIFY(std::ranges::none_of(retired, isPending));
    const DraftShelf shelf(*hall.place);
    QVERIFY(await(shelf.list(hall.session())).value().isEmpty());
    hall.close();
}

void TestIntakePages::leftPapersAreFound()
{
    CounterFixture hall;
    VERIFY_OK(hall.open());
    hall.show();
    auto *waiting = hall.find<QPushButton>("waitingPapersButton");
    VERIFY_OK(hall.known()); // accepted at this window; nobody printed its papers
    QTRY_VERIFY(waiting->isVisible());
    const qsizetype papers = hall.cases().last().papers.size();
    QVERIFY(waiting->text().contains(QString::number(papers)));
    hall.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(hall.page->findChild<QDialog *>(u"papersDialog"_s));
    auto *strip = hall.page->findChild<QDialog *>(u"papersDialog"_s)
                      ->findChild<MessageStrip *>(u"papersStrip"_s);
    hall.press(Qt::Key_Return); // not printed: nobody can have it in hand
    QTRY_VERIFY(strip->isShown());
    const auto stateAt
        = [&hall](qsizetype paper) { return hall.cases().last().papers.at(paper).state; };
    const auto left = [&hall] {
        const QList<CasePaper> all = hall.cases().last().papers;
        return std::ranges::count_if(
            all, [](const CasePaper &paper) { return paper.state != PaperState::Printed; });
    };
    QCOMPARE(left(), papers);
    for (qsizetype done = 1; done <= papers; ++done) {
        hall.press(Qt::Key_F5);
        QTRY_VERIFY(std::ranges::any_of(hall.cases().last().papers, [](const CasePaper &paper) {
            return paper.state == PaperState::Sent;
        }));
        QTRY_VERIFY((hall.press(Qt::Key_Return), left() == papers - done));
    }
    QCOMPARE(stateAt(0), PaperState::Printed);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(u"papersDialog"_s));
    QTRY_VERIFY(!waiting->isVisible());
}

void TestIntakePages::parksAndGoesOn()
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

void TestIntakePages::editsAfterAcceptance()
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

void TestIntakePages::storeFailureKeepsTheScreen()
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

void TestIntakePages::looks()
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

HALL_TEST_MAIN(QApplication, TestIntakePages)
#include "tst_intake_pages.moc"
