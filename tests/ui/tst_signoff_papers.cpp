// The papers of the floors above: printed by themselves, in hand with one key, found when left.
#include "deskfixture.h"
#include "store/referencerows.h"
#include "testmain.h"
#include "ui/routing/waitingpapersbutton.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/paperpreview.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/languages.h"
#include "ui/signoff/upstairspage.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSignoffPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void decisionPrintsByItself();
    void printerOutOfOrder();
    void sheetGoesUpWithTheFile();
    void sheetIsPrintedOnceUntilInHand();
    void batchSaysHowManyWait();
    void looks();

private:
    void played(const StreamId &id, const QString &who, const QString &action)
    {
        const Result<Done> done = m_hall->cases.act(
            id, who, Act{.action = action, .opinion = u"同意"_s, .manifest = "{}"});
        if (!done.ok())
            QTest::qFail(qPrintable(action + u' ' + errorLine(done)), __FILE__, __LINE__);
    }
    [[nodiscard]] StreamId accepted(const QString &item)
    {
        m_hall->fixture.clock.advance(60);
        const StreamId id = m_hall->cases.open(item).valueOr(StreamId());
        played(id, u"clerk1"_s, u"accept"_s);
        return id;
    }
    /// A case whose document is to be made.
    [[nodiscard]] StreamId toBeMade()
    {
        const StreamId id = accepted(u"W2"_s);
        played(id, u"rev1"_s, u"review"_s);
        played(id, u"head1"_s, u"headApprove"_s);
        return id;
    }
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.caseFile(id); }))
            .value();
    }
    [[nodiscard]] PaperState newestPaper(const StreamId &id)
    {
        return file(id).papers.last().state;
    }
    void show(const QString &who)
    {
        m_page = m_hall->show<UpstairsPage>(who);
        m_hall->takeKeys();
    }
    [[nodiscard]] bool isOpen(const StreamId &id)
    {
        return m_hall->find<QLabel>("titleLabel")->text().contains(file(id).number);
    }
    [[nodiscard]] QDialog *papers() { return m_page->findChild<QDialog *>(u"papersDialog"_s); }
    [[nodiscard]] WaitingPapersButton *waiting()
    {
        return m_hall->find<WaitingPapersButton>("waitingPapersButton");
    }
    [[nodiscard]] static QString focusName()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    void make(const QString &number)
    {
        m_hall->press(Qt::Key_F9); // asks for the number of the document
        QTRY_COMPARE(focusName(), u"certificateEdit"_s);
        m_hall->type(number);
        m_hall->press(Qt::Key_F9);
        QTRY_VERIFY(papers());
    }
    /// The printer's folder is a file: nothing can be written into it.
    void breakPrinter(bool isBroken)
    {
        const QString folder = m_hall->fixture.options.folder + u"/papers"_s;
        if (!isBroken) {
            QVERIFY(QFile::remove(folder));
            return;
        }
        QDir(folder).removeRecursively();
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<DeskFixture> m_hall;
    UpstairsPage *m_page = nullptr;
};

void TestSignoffPapers::init()
{
    m_hall = std::make_unique<DeskFixture>();
    VERIFY_OK(m_hall->open());
}

void TestSignoffPapers::decisionPrintsByItself()
{
    const StreamId first = toBeMade();
    const StreamId second = toBeMade();
    show(u"cert1"_s);
    QTRY_VERIFY(isOpen(first));
    make(u"HB-2026-001"_s);
    QTRY_COMPARE(newestPaper(first), PaperState::Sent);
    QCOMPARE(file(first).papers.last().kind, u"grant-decision"_s);
    QVERIFY(!QDir(m_hall->fixture.options.folder + u"/papers"_s).isEmpty());
    // One key says that it is in hand; the next file is open and the pile has the keys.
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(newestPaper(first), PaperState::Printed);
    QTRY_VERIFY(!papers());
    QTRY_VERIFY(isOpen(second));
    m_hall->takeKeys();
    QTRY_COMPARE(focusName(), u"pileTable"_s);
    QCOMPARE(file(first).papers.last().copies, 1);
    QVERIFY(!waiting()->isVisible());
}

void TestSignoffPapers::printerOutOfOrder()
{
    const StreamId id = toBeMade();
    show(u"cert1"_s);
    QTRY_VERIFY(isOpen(id));
    breakPrinter(true);
    make(u"HB-2026-001"_s);
    auto *strip = papers()->findChild<MessageStrip *>(u"papersStrip"_s);
    QTRY_COMPARE(strip->tone(), Tone::Problem);
    QCOMPARE(newestPaper(id), PaperState::Wanted);
    // What no printer took is not in anybody's hand.
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(strip->tone(), Tone::Warning);
    QCOMPARE(newestPaper(id), PaperState::Wanted);
    QCOMPARE(file(id).state(), u"ready"_s); // the act itself stands
    m_hall->press(Qt::Key_Escape);
    QTRY_VERIFY(!papers());
    QCOMPARE(m_hall->find<MessageStrip>("strip")->tone(), Tone::Warning);
    QTRY_VERIFY(waiting()->isVisible());
    QVERIFY(waiting()->text().contains(u'1'));
    // It is found again, printed and confirmed.
    breakPrinter(false);
    m_hall->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(papers());
    m_hall->press(Qt::Key_F5);
    QTRY_COMPARE(newestPaper(id), PaperState::Sent);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(newestPaper(id), PaperState::Printed);
    QTRY_VERIFY(!papers());
    QTRY_VERIFY(!waiting()->isVisible());
}

