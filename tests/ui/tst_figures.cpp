#include "deskfixture.h"
#include "testmain.h"
#include "ui/figures/overviewpage.h"
#include "ui/figures/reportpage.h"
#include "ui/shared/datefield.h"
#include "ui/shared/paperpreview.h"
#include "ui/shared/rowtable.h"

#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestFigurePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void figureOpensItsCases();
    void overviewFollowsTheStore();
    void reportIsMadeAtOnce();
    void reportFigureOpensItsCases();
    void spreadsheetIsWritten();

private:
    [[nodiscard]] RowTable *casesShown() const
    {
        auto *dialog = m_hall->page->findChild<QDialog *>(u"figureCasesDialog"_s);
        return dialog ? dialog->findChild<RowTable *>(u"caseTable"_s) : nullptr;
    }

    std::unique_ptr<DeskFixture> m_hall;
    QList<StreamId> m_cases;
};

void TestFigurePages::init()
{
    m_cases.clear();
    m_hall = std::make_unique<DeskFixture>();
    VERIFY_OK(m_hall->open());
    for (int i = 0; i < 3; ++i) {
        const auto id = m_hall->cases.open(u"W2"_s);
        VERIFY_OK(id);
        m_cases.append(id.value());
    }
    VERIFY_OK(m_hall->cases.act(m_cases.constFirst(), u"clerk1"_s, u"accept"_s));
}

void TestFigurePages::figureOpensItsCases()
{
    m_hall->show<OverviewPage>(u"man1"_s);
    auto *table = m_hall->find<RowTable>("departmentTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toInt(), 3);
    table->setFocus();
    m_hall->press(Qt::Key_Return);
    QTRY_VERIFY(casesShown());
    QTRY_COMPARE(casesShown()->model()->rowCount(), 3);
    QTest::keyClick(casesShown(), Qt::Key_Return);
    QVERIFY(m_cases.contains(m_hall->opened));
}

void TestFigurePages::overviewFollowsTheStore()
{
    m_hall->show<OverviewPage>(u"man1"_s);
    auto *received = m_hall->find<QPushButton>("receivedButton");
    const auto figure = [received] {
        const auto *label = received->findChild<QLabel *>(u"figureLabel"_s);
        return label ? label->text() : QString();
    };
    QTRY_COMPARE(figure(), u"3"_s);
    VERIFY_OK(m_hall->cases.open(u"W2"_s));
    QTRY_COMPARE(figure(), u"4"_s);
    QTest::keyClick(received, Qt::Key_Space);
    QTRY_VERIFY(casesShown());
    QTRY_COMPARE(casesShown()->model()->rowCount(), 4);
}

void TestFigurePages::reportIsMadeAtOnce()
{
    m_hall->show<ReportPage>(u"man1"_s);
    QTRY_VERIFY(m_hall->find<PaperPreview>("preview")->hasDocument());
    QVERIFY(m_hall->find<QPushButton>("printButton")->isEnabled());
    QVERIFY(m_hall->find<QLabel>("asOfLabel")->text().contains(u"2026-11-23"_s));
    // A day before: nothing happened.
    auto *day = m_hall->find<DateField>("dayEdit");
    day->setFocus();
    m_hall->press(Qt::Key_Minus);
    m_hall->press(Qt::Key_F5);
    QTRY_COMPARE(m_hall->find<RowTable>("figureTable")->model()->rowCount(), 0);
}

void TestFigurePages::reportFigureOpensItsCases()
{
    m_hall->show<ReportPage>(u"man1"_s);
    auto *table = m_hall->find<RowTable>("figureTable");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    m_hall->press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_hall->find<QTabWidget>("tabs")->currentIndex(), 1);
    QCOMPARE(m_hall->focus(), table);
    QCOMPARE(table->currentIndex().data().toInt(), 3);
    m_hall->press(Qt::Key_Return);
    QTRY_VERIFY(casesShown());
    QTRY_COMPARE(casesShown()->model()->rowCount(), 3);
}

void TestFigurePages::spreadsheetIsWritten()
{
    m_hall->show<ReportPage>(u"man1"_s);
    QTRY_VERIFY(m_hall->find<QPushButton>("xlsxButton")->isEnabled());
    m_hall->press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_hall->page->findChild<QFileDialog *>(u"xlsxDialog"_s));
    const QString path = m_hall->fixture.path(u"day.xlsx"_s);
    auto *dialog = m_hall->page->findChild<QFileDialog *>(u"xlsxDialog"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
}

HALL_TEST_MAIN(QApplication, TestFigurePages)
#include "tst_figures.moc"
