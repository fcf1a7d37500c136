#include "deskfixture.h"
#include "fakecentrelink.h"
#include "pictures.h"
#include "testmain.h"
#include "ui/centre/attentionpage.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/languages.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The attention list, through the keyboard, over a link that answers as told.
class TestCentrePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyListSaysWhatItIs();
    void mineAndAll();
    void causeAndBothVersions();
    void changedByKeyboard();
    void retryAdoptAndGiveUp();
    void handedToAColleague();
    void parkedHasNoChoices();
    void aPrintIsPointedOut();
    void enterOpensTheCase();
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
            .valueOr({});
    }
    [[nodiscard]] QList<Event> imagined(const StreamId &id, const QString &who,
                                        const Command &command);
    void refuse(const QList<Event> &events, RefusalCause cause, const QList<Event> &now = {});
    /// clerk1 accepted a case that clerk2 had accepted before; answers what was refused.
    QList<Event> acceptedTwice();
    [[nodiscard]] RowTable *table() const { return m_hall->find<RowTable>("attentionTable"); }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_hall->find<QPushButton>(name);
    }
    [[nodiscard]] QDialog *dialog(const QString &name) const;
    void answer(const QString &reason);
    void shoot(QWidget *widget, const QString &name) const;

    FakeCentreLink m_link;
    std::unique_ptr<DeskFixture> m_hall;
};

void TestCentrePages::init()
{
    m_link.now = {.state = LinkState::Online, .hasPerson = true};
    m_link.rows.clear();
    m_link.conflicts.clear();
    m_link.commands.clear();
    m_link.redone.clear();
    m_link.outcome = Done{};
    m_hall = std::make_unique<DeskFixture>();
    m_hall->link = &m_link;
    VERIFY_OK(m_hall->open());
}

void TestCentrePages::cleanup()
{
    m_hall.reset();
}

QList<Event> TestCentrePages::imagined(const StreamId &id, const QString &who,
                                       const Command &command)
{
    CountedNumbers numbers;
    return decide(file(id), command,
                  {*m_hall->fixture.store().reference(), m_hall->cases.hall().actor(who),
                   m_hall->fixture.clock.now(), m_hall->fixture.ids, numbers})
        .valueOr({});
}

void TestCentrePages::refuse(const QList<Event> &events, RefusalCause cause,
                             const QList<Event> &now)
{
    for (const Event &event : events) {
        const CaseFile shown = file(event.stream);
        const AttentionRow row{.event = event.id,
                               .stream = event.stream,
                               .number = shown.number,
                               .applicant = shown.applicant.name,
                               .cause
                               = event.id == events.constFirst().id ? cause : RefusalCause::Parked,
                               .action = event.action,
                               .actor = event.actor,
                               .actedAt = event.actedAt};
        m_link.refuse(row, {.row = row, .own = event, .now = now});
    }
}

QList<Event> TestCentrePages::acceptedTwice()
{
    const StreamId id = newCase();
    const QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    m_hall->fixture.clock.advance(300);
    if (!m_hall->cases.act(id, u"clerk2"_s, u"accept"_s).ok())
        return {};
    const auto journal
        = await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.journal(id); }));
    const auto moved = std::ranges::find(journal.value(), u"moved"_s, &Event::type);
    refuse(own, RefusalCause::Moved, {*moved});
    return own;
}

QDialog *TestCentrePages::dialog(const QString &name) const
{
    if (!QTest::qWaitFor([this, &name] {
            const auto *found = m_hall->page->findChild<QDialog *>(name);
            return found && found->isVisible();
        }))
        QTest::qFail(qPrintable(name), __FILE__, __LINE__);
    return m_hall->page->findChild<QDialog *>(name);
}

void TestCentrePages::answer(const QString &reason)
{
    QDialog *asked = dialog(u"decisionDialog"_s);
    if (!reason.isEmpty())
        asked->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->insertPlainText(reason);
    QTest::keyClick(asked->findChild<QPushButton *>(u"yesButton"_s), Qt::Key_Space);
}

void TestCentrePages::shoot(QWidget *widget, const QString &name) const
{
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty())
        widget->grab().save(folder + u'/' + name + u".png"_s);
}

void TestCentrePages::emptyListSaysWhatItIs()
{
    auto *page = m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_COMPARE(m_hall->find<QLabel>("countLabel")->text(), u"0 act(s)"_s);
    QVERIFY(!m_hall->find<QWidget>("versionsPane")->isVisible());
    for (const char *name :
         {"changeButton", "retryButton", "adoptButton", "handButton", "giveUpButton", "openButton"})
        QVERIFY2(!button(name)->isEnabled(), name);
    QVERIFY(!page->keys().isEmpty());
    m_hall->press(Qt::Key_F5); // nothing happens, nothing is asked
    QVERIFY(m_link.commands.isEmpty());
}

