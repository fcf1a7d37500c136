#include "desk/session/sessiondesk.h"
#include "deskfixture.h"
#include "fakecentrelink.h"
#include "pictures.h"
#include "testmain.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/centrestrip.h"
#include "ui/shell/workbench.h"

#include <QDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

class TitlePage : public Page
{
public:
    explicit TitlePage(QString title)
        : m_title(std::move(title))
    {
    }
    [[nodiscard]] QString pageTitle() const override { return m_title; }

private:
    QString m_title;
};

} // namespace

/// The centre in the status strip, over a link that answers as told.
class TestCentreStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stripSaysEachState_data();
    void stripSaysEachState();
    void aloneShowsNothing();
    void stripListsWhatWaits();
    void stripCountsAndAsks();
    void freshnessIsSaidOffline();
    void aNarrowWindowCutsNothing();
    void theWorkbenchLeadsToThePage();
    void looks();

private:
    [[nodiscard]] CentreStatus someStatus(LinkState state) const;
    static void shoot(QWidget *widget, const QString &name);

    FakeCentreLink m_link;
    std::unique_ptr<DeskFixture> m_hall;
};

void TestCentreStrip::init()
{
    m_link.now = {.state = LinkState::Online, .hasPerson = true};
    m_hall = std::make_unique<DeskFixture>();
    m_hall->link = &m_link;
    VERIFY_OK(m_hall->open());
}

void TestCentreStrip::cleanup()
{
    m_hall.reset();
}

CentreStatus TestCentreStrip::someStatus(LinkState state) const
{
    const qint64 now = m_hall->fixture.clock.now().toMSecsSinceEpoch();
    return {.state = state,
            .since = now - 55LL * 60 * 1000,
            .lastContact = now - 56LL * 60 * 1000,
            .unsent = 12,
            .withoutKey = 2,
            .pagesWaiting = 31,
            .attention = 3,
            .hasPerson = true,
            .freshness = {{u"HB"_s, now - 57LL * 60 * 1000}}};
}

void TestCentreStrip::shoot(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty())
        widget->grab().save(folder + u'/' + name + u".png"_s);
}

void TestCentreStrip::stripSaysEachState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("online") << int(LinkState::Online) << u"Online"_s;
    QTest::newRow("connecting") << int(LinkState::Connecting) << u"Connecting"_s;
    QTest::newRow("offline") << int(LinkState::Offline) << u"Offline since 08:05"_s;
    QTest::newRow("closed") << int(LinkState::Closed) << u"Closed by the centre"_s;
    QTest::newRow("too old") << int(LinkState::TooOld) << u"Program too old"_s;
}

void TestCentreStrip::stripSaysEachState()
{
    QFETCH(const int, state);
    QFETCH(const QString, word);
    QWidget window;
    window.resize(1200, 30);
    CentreStrip strip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &window);
    strip.resize(1200, 30);
    window.show();
    m_link.become(someStatus(LinkState(state)));
    QCOMPARE(strip.findChild<QLabel *>(u"stateLabel"_s)->text(), word);
    // Never colour alone: a shape stands beside the word.
    QVERIFY(!strip.findChild<QLabel *>(u"stateIconLabel"_s)->pixmap().isNull());
    QCOMPARE(strip.findChild<QLabel *>(u"contactLabel"_s)->text(), u"last contact 08:04"_s);
    // Offline is normal: no alarm tone.
    const QString tone = strip.findChild<QLabel *>(u"stateLabel"_s)->property("tone").toString();
    QCOMPARE(tone.isEmpty(), state != int(LinkState::Closed) && state != int(LinkState::TooOld));
}

void TestCentreStrip::aloneShowsNothing()
{
    DeskFixture alone;
    VERIFY_OK(alone.open());
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *strip = new CentreStrip(*alone.place, alone.context(u"clerk1"_s).session, &window);
    layout->addWidget(strip);
    window.show();
    QVERIFY(!strip->isVisible());
}

