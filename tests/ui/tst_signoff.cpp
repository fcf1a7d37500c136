// The pile upstairs by its keyboard alone.
#include "deskfixture.h"
#include "testmain.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/languages.h"
#include "ui/signoff/upstairspage.h"

#include <QBuffer>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestSignoffPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyPile();
    void signsAndTheNextOpens();
    void opinionIsAskedFor();
    void returnsWithAReason();
    void siteVisit();
    void certificate();
    void signsSeveral();
    void stopsTheClock();
    void missingPageIsSaid();
    void changesElsewhereAreSeen();
    void tabsByKeyboard();
    void looks();

private:
    [[nodiscard]] StreamId accepted(const QString &item)
    {
        m_hall->fixture.clock.advance(60);
        const StreamId id = m_hall->cases.open(item).valueOr(StreamId());
        played(id, u"clerk1"_s, u"accept"_s);
        return id;
    }
    void played(const StreamId &id, const QString &who, const QString &action)
    {
        const Result<Done> done = m_hall->cases.act(id, who,
                                                    Act{.action = action,
                                                        .branch = u"main"_s,
                                                        .opinion = u"同意"_s,
                                                        .details = {.ground = u"检测"_s},
                                                        .manifest = "{}"});
        if (!done.ok())
            QTest::qFail(qPrintable(action + u' ' + errorLine(done)), __FILE__, __LINE__);
    }
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.caseFile(id); }))
            .value();
    }
    /// The page of a person whose pile has its first file open.
    void show(const QString &who)
    {
        m_page = m_hall->show<UpstairsPage>(who);
        m_hall->takeKeys();
    }
    [[nodiscard]] bool isOpen(const StreamId &id)
    {
        return m_hall->find<QLabel>("titleLabel")->text().contains(file(id).number);
    }
    [[nodiscard]] QString said() { return m_hall->find<QLabel>("stripLabel")->text(); }
    [[nodiscard]] int waiting() { return m_hall->find<RowTable>("pileTable")->model()->rowCount(); }
    [[nodiscard]] static QString focusName()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    StreamId attachPage(const StreamId &id, bool isHere, int line = 1);

    std::unique_ptr<DeskFixture> m_hall;
    UpstairsPage *m_page = nullptr;
};

void TestSignoffPage::init()
{
    m_hall = std::make_unique<DeskFixture>();
    VERIFY_OK(m_hall->open());
}

StreamId TestSignoffPage::attachPage(const StreamId &id, bool isHere, int line)
{
    QImage image(1240, 1754, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QFont font = painter.font();
    font.setPixelSize(64);
    painter.setFont(font);
    painter.drawText(image.rect().adjusted(120, 160, -120, -160), Qt::AlignHCenter,
                     u"申请表 第%1页\n\n本人申请办理……"_s.arg(line));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (isHere && !m_hall->pages->put(bytes).ok())
        QTest::qFail("page", __FILE__, __LINE__);
    const Result<Done> done
        = m_hall->cases.act(id, u"clerk1"_s,
                            AttachPages{.pages = {{.id = m_hall->fixture.ids.make<PageId>(),
                                                   .sha = sha,
                                                   .format = u"png"_s,
                                                   .line = line}}});
    if (!done.ok())
        QTest::qFail(qPrintable(errorLine(done)), __FILE__, __LINE__);
    return id;
}

void TestSignoffPage::emptyPile()
{
    show(u"rev1"_s);
    QTRY_VERIFY(!m_hall->find<QPushButton>("batchButton")->isEnabled());
    QVERIFY(!m_hall->find<QWidget>("actBox")->isVisible());
    m_hall->press(Qt::Key_F9);
    m_hall->press(Qt::Key_F7);
    m_hall->press(Qt::Key_F6);
    QCOMPARE(waiting(), 0);
}

void TestSignoffPage::signsAndTheNextOpens()
{
    const StreamId first = accepted(u"W2"_s);
    const StreamId second = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(first));
    QCOMPARE(waiting(), 2);
    QCOMPARE(focusName(), u"pileTable"_s);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"opinionEdit"_s);
    m_hall->type(u"agreed"_s);
    m_hall->press(Qt::Key_F9);
    QTRY_VERIFY(isOpen(second));
    QCOMPARE(file(first).state(), u"head"_s);
    QCOMPARE(file(first).opinions.last().text, u"agreed"_s);
    QVERIFY(said().contains(file(first).number));
    QVERIFY(m_hall->find<QPlainTextEdit>("opinionEdit")->toPlainText().isEmpty());
    QCOMPARE(waiting(), 1);
    // The second one the same way, and the pile is empty.
    m_hall->press(Qt::Key_Return);
    m_hall->type(u"agreed too"_s);
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(file(second).state(), u"head"_s);
}

void TestSignoffPage::opinionIsAskedFor()
{
    const StreamId id = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(focusName(), u"opinionEdit"_s);
    QVERIFY(!said().isEmpty());
    QCOMPARE(file(id).state(), u"review"_s);
    m_hall->press(Qt::Key_Escape);
    QCOMPARE(focusName(), u"pileTable"_s);
}

