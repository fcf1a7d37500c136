// What a desk has not in hand: found by the desk whose post wanted it, and lost by no printer.
#include "desk/papers/paperdesk.h"
#include "playedhall.h"
#include "testmain.h"
#include "tillfixture.h"

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilItIsInHand();
    void everyDeskFindsItsOwn();
    void brokenPrinterForgetsNothing();
    void anotherPrintIsNotedTogether();

private:
    static QStringList kinds(const Result<QList<PaperJob>> &jobs)
    {
        QStringList kinds;
        for (const PaperJob &job : jobs.valueOr({}))
            kinds.append(job.paper.kind);
        kinds.sort();
        return kinds;
    }
};

void TestPapers::waitsUntilItIsInHand()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const PaperDesk desk(*hall.place);
    QVERIFY(await(desk.waiting(hall.clerk())).value().isEmpty());
    const CaseFile file = hall.accepted(u"王建国"_s, TillFixture::freeItem).valueOr({});
    const auto wanted = await(desk.waiting(hall.clerk()));
    VERIFY_OK(wanted);
    QCOMPARE(wanted.value().size(), file.papers.size());
    QVERIFY(!wanted.value().isEmpty());
    const PaperJob job = wanted.value().first();
    QCOMPARE(job.stream, file.id);
    QCOMPARE(job.number, file.number);
    QCOMPARE(job.applicant, u"王建国"_s);
    VERIFY_OK(await(desk.print(job.stream, job.paper.id, hall.clerk(), {})));
    const auto sent = await(desk.waiting(hall.clerk())).value();
    QCOMPARE(sent.size(), wanted.value().size());
    QVERIFY(std::ranges::any_of(
        sent, [](const PaperJob &one) { return one.paper.state == PaperState::Sent; }));
    VERIFY_OK(await(desk.mark(job.stream, {job.paper.id}, PaperState::Printed, hall.clerk())));
    QCOMPARE(await(desk.waiting(hall.clerk())).value().size(), wanted.value().size() - 1);
}

void TestPapers::everyDeskFindsItsOwn()
{
    PlayedHall hall;
    VERIFY_OK(hall.open());
    const PaperDesk desk(*hall.place);
    const StreamId id = hall.cases.open(u"W2"_s).valueOr(StreamId());
    VERIFY_OK(hall.cases.act(id, u"clerk1"_s, u"accept"_s));
    VERIFY_OK(hall.cases.act(id, u"rev1"_s, u"review"_s));
    VERIFY_OK(hall.cases.act(id, u"head1"_s, u"headApprove"_s));
    VERIFY_OK(hall.cases.act(id, u"cert1"_s, u"make"_s));
    VERIFY_OK(await(desk.want(id, u"signoff-sheet"_s, hall.session(u"rev1"_s))));
    QCOMPARE(kinds(await(desk.waiting(hall.session(u"cert1"_s)))),
             QStringList{u"grant-decision"_s});
    QCOMPARE(kinds(await(desk.waiting(hall.session(u"rev2"_s)))), QStringList{u"signoff-sheet"_s});
    QVERIFY(await(desk.waiting(hall.session(u"head1"_s))).value().isEmpty());
    // A clerk of the window has what clerks gave out there, and nothing of upstairs.
    const QStringList counter = kinds(await(desk.waiting(hall.session(u"clerk2"_s))));
    QVERIFY(counter.contains(u"acceptance-notice"_s));
    QVERIFY(!counter.contains(u"grant-decision"_s) && !counter.contains(u"signoff-sheet"_s));
    Session elsewhere = hall.session(u"clerk2"_s);
    elsewhere.window = u"A02"_s;
    QVERIFY(await(desk.waiting(elsewhere)).value().isEmpty());
    // The same person as a clerk at another window keeps what was asked for in that post.
    Session moved = hall.session(u"clerk1"_s);
    moved.window = u"A02"_s;
    QCOMPARE(kinds(await(desk.waiting(moved))), counter);
    QVERIFY(await(desk.waiting(hall.session(u"clerk9"_s))).value().isEmpty()); // other department
    // What the manager orders goes out at the window of the case.
    VERIFY_OK(await(desk.want(id, u"correction-notice"_s, hall.session(u"man1"_s))));
    QVERIFY(kinds(await(desk.waiting(hall.session(u"clerk2"_s)))).contains(u"correction-notice"_s));
    QCOMPARE(kinds(await(desk.waiting(hall.session(u"man1"_s)))),
             QStringList{u"correction-notice"_s});
}

void TestPapers::brokenPrinterForgetsNothing()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const PaperDesk desk(*hall.place);
    const CaseFile file = hall.accepted(u"王建国"_s, TillFixture::freeItem).valueOr({});
    const QString paper = file.papers.first().id;
    hall.printer.isBroken = true;
    QVERIFY(!await(desk.print(file.id, paper, hall.clerk(), {})).ok());
    QCOMPARE(hall.load(file.id).value().papers.first().state, PaperState::Wanted);
    hall.printer.isBroken = false;
    VERIFY_OK(await(desk.print(file.id, paper, hall.clerk(), {})));
    // It came out torn, and the printer stops: the paper still waits for somebody.
    hall.printer.isBroken = true;
    QVERIFY(!await(desk.replace(file.id, paper, hall.clerk(), {})).ok());
    QCOMPARE(hall.load(file.id).value().papers.first().state, PaperState::Sent);
    QCOMPARE(await(desk.waiting(hall.clerk())).value().size(), file.papers.size());
}

void TestPapers::anotherPrintIsNotedTogether()
{
    TillFixture hall;
    VERIFY_OK(hall.open());
    const PaperDesk desk(*hall.place);
    const CaseFile file = hall.accepted(u"王建国"_s, TillFixture::freeItem).valueOr({});
    const QString paper = file.papers.first().id;
    VERIFY_OK(await(desk.print(file.id, paper, hall.clerk(), {})));
    VERIFY_OK(await(desk.replace(file.id, paper, hall.clerk(), {})));
    QCOMPARE(hall.printer.titles.size(), 2);
    const CaseFile after = hall.load(file.id).value();
    QCOMPARE(after.papers.first().state, PaperState::Sent);
    QStringList acts;
    for (const HistoryLine &line : after.history)
        acts.append(line.action);
    QCOMPARE(acts.last(3), (QStringList{u"sent"_s, u"spoiled"_s, u"sent"_s}));
}

HALL_TEST_MAIN(QGuiApplication, TestPapers)
#include "tst_papers.moc"