void TestCentreStrip::stripListsWhatWaits()
{
    const StreamId id = m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    VERIFY_OK(m_hall->cases.act(id, u"clerk1"_s, u"accept"_s));
    const auto file
        = await(m_hall->fixture.store().read([id](ReadTx &tx) { return tx.caseFile(id); }));
    VERIFY_OK(file);
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *strip = new CentreStrip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &window);
    layout->addWidget(strip);
    window.show();
    m_link.become(someStatus(LinkState::Offline));
    auto *unsent = strip->findChild<QToolButton *>(u"unsentButton"_s);
    QCOMPARE(unsent->text(), u"12 unsent"_s);
    QVERIFY(unsent->toolTip().contains(u"2 of them"_s));
    QTest::mouseClick(unsent, Qt::LeftButton);
    auto *list = window.findChild<QDialog *>(u"unsentDialog"_s);
    QVERIFY(list);
    auto *rows = list->findChild<RowTable *>(u"unsentTable"_s);
    QTRY_VERIFY(rows->model()->rowCount() >= 3);
    QCOMPARE(rows->model()->index(0, 3).data().toString(), file.value().number);
    QVERIFY(rows->model()->index(0, 5).data().toString().contains(u"sign-in of clerk1"_s));
    shoot(list, u"unsent"_s);
    QTest::keyClick(list, Qt::Key_Escape);
}

void TestCentreStrip::stripCountsAndAsks()
{
    QWidget window;
    window.resize(1200, 30);
    CentreStrip strip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &window);
    strip.resize(1200, 30);
    window.show();
    QSignalSpy asked(&strip, &CentreStrip::attentionAsked);
    QSignalSpy counted(&strip, &CentreStrip::attentionCounted);
    auto *attention = strip.findChild<QToolButton *>(u"attentionButton"_s);
    QVERIFY(!attention->isVisible());
    QCOMPARE(strip.findChild<QToolButton *>(u"unsentButton"_s)->text(), u"All sent"_s);
    m_link.become(someStatus(LinkState::Online));
    QCOMPARE(attention->text(), u"3 to decide"_s);
    QCOMPARE(counted.constLast().constFirst().toInt(), 3);
    QTest::mouseClick(attention, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(strip.findChild<QLabel *>(u"pagesLabel"_s)->text(), u"31 page(s) waiting"_s);
    CentreStatus filling = someStatus(LinkState::Online);
    filling.filling
        = FillProgress{.scope = u"HB"_s, .isOpenPart = true, .part = 0.9, .whole = 0.42};
    m_link.become(filling);
    QVERIFY(strip.findChild<QLabel *>(u"fillingLabel"_s)->text().contains(u"42 %"_s));
}

void TestCentreStrip::freshnessIsSaidOffline()
{
    QWidget window;
    window.resize(1200, 30);
    CentreStrip strip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &window);
    strip.resize(1200, 30);
    window.show();
    auto *fresh = strip.findChild<QLabel *>(u"freshLabel"_s);
    m_link.become(someStatus(LinkState::Online));
    QVERIFY(!fresh->isVisible());
    m_link.become(someStatus(LinkState::Offline));
    QCOMPARE(fresh->text(), u"Lists as of 08:03"_s);
    // Reached, but nobody's session is open: lists stand still as well.
    CentreStatus nobody = someStatus(LinkState::Online);
    nobody.hasPerson = false;
    m_link.become(nobody);
    QVERIFY(fresh->isVisible());
    // Another day is said with its date.
    m_hall->fixture.clock.advance(24LL * 3600);
    m_link.become(m_link.now);
    QCOMPARE(fresh->text(), u"Lists as of 2026-11-23 08:03"_s);
}

void TestCentreStrip::aNarrowWindowCutsNothing()
{
    QWidget window;
    window.resize(1200, 30);
    CentreStrip strip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &window);
    strip.resize(1200, 30);
    window.show();
    m_link.become(someStatus(LinkState::Offline));
    auto *pages = strip.findChild<QLabel *>(u"pagesLabel"_s);
    auto *state = strip.findChild<QLabel *>(u"stateLabel"_s);
    QVERIFY(pages->isVisible());
    strip.resize(strip.minimumSizeHint().width() + 10, 30);
    QVERIFY(!pages->isVisible());
    QVERIFY(state->isVisible());
    QVERIFY(strip.findChild<QToolButton *>(u"unsentButton"_s)->isVisible());
    QVERIFY(state->toolTip().contains(pages->text())); // what is left out stands in the tool tip
    QVERIFY(state->toolTip().contains(u"Lists as of 08:03"_s));
    strip.resize(1200, 30);
    QVERIFY(pages->isVisible());
    // Inside a bar it takes the room that it needs at once: nothing blinks.
    QFrame bar;
    auto *layout = new QHBoxLayout(&bar);
    auto *inside = new CentreStrip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &bar);
    layout->addWidget(inside);
    layout->addStretch();
    bar.resize(1200, 40);
    bar.show();
    m_link.become({.state = LinkState::Online, .hasPerson = true});
    m_link.become(someStatus(LinkState::Offline));
    QVERIFY(inside->findChild<QLabel *>(u"pagesLabel"_s)->isVisible());
}

