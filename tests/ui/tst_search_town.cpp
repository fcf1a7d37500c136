#include "deskfixture.h"
#include "fakecentrelink.h"
#include "pictures.h"
#include "store/lookrows.h"
#include "testmain.h"
#include "ui/search/casefilepage.h"
#include "ui/search/searchpage.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowtable.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Looking in the whole town, and looks beyond the own work.
class TestSearchTown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aloneThereIsNoTown();
    void askedWithAPurposeByKeyboard();
    void withoutAPurposeNothingIsAsked();
    void offlineSaysSo();
    void aLocalHeadOpens();
    void aStrangersViewIsWrittenDown();
    void numbersBeyondTheOwnWorkNeedAReason();

private:
    [[nodiscard]] QDialog *town();
    [[nodiscard]] QJsonObject head(const StreamId &stream, const QString &number) const;
    [[nodiscard]] QList<LookRow> looks();
    [[nodiscard]] StreamId newCase() { return m_hall->cases.open(u"W2"_s).valueOr(StreamId()); }

    FakeCentreLink m_link;
    std::unique_ptr<DeskFixture> m_hall;
};

void TestSearchTown::init()
{
    m_link.now = {.state = LinkState::Online, .hasPerson = true};
    m_link.asks.clear();
    m_link.heads.clear();
    m_hall = std::make_unique<DeskFixture>();
    m_hall->link = &m_link;
    VERIFY_OK(m_hall->open());
    dressForPictures();
}

void TestSearchTown::cleanup()
{
    m_hall.reset();
}

QDialog *TestSearchTown::town()
{
    m_hall->press(Qt::Key_T, Qt::ControlModifier);
    auto *dialog = m_hall->page->findChild<QDialog *>(u"townSearchDialog"_s);
    if (!dialog)
        QTest::qFail("no dialog", __FILE__, __LINE__);
    return dialog;
}

QJsonObject TestSearchTown::head(const StreamId &stream, const QString &number) const
{
    return {{u"stream"_s, stream.text()},
            {u"open"_s, true},
            {u"state"_s, u"review"_s},
            {u"head"_s,
             QJsonObject{{u"number"_s, number},
                         {u"item"_s, u"W2"_s},
                         {u"workflow"_s, u"W2"_s},
                         {u"definition"_s, 1},
                         {u"dept"_s, u"AJ"_s},
                         {u"name"_s, u"东莞市大朗毛织研发检测中心有限公司"_s},
                         {u"idNumber"_s, u"91441900MA4W2QXN6T"_s},
                         {u"phone"_s, u"13812345678"_s}}}};
}

QList<LookRow> TestSearchTown::looks()
{
    return await(m_hall->fixture.store().read([](ReadTx &tx) { return hall::looks(tx, 0, 50); }))
        .valueOr({});
}

void TestSearchTown::aloneThereIsNoTown()
{
    m_link.now.state = LinkState::Alone;
    m_hall->show<SearchPage>(u"clerk1"_s);
    QVERIFY(!m_hall->find<QPushButton>("townButton")->isVisible());
    m_hall->press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!m_hall->page->findChild<QDialog *>(u"townSearchDialog"_s));
}

void TestSearchTown::askedWithAPurposeByKeyboard()
{
    m_link.heads = {head(m_hall->fixture.ids.make<StreamId>(), u"441900113-20261122-B02-0007-1"_s)};
    m_hall->show<SearchPage>(u"clerk1"_s);
    m_hall->type(u"13812345678"_s);
    QDialog *dialog = town();
    // What was typed is taken over, and what it is is guessed.
    QCOMPARE(dialog->findChild<QLineEdit *>(u"townTextEdit"_s)->text(), u"13812345678"_s);
    auto *purpose = dialog->findChild<QComboBox *>(u"purposeBox"_s);
    QTRY_COMPARE(m_hall->focus(), purpose);
    QTest::keyClick(purpose, Qt::Key_Down);
    QVERIFY(!purpose->currentText().isEmpty());
    QTest::keyClick(purpose, Qt::Key_Return);
    auto *table = dialog->findChild<RowTable *>(u"townTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(m_link.asks.size(), 1);
    QVERIFY(m_link.asks.constFirst().kind == FindKind::Phone);
    QCOMPARE(m_link.asks.constFirst().purpose, purpose->currentText());
    // It is not here: where it is in hand is said, numbers stay masked.
    const QString facts = dialog->findChild<QLabel *>(u"headLabel"_s)->text();
    QVERIFY(facts.contains(u"in hand at AJ"_s) || facts.contains(u"AJ"_s));
    QVERIFY(!facts.contains(u"91441900MA4W2QXN6T"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"townOpenButton"_s)->isEnabled());
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty()) {
        m_hall->page->grab().save(folder + u"/search.png"_s);
        dialog->grab().save(folder + u"/town.png"_s);
    }
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(m_hall->opened.isNull());
}