void TestCentrePages::mineAndAll()
{
    const StreamId id = newCase();
    refuse({imagined(id, u"clerk2"_s, AddNote{.text = u"乙"_s}).constFirst()},
           RefusalCause::NotAllowed);
    m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_VERIFY(table()->model()->rowCount() == 0);
    auto *who = m_hall->find<QComboBox>("whoBox");
    who->setFocus();
    m_hall->press(Qt::Key_Down);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    // It comes by itself when the centre says so.
    refuse({imagined(id, u"clerk1"_s, AddNote{.text = u"甲"_s}).constFirst()}, RefusalCause::Moved);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_hall->press(Qt::Key_Up);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestCentrePages::causeAndBothVersions()
{
    QVERIFY(!acceptedTwice().isEmpty());
    m_hall->show<AttentionPage>(u"clerk1"_s);
    auto *fields = m_hall->find<RowTable>("versionsTable");
    QTRY_VERIFY(fields->isVisible() && fields->model()->rowCount() >= 4);
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"somebody else acted first"_s);
    QCOMPARE(table()->model()->index(0, 3).data().toString(), u"Accept"_s);
    const QAbstractItemModel *model = fields->model();
    QVERIFY(model->index(0, 2).data().toString().contains(u"clerk1"_s));
    QVERIFY(model->index(0, 3).data().toString().contains(u"clerk2"_s));
    QVERIFY(model->index(1, 2).data().toString() != model->index(1, 3).data().toString());
    QVERIFY(m_hall->find<QLabel>("causeLabel")->text().contains(u"later act"_s));
}

void TestCentrePages::changedByKeyboard()
{
    const QList<Event> own = acceptedTwice();
    m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_VERIFY(button("changeButton")->isEnabled());
    m_hall->press(Qt::Key_F4);
    QDialog *redo = dialog(u"redoDialog"_s);
    auto *actions = redo->findChild<QComboBox *>(u"actionBox"_s);
    actions->setCurrentIndex(actions->findData(u"withdraw"_s));
    QVERIFY(actions->currentIndex() >= 0);
    auto *yes = redo->findChild<QPushButton *>(u"redoYesButton"_s);
    QVERIFY(!yes->isEnabled()); // a ground is needed
    redo->findChild<QLineEdit *>(u"groundEdit"_s)->setText(u"申请人当场撤回"_s);
    QVERIFY(yes->isEnabled());
    QTest::keyClick(yes, Qt::Key_Space);
    QTRY_COMPARE(m_link.redone.size(), 1);
    QCOMPARE(m_link.redone.constFirst().first, own.constFirst().id);
    const Event &event = m_link.redone.constFirst().second.constFirst();
    QCOMPARE(event.action, u"withdraw"_s);
    QCOMPARE(event.bodyObject().value("ground"_L1).toString(), u"申请人当场撤回"_s);
    QTRY_VERIFY(m_hall->find<MessageStrip>("strip")->isShown());
    QVERIFY(m_hall->find<MessageStrip>("strip")->tone() == Tone::Success);
}

void TestCentrePages::retryAdoptAndGiveUp()
{
    const StreamId id = newCase();
    const Event own = imagined(id, u"clerk2"_s, AddNote{.text = u"乙"_s}).constFirst();
    refuse({own}, RefusalCause::NotAllowed);
    m_hall->show<AttentionPage>(u"clerk1"_s);
    m_hall->find<QComboBox>("whoBox")->setCurrentIndex(1);
    QTRY_VERIFY(button("adoptButton")->isEnabled());
    QVERIFY(!button("changeButton")->isEnabled()); // somebody else's words
    table()->setFocus();
    m_link.outcome = Error{ErrorKind::NotYourDepartment};
    m_hall->press(Qt::Key_F5);
    QTRY_COMPARE(m_link.commands.size(), 1);
    QVERIFY(m_link.commands.constLast().act == AttentionAct::Retry);
    QTRY_VERIFY(m_hall->find<MessageStrip>("strip")->tone() == Tone::Problem);
    m_link.outcome = Done{};
    QTRY_VERIFY(button("giveUpButton")->isEnabled());
    m_hall->press(Qt::Key_F8);
    answer(u"重复录入"_s);
    QTRY_COMPARE(m_link.commands.size(), 2);
    QVERIFY(m_link.commands.constLast().act == AttentionAct::GiveUp);
    QCOMPARE(m_link.commands.constLast().text, u"重复录入"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    refuse({own}, RefusalCause::NotAllowed);
    QTRY_VERIFY(button("adoptButton")->isEnabled());
    table()->setFocus();
    m_hall->press(Qt::Key_F6);
    answer({});
    QTRY_COMPARE(m_link.commands.size(), 3);
    QVERIFY(m_link.commands.constLast().act == AttentionAct::Adopt);
}

void TestCentrePages::handedToAColleague()
{
    const StreamId id = newCase();
    refuse({imagined(id, u"clerk1"_s, AddNote{.text = u"甲"_s}).constFirst()},
           RefusalCause::Closed);
    m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_VERIFY(button("handButton")->isEnabled());
    m_hall->press(Qt::Key_F7);
    QDialog *hand = dialog(u"handOverDialog"_s);
    auto *edit = hand->findChild<QLineEdit *>(u"colleagueEdit"_s);
    auto *people = hand->findChild<RowTable *>(u"colleagueTable"_s);
    const int all = people->model()->rowCount();
    QTest::keyClicks(edit, u"clerk9"_s);
    QVERIFY(people->model()->rowCount() < all);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_link.commands.size(), 1);
    QVERIFY(m_link.commands.constLast().act == AttentionAct::HandOver);
    QCOMPARE(m_link.commands.constLast().text, u"clerk9"_s);
    // It is a colleague's now.
    QTRY_COMPARE(table()->model()->rowCount(), 0);
}