void TestCentreStrip::theWorkbenchLeadsToThePage()
{
    m_link.now = someStatus(LinkState::Offline);
    PageRegistry registry;
    for (const QString &id : {u"home"_s, u"attention"_s}) {
        registry.add({.id = id,
                      .title = [id] { return id; },
                      .icon = u"page"_s,
                      .roles = {Role::Clerk},
                      .make = [id](const PageContext &) -> Page * { return new TitlePage(id); },
                      .needsCentre = id == "attention"_L1});
    }
    QWidget window;
    window.resize(1280, 720);
    ShellActions actions(&window);
    SessionDesk sessions(*m_hall->place);
    Workbench bench({.place = *m_hall->place,
                     .sessions = sessions,
                     .settings = m_hall->settings,
                     .registry = registry,
                     .actions = actions,
                     .regions = [this]() -> const RegionTable & { return m_hall->regions(); }},
                    m_hall->context(u"clerk1"_s).session, &window);
    bench.resize(1280, 720);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bench.activate();
    auto *rail = bench.findChild<QToolButton *>(u"attentionRailButton"_s);
    QVERIFY(rail);
    QCOMPARE(rail->text(), u"attention (3)"_s);
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (!folder.isEmpty())
        bench.grab().save(folder + u"/workbench.png"_s);
    QCOMPARE(bench.currentPage()->pageTitle(), u"home"_s);
    QTest::keyClick(&bench, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.currentPage()->pageTitle(), u"attention"_s);
    CentreStatus fewer = someStatus(LinkState::Online);
    fewer.attention = 1;
    m_link.become(fewer);
    QCOMPARE(rail->text(), u"attention (1)"_s);
    // A page keeps its key whatever its button says.
    QTest::keyClick(&bench, Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(bench.currentPage()->pageTitle(), u"home"_s);
    QTest::keyClick(&bench, Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(bench.currentPage()->pageTitle(), u"attention"_s);
    QVERIFY(bench.findChild<QToolButton *>(u"attentionButton"_s)
                ->toolTip()
                .contains(u"Ctrl+Shift+A"_s));
    // On a machine of its own neither the button nor the strip is there.
    m_link.now.state = LinkState::Alone;
    Workbench alone({.place = *m_hall->place,
                     .sessions = sessions,
                     .settings = m_hall->settings,
                     .registry = registry,
                     .actions = actions,
                     .regions = [this]() -> const RegionTable & { return m_hall->regions(); }},
                    m_hall->context(u"clerk1"_s).session, &window);
    QVERIFY(!alone.findChild<QToolButton *>(u"attentionRailButton"_s));
    QVERIFY(alone.findChild<QWidget *>(u"centreStrip"_s)->isHidden());
}

/// HALL_SHOTS=folder leaves a picture of every state; HALL_LOOK and HALL_TEXTS as in pictures.h.
void TestCentreStrip::looks()
{
    if (qEnvironmentVariable("HALL_SHOTS").isEmpty())
        QSKIP("pictures are made where HALL_SHOTS names a folder");
    dressForPictures();
    QFrame frame;
    frame.setObjectName(u"statusStrip"_s);
    auto *layout = new QHBoxLayout(&frame);
    layout->setContentsMargins(12, 3, 12, 3);
    auto *strip = new CentreStrip(*m_hall->place, m_hall->context(u"clerk1"_s).session, &frame);
    layout->addWidget(strip);
    layout->addStretch();
    frame.resize(1186, 30);
    frame.show();
    for (const LinkState state : {LinkState::Online, LinkState::Connecting, LinkState::Offline,
                                  LinkState::Closed, LinkState::TooOld}) {
        m_link.become(someStatus(state));
        shoot(&frame, u"strip-%1"_s.arg(int(state)));
    }
    CentreStatus filling = someStatus(LinkState::Online);
    filling.unsent = filling.withoutKey = filling.attention = filling.pagesWaiting = 0;
    filling.filling = FillProgress{.whole = 0.42};
    m_link.become(filling);
    shoot(&frame, u"strip-filling"_s);
}

HALL_TEST_MAIN(QApplication, TestCentreStrip)
#include "tst_centre_strip.moc"