void TestSignoffPapers::sheetGoesUpWithTheFile()
{
    const StreamId id = accepted(u"W5"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headAgree"_s);
    played(id, u"leader1"_s, u"leaderAgree"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_F9);
    QTRY_VERIFY(papers());
    QTRY_COMPARE(newestPaper(id), PaperState::Sent);
    QCOMPARE(file(id).papers.last().kind, u"signoff-sheet"_s);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(newestPaper(id), PaperState::Printed);
    QCOMPARE(file(id).state(), u"city"_s);
}

void TestSignoffPapers::sheetIsPrintedOnceUntilInHand()
{
    const StreamId id = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    const qsizetype before = file(id).papers.size();
    m_hall->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(papers());
    QTRY_COMPARE(newestPaper(id), PaperState::Sent);
    m_hall->press(Qt::Key_Escape); // nobody has looked at it yet
    QTRY_VERIFY(!papers());
    QTRY_VERIFY(waiting()->isVisible());
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(papers());
    QTRY_COMPARE(focusName(), u"inHandButton"_s);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(newestPaper(id), PaperState::Printed);
    QCOMPARE(file(id).papers.size(), before + 1);
}

void TestSignoffPapers::batchSaysHowManyWait()
{
    // A definition of the hall's own: the reviewer's signature gives a sheet.
    const ReferencePtr reference = m_hall->fixture.store().reference();
    QJsonObject own
        = QJsonDocument::fromJson(reference->definitions.newest(u"W2"_s)->json()).object();
    own.insert(u"version"_s, own.value("version"_L1).toInt() + 1);
    QJsonArray actions = own.value("actions"_L1).toArray();
    for (QJsonValueRef one : actions) {
        QJsonObject action = one.toObject();
        if (action.value("id"_L1) == "review"_L1)
            action.insert(u"papers"_s, QJsonArray{u"signoff-sheet"_s});
        one = action;
    }
    own.insert(u"actions"_s, actions);
    const Event published
        = sealed({.id = m_hall->fixture.ids.make<EventId>(),
                  .kind = StreamKind::Hall,
                  .stream = StreamId::fromText(u"11111111-1111-4111-8111-111111111111"_s),
                  .type = QString(publishedType),
                  .action = u"publish"_s,
                  .actor = u"admin"_s,
                  .post = u"/administrator"_s,
                  .station = u"A01"_s,
                  .actedAt = m_hall->fixture.clock.now().toMSecsSinceEpoch()},
                 publicationBody(u"definition"_s, u"W2"_s, own));
    VERIFY_OK(await(m_hall->fixture.store().write(
        [published](WriteTx &tx) { return tx.append({published}); })));
    const StreamId first = accepted(u"W2"_s);
    const StreamId second = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(first));
    m_hall->press(Qt::Key_Down, Qt::ShiftModifier);
    m_hall->press(Qt::Key_F10);
    QTRY_VERIFY(m_page->findChild<QDialog *>(u"batchDialog"_s));
    auto *dialog = m_page->findChild<QDialog *>(u"batchDialog"_s);
    auto *print = dialog->findChild<QPushButton *>(u"printButton"_s);
    QVERIFY(!print->isVisible());
    QTRY_COMPARE(focusName(), u"batchOpinionEdit"_s);
    m_hall->type(u"fine"_s);
    m_hall->press(Qt::Key_Return);
    QTRY_VERIFY(print->isVisible());
    // Nothing is printed without being asked for, but it is said.
    QVERIFY(dialog->findChild<QLabel *>(u"introLabel"_s)->text().contains(u"2 paper"_s));
    QCOMPARE(newestPaper(first), PaperState::Wanted);
    QTest::keyClick(print, Qt::Key_Space);
    QTRY_VERIFY(papers());
    QTRY_COMPARE(newestPaper(first), PaperState::Sent);
    QTRY_COMPARE(newestPaper(second), PaperState::Sent);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(newestPaper(first), PaperState::Printed);
    QTRY_COMPARE(newestPaper(second), PaperState::Printed);
}

/// HALL_SHOTS=folder leaves pictures in Chinese.
void TestSignoffPapers::looks()
{
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    Languages languages(*qApp);
    languages.apply(u"zh_CN"_s);
    const auto shoot = [&folder](QWidget *widget, const QString &name) {
        if (!folder.isEmpty() && QDir().mkpath(folder))
            widget->grab().save(u"%1/%2.png"_s.arg(folder, name));
    };
    const StreamId first = toBeMade();
    const StreamId second = toBeMade();
    (void)toBeMade();
    show(u"cert1"_s);
    m_page->resize(1186, 660);
    QTRY_VERIFY(isOpen(first));
    make(u"东环证2026001"_s.right(3));
    QTRY_VERIFY(papers()->findChild<PaperPreview *>()->hasDocument());
    shoot(papers(), u"upstairs-papers"_s);
    m_hall->press(Qt::Key_Escape);
    QTRY_VERIFY(isOpen(second));
    QTRY_VERIFY(waiting()->isVisible());
    shoot(m_page, u"upstairs-waiting"_s);
    make(u"002"_s);
    m_hall->press(Qt::Key_Escape);
    QTRY_VERIFY(!papers());
    QTRY_VERIFY(waiting()->text().contains(u'2'));
    m_hall->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(papers());
    QTRY_VERIFY(papers()->findChild<PaperPreview *>()->hasDocument());
    shoot(papers(), u"left-over-papers"_s);
    // Of several the chosen one is confirmed, and the next is gone to.
    auto *table = papers()->findChild<RowTable *>(u"papersTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(table->currentRow(), 1);
    QVERIFY(newestPaper(first) == PaperState::Sent || newestPaper(second) == PaperState::Sent);
    languages.apply(u"en"_s);
}

HALL_TEST_MAIN(QApplication, TestSignoffPapers)
#include "tst_signoff_papers.moc"