void TestSignoffPage::returnsWithAReason()
{
    const StreamId id = accepted(u"W3"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headAgree"_s);
    show(u"leader1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_F7);
    QTRY_COMPARE(focusName(), u"returnBox"_s);
    auto *steps = m_hall->find<QComboBox>("returnBox");
    while (steps->currentData().toString() != "review"_L1) {
        const int before = steps->currentIndex();
        m_hall->press(Qt::Key_Down);
        QVERIFY(steps->currentIndex() != before);
    }
    m_hall->press(Qt::Key_F7); // no reason yet
    QTRY_COMPARE(focusName(), u"opinionEdit"_s);
    m_hall->type(u"say more"_s);
    m_hall->press(Qt::Key_F7);
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(file(id).state(), u"review"_s);
    QCOMPARE(file(id).opinions.last().text, u"say more"_s);
}

void TestSignoffPage::siteVisit()
{
    const StreamId id = accepted(u"W4"_s);
    played(id, u"rev1"_s, u"review"_s);
    show(u"sur1"_s);
    QTRY_VERIFY(isOpen(id));
    QVERIFY(m_hall->find<QWidget>("findingsPanel")->isVisible());
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(focusName(), u"findingsEdit"_s); // what was found comes first
    m_hall->type(u"as applied for"_s);
    m_hall->press(Qt::Key_Tab);
    m_hall->find<QPlainTextEdit>("opinionEdit")->setFocus();
    m_hall->type(u"fit"_s);
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(file(id).opinions.size(), 2);
    QCOMPARE(file(id).findings->text, u"as applied for"_s);
    QTRY_COMPARE(waiting(), 0); // the other seat is another person's
    show(u"sur2"_s);
    QTRY_VERIFY(isOpen(id));
    // The record is the same visit's: there for the second officer.
    QCOMPARE(m_hall->find<QPlainTextEdit>("findingsEdit")->toPlainText(), u"as applied for"_s);
}

void TestSignoffPage::certificate()
{
    const StreamId id = accepted(u"W2"_s);
    played(id, u"rev1"_s, u"review"_s);
    played(id, u"head1"_s, u"headApprove"_s);
    show(u"cert1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(focusName(), u"certificateEdit"_s);
    m_hall->type(u"HB-2026-001"_s);
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(file(id).state(), u"ready"_s);
    QCOMPARE(file(id).certificate, u"HB-2026-001"_s); // its papers: tst_signoff_papers
}

void TestSignoffPage::signsSeveral()
{
    const StreamId first = accepted(u"W2"_s);
    const StreamId second = accepted(u"W2"_s);
    const StreamId third = accepted(u"W2"_s);
    attachPage(second, false); // cannot be signed: its page is missing here
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(first));
    m_hall->press(Qt::Key_Down, Qt::ShiftModifier);
    m_hall->press(Qt::Key_Down, Qt::ShiftModifier);
    m_hall->press(Qt::Key_F10);
    QTRY_VERIFY(m_page->findChild<QDialog *>(u"batchDialog"_s));
    auto *dialog = m_page->findChild<QDialog *>(u"batchDialog"_s);
    QTRY_COMPARE(focusName(), u"batchOpinionEdit"_s);
    m_hall->type(u"all fine"_s);
    m_hall->press(Qt::Key_Return);
    auto *close = dialog->findChild<QPushButton *>(u"closeButton"_s);
    QTRY_VERIFY(close->isDefault());
    const QAbstractItemModel *rows = dialog->findChild<RowTable *>(u"resultTable"_s)->model();
    QCOMPARE(rows->rowCount(), 3);
    QStringList outcomes;
    for (int row = 0; row < 3; ++row)
        outcomes.append(rows->index(row, 3).data().toString());
    QVERIFY(!outcomes.contains(QString()));
    QCOMPARE(outcomes.removeAll(u"signed"_s), 2);
    m_hall->press(Qt::Key_Return);
    QTRY_COMPARE(waiting(), 1);
    QCOMPARE(file(first).state(), u"head"_s);
    QCOMPARE(file(second).state(), u"review"_s);
    QCOMPARE(file(third).opinions.last().text, u"all fine"_s);
}

void TestSignoffPage::stopsTheClock()
{
    const StreamId id = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_F11);
    QTRY_COMPARE(focusName(), u"groundBox"_s);
    m_hall->find<QPlainTextEdit>("opinionEdit")->setFocus();
    m_hall->type(u"to be tested"_s);
    m_hall->press(Qt::Key_F11);
    QTRY_VERIFY(file(id).isStopped());
    QTRY_VERIFY(m_hall->find<QWidget>("actBox")->isVisible());
    QTRY_VERIFY(m_page->findChild<QPushButton *>(u"resumeButton"_s));
    QVERIFY(!m_page->findChild<QPushButton *>(u"suspendButton"_s));
    m_hall->press(Qt::Key_F11);
    QTRY_VERIFY(!file(id).isStopped());
}

void TestSignoffPage::missingPageIsSaid()
{
    const StreamId id = attachPage(accepted(u"W2"_s), false);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    QCOMPARE(m_hall->find<MessageStrip>("strip")->tone(), Tone::Warning);
    m_hall->press(Qt::Key_Return);
    m_hall->type(u"fine"_s);
    m_hall->press(Qt::Key_F9);
    QTRY_COMPARE(m_hall->find<MessageStrip>("strip")->tone(), Tone::Problem);
    QCOMPARE(file(id).state(), u"review"_s);
    QCOMPARE(m_hall->find<QPlainTextEdit>("opinionEdit")->toPlainText(), u"fine"_s);
}

void TestSignoffPage::changesElsewhereAreSeen()
{
    const StreamId first = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(first));
    m_hall->press(Qt::Key_Return);
    m_hall->type(u"half a sen"_s);
    const StreamId second = accepted(u"W2"_s);
    QTRY_COMPARE(waiting(), 2);
    // What is being written stays.
    QCOMPARE(m_hall->find<QPlainTextEdit>("opinionEdit")->toPlainText(), u"half a sen"_s);
    QCOMPARE(focusName(), u"opinionEdit"_s);
    played(first, u"rev2"_s, u"review"_s);
    QTRY_COMPARE(waiting(), 1);
    QTRY_VERIFY(isOpen(second));
}