void TestSearchTown::withoutAPurposeNothingIsAsked()
{
    m_hall->show<SearchPage>(u"clerk1"_s);
    QDialog *dialog = town();
    auto *text = dialog->findChild<QLineEdit *>(u"townTextEdit"_s);
    QTRY_COMPARE(m_hall->focus(), text);
    QTest::keyClicks(text, u"441900113-20261122-B02-0007-1"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY(dialog->findChild<MessageStrip *>(u"townStrip"_s)->isShown());
    QVERIFY(m_link.asks.isEmpty());
    QCOMPARE(dialog->findChild<QComboBox *>(u"kindBox"_s)->currentData().toInt(),
             static_cast<int>(FindKind::Number));
}

void TestSearchTown::offlineSaysSo()
{
    m_link.now.state = LinkState::Offline;
    m_hall->show<SearchPage>(u"clerk1"_s);
    QDialog *dialog = town();
    auto *strip = dialog->findChild<MessageStrip *>(u"townStrip"_s);
    QVERIFY(strip->isShown());
    strip->dismiss();
    dialog->findChild<QLineEdit *>(u"townTextEdit"_s)->setText(u"13812345678"_s);
    dialog->findChild<QComboBox *>(u"purposeBox"_s)->setCurrentIndex(0);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"lookButton"_s), Qt::Key_Space);
    QTRY_VERIFY(strip->isShown());
    QVERIFY(strip->tone() == Tone::Problem);
}

void TestSearchTown::aLocalHeadOpens()
{
    const StreamId here = newCase();
    m_link.heads = {head(here, u"441900113-20261122-A07-0001-3"_s)};
    m_hall->show<SearchPage>(u"clerk1"_s);
    QDialog *dialog = town();
    dialog->findChild<QLineEdit *>(u"townTextEdit"_s)->setText(u"13812345678"_s);
    dialog->findChild<QComboBox *>(u"purposeBox"_s)->setCurrentIndex(0);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"lookButton"_s), Qt::Key_Space);
    auto *table = dialog->findChild<RowTable *>(u"townTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_hall->opened, here);
}

void TestSearchTown::aStrangersViewIsWrittenDown()
{
    const StreamId id = newCase();
    auto *own = m_hall->show<CaseFilePage>(u"clerk1"_s);
    own->showCase(id);
    QTRY_VERIFY(m_hall->find<QLabel>("titleLabel")->isVisible());
    auto *page = m_hall->show<CaseFilePage>(u"clerk9"_s);
    page->showCase(id);
    QTRY_COMPARE(looks().size(), 1); // the stranger's only
    QCOMPARE(looks().constFirst().staff, u"clerk9"_s);
    QCOMPARE(looks().constFirst().stream, id);
    QVERIFY(looks().constFirst().kind == LookKind::Opened);
    // Refreshed by itself is not looked at again.
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    QTRY_VERIFY(m_hall->find<RowTable>("historyTable")->model()->rowCount() > 3);
    QCOMPARE(looks().size(), 1);
    m_hall->fixture.clock.advance(1);
    page->showCase(id);
    QTRY_COMPARE(looks().size(), 2);
}

void TestSearchTown::numbersBeyondTheOwnWorkNeedAReason()
{
    const StreamId id = newCase();
    const auto file
        = await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.caseFile(id); }));
    VERIFY_OK(file);
    const QString number = file.value().applicant.idNumber;
    auto *page = m_hall->show<CaseFilePage>(u"man1"_s);
    page->showCase(id);
    auto *facts = m_hall->find<QLabel>("factsLabel");
    QTRY_COMPARE(looks().size(), 1);
    m_hall->fixture.clock.advance(1);
    m_hall->press(Qt::Key_F2);
    QTRY_VERIFY(page->findChild<QDialog *>(u"decisionDialog"_s));
    QVERIFY(!facts->text().contains(number));
    auto *dialog = page->findChild<QDialog *>(u"decisionDialog"_s);
    dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->insertPlainText(u"投诉核查"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"yesButton"_s), Qt::Key_Space);
    QTRY_VERIFY(facts->text().contains(number));
    QCOMPARE(looks().size(), 2);
    QCOMPARE(looks().constFirst().purpose, u"投诉核查"_s);
    QVERIFY(looks().constFirst().kind == LookKind::Numbers);
    // Hidden and shown again: the reason was given.
    m_hall->press(Qt::Key_F2);
    QVERIFY(!facts->text().contains(number));
    m_hall->press(Qt::Key_F2);
    QVERIFY(facts->text().contains(number));
}

HALL_TEST_MAIN(QApplication, TestSearchTown)
#include "tst_search_town.moc"
