#include "deskfixture.h"
#include "testmain.h"
#include "ui/search/casefilepage.h"
#include "ui/search/searchpage.h"
#include "ui/shared/paperpreview.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/languages.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSearchPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typeChooseAndOpen();
    void escapeEmptiesTheBox();
    void numbersAreMaskedUntilF2();
    void noteByKeyboard();
    void printsAPaperAgain();
    void managerMakesACaseVoid();
    void clerkWithdrawsACaseOfLastWeek();
    void clerkPutsATypingErrorRight();
    void nothingOpenSaysWhatToDo();
    void looks();

private:
    [[nodiscard]] StreamId newCase()
    {
        m_hall->fixture.clock.advance(60);
        return m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    }
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.caseFile(id); }))
            .value();
    }
    /// Answers the decision dialog that is open with a reason.
    void answer(const QString &reason);

    std::unique_ptr<DeskFixture> m_hall;
};

void TestSearchPages::init()
{
    m_hall = std::make_unique<DeskFixture>();
    VERIFY_OK(m_hall->open());
}

void TestSearchPages::answer(const QString &reason)
{
    QTRY_VERIFY(m_hall->page->findChild<QDialog *>(u"decisionDialog"_s));
    auto *dialog = m_hall->page->findChild<QDialog *>(u"decisionDialog"_s);
    // Chinese comes from an input method, not from keys.
    dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->insertPlainText(reason);
    auto *yes = dialog->findChild<QPushButton *>(u"yesButton"_s);
    QTRY_VERIFY(yes->isEnabled());
    QTest::keyClick(yes, Qt::Key_Space);
}

void TestSearchPages::typeChooseAndOpen()
{
    const StreamId wanted = newCase();
    for (int i = 0; i < 5; ++i)
        QVERIFY(!newCase().isNull());
    auto *page = m_hall->show<SearchPage>(u"clerk1"_s);
    auto *table = m_hall->find<RowTable>("resultTable");
    QTRY_COMPARE(table->model()->rowCount(), 6);
    QTRY_COMPARE(m_hall->focus(), m_hall->find<QLineEdit>("searchEdit"));
    m_hall->type(file(wanted).number);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    m_hall->press(Qt::Key_Return);
    QCOMPARE(m_hall->opened, wanted);
    QVERIFY(!page->keys().isEmpty());
}

void TestSearchPages::escapeEmptiesTheBox()
{
    const StreamId first = newCase();
    const StreamId second = newCase();
    m_hall->show<SearchPage>(u"rev1"_s);
    auto *table = m_hall->find<RowTable>("resultTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    m_hall->type(u"zzzz"_s);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    m_hall->press(Qt::Key_Escape);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    m_hall->press(Qt::Key_Down);
    m_hall->press(Qt::Key_Return);
    QCOMPARE(m_hall->opened, first);
    QVERIFY(first != second);
}

void TestSearchPages::numbersAreMaskedUntilF2()
{
    const StreamId id = newCase();
    auto *page = m_hall->show<CaseFilePage>(u"clerk1"_s);
    page->showCase(id);
    auto *facts = m_hall->find<QLabel>("factsLabel");
    const CaseFile shown = file(id);
    QTRY_VERIFY(facts->text().contains(shown.applicant.name));
    QVERIFY(!facts->text().contains(shown.applicant.idNumber));
    m_hall->press(Qt::Key_F2);
    QVERIFY(facts->text().contains(shown.applicant.idNumber));
    // Another case is masked again.
    page->showCase(newCase());
    QTRY_VERIFY(!facts->text().contains(shown.applicant.idNumber));
}

void TestSearchPages::noteByKeyboard()
{
    const StreamId id = newCase();
    auto *page = m_hall->show<CaseFilePage>(u"cert1"_s);
    page->showCase(id);
    QTRY_VERIFY(m_hall->find<QPushButton>("noteButton")->isVisible());
    m_hall->press(Qt::Key_F4);
    answer(u"已电话通知"_s);
    QTRY_VERIFY(file(id).history.constLast().text.contains(u"已电话通知"_s));
    m_hall->press(Qt::Key_6, Qt::AltModifier);
    auto *history = m_hall->find<RowTable>("historyTable");
    QTRY_COMPARE(history->model()->rowCount(), static_cast<int>(file(id).history.size()));
    QCOMPARE(m_hall->find<QTabWidget>("caseTabs")->currentIndex(), 5);
}

void TestSearchPages::printsAPaperAgain()
{
    const StreamId id = newCase();
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    auto *page = m_hall->show<CaseFilePage>(u"clerk1"_s);
    page->showCase(id);
    m_hall->press(Qt::Key_5, Qt::AltModifier);
    QTRY_VERIFY(m_hall->find<PaperPreview>("preview")->hasDocument());
    const QString paper = file(id).papers.constFirst().id;
    m_hall->press(Qt::Key_F9);
    QTRY_VERIFY(file(id).papers.constFirst().state == PaperState::Sent);
    m_hall->press(Qt::Key_F8);
    QTRY_VERIFY(file(id).papers.constFirst().state == PaperState::Printed);
    QCOMPARE(file(id).papers.constFirst().id, paper);
    QCOMPARE(file(id).papers.constFirst().copies, 1);
}

void TestSearchPages::managerMakesACaseVoid()
{
    const StreamId id = newCase();
    auto *page = m_hall->show<CaseFilePage>(u"man1"_s);
    page->showCase(id);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"voidButton"_s));
    QTest::keyClick(page->findChild<QPushButton *>(u"voidButton"_s), Qt::Key_Space);
    answer(u"重复登记"_s);
    QTRY_VERIFY(file(id).phase == Phase::Void);
    QTRY_VERIFY(!page->findChild<QPushButton *>(u"voidButton"_s));
}