void TestSignoffPage::tabsByKeyboard()
{
    const StreamId id = accepted(u"W2"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    m_hall->press(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_hall->find<QTabWidget>("fileTabs")->currentIndex(), 2);
    const QAbstractItemModel *history = m_hall->find<RowTable>("historyTable")->model();
    QCOMPARE(history->rowCount(), int(file(id).history.size()));
    for (int row = 0; row < history->rowCount(); ++row)
        QVERIFY2(!history->index(row, 2).data().toString().isEmpty(),
                 qPrintable(QString::number(row)));
    QVERIFY(!m_page->keys().isEmpty());
}

/// HALL_SHOTS=folder leaves pictures; the buttons stay in the window at the smallest size.
void TestSignoffPage::looks()
{
    const StreamId id = attachPage(attachPage(accepted(u"W4"_s), true, 1), true, 2);
    VERIFY_OK(m_hall->cases.act(
        id, u"clerk1"_s,
        EditField{.field = u"applicant.name"_s,
                  .oldValue = file(id).applicant.name,
                  .newValue = u"东莞市大朗镇巷头社区股份经济联合社毛织产业发展有限公司"_s,
                  .reason = u"录入错误"_s}));
    for (int round = 0; round < 4; ++round) {
        played(id, u"rev1"_s, u"review"_s);
        VERIFY_OK(m_hall->cases.act(id, u"sur1"_s, u"surveyPass"_s, u"survey/1"_s));
        VERIFY_OK(m_hall->cases.act(id, u"sur2"_s, u"surveyPass"_s, u"survey/2"_s));
        VERIFY_OK(m_hall->cases.act(
            id, u"head1"_s,
            Act{.action = u"return"_s,
                .opinion = u"请补充说明现场排水与消防间距，并附照片；上次意见第三条未答复。"_s,
                .details = {.returnTo = u"review"_s}}));
    }
    for (int i = 0; i < 8; ++i)
        (void)accepted(i % 2 == 0 ? u"W2"_s : u"W6"_s);
    Languages languages(*qApp);
    languages.apply(u"zh_CN"_s);
    show(u"rev1"_s);
    QTRY_VERIFY(isOpen(id));
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    for (const QSize size : {QSize(1186, 660), QSize(1420, 800)}) {
        m_page->resize(size);
        QTRY_COMPARE(m_page->size(), size);
        const auto isInside = [this] {
            const auto *sign = m_hall->find<QPushButton>("reviewButton");
            const QRect button(sign->mapTo(m_page, QPoint()), sign->size());
            return sign->isVisible() && m_page->rect().contains(button);
        };
        QTRY_VERIFY(isInside());
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            m_page->grab().save(u"%1/upstairs-%2.png"_s.arg(folder).arg(size.width()));
        }
    }
    if (!folder.isEmpty()) {
        m_hall->press(Qt::Key_F7);
        m_hall->press(Qt::Key_F11);
        m_page->resize(1186, 660);
        applyTheme(*qApp, Look::Dark);
        m_page->grab().save(folder + u"/upstairs-dark.png"_s);
        applyTheme(*qApp, Look::Light);
        show(u"sur1"_s);
        QTRY_COMPARE(waiting(), 0);
        m_page->grab().save(folder + u"/upstairs-empty.png"_s);
        played(id, u"rev1"_s, u"review"_s);
        QTRY_VERIFY(isOpen(id));
        m_page->resize(1186, 660);
        m_page->grab().save(folder + u"/upstairs-visit.png"_s);
    }
    languages.apply(u"en"_s);
}

HALL_TEST_MAIN(QApplication, TestSignoffPage)
#include "tst_signoff.moc"
