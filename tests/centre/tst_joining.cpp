// Two computers with real windows join one centre: joining, signing in with and without it, one
// case at both, passwords.
#include "democentre.h"
#include "desk/intake/intakedesk.h"
#include "desk/signoff/signoffdesk.h"
#include "joinedcomputer.h"
#include "store/credentials.h"
#include "testmain.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

CounterWork visitFor(const Workplace &place, const QString &item)
{
    CounterWork work{.applicant = {.kind = 1,
                                   .name = u"王建国"_s,
                                   .idKind = u"111"_s,
                                   .idNumber = u"441900199001019997"_s,
                                   .phone = u"13812345678"_s},
                     .current = 0};
    ItemWork wanted{.item = item};
    const ReferencePtr reference = place.store.reference();
    for (const MaterialDef &material : reference->item(item)->materials)
        wanted.lines.append(rightLine(material));
    work.items.append(wanted);
    return work;
}

} // namespace

class TestJoining : public DemoCentre
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_other.reset(), m_counter.reset(); }
    void refusesFilesThatDoNotFit();
    void aWrongPasswordLeavesNothing();
    void cancelLeavesTheFolderAsItWas();
    void oneCaseAtTwoComputers();
    void worksWithoutTheCentre();
    void passwordsAreTheCentres();
    void theScreenOpensByPin();
    void aLostFileIsSaid();

private:
    [[nodiscard]] QString connection(const QString &station) const
    {
        return demo() + u'/' + station + u".onehall"_s;
    }
    [[nodiscard]] std::unique_ptr<JoinedComputer> computer(const QString &station,
                                                           const QString &file = {}) const
    {
        return std::make_unique<JoinedComputer>(in(u"pc-"_s + station),
                                                file.isEmpty() ? connection(station) : file);
    }
    void accept(StreamId &id);
    void signUpstairs(const StreamId &id, const QString &staff);
    void stopServer() { QCOMPARE(runDemo({u"--stop"_s}), Exit::Done); }
    void startServer() { QCOMPARE(runDemo({}), Exit::Done); }
    [[nodiscard]] Exit runDemo(const QStringList &more) const
    {
        return run(QStringList{u"demo"_s} + more).exit;
    }

    std::unique_ptr<JoinedComputer> m_counter;
    std::unique_ptr<JoinedComputer> m_other;
};

void TestJoining::refusesFilesThatDoNotFit()
{
    const QString open = in(u"open.onehall"_s);
    QVERIFY(QFile::copy(connection(u"A01"_s), open));
    QFile::setPermissions(open, QFile::permissions(open) | QFileDevice::ReadOther);
    m_counter = computer(u"X1"_s, open);
    m_counter->shown<QLineEdit>("joinFileEdit");
    QVERIFY(m_counter->said().contains("chmod 600"_L1));
    // Nothing of it can be joined, and the other choices are still there.
    m_counter->join(u"cz01"_s, u"dalang2026"_s);
    QVERIFY(m_counter->said().contains("chmod 600"_L1));
    m_counter->find<QPushButton>("joinBackButton")->click();
    m_counter->find<QPushButton>("sampleHallButton")->click();
    m_counter->shown<QLineEdit>("memberEdit");
    m_counter.reset();
    // A computer with a hall of its own stays what it is.
    m_counter = computer(u"X1"_s, connection(u"A01"_s));
    m_counter->shown<QLineEdit>("memberEdit");
    QVERIFY(m_counter->said().contains("a hall of its own"_L1));
    QVERIFY(!QFile::exists(in(u"pc-X1/centre.json"_s)));
}

void TestJoining::aWrongPasswordLeavesNothing()
{
    m_counter = computer(u"A01"_s);
    QVERIFY(m_counter->shown<QLabel>("joinPlateLabel")->text().contains("A01"_L1));
    m_counter->join(u"cz01"_s, u"not the word"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_counter->said().contains("password"_L1); }, longMs));
    QVERIFY(m_counter->find<QLineEdit>("joinStaffEdit")->isVisible());
    QVERIFY(!QFile::exists(in(u"pc-A01/centre.json"_s)));
    QCOMPARE(m_counter->count(u"select count(*) as n from event"_s), 0);
}

void TestJoining::cancelLeavesTheFolderAsItWas()
{
    m_counter = computer(u"A01"_s);
    m_counter->join(u"cz01"_s, u"dalang2026"_s);
    m_counter->shown<QPushButton>("joinCancelButton");
    QVERIFY(QTest::qWaitFor([this] { return QFile::exists(in(u"pc-A01/centre.json"_s)); }, longMs));
    QSignalSpy open(m_counter->program.get(), &Composition::isOpen);
    m_counter->find<QPushButton>("joinCancelButton")->click();
    QVERIFY(open.wait(longMs));
    m_counter->shown<QLineEdit>("joinStaffEdit");
    QVERIFY(!QFile::exists(in(u"pc-A01/centre.json"_s)));
    QCOMPARE(m_counter->count(u"select count(*) as n from event"_s), 0);
    QCOMPARE(m_counter->count(u"select count(*) as n from mac_key"_s), 0);
}