void TestSearchPages::clerkWithdrawsACaseOfLastWeek()
{
    const StreamId id = newCase();
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    m_hall->fixture.clock.advance(7LL * 24 * 3600);
    // Who has no such right sees no such button, and the key does nothing.
    auto *others = m_hall->show<CaseFilePage>(u"rev1"_s);
    others->showCase(id);
    QTRY_VERIFY(m_hall->find<QLabel>("titleLabel")->isVisible());
    QVERIFY(!others->findChild<QPushButton *>(u"withdrawButton"_s));
    m_hall->press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!others->findChild<QDialog *>(u"decisionDialog"_s));
    auto *page = m_hall->show<CaseFilePage>(u"clerk2"_s);
    page->showCase(id);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"withdrawButton"_s));
    m_hall->press(Qt::Key_W, Qt::ControlModifier);
    answer(u"申请人书面申请撤回。"_s);
    QTRY_COMPARE(file(id).phase, Phase::Withdrawn);
    QVERIFY(file(id).history.constLast().text.contains(u"撤回"_s));
    QTRY_VERIFY(!page->findChild<QPushButton *>(u"withdrawButton"_s));
    QVERIFY(!m_hall->find<QPushButton>("editFieldButton")->isVisible());
}

void TestSearchPages::clerkPutsATypingErrorRight()
{
    const StreamId id = newCase();
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    m_hall->fixture.clock.advance(7LL * 24 * 3600);
    auto *page = m_hall->show<CaseFilePage>(u"clerk1"_s);
    page->showCase(id);
    QTRY_VERIFY(m_hall->find<QPushButton>("editFieldButton")->isVisible());
    m_hall->press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(page->findChild<QDialog *>(u"editFieldDialog"_s));
    auto *dialog = page->findChild<QDialog *>(u"editFieldDialog"_s);
    auto *fields = dialog->findChild<QComboBox *>(u"fieldBox"_s);
    fields->setCurrentIndex(fields->findData(u"applicant.phone"_s));
    auto *value = dialog->findChild<QLineEdit *>(u"newValueEdit"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"editOkButton"_s);
    value->setText(u"12"_s); // checked as at the counter
    QTest::keyClick(ok, Qt::Key_Space);
    QVERIFY(dialog->isVisible());
    value->setText(u"13912345678"_s);
    QTest::keyClick(ok, Qt::Key_Space);
    QTRY_COMPARE(file(id).applicant.phone, u"13912345678"_s);
    QVERIFY(file(id).phase == Phase::Review);
    auto *other = m_hall->show<CaseFilePage>(u"clerk9"_s); // of another department
    other->showCase(id);
    QTRY_VERIFY(m_hall->find<QLabel>("titleLabel")->isVisible());
    QVERIFY(!m_hall->find<QPushButton>("editFieldButton")->isVisible());
}

void TestSearchPages::nothingOpenSaysWhatToDo()
{
    m_hall->show<CaseFilePage>(u"clerk1"_s);
    QVERIFY(m_hall->find<QWidget>("nothing")->isVisible());
    m_hall->press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_hall->gone, u"search"_s);
}

/// HALL_SHOTS=folder leaves pictures in Chinese; all buttons stay in the smallest window.
void TestSearchPages::looks()
{
    Languages languages(*qApp);
    languages.apply(u"zh_CN"_s);
    const StreamId id = newCase();
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    auto *page = m_hall->show<CaseFilePage>(u"clerk1"_s);
    page->resize(1186, 660);
    page->showCase(id);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"withdrawButton"_s));
    m_hall->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(m_hall->find<PaperPreview>("preview")->hasDocument());
    const auto *note = m_hall->find<QPushButton>("noteButton");
    QTRY_VERIFY(page->rect().contains(QRect(note->mapTo(page, QPoint()), note->size())));
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty())
        page->grab().save(folder + u"/case-clerk.png"_s);
    m_hall->press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(page->findChild<QDialog *>(u"decisionDialog"_s));
    if (!folder.isEmpty())
        page->findChild<QDialog *>(u"decisionDialog"_s)->grab().save(folder + u"/withdraw.png"_s);
    languages.apply(u"en"_s);
}

HALL_TEST_MAIN(QApplication, TestSearchPages)
#include "tst_search.moc"