void TestCentrePages::parkedHasNoChoices()
{
    const QList<Event> own = acceptedTwice();
    QVERIFY(own.size() > 1);
    m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_VERIFY(button("retryButton")->isEnabled());
    m_hall->press(Qt::Key_Down);
    QTRY_VERIFY(!button("retryButton")->isEnabled());
    QCOMPARE(table()->model()->index(1, 0).data().toString(), u"waits for the act before it"_s);
    for (const char *name : {"changeButton", "adoptButton", "handButton", "giveUpButton"})
        QVERIFY2(!button(name)->isEnabled(), name);
    QVERIFY(button("openButton")->isEnabled());
}

void TestCentrePages::aPrintIsPointedOut()
{
    const StreamId id = newCase();
    QList<Event> own = imagined(id, u"clerk1"_s, Act{.action = u"accept"_s});
    const auto want = std::ranges::find(own, u"want"_s, &Event::action);
    QVERIFY(want != own.end());
    own.append(sealed({.id = m_hall->fixture.ids.make<EventId>(),
                       .stream = id,
                       .type = u"paper"_s,
                       .action = u"printed"_s,
                       .actor = u"clerk1"_s},
                      {{u"paper"_s, want->id.text()}}));
    refuse(own, RefusalCause::Moved);
    m_hall->show<AttentionPage>(u"clerk1"_s);
    auto *papers = m_hall->find<QLabel>("papersLabel");
    QTRY_VERIFY(papers->isVisible());
    QVERIFY(papers->text().contains(u"Printed already"_s));
}

void TestCentrePages::enterOpensTheCase()
{
    const QList<Event> own = acceptedTwice();
    m_hall->show<AttentionPage>(u"clerk1"_s);
    QTRY_VERIFY(button("openButton")->isEnabled());
    m_hall->press(Qt::Key_Return);
    QCOMPARE(m_hall->opened, own.constFirst().stream);
}

/// HALL_SHOTS=folder leaves pictures; HALL_LOOK and HALL_TEXTS as in pictures.h.
void TestCentrePages::looks()
{
    if (qEnvironmentVariable("HALL_SHOTS").isEmpty())
        QSKIP("pictures are made where HALL_SHOTS names a folder");
    dressForPictures();
    VERIFY_OK(m_hall->cases.act(newCase(), u"clerk1"_s, u"accept"_s));
    QVERIFY(!acceptedTwice().isEmpty());
    const StreamId id = newCase();
    refuse({imagined(id, u"clerk2"_s, AddNote{.text = u"乙"_s}).constFirst()},
           RefusalCause::NotAllowed);
    auto *page = m_hall->show<AttentionPage>(u"clerk1"_s);
    page->resize(1186, 660);
    m_hall->find<QComboBox>("whoBox")->setCurrentIndex(1);
    QTRY_VERIFY(button("changeButton")->isEnabled());
    shoot(page, u"attention"_s);
    m_hall->press(Qt::Key_F4);
    shoot(dialog(u"redoDialog"_s), u"redo"_s);
    dialog(u"redoDialog"_s)->reject();
    m_hall->press(Qt::Key_F7);
    shoot(dialog(u"handOverDialog"_s), u"handover"_s);
    dialog(u"handOverDialog"_s)->reject();
}

HALL_TEST_MAIN(QApplication, TestCentrePages)
#include "tst_centre.moc"