void TestJoining::accept(StreamId &id)
{
    IntakeDesk desk(m_counter->place());
    const auto results = answerOf(desk.commit({.work = visitFor(m_counter->place(), u"DL-CZ-001"_s),
                                               .items = {0},
                                               .wish = IntakeWish::Accept},
                                              m_counter->session()));
    QVERIFY2(results.ok(), "accepted");
    id = results.value().first().file.id;
}

void TestJoining::signUpstairs(const StreamId &id, const QString &staff)
{
    m_other->signIn(staff, u"dalang2026"_s);
    m_other->begin();
    if (QTest::currentTestFailed())
        return;
    SignoffDesk desk(m_other->place());
    QList<BatchItem> items;
    const auto hasCome = [&] {
        items.clear();
        const auto pile = desk.pile(m_other->session());
        QFuture<Result<QList<PileLine>>>(pile).waitForFinished();
        for (const PileLine &line : pile.result().valueOr({})) {
            if (line.pile.row.id == id)
                items.append(
                    {.stream = id, .branch = line.pile.branch, .expects = line.pile.expects});
        }
        return !items.isEmpty();
    };
    QVERIFY(QTest::qWaitFor(hasCome, longMs));
    const auto signedNow = answerOf(desk.batch(items, u"同意"_s, m_other->session()));
    QVERIFY(signedNow.ok());
    QVERIFY(signedNow.value().first().outcome.ok());
    m_other->signOut();
}

void TestJoining::oneCaseAtTwoComputers()
{
    m_counter = computer(u"A01"_s);
    m_counter->join(u"cz01"_s, u"dalang2026"_s);
    m_counter->begin();
    m_other = computer(u"A02"_s);
    m_other->join(u"cz51"_s, u"dalang2026"_s);
    m_other->begin();
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(m_counter->place().store.reference()->staff.size(),
             m_other->place().store.reference()->staff.size());
    QCOMPARE(QFile::permissions(in(u"pc-A01/centre.json"_s))
                 & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    m_other->signOut();

    StreamId id;
    accept(id);
    signUpstairs(id, u"cz11"_s);
    signUpstairs(id, u"cz51"_s);
    QVERIFY(!QTest::currentTestFailed());
    // The counter sees what was signed upstairs.
    IntakeDesk desk(m_counter->place());
    QVERIFY(QTest::qWaitFor(
        [&] {
            auto loaded = desk.load(id);
            loaded.waitForFinished();
            return loaded.result().ok() && loaded.result().value().phase != Phase::Review
                && loaded.result().value().phase != Phase::Received;
        },
        longMs));
}

void TestJoining::worksWithoutTheCentre()
{
    stopServer();
    m_counter = computer(u"A01"_s);
    // Somebody of the hall who never sat here.
    m_counter->signIn(u"hb11"_s, u"dalang2026"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_counter->said().contains("never"_L1); }, longMs));
    m_counter->signIn(u"cz01"_s, u"not the word"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_counter->said().contains("Caps Lock"_L1); }, longMs));
    m_counter->signIn(u"cz01"_s, u"dalang2026"_s);
    QVERIFY(QTest::qWaitFor(
        [this] { return m_counter->said().contains("without the centre; valid until"_L1); },
        longMs));
    m_counter->begin();
    StreamId id;
    accept(id);
    QVERIFY(!QTest::currentTestFailed());
    // A password is changed at the centre or not at all.
    const auto changed = answerOf(m_counter->program->sessions()->changePassword(
        u"cz01"_s, u"dalang2026"_s, u"another word"_s));
    QCOMPARE(changed.error().kind, ErrorKind::OnlineOnly);
    QElapsedTimer closing;
    closing.start();
    m_counter.reset();
    QVERIFY2(closing.elapsed() < 5000, "the window closes in spite of the dead network");
    // What was done goes out when the line is back, before anybody signs in.
    startServer();
    m_counter = computer(u"A01"_s);
    m_counter->shown<QLineEdit>("memberEdit");
    QVERIFY(QTest::qWaitFor(
        [this] {
            const CentreStatus status = m_counter->place().centre.status();
            return status.state == LinkState::Online && status.unsent == 0;
        },
        longMs));
}

void TestJoining::passwordsAreTheCentres()
{
    m_counter = computer(u"A01"_s);
    QCOMPARE(m_counter->count(u"select count(*) as n from credential where iterations > 0"_s), 0);
    m_counter->signIn(u"cz01"_s, u"dalang2026"_s);
    m_counter->begin();
    SessionDesk &sessions = *m_counter->program->sessions();
    QCOMPARE(sessions.way(), SignInWay::Centre);
    QCOMPARE(answerOf(sessions.changePassword(u"cz01"_s, u"not the word"_s, u"another word"_s))
                 .error()
                 .kind,
             ErrorKind::WrongPassword);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return answerOf(sessions.changePassword(u"cz01"_s, u"dalang2026"_s, u"another word"_s))
                .ok();
        },
        longMs));
    // The screen opens by the new word only.
    QVERIFY(answerOf(sessions.unlock(m_counter->session(), u"another word"_s)).ok());
    QVERIFY(!answerOf(sessions.unlock(m_counter->session(), u"dalang2026"_s)).ok());
    m_counter->signOut();
    m_counter->signIn(u"cz01"_s, u"dalang2026"_s);
    QVERIFY(QTest::qWaitFor([this] { return m_counter->said().contains("Caps Lock"_L1); }, longMs));
    m_counter->signIn(u"cz01"_s, u"another word"_s);
    m_counter->begin();
    // A second person's word leaves the session whose it is.
    QVERIFY(answerOf(m_counter->program->sessions()->prove(u"cz51"_s, u"dalang2026"_s)).ok());
    QCOMPARE(answerOf(m_counter->program->sessions()->prove(u"cz51"_s, u"no"_s)).error().kind,
             ErrorKind::WrongPassword);
    QCOMPARE(m_counter->session().member.code, u"cz01"_s);
    QCOMPARE(m_counter->count(u"select count(*) as n from credential where iterations > 0"_s), 0);
    QVERIFY(signIn(u"cz01"_s, u"another word"_s).ok());
}

void TestJoining::theScreenOpensByPin()
{
    m_counter = computer(u"A01"_s);
    m_counter->signIn(u"cz01"_s, u"another word"_s);
    m_counter->begin();
    SessionDesk &sessions = *m_counter->program->sessions();
    QVERIFY(!answerOf(sessions.setPin(u"12a4"_s)).ok());
    QVERIFY(answerOf(sessions.setPin(u"2580"_s)).ok());
    MainWindow &window = m_counter->program->window();
    window.lock();
    auto *word = m_counter->shown<QLineEdit>("unlockPasswordEdit");
    word->setText(u"2580"_s);
    m_counter->find<QPushButton>("unlockButton")->click();
    QVERIFY(QTest::qWaitFor([&window] { return !window.isLocked(); }, longMs));
    window.lock();
    for (int i = 0; i < 3; ++i)
        QVERIFY(!answerOf(sessions.unlock(m_counter->session(), u"0000"_s)).ok());
    QVERIFY(!sessions.hasPin());
    QVERIFY(!answerOf(sessions.unlock(m_counter->session(), u"2580"_s)).ok());
    QVERIFY(answerOf(sessions.unlock(m_counter->session(), u"another word"_s)).ok());
    QVERIFY(answerOf(sessions.setPin(u"2580"_s)).ok());
    m_counter->signOut();
    QVERIFY(!sessions.hasPin());
}

void TestJoining::aLostFileIsSaid()
{
    const QString kept = in(u"pc-A01/centre.json"_s);
    const QByteArray bytes = contents(kept);
    QVERIFY(QFile::remove(kept));
    CompositionOptions options;
    options.storeFolder = in(u"pc-A01"_s);
    options.settingsFile = in(u"pc-A01.ini"_s);
    options.language = u"en"_s;
    {
        Composition program(*qApp, std::move(options));
        program.start();
        QVERIFY(QTest::qWaitFor(
            [&program] { return program.window().findChild<QWidget *>(u"troublePage"_s); },
            longMs));
        auto *text = program.window().findChild<QLabel *>(u"troubleLabel"_s);
        QVERIFY(text->text().contains("--connect"_L1));
    }
    // Another computer's file does not do, the own one does.
    m_counter = computer(u"A01"_s);
    m_counter->signIn(u"cz01"_s, u"another word"_s);
    m_counter->begin();
    QCOMPARE(contents(kept), bytes);
    m_counter.reset();
    m_counter = computer(u"A01"_s, connection(u"A02"_s));
    m_counter->shown<QLineEdit>("memberEdit");
    QVERIFY(m_counter->said().contains("another computer"_L1));
    QCOMPARE(contents(kept), bytes);
}

HALL_TEST_MAIN(QApplication, TestJoining)
#include "tst_joining.moc"
